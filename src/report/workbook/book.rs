//! What every sheet is written with: styles, words, sources of figures, and the writing of one cell.

use super::codes::{Code, Condition, Source};
use super::paint::Paint;
use super::planned::Places;
use super::style::{Number, Styles, Weight};
use crate::edition::Edition;
use crate::model::finding::Lang;
use crate::model::section::Direction;
use crate::report::measure;
use crate::words::Words;
use crate::words::{labels, shown};
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

/// Characters that a cell of a spreadsheet can hold, in UTF-16 units, with room to spare.
const CELL_LIMIT: usize = 32_000;

/// Width of the columns of labels, in characters.
pub const LABEL_WIDTH: f64 = 32.0;

/// The workbook under construction.
#[derive(Debug)]
pub struct Book<'a> {
    pub edition: Edition<'a>,
    pub style: Styles,
    /// The annexes in the order of [`Direction::ALL`]; none where they gave way to the CSV file.
    pub sources: Option<[Source; 2]>,
    /// Where planned rows and results stand in the annexes.
    pub places: Places,
    /// Accepted rows.
    pub rows: usize,
}

impl Book<'_> {
    pub fn lang(&self) -> Lang {
        self.edition.lang
    }

    /// A text in the language of the edition.
    pub fn say(&self, words: Words) -> &'static str {
        words.in_lang(self.edition.lang)
    }

    /// A text with its places filled.
    pub fn fill(&self, words: Words, values: &[&str]) -> String {
        labels::fill(words, self.edition.lang, values)
    }

    /// The formula of a figure; none where the figures are plain values.
    pub fn sum(
        &self,
        direction: Direction,
        measure: Code,
        condition: &Condition,
    ) -> Option<String> {
        let sources = self.sources.as_ref()?;
        Some(sources[direction as usize].sum(measure, condition))
    }

    /// The formula of what the sum of the countries counts too much.
    pub fn excess(
        &self,
        direction: Direction,
        measure: Code,
        condition: &Condition,
    ) -> Option<String> {
        let sources = self.sources.as_ref()?;
        Some(sources[direction as usize].excess(measure, condition))
    }

    /// The formula of the sum of the countries.
    pub fn repeated(
        &self,
        direction: Direction,
        measure: Code,
        condition: &Condition,
    ) -> Option<String> {
        let sources = self.sources.as_ref()?;
        Some(sources[direction as usize].repeated(measure, condition))
    }

    /// The name of the office's sheet of figures: "tỉnh Quảng Trị", empty where it is not configured.
    pub fn province(&self) -> String {
        let province = self.edition.office.province.trim();
        if province.is_empty() {
            return String::new();
        }
        self.fill(labels::PROVINCE, &[province])
    }
}

/// How a number of this measure is printed.
pub fn number_of(measure: Code) -> Number {
    match measure {
        Code::PersonDays => Number::Days,
        _ => Number::Count,
    }
}

/// A text cell. It is never taken for a formula, not even when a person edits it.
pub fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let shown = shown::visible(value);
    let shown = shown::clipped(&shown, CELL_LIMIT);
    let quoted = quoted(&shown, format);
    let format = quoted.as_ref().unwrap_or(format);
    sheet.write_string_with_format(row, column, shown, format)?;
    Ok(())
}

/// [`put`] for a cell of many.
pub fn paint<'f>(
    (sheet, painted): (&mut Worksheet, &mut Paint<'f>),
    place: (u32, u16),
    value: &str,
    format: &'f Format,
) -> Result<(), XlsxError> {
    let shown = shown::visible(value);
    painted.text(sheet, place, &shown::clipped(&shown, CELL_LIMIT), format)
}

/// [`put_number`] for a cell of many.
pub fn paint_number<'f>(
    (sheet, painted): (&mut Worksheet, &mut Paint<'f>),
    place: (u32, u16),
    value: &str,
    format: &'f Format,
) -> Result<(), XlsxError> {
    match value.parse::<u32>() {
        Ok(number) => painted.number(sheet, place, f64::from(number), format),
        Err(_) => paint((sheet, painted), place, value, format),
    }
}

/// The format of a text that programs would take for a formula.
pub fn quoted(text: &str, format: &Format) -> Option<Format> {
    let is_like_formula = text.starts_with(['=', '+', '-', '@']);
    is_like_formula.then(|| format.clone().set_quote_prefix())
}

/// A running number, a line or a column: as a number where it is one, so that it sorts as one.
pub fn put_number(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    match value.parse::<u32>() {
        Ok(number) => {
            sheet.write_number_with_format(row, column, f64::from(number), format)?;
            Ok(())
        }
        Err(_) => put(sheet, (row, column), value, format),
    }
}

/// A text over several columns of one row.
pub fn put_across(
    sheet: &mut Worksheet,
    (row, first, last): (u32, u16, u16),
    value: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let shown = shown::visible(value);
    let shown = shown::clipped(&shown, CELL_LIMIT);
    if first == last {
        return put(sheet, (row, first), &shown, format);
    }
    sheet.merge_range(row, first, row, last, &shown, format)?;
    Ok(())
}

