//! How a sheet shows a table of rows: title, header, a line for each, the codes of some columns hidden behind.

use super::Sheet;
use super::style::{Number, STYLES, Weight};
use crate::edition::Edition;
use crate::report::speak::Speak;
use crate::report::table::{Cells, Row, Value};
use crate::words::{Words, labels};
use rust_xlsxwriter::Format;

/// Width of the notes of a list, in characters.
const NOTE_WIDTH: f64 = 160.0;

/// A table of rows that fills a sheet.
#[derive(Debug)]
pub struct List<C: 'static> {
    pub title: Words,
    pub columns: &'static [C],
    /// Columns whose codes stand behind the others, hidden.
    pub coded: &'static [C],
    /// Height of the header, in points.
    pub header: f64,
    /// Columns that stay in sight.
    pub frozen: u16,
    /// Rows that are shown, and those that there are.
    pub shown: usize,
    pub all: usize,
    /// The file that has all rows.
    pub file: &'static str,
}

impl<C: Copy + PartialEq> List<C> {
    /// Writes everything above the rows: title, a note where not all are shown, the header.
    pub fn begin<R: Row<Column = C>>(&self, edition: &Edition, sheet: &mut Sheet) {
        sheet.landscape_fitted();
        let widths: Vec<f64> = self.columns.iter().map(|c| R::spec(*c).width).collect();
        sheet.columns(&widths);
        sheet.text_over(0..=sheet.last(), NOTE_WIDTH);
        sheet.title(edition, self.title);
        if self.shown < self.all {
            sheet.go_to(sheet.row - 1);
            sheet.note(&edition.cut_note(self.shown, self.all, self.file));
        }
        let header = sheet.row;
        let names = self
            .columns
            .iter()
            .map(|c| edition.say(R::spec(*c).heading));
        sheet.headings(0, names);
        for (column, coded) in (self.first_code()..).zip(self.coded) {
            sheet.code(column, R::spec(*coded).field);
        }
        if !self.coded.is_empty() {
            let first = self.first_code();
            sheet.hide(first..=first + self.coded.len() as u16 - 1);
        }
        sheet.height(self.header);
        sheet.repeat(header..=header);
        sheet.freeze(header + 1, self.frozen);
        sheet.filter(header..=header + self.shown.max(1) as u32);
        sheet.next();
        if self.all == 0 {
            sheet.note(edition.say(labels::NOTHING));
        }
    }

    /// Writes a row with its hidden codes.
    pub fn row<'f, R: Row<Column = C>>(
        &self,
        sheet: &mut Sheet,
        row: &R,
        format: impl Fn(C) -> &'f Format,
    ) {
        for (column, coded) in (self.first_code()..).zip(self.coded) {
            sheet.code(column, &row.value(*coded).for_machines());
        }
        sheet_row(sheet, self.columns, row, format);
    }

    /// The column of the first hidden code.
    pub fn first_code(&self) -> u16 {
        self.columns.len() as u16
    }
}

/// Writes a row over the first columns of a sheet, as tall as its texts need, and goes to the next.
pub fn sheet_row<'f, R: Row>(
    sheet: &mut Sheet,
    columns: &[R::Column],
    row: &R,
    format: impl Fn(R::Column) -> &'f Format,
) {
    sheet_cells(sheet, columns, row, format);
    sheet.fit();
    sheet.next();
}

/// Writes the cells of a row over the first columns of a sheet.
pub fn sheet_cells<'f, R: Row>(
    sheet: &mut Sheet,
    columns: &[R::Column],
    row: &R,
    format: impl Fn(R::Column) -> &'f Format,
) {
    for (column, which) in (0..).zip(columns) {
        let cells = R::spec(*which).cells;
        match row.value(*which) {
            Value::Number(number) => sheet.number(column, number as f64, format(*which)),
            value => {
                let text = value.for_people();
                match cells {
                    Cells::Numeral => {
                        sheet.measure_cell(column, &text);
                        sheet.numeral(column, &text, format(*which));
                    }
                    _ => sheet.text(column, &text, format(*which)),
                }
            }
        }
    }
}

/// The format of the cells of a column of a plain list.
pub fn plain<R: Row>(column: R::Column) -> &'static Format {
    match R::spec(column).cells {
        Cells::Text | Cells::RowHeading | Cells::Path | Cells::Quoted => STYLES.text(Weight::Plain),
        Cells::Centred | Cells::Numeral => STYLES.centred(Weight::Plain),
        Cells::Count => STYLES.number(Number::Count, 0.0, Weight::Plain),
    }
}
