//! Forms of labels and values: one delegation a block, its labels on the left and its values beside them.

use super::{Reshaped, Why};
use crate::model::document::Span;
use crate::model::section::Field;
use crate::segment::columns::{is_country, is_period};
use crate::segment::grid::Grid;
use crate::segment::lines::{Look, split_numeral};
use crate::vocabulary::headers::{Meaning, Topic, lean, look_up};

/// Labels that a block has at least.
const LEAST: usize = 4;
/// From here on the words of a label are those of headings.
const LEANS: f32 = 1.5;
/// Rows that forms are looked for in: each is one page.
const ROWS: usize = 2000;

/// A line of a form.
struct Line {
    row: usize,
    label: Span,
    value: Span,
    field: Option<Field>,
}

/// Blocks of labelled lines: the labels as a header in the first row of the first block, the values as a
/// row of data in each.
pub(super) fn find(grid: Grid<'_>) -> Vec<Reshaped> {
    let mut blocks: Vec<Vec<Line>> = Vec::new();
    let mut block: Vec<Line> = Vec::new();
    for row in 0..grid.rows().min(ROWS) {
        match line(grid, row) {
            Some(line) => {
                let again = line.field.is_some() && block.iter().any(|l| l.field == line.field);
                if again {
                    blocks.push(std::mem::take(&mut block));
                }
                block.push(line);
            }
            None if grid.is_blank(row) => {}
            None => blocks.push(std::mem::take(&mut block)),
        }
    }
    blocks.push(block);
    blocks.retain(|block| is_delegation(block) && is_filled_in(grid, block));
    let mut rows = Vec::new();
    for block in &blocks {
        lay_out(block, &mut rows);
    }
    rows
}

/// "Số người: 8", "Số người | 8", "3. Nước đến | Lào".
fn line(grid: Grid<'_>, row: usize) -> Option<Line> {
    let look = grid.look(row);
    let (label, value) = match parts(grid, row, &look)? {
        (label, value) if grid.document.trimmed(label).len() <= 80 => (label, value),
        _ => return None,
    };
    let text = grid.document.trimmed(label);
    let (_, core) = split_numeral(text);
    let core = core.trim_end_matches([':', ' ']);
    let inset = grid.document.get(label).find(core)?;
    let label = Span {
        start: label.start + inset as u32,
        len: core.len() as u32,
    };
    let field = match look_up(core).map(|hit| hit.meaning) {
        Some(Meaning::Field(field)) => Some(field),
        Some(Meaning::Cost) => Some(Field::Funding),
        Some(_) => None,
        None => leaning(core)?,
    };
    Some(Line {
        row,
        label,
        value,
        field,
    })
}

/// The field that a label leans to which no list has; `Some(None)` for one that leans to nothing counted.
fn leaning(label: &str) -> Option<Option<Field>> {
    match lean(label).best() {
        (_, weight) if weight < LEANS => None,
        (Topic::Field(field), _) => Some(Some(field)),
        _ => Some(None),
    }
}

/// A label and its value: two cells, or one cell with a colon.
fn parts(grid: Grid<'_>, row: usize, look: &Look<'_>) -> Option<(Span, Span)> {
    let mut cells = look.cells.iter().copied();
    if look.numeral().is_some() && look.cells.len() == 3 {
        cells.next();
    }
    let (column, text) = cells.next()?;
    let span = grid.cell(row, column);
    let next = cells.next();
    if cells.next().is_some() {
        return None;
    }
    if let Some((value, _)) = next {
        return Some((span, grid.cell(row, value)));
    }
    let whole = grid.document.get(span);
    let at = whole.find(':').filter(|_| text.len() <= 400)?;
    let after = whole.len() - at - 1;
    let label = Span {
        start: span.start,
        len: at as u32,
    };
    let value = Span {
        start: span.start + at as u32 + 1,
        len: after as u32,
    };
    Some((label, value))
}

/// A block says where to, and who, what for, how many or when.
fn is_delegation(block: &[Line]) -> bool {
    let has = |field: Field| block.iter().any(|line| line.field == Some(field));
    let subject = has(Field::Name) || has(Field::Content) || has(Field::Head);
    let figures = has(Field::People) || has(Field::Days) || has(Field::Period);
    block.len() >= LEAST && has(Field::Country) && subject && figures
}

/// Two values are what their labels ask for: a guide explains the labels instead.
fn is_filled_in(grid: Grid<'_>, block: &[Line]) -> bool {
    let fits = |line: &&Line| {
        let value = grid.document.trimmed(line.value);
        match line.field {
            Some(Field::Country) => value.len() <= 60 && is_country(value),
            Some(Field::Period | Field::PeriodFrom) => is_period(value),
            Some(Field::People | Field::Days) => value.starts_with(|c: char| c.is_ascii_digit()),
            _ => false,
        }
    };
    block.iter().filter(fits).count() >= 2
}

/// The labels go to the first row of a block and the values to the second; the others are left blank.
fn lay_out(block: &[Line], rows: &mut Vec<Reshaped>) {
    for (place, line) in block.iter().enumerate() {
        let cells = match place {
            0 => block.iter().map(|line| line.label).collect(),
            1 => block.iter().map(|line| line.value).collect(),
            _ => Vec::new(),
        };
        rows.push(Reshaped {
            row: line.row,
            cells,
            why: Why::Form,
        });
    }
}
