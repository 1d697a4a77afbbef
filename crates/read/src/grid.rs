//! Builds a sheet from cells that arrive one by one, so that an empty extent costs nothing.

use crate::document::{
    CellFault, Document, Encoding, Merge, ReadNote, Row, Sheet, Span, TableLines,
};
use crate::limits::ReadLimits;
use crate::split::guard;

/// Cells of all sheets of a workbook, blanks before a row's last cell included.
const CELLS: usize = 16 << 20;
/// A text that stands in many cells is kept once but read again for each: beyond this length its
/// copies are counted, and beyond so many bytes of copies left out.
const LONG: u32 = 1 << 10;
const REPEATED: u64 = 64 << 20;
/// Merged areas of a sheet: more than cells that anybody merges.
pub const MERGES: usize = 1 << 18;
/// Notes about single cells beyond this number say nothing new.
const NOTES: usize = 50;
/// Cells that the file itself spoils are each told: a row among them may count wrongly. A sheet of nothing
/// else is told by its first ones.
const FAULTS: usize = 1 << 10;
/// Letters of what such a cell holds.
const FAULT_LETTERS: usize = 60;

/// The text and notes of a whole workbook, shared by its sheets.
#[derive(Debug, Default)]
pub struct Book {
    pub text: String,
    pub notes: Vec<ReadNote>,
    pub sheets: Vec<Sheet>,
    cells: usize,
    /// Bytes of long cells that stand again.
    repeated: u64,
    faults: usize,
}

/// One sheet in the making.
pub struct Grid<'b> {
    book: &'b mut Book,
    limits: &'b ReadLimits,
    sheet: Sheet,
    /// Furthest cell seen, beyond the limits too: rows and columns.
    extent: (u32, u32),
    cut: bool,
}

/// A rectangle of merged cells as the file says it: first and last row, first and last column, from 0.
pub type Rectangle = (u32, u32, u32, u32);

impl Book {
    /// The document of all its sheets.
    pub fn document(self, encoding: Encoding, evidence: Vec<String>) -> Document {
        let rows = self.sheets.iter().flat_map(|sheet| &sheet.rows);
        Document {
            lines: rows.map(|row| row.lines).sum(),
            text: self.text,
            sheets: self.sheets,
            encoding,
            evidence,
            dialect: None,
            dialect_evidence: String::new(),
            notes: self.notes.into_iter().collect(),
            returned: None,
        }
    }

    /// Keeps lines that stand over the cells of the sheet read last.
    pub fn aside(&mut self, lines: Vec<String>) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.asides.extend(lines);
        }
    }

    /// Begins a sheet.
    pub fn sheet<'b>(&'b mut self, name: &str, hidden: bool, limits: &'b ReadLimits) -> Grid<'b> {
        let sheet = Sheet {
            name: name.to_string(),
            hidden,
            ..Sheet::default()
        };
        Grid {
            book: self,
            limits,
            sheet,
            extent: (0, 0),
            cut: false,
        }
    }
}

