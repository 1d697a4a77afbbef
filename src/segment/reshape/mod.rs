//! Which rows are put under the columns that they belong to before a sheet is walked: records that stand
//! in one cell, records broken over two lines, and headers that stand beside their columns.

mod broken;
mod fixed;
mod forms;
mod records;
mod shifted;

use super::grid::Grid;
use super::header::{self, Found, Header};
use crate::model::document::{Document, Span};
use crate::model::section::{LineClass, Realigned, SegmentNote, Segmentation};
use crate::vocabulary::headers::OfficeHeadings;

/// Filled rows among which a header is looked for.
const HEADER_WITHIN: usize = 60;

/// Why a row got other cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// Its record stood in one cell, or under another delimiter.
    Record,
    /// It goes on with the line above it and is part of that record now.
    Joined,
    /// A header that stood one column beside its cells.
    Moved,
    /// A line of a form whose labels or values stand in another row now.
    Form,
}

/// A row with the cells that it is read by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reshaped {
    pub row: usize,
    pub cells: Vec<Span>,
    pub why: Why,
}

/// A document whose rows were put under their columns.
pub struct Shaped {
    pub document: Document,
    rows: Vec<(usize, Reshaped)>,
}

/// The document as it is to be cut; `None` where every row stands as it should.
pub fn reshape(document: &Document, office: &OfficeHeadings) -> Option<Shaped> {
    let mut rows = Vec::new();
    for (sheet, source) in document.sheets.iter().enumerate() {
        if !source.guide {
            let found = of_sheet(Grid::whole(document, sheet, office));
            rows.extend(found.into_iter().map(|row| (sheet, row)));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let mut document = document.clone();
    for (sheet, row) in &rows {
        document.put_cells(*sheet, row.row, &row.cells);
    }
    Some(Shaped { document, rows })
}

fn of_sheet(grid: Grid<'_>) -> Vec<Reshaped> {
    let header = find_header(grid);
    let mut rows = match &header {
        Some(header) => shifted::find(grid, header),
        None => forms::find(grid),
    };
    if rows.is_empty() {
        rows = records::find(grid, header.as_ref());
        if let Some(header) = &header {
            rows.extend(broken::find(grid, header));
        }
    }
    if rows.is_empty() && header.is_none() {
        rows = fixed::find(grid);
    }
    rows
}

/// The first header of a table of delegations.
fn find_header(grid: Grid<'_>) -> Option<Header> {
    let filled = (0..grid.rows()).filter(|row| !grid.is_blank(*row));
    filled.take(HEADER_WITHIN).find_map(|row| {
        let look = grid.look(row);
        match (look.cells.len() > 1).then(|| header::find(grid, row, &look, false))? {
            Some(Found::Delegations(header)) => Some(header),
            _ => None,
        }
    })
}

impl Shaped {
    /// Hands the new cells over and says which lines were cut anew.
    pub fn report(self, out: &mut Segmentation) {
        let mut cut: Vec<u32> = Vec::new();
        for (sheet, row) in self.rows {
            let class = &mut out.classes[sheet][row.row];
            if matches!(row.why, Why::Joined | Why::Form) && *class == LineClass::Blank {
                *class = LineClass::Joined;
            }
            if row.why == Why::Record && *class == LineClass::Data {
                cut.push(self.document.sheets[sheet].rows[row.row].line);
            }
            let known = |known: &Realigned| known.sheet == sheet && known.row == row.row;
            if !out.realigned.iter().any(known) {
                out.realigned.push(Realigned {
                    sheet,
                    row: row.row,
                    cells: row.cells,
                    written: None,
                });
            }
        }
        if let Some(&line) = cut.first() {
            out.notes.push(SegmentNote::RecordsCut {
                line,
                rows: cut.len() as u32,
            });
        }
    }
}
