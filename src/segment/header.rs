//! Where a table's head stands, over how many rows, and what its columns mean.

use super::columns::{is_of_delegations, settle};
use super::grid::Grid;
use super::guess;
use super::lines::{Look, is_number_row, numeral};
use super::ticks::{self, Tick};
use crate::model::section::{Column, Direction, Field, Match};
use crate::model::value::MoneyUnit;
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::{
    Hit, Meaning, funding_part, look_up, look_up_below, look_up_quickly, unit,
};
use smallvec::SmallVec;

/// The head of a table of delegations.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    pub columns: Vec<Column>,
    /// Columns whose meaning another column already has.
    pub doubled: Vec<usize>,
    /// Columns that are understood and of no use here: not worth a note.
    pub known: Vec<usize>,
    pub first_row: usize,
    /// Rows of the head.
    pub height: usize,
    /// First and last physical line.
    pub lines: Vec<u32>,
    /// "Nước đi" and "Đến từ nước" say the direction.
    pub direction: Option<Direction>,
    /// Columns that are ticked for a quarter or a direction.
    pub ticks: Vec<Tick>,
}

impl Head {
    /// The same head again, on a new page.
    pub fn repeats(&self, other: &Head) -> bool {
        let shape = |head: &Head| -> Vec<String> {
            head.columns
                .iter()
                .map(|c| fold(&c.heading))
                .filter(|h| !h.is_empty())
                .collect()
        };
        shape(self) == shape(other)
    }

    pub fn is_tick(&self, column: usize) -> bool {
        self.ticks.iter().any(|tick| tick.column == column)
    }

    /// The first column of a field.
    pub fn index_of(&self, field: Field) -> Option<usize> {
        self.columns
            .iter()
            .find(|c| c.field == Some(field))
            .map(|c| c.index)
    }
}

/// What stands at a row.
pub enum Found {
    Delegations(Head),
    /// The head of some other table: a budget, a list of staff.
    Foreign {
        height: usize,
    },
}

/// Tries a row, with up to two rows below it, as the head of a table. Inside a table's rows it takes
/// two headings in the very words of the vocabulary, for cells may hold such words among others.
pub fn find(grid: Grid<'_>, row: usize, look: &Look<'_>, in_table: bool) -> Option<Found> {
    let (hits, exact, numbered) = vote(look, in_table)?;
    let filled = look.cells.len();
    if exact < 2 && (in_table || exact < 1 || hits < 3 || hits * 2 < filled) {
        let foreign = numbered && filled >= 3 && look.cells.iter().all(|(_, t)| t.len() <= 80);
        return foreign.then_some(Found::Foreign { height: 1 });
    }
    let mut height = 1;
    while height < 3 && row + height < grid.rows() && continues(grid, row, row + height) {
        height += 1;
    }
    let head = build(grid, row, height);
    if is_of_delegations(&head) {
        return Some(Found::Delegations(head));
    }
    let foreign = filled >= 3 && hits * 2 >= filled || numbered;
    foreign.then_some(Found::Foreign { height })
}

/// How many cells are headings of the vocabulary, how many exactly, and whether "STT" is among them.
fn vote(look: &Look<'_>, in_table: bool) -> Option<(usize, usize, bool)> {
    if look.cells.len() < 2 || look.cells.iter().any(|(_, text)| text.len() > 200) {
        return None;
    }
    let (mut hits, mut exact, mut numbered) = (0, 0, false);
    for (at, (_, text)) in look.cells.iter().enumerate() {
        let hopeless = (at == 3 && in_table && exact == 0) || (at == 4 && hits == 0);
        if hopeless {
            return None;
        }
        if text
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_punctuation())
            && *text != "#"
        {
            continue;
        }
        let found = look_up_quickly(text);
        hits += usize::from(found.is_some());
        let sure = found.is_some_and(|hit| hit.matched == Match::Exact);
        exact += usize::from(sure);
        numbered |= sure && found.is_some_and(|h| h.meaning == Meaning::Field(Field::Number));
    }
    Some((hits, exact, numbered))
}

/// Whether a row goes on with the head above it: its words are headings, and it fills cells that the
/// row above leaves blank, or brackets below it.
fn continues(grid: Grid<'_>, first: usize, row: usize) -> bool {
    let look = grid.look(row);
    if look.cells.is_empty() || is_number_row(&look) {
        return false;
    }
    let merged = grid.document.sheets[grid.sheet].merges.iter().any(|merge| {
        merge.first_row as usize == first && merge.last_row as usize >= row && row < first + 3
    });
    let mut known = 0;
    let mut fills = false;
    for &(column, text) in &look.cells {
        let above = (first..row)
            .rev()
            .map(|r| grid.text(r, column))
            .find(|t| !t.is_empty());
        let number = numeral(text).is_some() || text.bytes().any(|b| b.is_ascii_digit());
        if text.len() > 80 || (number && !text.starts_with('(') && look_up(text).is_none()) {
            return false;
        }
        fills |= above.is_none();
        let bracket = text.starts_with('(');
        let heading =
            ticks::is_choice(text) || look_up_below(text).or_else(|| look_up(text)).is_some();
        known +=
            usize::from(bracket || heading || funding_part(text).is_some() || above == Some(text));
    }
    let first_column = look.cells[0].0;
    let own_number = first_column == 0 && look.cells[0].1 != grid.text(first, 0);
    let brackets = look.cells.iter().all(|(_, text)| text.starts_with('('));
    !own_number && known * 2 >= look.cells.len() && (fills || merged || brackets)
}

