//! One table of the form: its head, the example, the lines to fill in, and the checks on their cells.

use super::columns::{self, COLUMNS, Column, LAST, NAME};
use super::style::Styles;
use super::{Blank, labels};
use crate::model::section::Kind;
use crate::model::submission::Due;
use crate::vocabulary::form;
use crate::words::shown;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle as OnError,
    DataValidationRule, Format, Formula, Worksheet, XlsxError,
};

/// Lines to fill in below the example.
pub const LINES: u32 = 15;
/// More people, days or millions than any delegation has: a slip of the unit.
const MOST_PEOPLE: i32 = 9_999;
const MOST_DAYS: i32 = 366;
const MOST_MILLIONS: f64 = 99_999.0;

/// Writes a table from a row on; gives the row below it.
pub fn write(
    blank: &Blank,
    styles: &Styles,
    sheet: &mut Worksheet,
    (number, row): (u32, u32),
    due: Due,
    countries: &str,
) -> Result<u32, XlsxError> {
    let (direction, kind) = due;
    let of_year = labels::kind_of_year(kind, blank.year_of(kind), blank.lang);
    let title = format!("{} - {of_year}", blank.say(labels::direction(direction)));
    let title = format!("{}. {}", shown::roman(number), title.to_uppercase());
    sheet.merge_range(row, 0, row, LAST, &title, &styles.part)?;
    sheet.set_row_height(row, 24)?;
    head(blank, styles, sheet, row + 1, due)?;
    let first = row + 3;
    let last = first + LINES;
    example(blank, styles, sheet, first, due)?;
    for line in first + 1..=last {
        blank_line(styles, sheet, line, first)?;
    }
    for (column, what) in (0..).zip(COLUMNS) {
        if let Some(check) = check(blank, what, kind, countries)? {
            sheet.add_data_validation(first, column, last, column, &check)?;
        }
    }
    colours(styles, sheet, (first, last))?;
    Ok(last + 1)
}

fn head(
    blank: &Blank,
    styles: &Styles,
    sheet: &mut Worksheet,
    row: u32,
    due: Due,
) -> Result<(), XlsxError> {
    sheet.set_row_height(row, 48)?;
    for (at, column) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(row, at, blank.say(column.heading(due)), &styles.head)?;
        let number = format!("({})", at + 1);
        sheet.write_string_with_format(row + 1, at, number, &styles.number_row)?;
    }
    Ok(())
}

/// The grey line. Its number is a formula that says "Ví dụ" for as long as the name is the example's:
/// a clerk who writes over the line leaves no mark behind.
fn example(
    blank: &Blank,
    styles: &Styles,
    sheet: &mut Worksheet,
    row: u32,
    (direction, _): Due,
) -> Result<(), XlsxError> {
    let Some(example) = form::example(direction, blank.lang) else {
        return Ok(());
    };
    sheet.set_row_height(row, 34)?;
    for (at, column) in (0..).zip(COLUMNS) {
        let centred = &styles.example_centred;
        let value = column.of_example(&example);
        match column {
            Column::Number => {
                let mark = blank.say(labels::BLANK_EXAMPLE);
                let cell = cell(row, NAME);
                let name = example.name;
                let rule = format!("=IF({cell}=\"{name}\",\"{mark}\",IF({cell}=\"\",\"\",1))");
                let formula = Formula::new(rule).set_result(mark);
                sheet.write_formula_with_format(row, at, formula, centred)?;
            }
            Column::People | Column::Days | Column::Amount => {
                let figure: f64 = value.parse().unwrap_or_default();
                sheet.write_number_with_format(row, at, figure, centred)?;
            }
            Column::Period => {
                let format = centred.clone().set_num_format("@");
                sheet.write_string_with_format(row, at, value, &format)?;
            }
            _ => {
                sheet.write_string_with_format(row, at, value, &styles.example_text)?;
            }
        }
    }
    Ok(())
}

