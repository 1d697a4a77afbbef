//! How a delimiter stands in the lines of a sample, quotes left aside: counted, not cut.

use crate::split::ROW_CELLS;
use memchr::{memchr, memchr_iter, memchr3_iter};

/// Where a delimiter stands in a sample.
#[derive(Debug, Default)]
pub struct Standing {
    /// The cells of each line that is not empty, as the splitter cuts them where nothing is quoted or
    /// escaped.
    pub widths: Vec<u32>,
    /// Delimiters with a blank after them, and with anything else but a line end.
    pub by_blank: usize,
    pub by_others: usize,
    /// A cell may lose its first byte: where cells begin is not where delimiters stand.
    guarded: bool,
}

impl Standing {
    pub fn of(sample: &str, delimiter: u8) -> Standing {
        let bytes = sample.as_bytes();
        let mut standing = Standing {
            guarded: memchr(b'\'', bytes).is_some(),
            ..Standing::default()
        };
        let (mut cells, mut start) = (1, 0);
        for at in memchr3_iter(delimiter, b'\n', b'\r', bytes) {
            if bytes[at] != delimiter {
                standing.end_line(&sample[start..at], cells);
                (cells, start) = (1, at + 1);
                continue;
            }
            cells += 1;
            match bytes.get(at + 1) {
                None | Some(b'\n' | b'\r') => {}
                Some(b' ') => standing.by_blank += 1,
                _ => standing.by_others += 1,
            }
        }
        standing.end_line(&sample[start..], cells);
        standing
    }

    fn end_line(&mut self, line: &str, cells: u32) {
        // A byte order mark alone makes no cell.
        if !line.trim_start_matches('\u{FEFF}').is_empty() {
            self.widths.push(cells.min(ROW_CELLS));
        }
    }

    /// Whether a blank follows nearly every delimiter of unquoted cells; `None` where only cutting them
    /// tells.
    pub fn is_before_blanks(&self) -> Option<bool> {
        if self.by_others > self.by_blank || self.by_blank == 0 {
            return Some(false);
        }
        let all_kept = self.by_blank + self.by_others < ROW_CELLS as usize;
        (all_kept && !self.guarded).then_some(self.by_others * 50 <= self.by_blank)
    }
}

/// Whether a quote stands where a cell may open with it. Elsewhere it is a word's.
pub fn may_open(sample: &str, delimiter: u8, quote: u8) -> bool {
    let bytes = sample.as_bytes();
    let opens = |at: usize| {
        let before = sample[..at].trim_end_matches([' ', '\u{FEFF}']);
        let last = before.bytes().next_back();
        last.is_none_or(|b| b == delimiter || matches!(b, b'\n' | b'\r'))
    };
    delimiter == b' ' || memchr_iter(quote, bytes).any(opens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::regularity;
    use crate::split::{Rules, split};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn widths_that_are_counted_are_those_of_cells_that_are_cut(
            pieces in prop::collection::vec(
                prop::sample::select(vec![",", "a", "\"", "\\", "\n", "\r", "\r\n", "\u{FEFF}", " ", "ế"]),
                0..60,
            ),
        ) {
            let sample = pieces.concat();
            let rules = Rules {
                delimiter: Some(b','),
                quote: None,
                escape: None,
                blank_after: false,
                cell_bytes: u32::MAX,
                rows: u32::MAX,
            };
            let cut = regularity::widths(&split(&sample, &rules));
            prop_assert_eq!(Standing::of(&sample, b',').widths, cut);
        }
    }

    #[test]
    fn a_line_of_delimiters_is_as_wide_as_a_row_may_be() {
        let sample = ",".repeat(ROW_CELLS as usize + 5);
        assert_eq!(Standing::of(&sample, b',').widths, [ROW_CELLS]);
    }
}
