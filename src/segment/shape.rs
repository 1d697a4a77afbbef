//! A header known by its shape alone: a row of words above columns that hold figures, dates and countries.

use super::columns::is_data;
use super::grid::Grid;
use super::lines::{Look, is_number_row};
use super::totals;
use crate::vocabulary::fold::fold;

/// Fewer headings make no table that can be told from a letterhead.
const FEWEST: usize = 4;
/// Rows looked at below a header: enough to tell, few enough to cost nothing.
const SAMPLE: usize = 8;
/// No list of delegations has as many columns.
const WIDEST: usize = 120;
/// Longest heading, in bytes and in words: a question of an on-line form is one, a sentence is not.
const BYTES: usize = 140;
const WORDS: usize = 16;

/// Whether a row looks like a header, whatever its words: several short texts, none of them data, above
/// rows that hold data in most of the same columns.
pub fn is_header(grid: Grid<'_>, row: usize, look: &Look<'_>) -> bool {
    let fits = (FEWEST..=WIDEST).contains(&look.cells.len());
    if !fits || !begins_block(grid, row) || is_number_row(look) {
        return false;
    }
    if !look.cells.iter().all(|(_, text)| is_heading(text)) {
        return false;
    }

    let width = look.cells.last().map_or(0, |(column, _)| column + 1);
    let rows = sample(grid, row + 1);
    if rows.is_empty() {
        return false;
    }

    let typed = (0..width).filter(|column| holds_data(grid, &rows, *column));
    typed.count() >= 3
}

/// A header stands at the top of its table. That also keeps the rows of large tables from being asked.
fn begins_block(grid: Grid<'_>, row: usize) -> bool {
    let Some(above) = row.checked_sub(1) else {
        return true;
    };
    let spans = grid.spans(above).iter();
    let filled = spans.filter(|span| !grid.document.is_blank(**span));
    filled.take(3).count() < 3
}

/// Whether a row goes on with a header known by its shape: words only, under headings that it divides.
pub fn continues(grid: Grid<'_>, first: usize, row: usize) -> bool {
    let look = grid.look(row);
    let words = look.cells.iter().all(|(_, text)| is_heading(text));
    let divides = |column: usize| grid.text(first, column).is_empty();
    words
        && look.cells.len() >= 2
        && look.cells.iter().any(|(_, text)| text.len() > 3)
        && look.cells.iter().filter(|(at, _)| divides(*at)).count() * 2 >= look.cells.len()
        && !sample(grid, row + 1).is_empty()
}

fn is_heading(text: &str) -> bool {
    let short = text.len() <= BYTES && text.split_whitespace().count() <= WORDS;
    let lettered = text.chars().any(char::is_alphabetic) || text == "#";
    short && lettered && !is_data(text)
}

/// The next rows that fill several cells, without rows of numbers and totals.
fn sample(grid: Grid<'_>, first: usize) -> Vec<usize> {
    let below = first..grid.rows().min(first + 3 * SAMPLE);
    let is_row = |row: &usize| {
        let look = grid.look(*row);
        let opening = look.cells.first().map_or("", |(_, text)| text);
        look.cells.len() >= 3 && !is_number_row(&look) && !totals::is_total(opening, &fold(opening))
    };
    below.filter(is_row).take(SAMPLE).collect()
}

/// Two in three of the filled cells of a column are figures, dates, countries, sources.
fn holds_data(grid: Grid<'_>, rows: &[usize], column: usize) -> bool {
    let texts = rows
        .iter()
        .map(|row| grid.text(*row, column))
        .filter(|text| !text.is_empty());
    let (mut filled, mut data) = (0, 0);
    for text in texts {
        filled += 1;
        data += usize::from(is_data(text));
    }
    filled > 0 && data * 3 >= filled * 2
}
