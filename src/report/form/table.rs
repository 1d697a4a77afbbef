//! One table of the form: its header, the example, the lines to fill in, and the checks on their cells.

use super::columns::{self, COLUMNS, Column, LAST, NAME};
use super::style::Styles;
use super::{Blank, labels};
use crate::model::section::Kind;
use crate::model::submission::Due;
use crate::report::sheet::Sheet;
use crate::report::speak::Speak;
use crate::vocabulary::form;
use crate::words::shown;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle as OnError,
    DataValidationRule, Formula, XlsxError,
};

/// Lines to fill in below the example.
pub const LINES: u32 = 15;
/// More people, days or millions than any delegation has: a slip of the unit.
const MOST_PEOPLE: i32 = 9_999;
const MOST_DAYS: f64 = 366.0;
/// Fewest days: half a day.
const FEWEST_DAYS: f64 = 0.5;
const MOST_MILLIONS: f64 = 99_999.0;

/// A table to write.
pub struct FormTable<'t> {
    pub blank: &'t Blank<'t>,
    pub styles: &'t Styles,
    pub due: Due,
    /// The range that holds the names of countries.
    pub countries: &'t str,
}

impl FormTable<'_> {
    /// Writes the table, whose number on the sheet this is.
    ///
    /// # Errors
    /// When the library does not take what a cell is checked for.
    pub fn write(&self, sheet: &mut Sheet, number: u32) -> Result<(), XlsxError> {
        self.header(sheet, number);
        let first = sheet.row;
        let last = first + LINES;
        self.example(sheet);
        for line in first + 1..=last {
            sheet.go_to(line);
            self.blank_line(sheet, first);
        }
        for (column, what) in (0..).zip(COLUMNS) {
            if let Some(check) = self.check(what)? {
                sheet.attempt(|sheet| {
                    sheet.add_data_validation(first, column, last, column, &check)
                });
            }
        }
        self.colours(sheet, first);
        sheet.go_to(last + 1);
        Ok(())
    }

    fn header(&self, sheet: &mut Sheet, number: u32) {
        let (direction, kind) = self.due;
        let blank = self.blank;
        let year = labels::kind_of_year(kind, blank.year_of(kind), blank.lang);
        let title = format!("{} - {year}", blank.say(labels::direction(direction)));
        let title = format!("{}. {}", shown::roman(number), title.to_uppercase());
        sheet.across(0..=LAST, &title, &self.styles.section_title);
        sheet.height(24.0);
        sheet.next();
        let names = COLUMNS.map(|column| blank.say(column.heading(self.due)));
        sheet.texts(0, names, &self.styles.header);
        sheet.height(48.0);
        sheet.next();
        for column in 0..=LAST {
            sheet.text(
                column,
                &format!("({})", column + 1),
                &self.styles.number_row,
            );
        }
        sheet.next();
    }

    /// The grey line. Its number is a formula that says "Ví dụ" for as long as the name is the example's:
    /// a clerk who writes over the line leaves no mark behind.
    fn example(&self, sheet: &mut Sheet) {
        let Some(example) = form::example(self.due.0, self.blank.lang) else {
            return;
        };
        sheet.height(34.0);
        let centred = &self.styles.example_centred;
        for (column, what) in (0..).zip(COLUMNS) {
            let value = what.example(&example);
            match what {
                Column::Number => {
                    let mark = self.blank.say(labels::BLANK_EXAMPLE);
                    let cell = cell(sheet.row, NAME);
                    let name = example.name;
                    let rule = format!("=IF({cell}=\"{name}\",\"{mark}\",IF({cell}=\"\",\"\",1))");
                    sheet.formula(column, Formula::new(rule).set_result(mark), centred);
                }
                Column::People | Column::Days | Column::Amount => {
                    sheet.number(column, value.parse().unwrap_or_default(), centred);
                }
                Column::Period => {
                    sheet.verbatim(column, value, &centred.clone().set_num_format("@"));
                }
                _ => sheet.verbatim(column, value, &self.styles.example_text),
            }
        }
    }

    /// A line to fill in. It numbers itself after the highest number above, so that lines may be inserted.
    fn blank_line(&self, sheet: &mut Sheet, first: u32) {
        sheet.height(26.0);
        let styles = self.styles;
        for (column, what) in (0..).zip(COLUMNS) {
            match what {
                Column::Number => {
                    let (name, above) = (cell(sheet.row, NAME), cell(sheet.row - 1, column));
                    let top = format!("A${}", first + 1);
                    let rule = format!("=IF({name}=\"\",\"\",MAX({top}:{above})+1)");
                    sheet.formula(column, Formula::new(rule), &styles.centred);
                }
                Column::Period => sheet.blank(column, &styles.verbatim),
                Column::People | Column::Days | Column::Amount => {
                    sheet.blank(column, &styles.figure);
                }
                _ => sheet.blank(column, &styles.text),
            }
        }
    }

    /// What a column takes: a list, a number, or words with a hint.
    fn check(&self, column: Column) -> Result<Option<DataValidation>, XlsxError> {
        let (blank, kind) = (self.blank, self.due.1);
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
                let days = DataValidationRule::Between(FEWEST_DAYS, MOST_DAYS);
                let days = check.allow_decimal_number(days);
                refused(days, labels::REFUSED_DAYS, OnError::Warning)?
            }
            Column::Amount => {
                let money =
                    check.allow_decimal_number(DataValidationRule::Between(0.0, MOST_MILLIONS));
                refused(money, labels::REFUSED_AMOUNT, OnError::Stop)?
            }
            Column::Country => {
                let list = check.allow_list_formula(Formula::new(self.countries));
                refused(list, labels::REFUSED_COUNTRY, OnError::Warning)?
            }
            Column::Funding => {
                let list = check.allow_list_strings(&columns::sources(blank.lang))?;
                refused(list, labels::REFUSED_FUNDING, OnError::Warning)?
            }
            // Dates and months are as good as a quarter: nothing is refused.
            Column::Period => check
                .allow_list_strings(&columns::quarters(blank.lang))?
                .show_error_message(false),
            Column::Notes if kind == Kind::Realised => check
                .allow_list_strings(&columns::results(blank.lang))?
                .show_error_message(false),
            _ => check.allow_any_value(),
        };
        Ok(Some(check.set_input_message(message)?))
    }

    /// Colours that follow what is written: an example typed over, a cell that its line lacks.
    fn colours(&self, sheet: &mut Sheet, first: u32) {
        let number = cell(first, 0);
        let typed = ConditionalFormatFormula::new()
            .set_rule(format!("=ISNUMBER(${number})").as_str())
            .set_format(&self.styles.typed_over);
        sheet.attempt(|sheet| sheet.add_conditional_format(first, 0, first, LAST, &typed));
        let line = first + 1;
        let denied = format!("LEFT(TRIM($B{line}),5)=\"Không\",LEFT(TRIM($B{line}),4)=\"None\"");
        let asked_for = (0..).zip(COLUMNS).filter(|(_, what)| what.is_asked_for());
        for (column, _) in asked_for {
            let own = cell(first, column);
            let rule =
                format!("=AND(COUNTA($B{line}:$L{line})>0,ISBLANK({own}),NOT(OR({denied})))");
            let missing = ConditionalFormatFormula::new()
                .set_rule(rule.as_str())
                .set_format(&self.styles.missing);
            sheet.attempt(|sheet| {
                sheet.add_conditional_format(first, column, first + LINES, column, &missing)
            });
        }
    }
}

/// A cell as formulas write it: row and column from 0.
fn cell(row: u32, column: u16) -> String {
    let letter = char::from(b'A' + u8::try_from(column).unwrap_or_default());
    format!("{letter}{}", row + 1)
}
