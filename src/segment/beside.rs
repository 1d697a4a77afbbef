//! Two tables side by side on one sheet: where the right one begins, and each read as if alone.

use super::grid::{Grid, Half};
use super::hints::Hints;
use super::names::Names;
use super::page::Page;
use super::passes;
use crate::model::section::{Field, LineClass, SegmentNote, Segmentation};
use crate::vocabulary::headers::{Meaning, look_up_quickly};

/// Rows among which a head is looked for.
const ROWS: usize = 60;
/// Headings of two small tables side by side.
const LEAST: usize = 8;

/// The two halves of a sheet, where a head begins anew in the middle of a row.
pub fn find(grid: Grid<'_>) -> Option<[Grid<'_>; 2]> {
    (0..grid.rows().min(ROWS)).find_map(|head| {
        let at = second_head(grid, head)?;
        let half = |right| Grid {
            half: Some(Half { at, right, head }),
            ..grid
        };
        Some([half(false), half(true)])
    })
}

/// The column where the headings of a row name the same things once more.
fn second_head(grid: Grid<'_>, row: usize) -> Option<usize> {
    if grid.spans(row).len() < LEAST {
        return None;
    }
    let mut texts = grid
        .spans(row)
        .iter()
        .map(|&span| grid.document.trimmed(span));
    let begins = texts.find(|text| !text.is_empty())?;
    // Rows of data begin with a number: no heading of theirs is looked up.
    if begins.len() > 40 || begins.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let look = grid.look(row);
    if look.cells.len() < LEAST {
        return None;
    }
    let field = |text: &str| match look_up_quickly(text)?.meaning {
        Meaning::Field(field) => Some(field),
        _ => None,
    };
    let fields: Vec<Option<Field>> = look.cells.iter().map(|(_, text)| field(text)).collect();
    let first = fields[0].filter(|field| matches!(field, Field::Number | Field::Name))?;
    let again = 1 + fields[1..].iter().position(|field| *field == Some(first))?;
    let (left, right) = fields.split_at(again);
    (is_table(left) && is_table(right)).then(|| look.cells[again].0)
}

/// Names or contents, and two more things that a list of delegations says.
fn is_table(fields: &[Option<Field>]) -> bool {
    let has = |field: &Field| fields.contains(&Some(*field));
    let subject = has(&Field::Name) || has(&Field::Content);
    let others = [
        Field::Country,
        Field::People,
        Field::Days,
        Field::Period,
        Field::Funding,
    ];
    subject && others.iter().filter(|field| has(field)).count() >= 2
}

/// Reads both halves, the left one first. A row is what either of them makes of it.
pub fn walk(
    [left, right]: [Grid<'_>; 2],
    hints: &Hints<'_>,
    out: &mut Segmentation,
    names: &mut Names,
) -> Vec<LineClass> {
    let classes = Page::new(left, hints, out, names).walk();
    let sections = out.sections.len();
    let others = passes::again(out, |out| {
        let classes = Page::new(right, hints, out, names).walk();
        shift(out, sections, right.first_column());
        classes
    });
    passes::stronger_of(classes, others)
}

/// Columns of the right half as columns of the sheet.
fn shift(out: &mut Segmentation, from: usize, by: usize) {
    for section in &mut out.sections[from..] {
        section
            .columns
            .iter_mut()
            .for_each(|column| column.index += by);
        section
            .totals
            .iter_mut()
            .for_each(|total| total.column += by);
    }
    for note in &mut out.notes {
        if let SegmentNote::UnknownColumn { column, .. }
        | SegmentNote::DoubledColumn { column, .. } = note
        {
            *column += by;
        }
    }
}
