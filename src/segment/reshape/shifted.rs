//! Headers that stand beside the cells they name: one column off, or over a merged pair of columns whose
//! second one holds the data.

use super::{Reshaped, Why};
use crate::model::document::Span;
use crate::model::section::Field;
use crate::segment::columns::{is_country, is_period};
use crate::segment::grid::Grid;
use crate::segment::header::Header;
use crate::segment::lines::{is_number, is_number_row};

/// Rows below the header that are looked at.
const SAMPLE: usize = 20;

/// The rows of a header with their headings over the cells that they name.
pub(super) fn find(grid: Grid<'_>, header: &Header) -> Vec<Reshaped> {
    let below = header.first_row + header.height..grid.rows();
    let filled = |row: &usize| {
        let look = grid.look(*row);
        look.cells.len() >= 4 && !is_number_row(&look)
    };
    let rows: Vec<usize> = below.take(SAMPLE * 2).filter(filled).take(SAMPLE).collect();
    if rows.len() < 2 {
        return Vec::new();
    }
    let target = moved_right(grid, header, &rows).or_else(|| moved_left(grid, header, &rows));
    target.map_or_else(Vec::new, |target| rebuilt(grid, header, &target))
}

/// For each column of the header where its heading belongs.
type Target = Vec<usize>;

/// Headings over columns without a cell, each beside one that has cells and no heading.
fn moved_right(grid: Grid<'_>, header: &Header, rows: &[usize]) -> Option<Target> {
    let width = rows.iter().map(|row| grid.spans(*row).len()).max()?;
    let filled = |column: usize| rows.iter().any(|row| !grid.text(*row, column).is_empty());
    let headed = |column: usize| {
        let column = header.columns.get(column);
        column.is_some_and(|column| !column.heading.is_empty())
    };
    let mut target: Target = (0..header.columns.len()).collect();
    let mut moved = false;
    for column in (0..header.columns.len()).filter(|column| headed(*column) && !filled(*column)) {
        let end = (column + 1..width)
            .find(|next| headed(*next))
            .unwrap_or(width);
        let mut under = (column + 1..end).filter(|next| filled(*next));
        if let Some(only) = under.next().filter(|_| under.next().is_none()) {
            target[column] = only;
            moved = true;
        }
    }
    moved.then_some(target)
}

/// All headings one column too far to the right: the running numbers stand under none of them.
fn moved_left(grid: Grid<'_>, header: &Header, rows: &[usize]) -> Option<Target> {
    let first = header
        .columns
        .iter()
        .position(|column| !column.heading.is_empty())?;
    let before = first.checked_sub(1)?;
    let as_it_stands = fitting(grid, header, rows, 0);
    let moved = fitting(grid, header, rows, 1);
    let all = checked(header) * rows.len();
    let numbered = rows.iter().all(|row| is_number(grid.text(*row, before)));
    (numbered && moved * 5 >= all * 4 && as_it_stands * 2 < all).then(|| {
        (0..header.columns.len())
            .map(|column| column.saturating_sub(1))
            .collect()
    })
}

const CHECKED: [Field; 5] = [
    Field::Number,
    Field::Country,
    Field::People,
    Field::Days,
    Field::Period,
];

fn checked(header: &Header) -> usize {
    CHECKED
        .iter()
        .filter(|field| header.index_of(**field).is_some())
        .count()
}

/// How many cells are what their heading says, with all headings so many columns further left.
fn fitting(grid: Grid<'_>, header: &Header, rows: &[usize], left: usize) -> usize {
    let columns: Vec<(Field, usize)> = CHECKED
        .iter()
        .filter_map(|field| Some((*field, header.index_of(*field)?.checked_sub(left)?)))
        .collect();
    let fits = |row: usize, (field, column): (Field, usize)| {
        let text = grid.text(row, column);
        match field {
            Field::Country => is_country(text),
            Field::Period => is_period(text),
            _ => is_number(text),
        }
    };
    rows.iter()
        .map(|row| columns.iter().filter(|column| fits(*row, **column)).count())
        .sum()
}

fn rebuilt(grid: Grid<'_>, header: &Header, target: &[usize]) -> Vec<Reshaped> {
    let width = target.iter().max().map_or(0, |last| last + 1);
    let rows = header.first_row..header.first_row + header.height;
    rows.map(|row| {
        let mut cells = vec![Span::EMPTY; width];
        for (column, span) in grid.spans(row).iter().enumerate() {
            let place = target.get(column).copied().unwrap_or(column);
            if !grid.document.is_blank(*span) && place < width {
                cells[place] = *span;
            }
        }
        Reshaped {
            row,
            cells,
            why: Why::Moved,
        }
    })
    .collect()
}
