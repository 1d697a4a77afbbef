//! Rows that are delegations at first sight: what large files consist of is decided without folding.

use super::Builder;
use crate::segment::grid::Grid;
use crate::segment::lines::{is_example, is_filler, is_help};
use crate::segment::{nil, totals};
use crate::vocabulary::fold::fold;

impl Builder {
    /// Most rows of a table: a running number and words where the delegation is named. Decided
    /// without folding anything, for that is what large files consist of.
    pub fn is_plain(&self, grid: Grid<'_>, row: usize) -> bool {
        let Some(subject) = self.subject else {
            return false;
        };
        let spans = grid.spans(row);
        if let Some(number) = self.number {
            let digits = grid.text(row, number).as_bytes();
            let digits = digits.strip_suffix(b".").unwrap_or(digits);
            if digits.is_empty() || digits.len() > 6 || !digits.iter().all(u8::is_ascii_digit) {
                return false;
            }
        }
        let text = grid.text(row, subject);
        if self.number.is_none() && self.is_own_heading(subject, text) {
            return false;
        }
        let first = text.bytes().next().unwrap_or(b' ');
        let worded = text.len() >= 6 && (first.is_ascii_alphabetic() || first >= 0xC3);
        if !worded || !self.names_something(text, first) {
            return false;
        }
        let filled = spans.iter().filter(|span| !grid.document.is_blank(**span));
        filled.take(5).count() == 5
    }

    /// The first row of the section is the example of the blank form. Asked of first rows alone, where
    /// the form has it: large files consist of others.
    pub fn begins_with_example(&self, grid: Grid<'_>, row: usize) -> bool {
        let look = || grid.look(row);
        self.section.rows.is_empty() && (is_example(&look()) || is_help(&look()))
    }

    /// Words that are no filler and, where no running number says so already, no total.
    fn names_something(&self, text: &str, first: u8) -> bool {
        let numbered = self.number.is_some();
        let wary = b"kKcCnNxXtT".contains(&first) && (text.len() <= 40 || !numbered);
        let aside = wary && (is_filler(text) || (!numbered && totals::is_total(text, &fold(text))));
        !aside && !nil::denies(text)
    }

    /// The head again: a table without running numbers has no other sign of it.
    fn is_own_heading(&self, column: usize, text: &str) -> bool {
        let heading = self
            .section
            .columns
            .get(column)
            .map_or("", |column| &column.heading);
        heading.len() == text.len() && fold(heading) == fold(text)
    }
}
