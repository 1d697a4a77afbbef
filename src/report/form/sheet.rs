//! The sheet that is filled in: letterhead, short instructions, the tables, the place to sign.

use super::columns::{COLUMNS, LAST};
use super::style::Styles;
use super::{Blank, labels, table};
use crate::report::workbook::style::paper;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

/// Writes the sheet; `countries` is the range that holds their names.
pub fn write(
    blank: &Blank,
    styles: &Styles,
    sheet: &mut Worksheet,
    countries: &str,
) -> Result<(), XlsxError> {
    paper(
        sheet,
        &labels::fill(labels::PAGE_OF, blank.lang, &["&P", "&N"]),
    );
    // Without it the numbers of blank lines would show as 0 until a program recalculates them.
    sheet.set_formula_result_default("");
    for (at, column) in (0..).zip(COLUMNS) {
        sheet.set_column_width(at, column.width())?;
    }
    let mut row = letterhead(blank, styles, sheet)?;
    let mut breaks = Vec::new();
    for (number, due) in (1..).zip(blank.tables()) {
        if number > 1 {
            breaks.push(row);
        }
        row = table::write(blank, styles, sheet, (number, row), due, countries)? + 1;
    }
    signature(blank, styles, sheet, row)?;
    sheet.set_page_breaks(&breaks)?;
    Ok(())
}

/// Names of the bodies, of the state, the title and the instructions; gives the row of the first table.
fn letterhead(blank: &Blank, styles: &Styles, sheet: &mut Worksheet) -> Result<u32, XlsxError> {
    let mut across = |row: u32, first: u16, last: u16, text: &str, format: &Format| {
        sheet
            .merge_range(row, first, row, last, text, format)
            .map(|_| ())
    };
    let (parent, name) = bodies(blank);
    across(0, 0, 3, &parent, &styles.parent)?;
    across(0, 5, LAST, blank.say(labels::NATION), &styles.office)?;
    across(1, 0, 3, &name, &styles.office)?;
    across(1, 5, LAST, blank.say(labels::MOTTO), &styles.motto)?;
    across(3, 0, LAST, blank.say(labels::BLANK_TITLE), &styles.title)?;
    across(4, 0, LAST, &blank.years(), &styles.subtitle)?;
    across(
        5,
        0,
        LAST,
        blank.say(labels::BLANK_ENCLOSED),
        &styles.enclosed,
    )?;
    let how = [
        labels::BLANK_HOW_ROWS,
        labels::BLANK_HOW_CELLS,
        labels::BLANK_HOW_NIL,
    ];
    for (row, words) in (7..).zip(how) {
        across(row, 0, LAST, blank.say(words), &styles.how)?;
    }
    for (row, height) in [(0, 20), (1, 20), (3, 26), (7, 20), (8, 20), (9, 20)] {
        sheet.set_row_height(row, height)?;
    }
    Ok(11)
}

/// The body above and the department. Only of a department of the provincial committee is the body
/// above known: that of others is left to them.
fn bodies(blank: &Blank) -> (String, String) {
    let open = || blank.say(labels::BLANK_PARENT).to_string();
    let Some(department) = blank.department else {
        return (open(), blank.say(labels::BLANK_DEPARTMENT).to_string());
    };
    let name = department.name.to_uppercase();
    let parent = if department.name.starts_with("Sở ") {
        blank.office.parent.to_uppercase()
    } else {
        open()
    };
    (parent, name)
}

fn signature(
    blank: &Blank,
    styles: &Styles,
    sheet: &mut Worksheet,
    row: u32,
) -> Result<(), XlsxError> {
    let lines = [
        (0, 7, LAST, labels::BLANK_PLACE_DATE, &styles.date),
        (1, 1, 3, labels::BLANK_AUTHOR, &styles.signer),
        (1, 7, LAST, labels::BLANK_SIGNER, &styles.signer),
        (2, 1, 3, labels::BLANK_SIGN, &styles.sign),
        (2, 7, LAST, labels::BLANK_SIGN, &styles.sign),
    ];
    for (below, first, last, words, format) in lines {
        let text = blank.say(words);
        sheet.merge_range(row + below, first, row + below, last, text, format)?;
    }
    Ok(())
}
