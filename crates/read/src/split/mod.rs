//! Splits decoded text into rows of cells that borrow from it, and counts every physical line.

mod quoted;
mod shape;
mod splitter;

use crate::document::{ReadNote, Row, Span};
use memchr::{memchr2, memchr3};
use quoted::{count_newlines, unescape};
use splitter::Splitter;

pub use shape::{ROW_CELLS, Rules, Split};

/// Notes of one kind beyond this number say nothing new.
const NOTES: usize = 50;

/// Splits a text by the rules. Never fails: what does not fit the rules is kept as written.
pub fn split(text: &str, rules: &Rules) -> Split {
    split_until(text, rules, |_, _| false)
}

/// Splits up to the row after which `enough` is known.
pub fn split_until(text: &str, rules: &Rules, enough: impl FnMut(&Split, &Row) -> bool) -> Split {
    let mut splitter = Splitter::new(text, rules);
    splitter.run(enough);
    splitter.out
}

impl Splitter<'_> {
    fn run(&mut self, mut enough: impl FnMut(&Split, &Row) -> bool) {
        while self.at < self.bytes.len() {
            if self.out.rows.len() as u32 >= self.rules.rows {
                self.rest();
                break;
            }
            self.row();
            let row = self.out.rows.last();
            if row.is_some_and(|row| enough(&self.out, row)) {
                break;
            }
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
        if self.beyond > 0 {
            let columns = cells.saturating_add(std::mem::take(&mut self.beyond));
            self.note(ReadNote::RowTooWide { line, columns });
        }
        self.out.rows.push(Row {
            first_cell,
            cells,
            line,
            lines: self.line - line,
        });
    }

    /// All lines that are left, as one row that is not read: they are counted, like every line.
    fn rest(&mut self) {
        let rest = &self.bytes[self.at..];
        let mut ends = [0; 3];
        count_newlines(rest, &mut ends);
        let unended = !matches!(rest.last(), None | Some(b'\n' | b'\r'));
        let lines = ends.iter().sum::<u32>() + u32::from(unended);
        let line = self.line;
        self.out.rows.push(Row {
            first_cell: self.out.cells.len() as u32,
            cells: 0,
            line,
            lines,
        });
        self.out.notes.push(ReadNote::RowsBeyond { line, lines });
        self.line += lines;
        self.at = self.bytes.len();
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
        loop {
            let from = self.at;
            let rest = &self.bytes[from..];
            let found = match self.rules.delimiter {
                Some(delimiter) => memchr3(delimiter, b'\n', b'\r', rest),
                None => memchr2(b'\n', b'\r', rest),
            };
            self.at = from + found.unwrap_or(rest.len());
            if self.rules.escape.is_none() || !self.is_escaped(from) {
                return escapes;
            }
            escapes += 1;
            self.at += 1;
        }
    }

    /// The delimiter here stands behind an escape of the cell that begins at `from`.
    fn is_escaped(&self, from: usize) -> bool {
        let here = self.bytes.get(self.at).copied();
        here.is_some()
            && here == self.rules.delimiter
            && self.at > from
            && Some(self.bytes[self.at - 1]) == self.rules.escape
    }

    fn push(&mut self, start: usize, end: usize, first_cell: u32) {
        if self.is_beyond(first_cell) {
            return;
        }
        let start = start + guard(&self.bytes[start..end]);
        let mut len = (end - start) as u32;
        if end - start > self.rules.cell_bytes as usize {
            len = self.kept(&self.text[start..end], first_cell);
        }
        self.out.cells.push(Span {
            start: start as u32,
            len,
        });
    }

    fn push_rebuilt(&mut self, cell: &str, first_cell: u32) {
        if self.is_beyond(first_cell) {
            return;
        }
        let cell = &cell[guard(cell.as_bytes())..];
        let len = self.kept(cell, first_cell);
        let start = self.text.len() + self.out.arena.len();
        self.out.arena.push_str(&cell[..len as usize]);
        self.out.cells.push(Span {
            start: start as u32,
            len,
        });
    }

    /// The row is full: the cell is only counted.
    fn is_beyond(&mut self, first_cell: u32) -> bool {
        let full = self.out.cells.len() as u32 - first_cell >= ROW_CELLS;
        self.beyond = self.beyond.saturating_add(u32::from(full));
        full
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

    fn note(&mut self, note: ReadNote) {
        if self.out.notes.len() < NOTES {
            self.out.notes.push(note);
        }
    }
}

/// Length of the "'" that guards a cell which a spreadsheet would take for a formula: this program
/// writes it, so that it takes it off again.
pub fn guard(cell: &[u8]) -> usize {
    match cell {
        [b'\'', b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r', ..] => 1,
        _ => 0,
    }
}
