//! How a delimiter stands in the lines of a sample, quotes left aside: counted, not cut.

use crate::read::split::ROW_CELLS;
use memchr::{memchr_iter, memchr3_iter};

/// Delimiters by what follows them. Those that end a line are neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Followed {
    pub by_blank: usize,
    pub by_others: usize,
}

impl Followed {
    pub fn of(sample: &str, delimiter: u8) -> Followed {
        let bytes = sample.as_bytes();
        let (mut by_blank, mut by_others) = (0, 0);
        for at in memchr_iter(delimiter, bytes) {
            match bytes.get(at + 1) {
                None | Some(b'\n' | b'\r') => {}
                Some(b' ') => by_blank += 1,
                _ => by_others += 1,
            }
        }
        Followed {
            by_blank,
            by_others,
        }
    }
}

/// The cells of each line that is not empty, as the splitter cuts them where nothing is quoted or
/// escaped.
pub fn widths(sample: &str, delimiter: u8) -> Vec<u32> {
    let bytes = sample.as_bytes();
    let (mut widths, mut cells, mut start) = (Vec::new(), 1, 0);
    let mut line = |from: usize, to: usize, cells: u32| {
        // A byte order mark alone makes no cell.
        let is_empty = || sample[from..to].trim_start_matches('\u{FEFF}').is_empty();
        if from < to && !is_empty() {
            widths.push(cells.min(ROW_CELLS));
        }
    };
    for at in memchr3_iter(delimiter, b'\n', b'\r', bytes) {
        if bytes[at] == delimiter {
            cells += 1;
        } else {
            line(start, at, cells);
            (cells, start) = (1, at + 1);
        }
    }
    line(start, bytes.len(), cells);
    widths
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::dialect::regularity;
    use crate::read::split::{Rules, split};
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
            prop_assert_eq!(widths(&sample, b','), cut);
        }
    }

    #[test]
    fn a_line_of_delimiters_is_as_wide_as_a_row_may_be() {
        let sample = ",".repeat(ROW_CELLS as usize + 5);
        assert_eq!(widths(&sample, b','), [ROW_CELLS]);
    }
}