impl Grid<'_> {
    /// Adds a cell, from row 0 and column 0; gives its span for cells that repeat it.
    pub fn push(&mut self, row: u32, column: u32, text: &str) -> Option<Span> {
        let text = &text[guard(text.as_bytes())..];
        if text.is_empty() {
            return None;
        }
        let kept = self.kept(row, column, text);
        let start = u32::try_from(self.book.text.len()).ok()?;
        let span = Span {
            start,
            len: kept as u32,
        };
        start.checked_add(span.len)?;
        if !self.place(row, column, span) {
            return None;
        }
        self.book.text.push_str(&text[..kept]);
        Some(span)
    }

    /// Notes a cell that the file itself spoils.
    pub fn fault(&mut self, row: u32, column: u32, text: &str, reason: CellFault) {
        self.book.faults += 1;
        if self.book.faults > FAULTS {
            return;
        }
        self.book.notes.push(ReadNote::CellBroken {
            sheet: self.book.sheets.len() as u32,
            line: row.saturating_add(1),
            column: column.saturating_add(1),
            text: text.chars().take(FAULT_LETTERS).collect(),
            reason,
        });
    }

    /// Puts the span of an earlier cell at a further one. `false` beyond the limits.
    pub fn repeat(&mut self, row: u32, column: u32, span: Span) -> bool {
        if span.len > LONG {
            self.book.repeated += u64::from(span.len);
        }
        if self.book.repeated > REPEATED {
            self.extent = (
                self.extent.0.max(row.saturating_add(1)),
                self.extent.1.max(column.saturating_add(1)),
            );
            self.cut = true;
            return false;
        }
        self.place(row, column, span)
    }

    /// Puts a span at a cell. `false` beyond the limits.
    pub fn place(&mut self, row: u32, column: u32, span: Span) -> bool {
        self.extent = (
            self.extent.0.max(row.saturating_add(1)),
            self.extent.1.max(column.saturating_add(1)),
        );
        let last = self.sheet.rows.last().copied();
        let width = last
            .filter(|last| last.line == row + 1)
            .map_or(0, |last| last.cells);
        let added = (column + 1).saturating_sub(width) as usize;
        let beyond = row >= self.limits.sheet_rows || column >= self.limits.sheet_columns;
        if beyond || self.book.cells + added > CELLS {
            self.cut = true;
            return false;
        }
        if last.is_none_or(|last| last.line != row + 1) {
            let first_cell = self.sheet.cells.len() as u32;
            self.sheet.rows.push(Row {
                first_cell,
                cells: 0,
                line: row + 1,
                lines: 1,
            });
        }
        self.book.cells += added;
        let grown = self.sheet.cells.len() + added;
        self.sheet.cells.resize(grown, Span::EMPTY);
        if let Some(last) = self.sheet.rows.last_mut() {
            last.cells += added as u32;
            let index = last.first_cell as usize + column as usize;
            if let Some(cell) = self.sheet.cells.get_mut(index) {
                *cell = span;
            }
        }
        true
    }

    fn kept(&mut self, row: u32, column: u32, text: &str) -> usize {
        let limit = self.limits.cell_bytes as usize;
        if text.len() <= limit {
            return text.len();
        }
        if self.book.notes.len() < NOTES {
            let bytes = u32::try_from(text.len()).unwrap_or(u32::MAX);
            self.book.notes.push(ReadNote::CellTooLong {
                line: row + 1,
                column: column + 1,
                bytes,
            });
        }
        (0..=limit)
            .rev()
            .find(|&end| text.is_char_boundary(end))
            .unwrap_or(0)
    }

    /// Ends the sheet of a Word document: its tables are known.
    pub fn finish_word(mut self, merges: &[Rectangle], tables: Vec<TableLines>) {
        self.sheet.tables = tables;
        self.finish(merges);
    }

    /// Ends the sheet: rows in order, merged rectangles as indexes of its rows.
    pub fn finish(mut self, merges: &[Rectangle]) {
        self.sheet.rows.sort_by_key(|row| row.line);
        let name = &self.sheet.name;
        if self.sheet.hidden {
            self.book
                .notes
                .push(ReadNote::HiddenSheet { name: name.clone() });
        }
        if self.cut {
            let (rows, columns) = self.extent;
            self.book.notes.push(ReadNote::SheetTooLarge {
                name: name.clone(),
                rows,
                columns,
            });
        } else if self.sheet.rows.is_empty() {
            self.book
                .notes
                .push(ReadNote::EmptySheet { name: name.clone() });
        }
        self.sheet.merges = merges
            .iter()
            .take(MERGES)
            .filter_map(|merge| self.merged(*merge))
            .collect();
        self.book.sheets.push(self.sheet);
    }

    /// A rectangle by the indexes of the used rows; `None` if its first row holds nothing.
    fn merged(&self, (first, last, first_col, last_col): Rectangle) -> Option<Merge> {
        let rows = &self.sheet.rows;
        let first_row = rows
            .binary_search_by_key(&(first + 1), |row| row.line)
            .ok()?;
        let after = rows.partition_point(|row| row.line <= last.saturating_add(1));
        let last_row = after
            .checked_sub(1)
            .filter(|&last_row| last_row >= first_row)?;
        (last_row > first_row || last_col > first_col).then_some(Merge {
            first_row: first_row as u32,
            last_row: last_row as u32,
            first_col,
            last_col,
        })
    }
}
