//! The plan that an earlier campaign published, row by row in the annexes, with what became of each.

use super::annex::group_row;
use super::book::{Book, fit, put};
use super::codes::Code;
use super::form::{PEOPLE, WIDTHS};
use super::planned::{COLUMNS, Places};
use super::style::{Number, Weight};
use crate::model::comparison::{Comparison, Planned};
use crate::model::section::Direction;
use crate::words::{labels, shown};
use rust_xlsxwriter::{Worksheet, XlsxError};
use std::collections::BTreeMap;

/// The rows of the published plan in one annex, by department.
#[derive(Debug)]
pub struct Plan<'a> {
    comparison: &'a Comparison,
    /// Number of the department, and indexes of its rows.
    departments: Vec<(u32, Vec<usize>)>,
}

impl<'a> Plan<'a> {
    pub fn of(comparison: &'a Comparison, direction: Direction) -> Plan<'a> {
        let mut departments: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, row) in comparison.rows.iter().enumerate() {
            if row.direction == direction {
                departments
                    .entry(comparison.departments[at])
                    .or_default()
                    .push(at);
            }
        }
        Plan {
            comparison,
            departments: departments.into_iter().collect(),
        }
    }

    /// Rows of the sheet: the head, and for each department its group row and rows.
    pub fn lines(&self) -> usize {
        1 + self
            .departments
            .iter()
            .map(|(_, rows)| rows.len() + 1)
            .sum::<usize>()
    }

    /// Where its rows will stand, below `blocks` blocks.
    pub fn places(&self, blocks: usize, places: &mut Places) {
        for (number, (_, rows)) in (1..).zip(&self.departments) {
            for (row, at) in (1..).zip(rows) {
                places.planned[*at] = place(blocks, number, row);
            }
        }
    }

    /// Writes the rows below the blocks of the annex; gives the next free row.
    pub fn write(
        &self,
        book: &Book,
        sheet: &mut Worksheet,
        row: u32,
        blocks: usize,
    ) -> Result<u32, XlsxError> {
        let letter = letter(blocks);
        let title = book.fill(labels::PLANNED_ROWS, &[&self.comparison.year.to_string()]);
        group_row(
            book,
            sheet,
            row,
            (&letter, &title.to_uppercase()),
            Weight::Total,
        )?;
        let mut row = row + 1;
        for (number, (department_number, rows)) in (1..).zip(&self.departments) {
            let name = self
                .comparison
                .department_name(&book.edition, *department_number);
            group_row(
                book,
                sheet,
                row,
                (&shown::roman(number), name),
                Weight::Group,
            )?;
            row += 1;
            for (number, at) in (1..).zip(rows) {
                annex_row(book, sheet, row, (number, *at), self.comparison)?;
                row += 1;
            }
        }
        Ok(row)
    }
}

/// The letter of a block of an annex.
fn letter(block: usize) -> String {
    char::from(b'A' + block.min(25) as u8).to_string()
}

/// Block, department and number of a row.
pub fn place(block: usize, department: u32, row: u32) -> String {
    format!("{}.{}.{row}", letter(block), shown::roman(department))
}

/// One row of the published plan in the form of the annex, with what became of it.
fn annex_row(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    (number, at): (u32, usize),
    comparison: &Comparison,
) -> Result<(), XlsxError> {
    let planned = &comparison.rows[at];
    let plain = book.style.text(Weight::Plain);
    let centred = book.style.centred(Weight::Plain);
    sheet.write_number_with_format(row, 0, f64::from(number), centred)?;
    let fate = fate(book, comparison, at);
    let countries = planned.country_names(&book.edition);
    let period = period(book, planned);
    let cells = [
        (1, planned.name.as_str(), plain),
        (2, &planned.head, plain),
        (3, &countries, plain),
        (4, &planned.partner, plain),
        (5, &planned.content, plain),
        (8, &period, centred),
        (9, &planned.funding_text, plain),
        (10, &fate, plain),
    ];
    for (column, text, format) in cells {
        put(sheet, (row, column), text, format)?;
    }
    let days: Option<f64> = planned.days.parse().ok();
    for (column, number) in [(PEOPLE, planned.people.map(f64::from)), (PEOPLE + 1, days)] {
        match number {
            Some(number) => {
                let format = book.style.number(Number::Days, number, Weight::Plain);
                sheet.write_number_with_format(row, column, number, format)?;
            }
            None => put(sheet, (row, column), "", centred)?,
        }
    }
    let sizes = cells.map(|(column, text, _)| (text, WIDTHS[column as usize]));
    fit(sheet, row, &sizes)?;
    codes(sheet, row, comparison, at)
}

fn period(book: &Book, planned: &Planned) -> String {
    match planned.period_text.as_str() {
        "" => book.say(labels::quarter(planned.quarter)).to_string(),
        text => text.to_string(),
    }
}

/// What became of a planned row, and where its result stands in this annex.
fn fate(book: &Book, comparison: &Comparison, at: usize) -> String {
    let planned = &comparison.rows[at];
    let mut said = book.say(labels::fate(comparison.fate(at))).to_string();
    if planned.count > 1 {
        said = format!("{said}: {}/{}", comparison.figures(at).done, planned.count);
    }
    let pairs = comparison.pairs_of(at);
    let places = pairs
        .iter()
        .filter_map(|pair| book.places.results.get(pair.result as usize));
    let places: Vec<&str> = places
        .map(String::as_str)
        .filter(|place| !place.is_empty())
        .collect();
    if !places.is_empty() {
        said = format!("{said} ({})", places.join(", "));
    }
    said
}

fn codes(
    sheet: &mut Worksheet,
    row: u32,
    comparison: &Comparison,
    at: usize,
) -> Result<(), XlsxError> {
    let countries = format!(";{};", comparison.rows[at].keys().join(";"));
    sheet.write_string(row, Code::PlanCountries.column(), countries)?;
    let department = f64::from(comparison.departments[at] + 1);
    sheet.write_number(row, Code::PlanDepartment.column(), department)?;
    let numbers = comparison.figures(at).all();
    for ((_, code), number) in COLUMNS[..6].iter().zip(numbers) {
        sheet.write_number(row, code.column(), number as f64)?;
    }
    Ok(())
}
