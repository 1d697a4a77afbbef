//! What every sheet of the workbook is written with: the campaign, and the formulas of its figures.

use super::codes::{Basis, Condition, Source};
use super::places::Places;
use crate::edition::Edition;
use crate::model::finding::Lang;
use crate::model::summary::Totals;
use crate::report::sheet::style::{Number, STYLES, Weight};
use crate::report::sheet::{BOLD, Figure, Sheet};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::words::labels;

/// Width of the columns of labels, in characters.
pub const LABEL_WIDTH: f64 = 34.0;

/// The workbook under construction.
#[derive(Debug)]
pub struct Book<'a> {
    pub edition: Edition<'a>,
    /// The annexes in the order of their directions; none where they gave way to the CSV file.
    pub sources: Option<[Source; 2]>,
    /// Where planned rows and results stand in the annexes.
    pub places: Places,
    /// Accepted rows.
    pub rows: usize,
}

impl Speak for Book<'_> {
    fn lang(&self) -> Lang {
        self.edition.lang
    }
}

/// The figures of a line: which rows they are of, how they follow from them, and what they are.
#[derive(Debug, Clone, Copy)]
pub struct Line<'l> {
    pub condition: Condition<'l>,
    pub basis: Basis,
    pub totals: Totals,
    pub weight: Weight,
}

impl<'l> Line<'l> {
    /// A line that counts each row once.
    pub fn sum(condition: Condition<'l>, totals: Totals, weight: Weight) -> Line<'l> {
        Line {
            condition,
            basis: Basis::Sum,
            totals,
            weight,
        }
    }
}

/// What names a line: its number, its text, and the code in a hidden column.
#[derive(Debug, Clone, Copy, Default)]
pub struct Label<'l> {
    pub number: &'l str,
    pub text: &'l str,
    pub code: &'l str,
}

impl Book<'_> {
    /// The formula of a figure; none where the figures are plain values.
    pub fn formula(&self, basis: Basis, measure: Measure, condition: &Condition) -> Option<String> {
        let source = &self.sources.as_ref()?[condition.part.direction as usize];
        Some(source.formula(basis, measure, condition))
    }

    /// A figure of a line.
    pub fn figure(&self, line: &Line, measure: Measure) -> Figure {
        Figure {
            value: measure.value(&line.totals),
            formula: self.formula(line.basis, measure, &line.condition),
            number: number_of(measure),
            weight: line.weight,
        }
    }

    /// Figures of a line side by side, from a column on.
    pub fn figures(&self, sheet: &mut Sheet, first: u16, measures: &[Measure], line: &Line) {
        for (column, measure) in (first..).zip(measures) {
            sheet.figure(column, self.figure(line, *measure));
        }
    }

    /// Number, label and code of a line of figures.
    pub fn label(&self, sheet: &mut Sheet, label: Label, weight: Weight) {
        sheet.text(1, label.text, STYLES.text(weight));
        if weight != Weight::Plain {
            sheet.measure(label.text, LABEL_WIDTH * BOLD);
        }
        sheet.fit();
        sheet.numeral(0, label.number, STYLES.centred(weight));
        sheet.text(2, label.code, STYLES.centred(weight));
    }

    /// How many rows there are, and where they stand.
    pub fn note_plain(&self) -> String {
        let counts = [self.rows, self.edition.annex_rows].map(|rows| self.count(rows as u64));
        self.fill(labels::NOTE_PLAIN, &[&counts[0], &counts[1]])
    }
}

/// How a figure of this measure is printed.
pub fn number_of(measure: Measure) -> Number {
    match measure {
        Measure::PersonDays => Number::Days,
        _ => Number::Count,
    }
}
