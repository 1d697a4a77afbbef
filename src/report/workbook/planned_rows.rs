//! The plan that an earlier campaign published, row by row in the annexes, with what became of each.

use super::book::Book;
use super::codes::Code;
use super::form::{Filled, FormCells, form_row, group_row};
use super::places::{Places, letter, place};
use super::planned::COLUMNS;
use crate::model::comparison::Comparison;
use crate::model::section::Direction;
use crate::report::sheet::Sheet;
use crate::report::sheet::style::Weight;
use crate::report::speak::Speak;
use crate::words::{labels, shown};
use std::collections::BTreeMap;

/// The rows of the published plan in one annex, by department.
#[derive(Debug)]
pub struct Plan<'a> {
    comparison: &'a Comparison,
    departments: Vec<Department>,
}

#[derive(Debug)]
struct Department {
    number: u32,
    /// Indexes of its rows.
    rows: Vec<usize>,
}

impl<'a> Plan<'a> {
    pub fn in_direction(comparison: &'a Comparison, direction: Direction) -> Plan<'a> {
        let mut departments: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (index, row) in comparison.rows.iter().enumerate() {
            if row.direction == direction {
                let department = comparison.departments[index];
                departments.entry(department).or_default().push(index);
            }
        }
        let departments = departments.into_iter();
        Plan {
            comparison,
            departments: departments
                .map(|(number, rows)| Department { number, rows })
                .collect(),
        }
    }

    /// Rows of the sheet: the title, and for each department its group row and rows.
    pub fn lines(&self) -> usize {
        let departments = self.departments.iter();
        1 + departments.map(|own| own.rows.len() + 1).sum::<usize>()
    }

    /// Where its rows will stand, below `blocks` blocks.
    pub fn places(&self, blocks: usize, places: &mut Places) {
        for (number, department) in (1..).zip(&self.departments) {
            for (row, index) in (1..).zip(&department.rows) {
                places.planned[*index] = place(blocks, number, row);
            }
        }
    }

    /// Which columns of the form its rows fill: the notes say what became of each.
    pub fn fill(&self, filled: &mut Filled) {
        let indexes = self.departments.iter().flat_map(|own| &own.rows);
        for index in indexes {
            filled.partner |= !self.comparison.rows[*index].partner.is_empty();
            filled.notes = true;
        }
    }

    /// Writes the rows below the blocks of the annex.
    pub fn write(&self, book: &Book, sheet: &mut Sheet, blocks: usize) {
        let title = book.fill(labels::PLANNED_ROWS, &[&self.comparison.year.to_string()]);
        group_row(sheet, &letter(blocks), &title.to_uppercase(), Weight::Total);
        sheet.keep_with_next();
        sheet.next();
        for (number, department) in (1..).zip(&self.departments) {
            let name = self
                .comparison
                .department_name(&book.edition, department.number);
            group_row(sheet, &shown::roman(number), name, Weight::Group);
            sheet.keep_with_next();
            sheet.next();
            for (number, index) in (1..).zip(&department.rows) {
                form_row(sheet, number, &self.cells(book, *index));
                self.codes(sheet, *index);
                sheet.next();
            }
        }
    }

    /// A row of the published plan in the form of the annex, with what became of it.
    fn cells(&self, book: &Book, index: usize) -> FormCells<'a> {
        let planned = &self.comparison.rows[index];
        let period = match planned.period_text.as_str() {
            "" => book.say(labels::quarter(planned.quarter)),
            text => text,
        };
        FormCells {
            name: &planned.name,
            leader: &planned.head,
            countries: planned.country_names(&book.edition),
            partner: &planned.partner,
            content: &planned.content,
            people: planned.people.map(f64::from),
            days: planned.days.parse().ok(),
            period: period.into(),
            money: planned.funding_text.as_str().into(),
            notes: self.fate(book, index),
        }
    }

    /// What became of a planned row, and where its result stands in this annex.
    fn fate(&self, book: &Book, index: usize) -> String {
        let planned = &self.comparison.rows[index];
        let mut fate = book
            .say(labels::fate(self.comparison.fate(index)))
            .to_string();
        if planned.count > 1 {
            let done = self.comparison.figures(index).done;
            fate = format!("{fate}: {done}/{}", planned.count);
        }
        let pairs = self.comparison.pairs_of(index).iter();
        let places = pairs.filter_map(|pair| book.places.results.get(pair.result as usize));
        let places = places.map(String::as_str).filter(|place| !place.is_empty());
        let places: Vec<&str> = places.collect();
        match places.is_empty() {
            true => fate,
            false => format!("{fate} ({})", places.join(", ")),
        }
    }

    fn codes(&self, sheet: &mut Sheet, index: usize) {
        let countries = format!(";{};", self.comparison.rows[index].keys().join(";"));
        sheet.code(Code::PlanCountries.column(), &countries);
        let department = f64::from(self.comparison.departments[index] + 1);
        sheet.code_number(Code::PlanDepartment.column(), department);
        let numbers = self.comparison.figures(index).all();
        for ((_, code), number) in COLUMNS[..6].iter().zip(numbers) {
            sheet.code_number(code.column(), number as f64);
        }
    }
}