/// A figure: a live formula with its value stored, or the value alone.
pub fn figure(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: Option<String>,
    value: f64,
    format: &Format,
) -> Result<(), XlsxError> {
    match formula {
        Some(formula) => {
            let formula = Formula::new(formula).set_result(stored(value));
            sheet.write_formula_with_format(row, column, formula, format)?;
        }
        None => {
            sheet.write_number_with_format(row, column, value, format)?;
        }
    }
    Ok(())
}

/// A number as the file stores it: a whole one without a decimal.
fn stored(value: f64) -> String {
    format!("{value}")
}

/// What bold letters leave of a width.
pub const BOLD: f64 = 0.92;
/// The tallest row that spreadsheets know, in points.
const TALLEST: f64 = 409.0;

/// Gives a row the height of its tallest text; neither Excel nor LibreOffice can be relied on to do so
/// when a file is opened. Widths are those of the columns.
pub fn fit(sheet: &mut Worksheet, row: u32, texts: &[(&str, f64)]) -> Result<(), XlsxError> {
    let lines = texts
        .iter()
        .map(|(text, width)| measure::lines_in_column(text, *width));
    let height = 13.6 * lines.max().unwrap_or(1) as f64 + 4.0;
    sheet.set_row_height(row, height.min(TALLEST))?;
    Ok(())
}

/// One row of head cells.
pub fn heads(
    sheet: &mut Worksheet,
    (row, first): (u32, u16),
    names: &[&str],
    format: &Format,
) -> Result<(), XlsxError> {
    for (column, name) in (first..).zip(names) {
        put(sheet, (row, column), name, format)?;
    }
    Ok(())
}

/// A head cell over two rows.
pub fn tall_head(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    name: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.merge_range(row, column, row + 1, column, name, format)?;
    Ok(())
}

impl Book<'_> {
    /// The title lines of a sheet of figures over its columns; gives the next free row.
    pub fn sheet_title(
        &self,
        sheet: &mut Worksheet,
        title: Words,
        last_column: u16,
    ) -> Result<u32, XlsxError> {
        let mut full = self.say(title).to_string();
        let province = self.province();
        if !province.is_empty() {
            full = format!("{full} - {}", province.to_uppercase());
        }
        sheet.set_row_height(0, 24)?;
        put_across(sheet, (0, 0, last_column), &full, &self.style.title)?;
        let dataset = self.edition.dataset;
        let years = [dataset.year.to_string(), dataset.results_year.to_string()];
        let years = self.fill(labels::TITLE_PLAN, &[&years[0], &years[1]]);
        put_across(sheet, (1, 0, last_column), &years, &self.style.enclosed)?;
        Ok(3)
    }

    /// The place for date and signature at the right, for whoever prepared the table at the left.
    pub fn signature(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        left: (u16, u16),
        right: (u16, u16),
    ) -> Result<(), XlsxError> {
        let place = self.edition.office.place.trim();
        let place = if place.is_empty() {
            String::new()
        } else {
            format!("{place}, ")
        };
        let date = self.fill(labels::DATE_LINE, &[&place]);
        let signatory =
            labels::signatory(&self.edition.office.signatory, self.lang()).to_uppercase();
        for row in [row, row + 1] {
            sheet.set_row_height(row, 24)?;
        }
        put_across(sheet, (row, right.0, right.1), &date, &self.style.date)?;
        let prepared = self.say(labels::PREPARED_BY);
        put_across(
            sheet,
            (row + 1, left.0, left.1),
            prepared,
            &self.style.signatory,
        )?;
        put_across(
            sheet,
            (row + 1, right.0, right.1),
            &signatory,
            &self.style.signatory,
        )?;
        Ok(())
    }

    /// A note over the columns of a sheet, whose widths add up to `width`.
    pub fn note(
        &self,
        sheet: &mut Worksheet,
        (row, last): (u32, u16),
        width: f64,
        note: &str,
    ) -> Result<(), XlsxError> {
        put_across(sheet, (row, 0, last), note, &self.style.note)?;
        fit(sheet, row, &[(note, width)])
    }

    /// Says whether the figures are formulas, or plain values where the annexes gave way.
    pub fn note_on_figures(
        &self,
        sheet: &mut Worksheet,
        place: (u32, u16),
        width: f64,
    ) -> Result<(), XlsxError> {
        let note = match self.sources {
            Some(_) => self.say(labels::NOTE_LIVE).to_string(),
            None => self.note_plain(),
        };
        self.note(sheet, place, width, &note)
    }

    /// How many rows there are, and where they stand.
    pub fn note_plain(&self) -> String {
        let rows = shown::count(self.rows as u64, self.lang());
        let limit = shown::count(self.edition.annex_rows as u64, self.lang());
        self.fill(labels::NOTE_PLAIN, &[&rows, &limit])
    }

    /// A labelled line of figures: number, label, then a figure per column.
    pub fn label(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        (number, label, code): (&str, &str, &str),
        weight: Weight,
    ) -> Result<(), XlsxError> {
        let width = match weight {
            Weight::Plain => LABEL_WIDTH,
            _ => LABEL_WIDTH * BOLD,
        };
        fit(sheet, row, &[(label, width)])?;
        put_number(sheet, (row, 0), number, self.style.centred(weight))?;
        put(sheet, (row, 1), label, self.style.text(weight))?;
        put(sheet, (row, 2), code, self.style.centred(weight))
    }
}
