//! The lines below a table by one key: the total, or the bridge from the sum of the lines to it.

use super::book::{Book, figure, number_of};
use super::codes::{Condition, MEASURES, value};
use super::style::Weight;
use super::tables::Table;
use crate::model::section::{Direction, Kind};
use crate::model::summary::Grand;
use crate::report::listing;
use crate::report::listing::By;
use crate::words::labels;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Worksheet, XlsxError};

impl Table {
    /// The lines below the keys: the total, or the bridge that leads to it; gives the next free row.
    pub(super) fn bottom(
        &self,
        book: &Book,
        sheet: &mut Worksheet,
        row: u32,
        kind: Kind,
        keys: Option<(u32, u32)>,
    ) -> Result<u32, XlsxError> {
        let bridge = match self.by {
            By::Country => Some((labels::SUM_OF_COUNTRIES, labels::COUNTED_TWICE)),
            By::Department => Some((labels::SUM_OF_DEPARTMENTS, labels::JOINT)),
            _ => None,
        };
        let mut row = row;
        if let Some((sum, less)) = bridge {
            book.label(sheet, row, ("", book.say(sum), ""), Weight::Group)?;
            book.label(sheet, row + 1, ("", book.say(less), ""), Weight::Group)?;
            for direction in Direction::ALL {
                if let Some(grand) = book.edition.summary.grand(kind, direction) {
                    self.bridge(book, sheet, row, grand, keys)?;
                }
            }
            row += 2;
        }
        let label = bridge.map_or(labels::TOTAL, |_| labels::DISTINCT_TOTAL);
        book.label(sheet, row, ("", book.say(label), ""), Weight::Total)?;
        for direction in Direction::ALL {
            let all = listing::grand_totals(book.edition.summary, kind, direction);
            for (at, measure) in MEASURES.into_iter().enumerate() {
                let number = value(&all, measure);
                let formula = book.sum(direction, measure, &Condition::kind(kind));
                let format = book.style.number(number_of(measure), number, Weight::Total);
                figure(
                    sheet,
                    (row, self.column(direction, at)),
                    formula,
                    number,
                    format,
                )?;
            }
            if self.has_share() {
                let condition = Condition::kind(kind);
                let cell = (row, direction);
                self.share_of(book, sheet, cell, (&all, &all), &condition)?;
            }
        }
        Ok(row + 1)
    }

    fn bridge(
        &self,
        book: &Book,
        sheet: &mut Worksheet,
        row: u32,
        grand: &Grand,
        keys: Option<(u32, u32)>,
    ) -> Result<(), XlsxError> {
        let excess = match self.by {
            By::Country => grand.countries_excess,
            _ => grand.departments_excess,
        };
        let mut sum = grand.totals;
        sum += excess;
        for (at, measure) in MEASURES.into_iter().enumerate() {
            let column = self.column(grand.direction, at);
            let cell = |row: u32| row_col_to_cell(row, column);
            let total = keys
                .filter(|_| book.sources.is_some())
                .map(|(first, last)| format!("SUM({}:{})", cell(first), cell(last)));
            let condition = Condition::kind(grand.kind);
            let less = match self.by {
                By::Country => book.excess(grand.direction, measure, &condition),
                _ => book
                    .sources
                    .as_ref()
                    .map(|_| format!("{}-{}", cell(row), cell(row + 2))),
            };
            let numbers = [
                (total, value(&sum, measure)),
                (less, value(&excess, measure)),
            ];
            for (row, (formula, number)) in (row..).zip(numbers) {
                let format = book.style.number(number_of(measure), number, Weight::Group);
                figure(sheet, (row, column), formula, number, format)?;
            }
        }
        Ok(())
    }
}
