//! Splits decoded text into rows of cells that borrow from it, and counts every physical line.

use crate::model::document::{ReadNote, Row, Span};
use memchr::{memchr2, memchr3};

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
    newlines: [u32; 3],
}

/// Notes of one kind beyond this number say nothing new.
const NOTES: usize = 50;

/// Splits a text by the rules. Never fails: what does not fit the rules is kept as written.
pub fn split(text: &str, rules: &Rules) -> Split {
    let mut splitter = Splitter {
        text,
        bytes: text.as_bytes(),
        rules: *rules,
        at: 0,
        line: 1,
        no_close_before: 0,
        line_close: (1, 0),
        line_open: (1, 0),
        out: Split::default(),
    };
    splitter.run();
    splitter.out
}

struct Splitter<'t> {
    text: &'t str,
    bytes: &'t [u8],
    rules: Rules,
    at: usize,
    line: u32,
    /// Quotes that open before this offset were searched for a close without success.
    no_close_before: usize,
    /// A stretch of a line after which a quote closes.
    line_close: (usize, usize),
    /// A stretch of a line without a quote that closes.
    line_open: (usize, usize),
    out: Split,
}

/// Where a quoted cell ends, and what it holds.
#[derive(Default)]
struct Quoted {
    /// Offset of the closing quote.
    close: usize,
    /// Offset of what follows the cell: a delimiter, a line end or the end.
    next: usize,
    /// Holds doubled or escaped quotes.
    doubled: u32,
    escaped: u32,
    stray: u32,
    newlines: [u32; 3],
}

