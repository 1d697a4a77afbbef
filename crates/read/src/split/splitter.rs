//! The state of splitting: where the splitter stands in the text, and what it already knows of it.

use super::shape::{Rules, Split};

/// A search for a closing quote that failed, so that quotes which open on its way need not go it
/// again: a line of them can be as long as the file.
#[derive(Default)]
pub struct DeadEnd {
    /// Where the search began, and the quote that ended it.
    pub from: usize,
    pub at: usize,
    /// It ends every search that begins before here.
    pub opened_before: usize,
}

/// Walks through a text from cell to cell.
pub struct Splitter<'t> {
    pub text: &'t str,
    pub bytes: &'t [u8],
    pub rules: Rules,
    pub at: usize,
    pub line: u32,
    /// Quotes that open before this offset were searched for a close without success.
    pub no_close_before: usize,
    pub dead_end: DeadEnd,
    /// A stretch of a line after which a quote closes.
    pub line_close: (usize, usize),
    /// A stretch of a line without a quote that closes.
    pub line_open: (usize, usize),
    /// Cells of the row beyond [`ROW_CELLS`].
    pub beyond: u32,
    pub out: Split,
}

impl<'t> Splitter<'t> {
    pub fn new(text: &'t str, rules: &Rules) -> Splitter<'t> {
        Splitter {
            text,
            bytes: text.as_bytes(),
            rules: *rules,
            at: 0,
            line: 1,
            no_close_before: 0,
            dead_end: DeadEnd::default(),
            line_close: (1, 0),
            line_open: (1, 0),
            beyond: 0,
            // Room for a table of usual lines; what is not used is given back.
            out: Split {
                rows: Vec::with_capacity(text.len() / 192),
                cells: Vec::with_capacity(text.len() / 24),
                ..Split::default()
            },
        }
    }
}
