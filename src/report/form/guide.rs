//! The sheets behind the form: how each cell is filled in, and the names of countries to choose from.

use super::columns::{COLUMNS, Column};
use super::style::Styles;
use super::{Blank, labels};
use crate::model::section::{Direction, Kind};
use crate::report::workbook::style::paper;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Width of the two columns of the guide, in characters.
const WIDTHS: [f64; 2] = [30.0, 110.0];

/// Writes the guide: the same words that the cells of the form say when they are entered.
pub fn write(blank: &Blank, styles: &Styles, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    paper(
        sheet,
        &labels::fill(labels::PAGE_OF, blank.lang, &["&P", "&N"]),
    );
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let title = blank.say(labels::GUIDE_TITLE);
    sheet.merge_range(0, 0, 0, 1, title, &styles.title)?;
    sheet.set_row_height(0, 28)?;
    let mut row = 2;
    row = part(styles, sheet, row, &general(blank))?;
    row = part(styles, sheet, row, &per_column(blank))?;
    part(styles, sheet, row, &sending(blank))?;
    Ok(())
}

/// A part of the guide: its head, then terms with what is to be known of them.
type Part = (String, Vec<(String, String)>);

fn general(blank: &Blank) -> Part {
    let lines = [
        labels::BLANK_HOW_ROWS,
        labels::BLANK_HOW_CELLS,
        labels::BLANK_HOW_NIL,
        labels::GUIDE_KEEP,
    ];
    let lines = lines.map(|words| (String::new(), blank.say(words).to_string()));
    (blank.say(labels::BLANK_SHEET).to_string(), lines.to_vec())
}

fn per_column(blank: &Blank) -> Part {
    let mut lines = Vec::new();
    for column in COLUMNS {
        let kinds: &[Kind] = match column {
            Column::Notes => &Kind::ALL,
            _ => &[Kind::Plan],
        };
        for &kind in kinds {
            let heading = blank.say(column.heading((Direction::Outbound, kind)));
            let number = || blank.say(labels::GUIDE_NUMBER).to_string();
            let message = column.message(blank, kind).unwrap_or_else(number);
            lines.push((heading.to_string(), message));
        }
    }
    (blank.say(labels::GUIDE_PER_COLUMN).to_string(), lines)
}

fn sending(blank: &Blank) -> Part {
    let lines = [labels::GUIDE_SAVE, labels::GUIDE_AGAIN];
    let lines = lines.map(|words| (String::new(), blank.say(words).to_string()));
    (blank.say(labels::GUIDE_SENDING).to_string(), lines.to_vec())
}

/// Writes a part; gives the row of the next one.
fn part(
    styles: &Styles,
    sheet: &mut Worksheet,
    row: u32,
    (head, lines): &Part,
) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(row, 0, head, &styles.guide_head)?;
    let mut at = row;
    for (term, text) in lines {
        at += 1;
        if term.is_empty() {
            sheet.merge_range(at, 0, at, 1, text, &styles.guide_text)?;
        } else {
            sheet.write_string_with_format(at, 0, term, &styles.guide_term)?;
            sheet.write_string_with_format(at, 1, text, &styles.guide_text)?;
        }
        let long = text.chars().count() as f64 > WIDTHS[1];
        sheet.set_row_height(at, if long { 34.0 } else { 19.0 })?;
    }
    Ok(at + 2)
}

/// Writes the names of countries, one a line; gives their range as formulas write it.
pub fn write_countries(
    blank: &Blank,
    styles: &Styles,
    sheet: &mut Worksheet,
) -> Result<String, XlsxError> {
    sheet.set_column_width(0, 44)?;
    let title = blank.say(labels::GUIDE_COUNTRIES);
    sheet.write_string_with_format(0, 0, title, &styles.guide_head)?;
    let names = blank.countries();
    for (row, name) in (1u32..).zip(&names) {
        sheet.write_string(row, 0, *name)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let name = blank.say(labels::BLANK_COUNTRIES);
    Ok(format!("='{name}'!$A$2:$A${}", names.len() + 1))
}
