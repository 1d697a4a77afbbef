//! The sheet that is filled in: letterhead, short instructions, the tables, the place to sign.

use super::columns::{COLUMNS, LAST};
use super::style::Styles;
use super::table::FormTable;
use super::{Blank, labels};
use crate::report::sheet::Sheet;
use crate::report::speak::Speak;
use rust_xlsxwriter::XlsxError;

/// Writes the sheet; `countries` is the range that holds their names.
///
/// # Errors
/// When the library does not take what a cell is checked for.
pub fn write(
    blank: &Blank,
    styles: &Styles,
    sheet: &mut Sheet,
    countries: &str,
) -> Result<(), XlsxError> {
    sheet.landscape_fitted();
    // Without it the numbers of blank lines would show as 0 until a program recalculates them.
    sheet.worksheet().set_formula_result_default("");
    sheet.columns(&COLUMNS.map(|column| column.width()));
    letterhead(blank, styles, sheet);
    for (number, due) in (1..).zip(blank.tables()) {
        if number > 1 {
            sheet.begin_page();
        }
        let table = FormTable {
            blank,
            styles,
            due,
            countries,
        };
        table.write(sheet, number)?;
        sheet.next();
    }
    signature(blank, styles, sheet);
    sheet.paginate();
    Ok(())
}

/// Names of the bodies, of the state, the title and the instructions.
fn letterhead(blank: &Blank, styles: &Styles, sheet: &mut Sheet) {
    let bodies = bodies(blank);
    sheet.heights(&[20.0, 20.0, 15.0, 26.0, 20.0, 20.0, 15.0, 20.0, 20.0, 20.0]);
    sheet.across(0..=3, &bodies.parent, &styles.parent);
    sheet.across(5..=LAST, blank.say(labels::NATION), &styles.office);
    sheet.next();
    sheet.across(0..=3, &bodies.name, &styles.office);
    sheet.across(5..=LAST, blank.say(labels::MOTTO), &styles.motto);
    sheet.go_to(3);
    let years = blank.years();
    let lines = [
        (blank.say(labels::BLANK_TITLE), &styles.title),
        (&years, &styles.subtitle),
        (blank.say(labels::BLANK_ENCLOSED), &styles.enclosed),
    ];
    for (text, format) in lines {
        sheet.across(0..=LAST, text, format);
        sheet.next();
    }
    sheet.next();
    let how = [
        labels::BLANK_HOW_ROWS,
        labels::BLANK_HOW_CELLS,
        labels::BLANK_HOW_NIL,
    ];
    for words in how {
        sheet.across(0..=LAST, blank.say(words), &styles.how);
        sheet.next();
    }
    sheet.next();
}

/// The body above and the department.
struct Bodies {
    parent: String,
    name: String,
}

/// Only of a department of the provincial committee is the body above known: that of others is left to
/// them.
fn bodies(blank: &Blank) -> Bodies {
    let open = blank.say(labels::BLANK_PARENT).to_string();
    match blank.department {
        None => Bodies {
            parent: open,
            name: blank.say(labels::BLANK_DEPARTMENT).to_string(),
        },
        Some(department) => Bodies {
            parent: match department.name.starts_with("Sở ") {
                true => blank.office.parent.to_uppercase(),
                false => open,
            },
            name: department.name.to_uppercase(),
        },
    }
}

fn signature(blank: &Blank, styles: &Styles, sheet: &mut Sheet) {
    let date = blank.say(labels::BLANK_PLACE_DATE);
    sheet.across(7..=LAST, date, &styles.date);
    sheet.next();
    sheet.across(1..=3, blank.say(labels::BLANK_AUTHOR), &styles.signer);
    sheet.across(7..=LAST, blank.say(labels::BLANK_SIGNER), &styles.signer);
    sheet.next();
    for columns in [1..=3, 7..=LAST] {
        sheet.across(columns, blank.say(labels::BLANK_SIGN), &styles.sign);
    }
}
