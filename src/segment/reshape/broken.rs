//! Records broken over two lines by a line break that no quote covers.

use super::{Reshaped, Why};
use crate::model::document::Span;
use crate::model::section::Field;
use crate::segment::grid::Grid;
use crate::segment::header::Header;
use crate::segment::lines::{is_number, numeral};

/// Pairs of lines that make one record of the table's width: the first begins with a running number, the
/// second does not, and the figures of both then stand under their headings.
pub(super) fn find(grid: Grid<'_>, header: &Header) -> Vec<Reshaped> {
    let delimited = grid.document.dialect.is_some_and(|d| d.delimiter.is_some());
    let width = header.columns.len();
    let Some(number) = header
        .index_of(Field::Number)
        .filter(|_| delimited && width >= 4)
    else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut row = header.first_row + header.height;
    while row + 1 < grid.rows() {
        let short = grid.spans(row).len() < width && is_number(grid.text(row, number));
        if short && let Some(cells) = joined(grid, header, row) {
            let why = [
                (row, cells, Why::Record),
                (row + 1, Vec::new(), Why::Joined),
            ];
            found.extend(why.map(|(row, cells, why)| Reshaped { row, cells, why }));
            row += 1;
        }
        row += 1;
    }
    found
}

/// The cells of a row and the next one as one record.
fn joined(grid: Grid<'_>, header: &Header, row: usize) -> Option<Vec<Span>> {
    let (upper, lower) = (grid.spans(row), grid.spans(row + 1));
    let (end, start) = (upper.last()?, lower.first()?);
    let width = header.columns.len();
    if upper.len() < 2 || lower.len() < 2 || upper.len() + lower.len() != width + 1 {
        return None;
    }
    // A row that has its people already is whole: what follows is a row of its own.
    let people = header.index_of(Field::People)?;
    if upper.len() > people || numeral(grid.text(row + 1, 0)).is_some() {
        return None;
    }
    let gap = start.start.checked_sub(end.start + end.len)?;
    if !(1..=2).contains(&gap) {
        return None;
    }
    let seam = Span {
        start: end.start,
        len: start.start + start.len - end.start,
    };
    let mut cells = upper[..upper.len() - 1].to_vec();
    cells.push(seam);
    cells.extend_from_slice(&lower[1..]);
    let counted = [Field::People, Field::Days].map(|field| header.index_of(field));
    let is_figure = |column: usize| {
        let text = grid.document.trimmed(cells[column]);
        text.is_empty() || text.starts_with(|c: char| c.is_ascii_digit())
    };
    let mut counted = counted.into_iter().flatten().peekable();
    (counted.peek().is_some() && counted.all(is_figure)).then_some(cells)
}
