//! A sheet under construction: it knows its row, measures its texts, and keeps what failed first for its end.

mod list;
mod official;
mod paper;
pub mod style;
pub mod text_width;

pub use list::{List, plain, sheet_cells};
pub use official::province_title;
use paper::Pages;

use crate::words::shown;
use rust_xlsxwriter::{Format, Formula, IgnoreError, Worksheet, XlsxError};
use std::ops::RangeInclusive;
use style::{Number, STYLES, Weight};

/// Characters that a cell of a spreadsheet can hold, in UTF-16 units, with room to spare.
pub const CELL_LIMIT: usize = 32_000;
/// What bold letters leave of a width.
pub const BOLD: f64 = 0.92;
/// The tallest row that spreadsheets know, in points.
const TALLEST: f64 = 409.0;

/// A sheet and the row that is written. What the library refuses is a fault of the program, not of the
/// data: nobody looks for it at every cell, but [`Sheet::finish`] gives it.
pub struct Sheet {
    worksheet: Worksheet,
    /// From 0.
    pub row: u32,
    /// Widths of the columns, in characters.
    widths: Vec<f64>,
    /// Columns that titles and notes run over, and their width in characters.
    text_columns: RangeInclusive<u16>,
    text_width: f64,
    pages: Pages,
    /// Lines of the tallest text of the row.
    lines: usize,
    failed: Option<XlsxError>,
}

/// A number of a table: a live formula with its value stored, or the value alone.
#[derive(Debug, Clone)]
pub struct Figure {
    pub value: f64,
    pub formula: Option<String>,
    pub number: Number,
    pub weight: Weight,
}

impl Figure {
    /// A count of a plain line.
    pub fn count(value: f64, formula: Option<String>) -> Figure {
        Figure {
            value,
            formula,
            number: Number::Count,
            weight: Weight::Plain,
        }
    }
}

impl Sheet {
    pub fn named(name: &str) -> Sheet {
        let mut sheet = Sheet {
            worksheet: Worksheet::new(),
            row: 0,
            widths: Vec::new(),
            text_columns: 0..=0,
            text_width: 0.0,
            pages: Pages::default(),
            lines: 0,
            failed: None,
        };
        sheet.attempt(|worksheet| worksheet.set_name(name));
        sheet
    }

    /// The finished sheet.
    ///
    /// # Errors
    /// The first thing that the library refused.
    pub fn finish(self) -> Result<Worksheet, XlsxError> {
        match self.failed {
            Some(error) => Err(error),
            None => Ok(self.worksheet),
        }
    }

    /// Does what only the library's sheet can do, and may refuse.
    pub fn attempt(
        &mut self,
        change: impl FnOnce(&mut Worksheet) -> Result<&mut Worksheet, XlsxError>,
    ) {
        if let Err(error) = change(&mut self.worksheet) {
            self.failed.get_or_insert(error);
        }
    }

    /// The library's sheet, for what cannot fail.
    pub fn worksheet(&mut self) -> &mut Worksheet {
        &mut self.worksheet
    }

    /// Goes to the next row.
    pub fn next(&mut self) {
        self.go_to(self.row + 1);
    }

    pub fn go_to(&mut self, row: u32) {
        self.row = row;
        self.lines = 0;
    }

    /// The columns from the first on, with their widths in characters.
    pub fn columns(&mut self, widths: &[f64]) {
        self.widths = widths.to_vec();
        self.text_over(0..=self.last(), widths.iter().sum());
        for (column, width) in (0..).zip(widths) {
            self.attempt(|sheet| sheet.set_column_width(column, *width));
        }
    }

    /// Titles and notes run over these columns, of so much width that is seen.
    pub fn text_over(&mut self, columns: RangeInclusive<u16>, width: f64) {
        self.text_columns = columns;
        self.text_width = width;
    }

    /// The last of the columns that have a width.
    pub fn last(&self) -> u16 {
        self.widths.len().saturating_sub(1) as u16
    }

    /// The height of the row, in points.
    pub fn height(&mut self, points: f64) {
        let row = self.row;
        self.pages.set_height(row, points);
        self.attempt(|sheet| sheet.set_row_height(row, points));
    }

    /// Heights of the first rows, in points.
    pub fn heights(&mut self, points: &[f64]) {
        for (row, points) in (0..).zip(points) {
            self.pages.set_height(row, *points);
            self.attempt(|sheet| sheet.set_row_height(row, *points));
        }
    }

    /// Gives the row the height of the tallest text written in it until now; neither Excel nor
    /// LibreOffice can be relied on to do so when a file is opened.
    pub fn fit(&mut self) {
        self.height((13.6 * self.lines.max(1) as f64 + 2.0).min(TALLEST));
    }

    /// Counts a text of the row that has the width of a column.
    pub fn measure_cell(&mut self, column: u16, text: &str) {
        self.measure(text, self.width(column..=column));
    }

    /// Counts a text of the row that has so much width.
    pub fn measure(&mut self, text: &str, width: f64) {
        self.lines = self.lines.max(text_width::lines_in_column(text, width));
    }

    fn width(&self, columns: RangeInclusive<u16>) -> f64 {
        let (first, last) = (usize::from(*columns.start()), usize::from(*columns.end()));
        let widths = self.widths.get(first..=last);
        widths.map_or(f64::MAX, |widths| widths.iter().sum())
    }

    /// A text cell. It is never taken for a formula, not even when a person edits it.
    pub fn text(&mut self, column: u16, text: &str, format: &Format) {
        self.measure_cell(column, text);
        let shown = shown::visible(text);
        self.write(column, &shown::clipped(&shown, CELL_LIMIT), format);
    }

