//! Columns that are ticked: one for each quarter, or one for each direction.

use super::columns::{self, Parts};
use super::grid::Grid;
use super::lines::is_filler;
use super::said::direction_said;
use crate::model::document::Span;
use crate::model::section::{DataRow, Direction, Field, InheritReason, Inherited};
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::{Hit, Meaning};

/// What a tick in a column says.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Says {
    /// The heading is the period: "Quý I".
    Period,
    Direction(Direction),
}

/// A column whose heading holds for the rows that fill it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    pub column: usize,
    says: Says,
    heading: Span,
    row: u32,
}

/// Finds tick columns among headings; `parts` are the texts of each column from the outermost on.
/// One column alone is no choice, and so none of them.
pub fn find(
    grid: Grid<'_>,
    last_row: usize,
    parts: &[Parts<'_>],
    hits: &[Option<Hit>],
) -> Vec<Tick> {
    let tick = |column, says| {
        let heading = grid.cell(last_row, column);
        Tick {
            column,
            says,
            heading,
            row: last_row as u32,
        }
    };
    let quarters = |column: usize| parts[column].last().is_some_and(|child| is_quarter(child));
    let ways = |column: usize| direction_of(&parts[column], hits[column]);
    let columns = 0..parts.len();
    let periods: Vec<Tick> = columns
        .clone()
        .filter(|c| quarters(*c))
        .map(|c| tick(c, Says::Period))
        .collect();
    let directions: Vec<Tick> = columns
        .filter_map(|c| ways(c).map(|d| tick(c, Says::Direction(d))))
        .collect();
    let choices = [periods, directions]
        .into_iter()
        .filter(|ticks| ticks.len() > 1);
    choices
        .flatten()
        .filter(|tick| !tick.heading.is_empty())
        .collect()
}

/// A heading that is one choice of several: a quarter, a direction.
pub fn is_choice(heading: &str) -> bool {
    is_quarter(heading) || direction_said(heading).is_some()
}

/// "Quý I", "Q2", "III", "Quý 4" as the heading of a column.
fn is_quarter(heading: &str) -> bool {
    let folded = fold(heading);
    let number = folded
        .strip_prefix("quy ")
        .or(folded.strip_prefix('q'))
        .unwrap_or(&folded);
    let bare = number.len() == folded.len();
    matches!(number, "i" | "ii" | "iii" | "iv")
        || (!bare && matches!(number, "1" | "2" | "3" | "4"))
}

/// "Ra" below "Loại đoàn", or "Đoàn ra" beside a column that holds the names.
fn direction_of(parts: &[&str], hit: Option<Hit>) -> Option<Direction> {
    let hit = hit?;
    let named = hit.meaning == Meaning::Field(Field::Name) && parts.len() == 1;
    let below = hit.meaning == Meaning::Field(Field::Direction) && parts.len() > 1;
    if named {
        hit.direction
    } else {
        parts
            .last()
            .filter(|_| below)
            .and_then(|c| direction_said(c))
    }
}

/// Lets the headings of ticked columns hold for a row.
pub fn apply(grid: Grid<'_>, ticks: &[Tick], data: &mut DataRow) {
    let ticked = |tick: &&Tick| {
        let text = grid.text(data.row as usize, tick.column);
        let mark = columns::is_tick(text) && !text.eq_ignore_ascii_case("false");
        mark || !text.is_empty() && !is_filler(text) && !is_denied(text)
    };
    let mut direction = None;
    for tick in ticks.iter().filter(ticked) {
        match tick.says {
            Says::Direction(way) => direction = Some(way),
            // One text for each ticked quarter.
            Says::Period => data.inherited.push(Inherited {
                field: Field::Period,
                text: tick.heading,
                from_row: tick.row,
                reason: InheritReason::Group,
            }),
        }
    }
    data.direction = data.direction.or(direction);
}

/// "FALSE", "sai", "N": a box that was left open.
fn is_denied(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "false" | "sai" | "n" | "no" | "k" | "ko" | "khong"
    )
}
