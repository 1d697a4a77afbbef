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
}
