//! Rows of cells that borrow from their document's text.

/// A piece of [`Document::text`](super::Document::text), in bytes. Eight bytes instead of a `String` per cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    pub start: u32,
    pub len: u32,
}

impl Span {
    /// The empty text, valid in every document.
    pub const EMPTY: Span = Span { start: 0, len: 0 };

    pub fn is_empty(self) -> bool {
        self.len == 0
    }
}

/// One row of a sheet: its cells and the physical lines that it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Index of the first cell in [`Sheet::cells`].
    pub first_cell: u32,
    /// Number of cells as written: ragged rows keep their own width.
    pub cells: u32,
    /// First physical line (text files) or row of the sheet (workbooks), from 1.
    pub line: u32,
    /// Physical lines covered: more than one where a cell holds line breaks.
    pub lines: u32,
}

/// A rectangle of merged cells of a workbook, inclusive, rows as indexes into [`Sheet::rows`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    pub first_row: u32,
    pub last_row: u32,
    pub first_col: u32,
    pub last_col: u32,
}

/// The lines of one table of a Word document, which people count by tables and rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableLines {
    /// Line of its first row, from 1.
    pub first_line: u32,
    /// Lines of all its rows, those of tables inside it included.
    pub lines: u32,
}

/// One grid of cells: a text file has one, a workbook one per sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the sheet; empty for a text file.
    pub name: String,
    /// Hidden by its author: still read, and said so.
    pub hidden: bool,
    /// Words of this program to a department, as the first sheet of an answer: never data.
    pub guide: bool,
    pub rows: Vec<Row>,
    /// Cells of all rows, in order.
    pub cells: Vec<Span>,
    /// Merged rectangles; always empty for text files.
    pub merges: Vec<Merge>,
    /// Tables of a Word document in their order; empty for all other files.
    pub tables: Vec<TableLines>,
    /// Lines of a workbook's text boxes and page headers: over the cells and no part of them.
    pub asides: Vec<String>,
}

impl Sheet {
    /// The number of the table that a line of a Word document lies in, and that of its row in it, from 1;
    /// `None` for lines outside of tables.
    pub fn table_row(&self, line: u32) -> Option<(u32, u32)> {
        let holds = |table: &TableLines| {
            line.checked_sub(table.first_line)
                .is_some_and(|row| row < table.lines)
        };
        let index = self.tables.iter().rposition(holds)?;
        let table = self.tables.get(index)?;
        Some((index as u32 + 1, line - table.first_line + 1))
    }
}