/// Joins the rows of a head and matches its columns.
fn build(grid: Grid<'_>, row: usize, height: usize) -> Head {
    let width = (row..row + height)
        .map(|r| grid.spans(r).len())
        .max()
        .unwrap_or(0);
    let mut head = Head {
        columns: Vec::with_capacity(width),
        doubled: Vec::new(),
        known: Vec::new(),
        first_row: row,
        height,
        lines: head_lines(grid, row, height),
        direction: None,
        ticks: Vec::new(),
    };
    let parts: Vec<_> = (0..width)
        .map(|index| parts_of(grid, row, height, index))
        .collect();
    let mut hits: Vec<Option<Hit>> = Vec::with_capacity(width);
    for (index, parts) in parts.iter().enumerate() {
        let (hit, part) = match_parts(parts);
        let field = part.map(|(class, level)| Field::FundingPart(class, level));
        let matched = if field.is_some() {
            Match::Exact
        } else {
            Match::None
        };
        let (heading, unit) = (parts.join(" | "), unit_of(parts));
        head.columns.push(Column {
            index,
            heading,
            field,
            matched,
            unit,
        });
        hits.push(hit.filter(|_| field.is_none()));
    }
    head.ticks = ticks::find(grid, row + height - 1, &parts, &hits);
    settle(&mut head, &hits);
    guess::refine(grid, &mut head);
    head
}

fn head_lines(grid: Grid<'_>, row: usize, height: usize) -> Vec<u32> {
    let mut lines = vec![grid.line(row), grid.last_line(row + height - 1)];
    lines.dedup();
    lines
}

/// The texts above one another in a column, the outermost first. A blank cell of an upper row belongs
/// to the heading at its left when the rows below are filled: that is how merged cells are saved.
fn parts_of<'d>(
    grid: Grid<'d>,
    row: usize,
    height: usize,
    column: usize,
) -> SmallVec<[&'d str; 3]> {
    let mut parts: SmallVec<[&str; 3]> = SmallVec::new();
    for level in row..row + height {
        let mut text = grid.text(level, column);
        let below = (level + 1..row + height).any(|r| !grid.text(r, column).is_empty());
        if text.is_empty() && below {
            let left = (0..column).rev().map(|c| (c, grid.text(level, c)));
            text = left
                .filter(|(_, t)| !t.is_empty())
                .map(|(_, t)| t)
                .next()
                .unwrap_or("");
        }
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts
}

type Part = (
    crate::model::value::FundingClass,
    crate::model::value::FundingLevel,
);

/// What the texts of one column mean together.
fn match_parts(parts: &[&str]) -> (Option<Hit>, Option<Part>) {
    let Some((child, parents)) = parts.split_last() else {
        return (None, None);
    };
    if parents.is_empty() {
        let hit = look_up(child);
        let part = hit
            .is_none_or(|h| h.matched != Match::Exact)
            .then(|| funding_part(child))
            .flatten();
        return (hit, part);
    }
    let parent = look_up(&parents.join(" "));
    let money = parent.is_some_and(|hit| {
        let funding = [Field::Funding, Field::Amount].map(Meaning::Field);
        hit.meaning == Meaning::Cost || funding.contains(&hit.meaning)
    });
    if money && let Some(part) = funding_part(child) {
        return (None, Some(part));
    }
    let bracket = child.starts_with('(');
    let whole = look_up(&parts.join(" ")).filter(|hit| hit.matched == Match::Exact);
    let own = look_up(child).filter(|hit| hit.matched == Match::Exact);
    let below = look_up_below(child).filter(|hit| fits_below(hit, parent));
    // "Thời gian | Đến" is a last day, though "Thời gian đến" in one cell is when guests come.
    let day = below.filter(|hit| {
        let days = [Field::PeriodFrom, Field::PeriodTo].map(Meaning::Field);
        days.contains(&hit.meaning)
    });
    let hit = day
        .or(whole)
        .or(below)
        .or(own)
        .or(parent.filter(|_| bracket));
    (hit.or_else(|| look_up(child)).or(parent), None)
}

/// "Từ" means a first day only below a period, "Tổng" an amount only below money.
fn fits_below(hit: &Hit, parent: Option<Hit>) -> bool {
    let Some(parent) = parent else { return false };
    match hit.meaning {
        Meaning::Field(Field::PeriodFrom | Field::PeriodTo | Field::Days) => {
            matches!(
                parent.meaning,
                Meaning::Field(Field::Period | Field::Days | Field::People)
            )
        }
        Meaning::Field(Field::People) => {
            matches!(parent.meaning, Meaning::Field(Field::People | Field::Head))
        }
        _ => matches!(
            parent.meaning,
            Meaning::Cost | Meaning::Field(Field::Funding | Field::Amount)
        ),
    }
}

fn unit_of(parts: &[&str]) -> Option<MoneyUnit> {
    parts.iter().rev().find_map(|part| unit(part))
}
