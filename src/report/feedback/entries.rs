//! What the cells of a copy take when a clerk fills them: a choice or a number, as in the form.

use super::contents::Copy;
use crate::edition::Edition;
use crate::model::document::Encoding;
use crate::model::finding::Lang;
use crate::model::section::{Field, Section};
use crate::model::summary::VARIOUS;
use crate::report::form::{quarters, results, sources};
use crate::report::listing;
use crate::report::sheet::Sheet;
use rust_xlsxwriter::{DataValidation, XlsxError};
use std::ops::RangeInclusive;

/// Letters that the choices of a cell hold together, with the commas between them.
const LIST_LETTERS: usize = 255;
/// Digits that a narrow cell shows without an exponent.
const MOST_DIGITS: usize = 11;

/// What can be chosen, the same in all copies of a run.
#[derive(Debug)]
pub struct Choices {
    /// Those with most delegations, as many as a cell can offer.
    countries: Vec<String>,
    lang: Lang,
}

impl Choices {
    pub fn of(edition: &Edition) -> Choices {
        let mut left = LIST_LETTERS;
        let mut fits = |name: &String| {
            let letters = name.chars().count() + 1;
            let fits = letters <= left && !name.contains(',');
            left -= if fits { letters } else { 0 };
            fits
        };
        let mut countries = Vec::new();
        for (key, name) in listing::countries_in_order(edition) {
            if key != VARIOUS && fits(&name) {
                countries.push(name);
            }
        }
        Choices {
            countries,
            lang: edition.lang,
        }
    }

    /// What a column offers; nothing is refused, for a clerk may know better.
    fn offered(&self, field: Field) -> Result<Option<DataValidation>, XlsxError> {
        let list = DataValidation::new().show_error_message(false);
        let list = match field {
            Field::Country if !self.countries.is_empty() => {
                list.allow_list_strings(&self.countries)?
            }
            Field::Period => list.allow_list_strings(&quarters(self.lang))?,
            Field::Funding => list.allow_list_strings(&sources(self.lang))?,
            Field::Status => list.allow_list_strings(&results(self.lang))?,
            _ => return Ok(None),
        };
        Ok(Some(list))
    }
}

/// A table of a copy: where its rows stand, and what its columns are.
#[derive(Debug)]
pub struct Table<'c> {
    pub rows: RangeInclusive<u32>,
    section: &'c Section,
}

impl<'c> Table<'c> {
    /// The tables of a copy whose first and last row are shown.
    pub fn all(copy: &'c Copy) -> Vec<Table<'c>> {
        let sections = (0..).zip(&copy.file.segmentation.sections);
        let own = sections.filter(|(_, section)| section.sheet == copy.sheet);
        let shown = |row: u32| copy.layout.row(row as usize);
        own.filter_map(|(number, section): (u32, _)| {
            let rows = copy.file.delegations.iter();
            let mut rows = rows.filter(|row| row.section == number).map(|row| row.row);
            let first = rows.next()?;
            let last = rows.next_back().unwrap_or(first);
            Some(Table {
                rows: shown(first)?..=shown(last)?,
                section,
            })
        })
        .collect()
    }

    /// Its cells in this column are numbers.
    pub fn counts_in(&self, column: u16) -> bool {
        let counted = [Field::People, Field::Days, Field::Amount];
        let mut columns = self.section.columns.iter();
        columns.any(|own| {
            own.index == usize::from(column) && own.field.is_some_and(|f| counted.contains(&f))
        })
    }

    /// Offers what can be chosen in its columns.
    pub fn offer(&self, choices: &Choices, sheet: &mut Sheet) -> Result<(), XlsxError> {
        for column in &self.section.columns {
            let Some(list) = column
                .field
                .map(|field| choices.offered(field))
                .transpose()?
            else {
                continue;
            };
            let (first, last) = (*self.rows.start(), *self.rows.end());
            let (index, list) = (column.index as u16, list.as_ref());
            if let Some(list) = list {
                sheet.attempt(|sheet| sheet.add_data_validation(first, index, last, index, list));
            }
        }
        Ok(())
    }
}

/// The number that a cell is, where its letters are those of a number and nothing of them is lost.
pub fn number(text: &str, encoding: Encoding) -> Option<f64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number: f64 = match text.len() {
        1..=MOST_DIGITS if digits || encoding == Encoding::Workbook => text.parse().ok()?,
        _ => return None,
    };
    // "08" and "1e3" are not how a spreadsheet writes their numbers.
    (number.is_finite() && number.to_string() == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_only_where_nothing_of_it_is_lost() {
        let cases = [
            ("15", Some(15.0)),
            ("0", Some(0.0)),
            ("08", None),
            ("1.5", None),
            ("5-7", None),
            ("", None),
            ("123456789012", None),
        ];
        for (text, expected) in cases {
            assert_eq!(number(text, Encoding::Utf8), expected, "{text}");
        }
        assert_eq!(number("1.5", Encoding::Workbook), Some(1.5));
        assert_eq!(number("NaN", Encoding::Workbook), None);
    }
}
