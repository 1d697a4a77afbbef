//! Totals without the word for it: a row of figures alone whose people are those of the rows above.

use super::Builder;
use crate::model::section::Field;
use crate::segment::grid::Grid;
use crate::segment::lines::{Look, is_filler, is_number};

/// People of the rows so far, added up as far as somebody asked.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    /// Rows that are in the sums.
    rows: usize,
    all: u64,
    since_total: u64,
    /// Rows behind `since_total`.
    rows_since: usize,
    /// The people of the last total.
    stated: Option<u64>,
}

impl Builder {
    /// A row that names nothing and whose people are the sum of rows above, or the last total again.
    pub fn is_sum(&mut self, grid: Grid<'_>, row: usize, look: &Look<'_>) -> bool {
        let Some(people) = self.people_of(grid, row).filter(|people| *people > 0) else {
            return false;
        };
        let numbered = self.number.is_some_and(|c| !grid.text(row, c).is_empty());
        let speaks = |field: Field| {
            let column = self.section.column(field);
            column.is_some_and(|column| !is_filler(grid.text(row, column.index)))
        };
        let says_more = [
            Field::Country,
            Field::Period,
            Field::PeriodFrom,
            Field::Head,
        ];
        if numbered || look.texts().count() > 1 || says_more.into_iter().any(speaks) {
            return false;
        }
        self.add_up(grid);
        let sums = self.sums;
        let of_all = sums.rows >= 2 && sums.all == people;
        let of_last = sums.rows_since >= 2 && sums.since_total == people;
        let again = sums.stated == Some(people) && sums.rows_since == 0;
        // Carried over from page to page, with slips: more than any row, and near the sum.
        let near = sums.rows >= 5 && people * 5 >= sums.all * 4 && people * 5 <= sums.all * 6;
        of_all || of_last || again || near
    }

    /// Remembers what a total says.
    pub(super) fn note_sum(&mut self, grid: Grid<'_>, row: usize) {
        self.add_up(grid);
        self.sums.stated = self.people_of(grid, row);
        self.sums.since_total = 0;
        self.sums.rows_since = 0;
    }

    fn add_up(&mut self, grid: Grid<'_>) {
        let from = self.sums.rows;
        for at in from..self.section.rows.len() {
            let row = self.section.rows[at].row as usize;
            let people = self.people_of(grid, row).unwrap_or(0);
            self.sums.all += people;
            self.sums.since_total += people;
            self.sums.rows_since += 1;
        }
        self.sums.rows = self.section.rows.len();
    }

    fn people_of(&self, grid: Grid<'_>, row: usize) -> Option<u64> {
        let column = self.section.column(Field::People)?.index;
        let text = grid.text(row, column);
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let plain = is_number(text) && digits.len() <= 9;
        plain.then(|| digits.parse().ok()).flatten()
    }
}
