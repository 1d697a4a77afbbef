//! Planned and realised delegations by country or department, below the tables of the sheet.

use super::book::{Book, heads, put, put_across, tall_head};
use super::planned::{COLUMNS, Of, figures, notes};
use super::style::Weight;
use super::tables::Table;
use crate::model::comparison::{Key, by_key};
use crate::model::section::Direction;
use crate::report::listing::By;
use crate::words::labels;
use rust_xlsxwriter::{Worksheet, XlsxError};

impl Table {
    /// The table, or why there is none; gives the next free row.
    pub(super) fn planned(
        &self,
        book: &Book,
        sheet: &mut Worksheet,
        (row, last): (u32, u16),
        width: f64,
    ) -> Result<u32, XlsxError> {
        let key = match self.by {
            By::Country => Key::Country,
            By::Department => Key::Department,
            By::Quarter | By::Funding => return Ok(row),
        };
        let year = book.edition.dataset.results_year;
        let part = book.fill(labels::AGAINST_PLAN, &[&year.to_string()]);
        put(sheet, (row, 0), &part, &book.style.part)?;
        sheet.set_row_height(row, 20)?;
        let comparison = match book.edition.planned {
            Ok(comparison) => comparison,
            Err(reason) => {
                let note = labels::no_plan(reason, year, book.lang());
                book.note(sheet, (row + 1, last), width, &note)?;
                return Ok(row + 3);
            }
        };
        self.planned_heads(book, sheet, row + 1)?;
        let lines = by_key(comparison, key);
        let mut at = row + 3;
        for (number, (key, name)) in (1..).zip(comparison.order(&book.edition, key)) {
            let label = (&*format!("{number}"), name.as_str(), key.as_str());
            book.label(sheet, at, label, Weight::Plain)?;
            let of = match self.by {
                By::Country => Of::Country(&key),
                _ => Of::Department(key.parse().unwrap_or(0)),
            };
            for direction in Direction::ALL {
                let place = (at, self.column(direction, 0));
                let own = &lines[&key][direction as usize];
                figures(book, sheet, place, (direction, of, Weight::Plain), own)?;
            }
            at += 1;
        }
        let total = match self.by {
            By::Country => labels::DISTINCT_TOTAL,
            _ => labels::TOTAL,
        };
        book.label(sheet, at, ("", book.say(total), ""), Weight::Total)?;
        for direction in Direction::ALL {
            let place = (at, self.column(direction, 0));
            let all = comparison.total(direction);
            figures(
                book,
                sheet,
                place,
                (direction, Of::All, Weight::Total),
                &all,
            )?;
        }
        book.note(sheet, (at + 1, last), width, &notes(book, comparison))?;
        Ok(at + 3)
    }

    fn planned_heads(&self, book: &Book, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        let head = &book.style.head;
        for (column, name) in (0..).zip([labels::NUMBER, self.head, labels::CODE]) {
            tall_head(sheet, (row, column), book.say(name), head)?;
        }
        let names = COLUMNS.map(|(name, _)| book.say(name));
        for direction in Direction::ALL {
            let first = self.column(direction, 0);
            let name = book.say(labels::direction(direction));
            put_across(sheet, (row, first, first + 6), name, head)?;
            heads(sheet, (row + 1, first), &names, head)?;
        }
        sheet.set_row_height(row + 1, 62)?;
        Ok(())
    }
}