impl Splitter<'_> {
    fn run(&mut self) {
        while self.at < self.bytes.len() {
            self.row();
        }
        self.out.lines = self.line - 1;
        if self.out.newlines.iter().filter(|&&count| count > 0).count() > 1 {
            self.out.notes.push(ReadNote::MixedNewlines);
        }
    }

    fn row(&mut self) {
        let first_cell = self.out.cells.len() as u32;
        let line = self.line;
        self.skip_mark();
        if !self.line_end() {
            loop {
                self.cell(first_cell);
                if self.line_end() {
                    break;
                }
                // What is not at a line end stands at a delimiter.
                self.at += 1;
                if self.rules.blank_after && self.bytes.get(self.at) == Some(&b' ') {
                    self.at += 1;
                }
            }
        }
        let cells = self.out.cells.len() as u32 - first_cell;
        self.out.rows.push(Row {
            first_cell,
            cells,
            line,
            lines: self.line - line,
        });
    }

    /// A byte order mark at the start of a line comes from joined files.
    fn skip_mark(&mut self) {
        while self.bytes[self.at..].starts_with("\u{FEFF}".as_bytes()) {
            self.at += "\u{FEFF}".len();
        }
    }

    /// Steps over a line end, or over the end of the text, which ends the last line.
    fn line_end(&mut self) -> bool {
        let kind = match (self.bytes.get(self.at), self.bytes.get(self.at + 1)) {
            (None, _) => {
                self.line += 1;
                return true;
            }
            (Some(b'\n'), _) => 0,
            (Some(b'\r'), Some(b'\n')) => 1,
            (Some(b'\r'), _) => 2,
            _ => return false,
        };
        self.at += if kind == 1 { 2 } else { 1 };
        self.line += 1;
        self.out.newlines[kind] += 1;
        true
    }

    fn cell(&mut self, first_cell: u32) {
        let mut unclosed = false;
        if let Some(open) = self.opening_quote() {
            match self.quoted(open + 1) {
                Some(quoted) => return self.push_quoted(open + 1, quoted, first_cell),
                None => unclosed = true,
            }
        }
        let start = self.at;
        let escaped = self.unquoted();
        if unclosed {
            self.note_unbalanced(start);
        }
        if escaped > 0 {
            self.out.escaped += escaped;
            let raw = &self.text[start..self.at];
            let rebuilt = unescape(raw, None, self.rules.escape, self.rules.delimiter);
            self.push_rebuilt(&rebuilt, first_cell);
        } else {
            self.push(start, self.at, first_cell);
        }
    }

    /// The quote that the cell opens with; blanks before it are tolerated where blanks follow delimiters.
    fn opening_quote(&self) -> Option<usize> {
        let quote = self.rules.quote?;
        let mut at = self.at;
        while self.rules.blank_after && self.bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        (self.bytes.get(at) == Some(&quote)).then_some(at)
    }

    /// Moves to the end of an unquoted cell; counts escapes in it.
    fn unquoted(&mut self) -> u32 {
        let mut escapes = 0;
        let escape = self.rules.escape.filter(|_| self.rules.delimiter.is_some());
        loop {
            let rest = &self.bytes[self.at..];
            let found = match self.rules.delimiter {
                Some(delimiter) => memchr3(delimiter, b'\n', b'\r', rest),
                None => memchr2(b'\n', b'\r', rest),
            };
            let end = self.at + found.unwrap_or(rest.len());
            let is_escaped = escape.is_some()
                && end < self.bytes.len()
                && Some(self.bytes[end]) == self.rules.delimiter
                && end > self.at
                && Some(self.bytes[end - 1]) == escape;
            self.at = end;
            if !is_escaped {
                return escapes;
            }
            escapes += 1;
            self.at += 1;
        }
    }

    /// The end of a quoted cell whose text starts at `start`; `None` if the quote cannot close.
    fn quoted(&mut self, start: usize) -> Option<Quoted> {
        let quote = self.rules.quote?;
        let mut found = Quoted::default();
        let empty = self.bytes.get(start) == Some(&quote);
        if let Some(next) = self.closing(start + 1).filter(|_| empty) {
            (found.close, found.next) = (start, next);
            return Some(found);
        }
        if start <= self.no_close_before {
            return None;
        }
        let mut at = start;
        // Line ends are counted up to here.
        let mut counted = start;
        loop {
            let Some(offset) =
                memchr2(quote, self.rules.escape.unwrap_or(quote), &self.bytes[at..])
            else {
                self.no_close_before = self.bytes.len();
                return None;
            };
            let here = at + offset;
            let next = self.bytes.get(here + 1).copied();
            if Some(self.bytes[here]) == self.rules.escape && self.bytes[here] != quote {
                let covers = next == Some(quote) || next == self.rules.escape;
                found.escaped += u32::from(covers);
                at = here + if covers { 2 } else { 1 };
                continue;
            }
            if next == Some(quote) {
                found.doubled += 1;
                at = here + 2;
                continue;
            }
            count_newlines(&self.bytes[counted..here], &mut found.newlines);
            counted = here;
            if let Some(next) = self.closing(here + 1) {
                found.close = here;
                found.next = next;
                return Some(found);
            }
            // A quote that opens a cell, or stands in a later line, belongs to another cell.
            let crossed = found.newlines.iter().any(|&count| count > 0);
            if crossed || self.opens(here) || !self.closes_on_line(here + 1) {
                return None;
            }
            found.stray += 1;
            at = here + 1;
        }
    }

    /// What follows a closing quote: a delimiter or a line end, after blanks at most.
    fn closing(&self, after: usize) -> Option<usize> {
        let mut at = after;
        loop {
            match self.bytes.get(at) {
                None | Some(b'\n' | b'\r') => return Some(at),
                Some(&b) if Some(b) == self.rules.delimiter => return Some(at),
                Some(b' ') => at += 1,
                _ => return None,
            }
        }
    }

    /// A quote right after a delimiter.
    fn opens(&self, quote: usize) -> bool {
        let mut before = quote;
        while self.rules.blank_after && before > 0 && self.bytes[before - 1] == b' ' {
            before -= 1;
        }
        before > 0 && Some(self.bytes[before - 1]) == self.rules.delimiter
    }

    /// A later quote of the same line closes the cell, so that one before it is a stray one. What was
    /// found is remembered: lines can be as long as the file.
    fn closes_on_line(&mut self, after: usize) -> bool {
        if (self.line_close.0..=self.line_close.1).contains(&after) {
            return true;
        }
        if (self.line_open.0..=self.line_open.1).contains(&after) {
            return false;
        }
        let Some(quote) = self.rules.quote else {
            return false;
        };
        let mut at = after;
        while let Some(offset) = memchr3(quote, b'\n', b'\r', &self.bytes[at..]) {
            at += offset + 1;
            if self.bytes[at - 1] != quote {
                break;
            }
            if self.closing(at).is_some() {
                self.line_close = (after, at - 1);
                return true;
            }
        }
        self.line_open = (after, at);
        false
    }

    fn push_quoted(&mut self, start: usize, quoted: Quoted, first_cell: u32) {
        self.out.quoted += 1;
        self.out.stray += quoted.stray;
        self.out.doubled += quoted.doubled;
        self.out.escaped += quoted.escaped;
        if quoted.doubled + quoted.escaped > 0 {
            let raw = &self.text[start..quoted.close];
            let rebuilt = unescape(raw, self.rules.quote, self.rules.escape, None);
            self.push_rebuilt(&rebuilt, first_cell);
        } else {
            self.push(start, quoted.close, first_cell);
        }
        self.line += quoted.newlines.iter().sum::<u32>();
        self.at = quoted.next;
    }

    fn push(&mut self, start: usize, end: usize, first_cell: u32) {
        let len = self.kept(&self.text[start..end], first_cell);
        self.out.cells.push(Span {
            start: start as u32,
            len,
        });
    }

    fn push_rebuilt(&mut self, cell: &str, first_cell: u32) {
        let len = self.kept(cell, first_cell);
        let start = self.text.len() + self.out.arena.len();
        self.out.arena.push_str(&cell[..len as usize]);
        self.out.cells.push(Span {
            start: start as u32,
            len,
        });
    }

    /// Length of a cell within the limit; what is beyond it is noted.
    fn kept(&mut self, cell: &str, first_cell: u32) -> u32 {
        let limit = self.rules.cell_bytes as usize;
        if cell.len() <= limit {
            return cell.len() as u32;
        }
        let mut end = limit;
        while !cell.is_char_boundary(end) {
            end -= 1;
        }
        let column = self.out.cells.len() as u32 - first_cell + 1;
        let bytes = u32::try_from(cell.len()).unwrap_or(u32::MAX);
        self.note(ReadNote::CellTooLong {
            line: self.line,
            column,
            bytes,
        });
        end as u32
    }

    /// A cell that opens with a quote and was read as it stands: with an even number of quotes it
    /// only begins with a quoted word.
    fn note_unbalanced(&mut self, start: usize) {
        let Some(quote) = self.rules.quote else {
            return;
        };
        let quotes = memchr::memchr_iter(quote, &self.bytes[start..self.at]).count();
        if quotes % 2 == 0 {
            self.out.stray += 1;
        } else {
            self.out.unbalanced += 1;
            self.note(ReadNote::UnbalancedQuote { line: self.line });
        }
    }

    fn note(&mut self, note: ReadNote) {
        if self.out.notes.len() < NOTES {
            self.out.notes.push(note);
        }
    }
}

/// Line ends of a piece by kind: LF, CRLF, CR.
fn count_newlines(bytes: &[u8], counts: &mut [u32; 3]) {
    for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
        match bytes[at] {
            b'\n' if at > 0 && bytes[at - 1] == b'\r' => {
                counts[2] -= 1;
                counts[1] += 1;
            }
            b'\n' => counts[0] += 1,
            _ => counts[2] += 1,
        }
    }
}

/// A cell without its doublings and escapes.
fn unescape(raw: &str, quote: Option<u8>, escape: Option<u8>, delimiter: Option<u8>) -> String {
    let (quote, escape) = (quote.map(char::from), escape.map(char::from));
    let delimiter = delimiter.map(char::from);
    let mut cell = String::with_capacity(raw.len());
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let covered = if Some(c) == quote {
            next == quote
        } else {
            Some(c) == escape
                && next.is_some()
                && (next == quote || next == escape || next == delimiter)
        };
        cell.push(if covered {
            chars.next().unwrap_or(c)
        } else {
            c
        });
    }
    cell
}