    /// A text cell with everything that was written, visible or not.
    pub fn verbatim(&mut self, column: u16, text: &str, format: &Format) {
        self.measure_cell(column, text);
        self.write(column, text, format);
    }

    fn write(&mut self, column: u16, text: &str, format: &Format) {
        let row = self.row;
        let quoted = text
            .starts_with(['=', '+', '-', '@'])
            .then(|| format.clone().set_quote_prefix());
        let format = quoted.as_ref().unwrap_or(format);
        self.attempt(|sheet| sheet.write_string_with_format(row, column, text, format));
    }

    /// Texts side by side from a column on, all in one format.
    pub fn texts<'t>(
        &mut self,
        first: u16,
        texts: impl IntoIterator<Item = &'t str>,
        format: &Format,
    ) {
        for (column, text) in (first..).zip(texts) {
            self.text(column, text, format);
        }
    }

    /// The header cells of columns from one on.
    pub fn headings<'t>(&mut self, first: u16, names: impl IntoIterator<Item = &'t str>) {
        for (column, name) in (first..).zip(names) {
            self.measure(name, self.width(column..=column) * BOLD);
            self.text(column, name, &STYLES.header);
        }
    }

    /// A header cell over some columns.
    pub fn heading_over(&mut self, columns: RangeInclusive<u16>, name: &str) {
        self.across(columns, name, &STYLES.header);
    }

    /// A header cell over this row and the next one.
    pub fn tall_heading(&mut self, column: u16, name: &str) {
        let row = self.row;
        let format = &STYLES.header;
        self.attempt(|sheet| sheet.merge_range(row, column, row + 1, column, name, format));
    }

    /// A text over several columns.
    pub fn across(&mut self, columns: RangeInclusive<u16>, text: &str, format: &Format) {
        self.measure(text, self.width(columns.clone()));
        self.merge(columns, text, format);
    }

    fn merge(&mut self, columns: RangeInclusive<u16>, text: &str, format: &Format) {
        let (row, first, last) = (self.row, *columns.start(), *columns.end());
        let shown = shown::visible(text);
        let shown = shown::clipped(&shown, CELL_LIMIT);
        if first == last {
            return self.write(first, &shown, format);
        }
        self.attempt(|sheet| sheet.merge_range(row, first, row, last, &shown, format));
    }

    /// A note over all columns, as tall as it needs to be, and the next row.
    pub fn note(&mut self, note: &str) {
        self.lines = 0;
        self.measure(note, self.text_width);
        self.merge(self.text_columns.clone(), note, &STYLES.note);
        self.fit();
        self.next();
    }

    pub fn number(&mut self, column: u16, number: f64, format: &Format) {
        let row = self.row;
        self.attempt(|sheet| sheet.write_number_with_format(row, column, number, format));
    }

    /// A running number, a line or a column: as a number where it is one, so that it sorts as one.
    pub fn numeral(&mut self, column: u16, text: &str, format: &Format) {
        match text.parse::<u32>() {
            Ok(number) => self.number(column, f64::from(number), format),
            Err(_) => self.text(column, text, format),
        }
    }

    pub fn blank(&mut self, column: u16, format: &Format) {
        let row = self.row;
        self.attempt(|sheet| sheet.write_blank(row, column, format));
    }

    pub fn formula(&mut self, column: u16, formula: Formula, format: &Format) {
        let row = self.row;
        self.attempt(|sheet| sheet.write_formula_with_format(row, column, formula, format));
    }

    pub fn figure(&mut self, column: u16, figure: Figure) {
        let format = STYLES.number(figure.number, figure.value, figure.weight);
        match figure.formula {
            Some(formula) => {
                let formula = Formula::new(formula).set_result(figure.value.to_string());
                self.formula(column, formula, format);
            }
            None => self.number(column, figure.value, format),
        }
    }

    /// A code in a hidden column.
    pub fn code(&mut self, column: u16, code: &str) {
        let row = self.row;
        self.attempt(|sheet| sheet.write_string(row, column, code));
    }

    /// A number in a hidden column.
    pub fn code_number(&mut self, column: u16, number: f64) {
        let row = self.row;
        self.attempt(|sheet| sheet.write_number(row, column, number));
    }

    pub fn hide(&mut self, columns: RangeInclusive<u16>) {
        let (first, last) = columns.into_inner();
        self.attempt(|sheet| sheet.set_column_range_hidden(first, last));
    }

    /// Keeps what is above a row and left of a column in sight.
    pub fn freeze(&mut self, row: u32, column: u16) {
        self.attempt(|sheet| sheet.set_freeze_panes(row, column));
    }

    /// Repeats rows on every printed page.
    pub fn repeat(&mut self, rows: RangeInclusive<u32>) {
        self.pages.repeat(rows.clone());
        let (first, last) = rows.into_inner();
        self.attempt(|sheet| sheet.set_repeat_rows(first, last));
    }

    /// Lets the lines below the first of these rows be filtered, by any column.
    pub fn filter(&mut self, rows: RangeInclusive<u32>) {
        let ((first, last), right) = (rows.into_inner(), self.last());
        self.attempt(|sheet| sheet.autofilter(first, 0, last, right));
    }

    /// Cells as written may well be "08": text all the same, and no error.
    pub fn allow_numbers_as_text(&mut self, rows: RangeInclusive<u32>, right: u16) {
        let ((first, last), error) = (rows.into_inner(), IgnoreError::NumberStoredAsText);
        self.attempt(|sheet| sheet.ignore_error_range(first, 0, last, right, error));
    }

    /// Prints the sheet from its first cell to this row and column.
    pub fn print_to(&mut self, bottom: u32, right: u16) {
        self.attempt(|sheet| sheet.set_print_area(0, 0, bottom, right));
    }
}
