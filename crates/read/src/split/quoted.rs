//! Where a quoted cell ends, and what to do with quotes that do not fit.

use super::splitter::{DeadEnd, Splitter};
use crate::document::ReadNote;
use memchr::{memchr2, memchr3};

/// Where a quoted cell ends, and what it holds.
#[derive(Default)]
pub struct Quoted {
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
    /// The end of a quoted cell whose text starts at `start`; `None` if the quote cannot close.
    pub(super) fn quoted(&mut self, start: usize) -> Option<Quoted> {
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
            if self.is_dead_end(start, here) {
                return None;
            }
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
                self.dead_end = self.dead_end_at(start, here, crossed);
                return None;
            }
            found.stray += 1;
            at = here + 1;
        }
    }

    /// A search that begins at `start` and has come to `here` goes on like one that failed: it stands
    /// where that one stood too, not on the second byte of a pair.
    fn is_dead_end(&self, start: usize, here: usize) -> bool {
        let DeadEnd {
            from,
            at,
            opened_before,
        } = self.dead_end;
        let before = here.checked_sub(1).map(|at| self.bytes[at]);
        (from + 1..=at).contains(&here)
            && start < opened_before
            && before != self.rules.quote
            && (self.rules.escape.is_none() || before != self.rules.escape)
    }

    /// A quote that only stands in a later line than the search began in is no end for one of its own.
    fn dead_end_at(&self, from: usize, at: usize, crossed: bool) -> DeadEnd {
        let opened_before = if crossed && !self.opens(at) {
            memchr::memrchr2(b'\n', b'\r', &self.bytes[from..at]).map_or(from, |end| from + end)
        } else {
            at
        };
        DeadEnd {
            from,
            at,
            opened_before,
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

    pub(super) fn push_quoted(&mut self, start: usize, quoted: Quoted, first_cell: u32) {
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

    /// A cell that opens with a quote and was read as it stands: with an even number of quotes it
    /// only begins with a quoted word.
    pub(super) fn note_unbalanced(&mut self, start: usize) {
        let Some(quote) = self.rules.quote else {
            return;
        };
        let quotes = memchr::memchr_iter(quote, &self.bytes[start..self.at]).count();
        if quotes.is_multiple_of(2) {
            self.out.stray += 1;
        } else {
            self.out.unbalanced += 1;
            self.note(ReadNote::UnbalancedQuote { line: self.line });
        }
    }
}

/// Line ends of a piece by kind: LF, CRLF, CR.
pub(super) fn count_newlines(bytes: &[u8], counts: &mut [u32; 3]) {
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
pub fn unescape(raw: &str, quote: Option<u8>, escape: Option<u8>, delimiter: Option<u8>) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::split::Rules;
    use proptest::prelude::*;

    fn splitter(text: &str, escape: Option<u8>) -> Splitter<'_> {
        let rules = Rules {
            delimiter: Some(b';'),
            quote: Some(b'"'),
            escape,
            blank_after: false,
            cell_bytes: u32::MAX,
            rows: u32::MAX,
        };
        Splitter::new(text, &rules)
    }

    fn found(splitter: &mut Splitter, start: usize) -> Option<(usize, usize)> {
        let quoted = splitter.quoted(start)?;
        Some((quoted.close, quoted.next))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn a_remembered_dead_end_changes_no_cell(
            pieces in prop::collection::vec(
                prop::sample::select(vec!["\"", "\"\"", ";\"", ";\"\"a", "\";", "a", "\\", "\n", "\r\n"]),
                0..60,
            ),
            escaped in any::<bool>(),
        ) {
            let text = pieces.concat();
            let escape = escaped.then_some(b'\\');
            let mut remembering = splitter(&text, escape);
            let mut at = 0;
            while let Some(offset) = text[at..].find(";\"") {
                let start = at + offset + 2;
                let mut forgetful = splitter(&text, escape);
                forgetful.no_close_before = remembering.no_close_before;
                let fresh = found(&mut forgetful, start);
                prop_assert_eq!(found(&mut remembering, start), fresh, "{:?} at {}", text, start);
                at = fresh.map_or(start, |(_, next)| next);
            }
        }
    }

    #[test]
    fn quotes_that_share_a_dead_end_are_searched_once() {
        let line = format!("{}{}", ";\"\"a".repeat(500_000), ";\"b;c\";\n");
        let lines = format!("{}{}", ";\"\"a;b\"\";\n".repeat(200_000), "x\"y;z\n");
        for (text, quoted) in [(line, 1), (lines, 0)] {
            let mut splitter = splitter(&text, None);
            splitter.run(|_, _| false);
            let out = splitter.out;
            assert_eq!((out.quoted, out.unbalanced), (quoted, 0));
        }
    }
}