/// A line to fill in. It numbers itself after the highest number above, so that lines may be inserted.
fn blank_line(
    styles: &Styles,
    sheet: &mut Worksheet,
    row: u32,
    first: u32,
) -> Result<(), XlsxError> {
    sheet.set_row_height(row, 26)?;
    for (at, column) in (0..).zip(COLUMNS) {
        let format: &Format = match column {
            Column::Number => &styles.centred,
            Column::Period => &styles.verbatim,
            Column::People | Column::Days | Column::Amount => &styles.figure,
            _ => &styles.text,
        };
        if column == Column::Number {
            let (name, above) = (cell(row, NAME), cell(row - 1, at));
            let top = format!("A${}", first + 1);
            let rule = format!("=IF({name}=\"\",\"\",MAX({top}:{above})+1)");
            sheet.write_formula_with_format(row, at, Formula::new(rule), format)?;
        } else {
            sheet.write_blank(row, at, format)?;
        }
    }
    Ok(())
}

/// What a column takes: a list, a number, or words with a hint.
fn check(
    blank: &Blank,
    column: Column,
    kind: Kind,
    countries: &str,
) -> Result<Option<DataValidation>, XlsxError> {
    let Some(message) = column.message(blank, kind) else {
        return Ok(None);
    };
    let check = DataValidation::new();
    let refused = |check: DataValidation, words, style| {
        check
            .set_error_style(style)
            .set_error_title(blank.say(labels::CELL_REFUSED))?
            .set_error_message(blank.say(words))
    };
    let check = match column {
        Column::People => {
            let whole = check.allow_whole_number(DataValidationRule::Between(1, MOST_PEOPLE));
            refused(whole, labels::REFUSED_PEOPLE, OnError::Stop)?
        }
        Column::Days => {
            let whole = check.allow_whole_number(DataValidationRule::Between(1, MOST_DAYS));
            refused(whole, labels::REFUSED_DAYS, OnError::Warning)?
        }
        Column::Amount => {
            let money = check.allow_decimal_number(DataValidationRule::Between(0.0, MOST_MILLIONS));
            refused(money, labels::REFUSED_AMOUNT, OnError::Stop)?
        }
        Column::Country => {
            let list = check.allow_list_formula(Formula::new(countries));
            refused(list, labels::REFUSED_COUNTRY, OnError::Warning)?
        }
        Column::Funding => {
            let list = check.allow_list_strings(&columns::sources(blank))?;
            refused(list, labels::REFUSED_FUNDING, OnError::Warning)?
        }
        // Dates and months are as good as a quarter: nothing is refused.
        Column::Period => check
            .allow_list_strings(&columns::quarters(blank))?
            .show_error_message(false),
        Column::Notes if kind == Kind::Realised => check
            .allow_list_strings(&columns::results(blank))?
            .show_error_message(false),
        _ => check.allow_any_value(),
    };
    Ok(Some(check.set_input_message(message)?))
}

/// Colours that follow what is written: an example typed over, a cell that its line lacks.
fn colours(
    styles: &Styles,
    sheet: &mut Worksheet,
    (first, last): (u32, u32),
) -> Result<(), XlsxError> {
    let number = cell(first, 0);
    let typed = ConditionalFormatFormula::new()
        .set_rule(format!("=ISNUMBER(${number})").as_str())
        .set_format(&styles.typed_over);
    sheet.add_conditional_format(first, 0, first, LAST, &typed)?;
    let line = first + 1;
    let denied = format!("LEFT(TRIM($B{line}),5)=\"Không\",LEFT(TRIM($B{line}),4)=\"None\"");
    for (at, column) in (0..).zip(COLUMNS) {
        if column.is_asked_for() {
            let own = cell(first, at);
            let rule =
                format!("=AND(COUNTA($B{line}:$L{line})>0,ISBLANK({own}),NOT(OR({denied})))");
            let missing = ConditionalFormatFormula::new()
                .set_rule(rule.as_str())
                .set_format(&styles.missing);
            sheet.add_conditional_format(first, at, last, at, &missing)?;
        }
    }
    Ok(())
}

/// A cell as formulas write it: row and column from 0.
fn cell(row: u32, column: u16) -> String {
    let letter = char::from(b'A' + u8::try_from(column).unwrap_or_default());
    format!("{letter}{}", row + 1)
}
