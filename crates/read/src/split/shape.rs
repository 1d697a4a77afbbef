//! What is split how, and what comes out: rules in, rows and cells out.

use crate::document::{ReadNote, Row, Span};

/// How to split: the dialect, with what it does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    pub delimiter: Option<u8>,
    pub quote: Option<u8>,
    pub escape: Option<u8>,
    /// One blank after each delimiter belongs to the delimiter: "a, b, c".
    pub blank_after: bool,
    /// Longest cell kept, in bytes.
    pub cell_bytes: u32,
    /// Most rows; the lines after them make one row without a cell.
    pub rows: u32,
}

/// Rows and cells of a text. Cells that had to be rebuilt lie in `arena`, whose text follows the
/// document's: their spans start at the text's length.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Split {
    pub rows: Vec<Row>,
    pub cells: Vec<Span>,
    pub arena: String,
    pub lines: u32,
    pub notes: Vec<ReadNote>,
    /// Cells that stood in quotes.
    pub quoted: u32,
    /// Quotes in the middle of quoted cells that are neither doubled nor escaped.
    pub stray: u32,
    /// Doubled and escaped quotes.
    pub doubled: u32,
    pub escaped: u32,
    /// Opening quotes that never close.
    pub unbalanced: u32,
    /// Line ends between rows by kind: LF, CRLF, CR. Spreadsheets write others into cells.
    pub newlines: [u32; 3],
}

/// Cells of a row that are kept, as many as a spreadsheet has columns: a line may be as long as the
/// file, and a table as wide is a slip.
pub const ROW_CELLS: u32 = 1 << 14;
