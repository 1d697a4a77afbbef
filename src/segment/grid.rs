//! The cells of a sheet, or of one of two tables side by side on it, by row and column.

use super::lines::Look;
use crate::model::document::{Document, Span};
use crate::vocabulary::headers::OfficeHeadings;
use smallvec::SmallVec;

/// One sheet of a document, or one of two tables side by side on it, read by row and column.
#[derive(Clone, Copy)]
pub struct Grid<'d> {
    pub document: &'d Document,
    pub sheet: usize,
    pub half: Option<Half>,
    /// Headings that the office has explained.
    pub office: &'d OfficeHeadings,
}

/// One of two tables that stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Half {
    /// Column where the right one begins.
    pub at: usize,
    pub right: bool,
    /// Row of their heads: what stands above in one of them alone is a title of both.
    pub head: usize,
}

impl<'d> Grid<'d> {
    pub fn whole(document: &'d Document, sheet: usize, office: &'d OfficeHeadings) -> Grid<'d> {
        Grid {
            document,
            sheet,
            half: None,
            office,
        }
    }

    /// Column of the sheet where its own first column stands.
    pub fn first_column(&self) -> usize {
        let right = self.half.filter(|half| half.right);
        right.map_or(0, |half| half.at)
    }

    pub fn rows(&self) -> usize {
        self.document.sheets[self.sheet].rows.len()
    }

    pub fn spans(&self, row: usize) -> &'d [Span] {
        let spans = self.document.row(self.sheet, row);
        let Some(half) = self.half else { return spans };
        let (left, right) = spans.split_at(half.at.min(spans.len()));
        let own = if half.right { right } else { left };
        let blank = |span: &Span| self.document.is_blank(*span);
        if row < half.head && own.iter().all(blank) {
            return spans;
        }
        own
    }

    /// A cell as it stands; empty beyond the row's end.
    pub fn cell(&self, row: usize, column: usize) -> Span {
        if self.half.is_none() {
            return self.document.cell(self.sheet, row, column);
        }
        self.spans(row).get(column).copied().unwrap_or_default()
    }

    /// First physical line of a row, from 1.
    pub fn line(&self, row: usize) -> u32 {
        self.document.sheets[self.sheet].rows[row].line
    }

    /// Last physical line of a row.
    pub fn last_line(&self, row: usize) -> u32 {
        let row = self.document.sheets[self.sheet].rows[row];
        row.line + row.lines.saturating_sub(1)
    }

    /// A cell without blanks round it; empty beyond the row's end.
    pub fn text(&self, row: usize, column: usize) -> &'d str {
        self.document.trimmed(self.cell(row, column))
    }

    pub fn is_blank(&self, row: usize) -> bool {
        let mut spans = self.spans(row).iter();
        spans.all(|&span| self.document.is_blank(span))
    }

    /// The filled cells of a row. A merged title that was saved into each of its cells counts once.
    pub fn look(&self, row: usize) -> Look<'d> {
        let texts = self
            .spans(row)
            .iter()
            .map(|&span| self.document.trimmed(span));
        let mut cells: SmallVec<[(usize, &str); 16]> = texts
            .enumerate()
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let first = cells.first().map_or("", |(_, text)| text);
        if cells.len() >= 3 && first.len() >= 6 && cells.iter().all(|(_, text)| *text == first) {
            cells.truncate(1);
        }
        Look { cells }
    }
}
