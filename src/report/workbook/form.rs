//! One row of the departments' own form, and the codes behind it.

use super::book::Book;
use super::codes::{Code, FORM_COLUMNS};
use super::planned::{result_codes, standing};
use crate::model::dataset::Opened;
use crate::model::delegation::{Delegation, RowState};
use crate::model::summary::Totals;
use crate::model::value::NumberForm;
use crate::report::listing;
use crate::report::sheet::Sheet;
use crate::report::sheet::style::{Number, STYLES, Weight};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::words::{labels, shown};
use std::borrow::Cow;

/// Widths of the columns of the form, in characters.
const WIDTHS: [f64; FORM_COLUMNS as usize] = [
    5.5, 21.0, 12.0, 11.0, 13.5, 21.0, 6.5, 6.0, 10.5, 13.5, 11.0,
];
/// Columns of the form that hold figures.
pub const PEOPLE: u16 = 6;
pub const AMOUNT: u16 = 9;
/// Columns that many forms leave empty, and those that take their width.
const NAME: u16 = 1;
const PARTNER: u16 = 4;
const CONTENT: u16 = 5;
const NOTES: u16 = 10;

/// Which columns of the form a list has: those that hold something.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filled {
    pub partner: bool,
    pub notes: bool,
}

impl Filled {
    pub fn add(&mut self, cells: &FormCells) {
        self.partner |= !cells.partner.is_empty();
        self.notes |= !cells.notes.is_empty();
    }

    /// Columns and paper of a list: what is empty is hidden, and its width goes to names and contents.
    pub fn set_up(self, sheet: &mut Sheet) {
        let hidden: Vec<u16> = [(PARTNER, self.partner), (NOTES, self.notes)]
            .into_iter()
            .filter_map(|(column, is_filled)| (!is_filled).then_some(column))
            .collect();
        let mut widths = WIDTHS;
        let spare: f64 = hidden.iter().map(|at| widths[usize::from(*at)]).sum();
        for column in [NAME, CONTENT] {
            widths[usize::from(column)] += spare / 2.0;
        }
        sheet.columns(&widths);
        for column in &hidden {
            sheet.hide(*column..=*column);
        }
        let printed = (0..).zip(widths);
        let printed = printed.filter(|(column, _)| !hidden.contains(column));
        let printed: Vec<f64> = printed.map(|(_, width)| width).collect();
        sheet.landscape();
        sheet.print_columns(&printed);
        sheet.text_over(0..=sheet.last(), printed.iter().sum());
    }
}

/// What a row adds to the figures.
pub fn totals_of(row: &Delegation) -> Totals {
    Totals {
        delegations: u64::from(row.count),
        people: u64::from(row.people().value.unwrap_or(0)),
        person_half_days: row.person_half_days().unwrap_or(0),
        amount_vnd: row.money().vnd.unwrap_or(0),
        rows: 1,
        rows_without_people: u64::from(row.people().value.is_none()),
        rows_without_days: u64::from(row.days().halves.is_none()),
        rows_without_amount: u64::from(row.money().vnd.is_none()),
    }
}

/// The cells of a row behind its number.
#[derive(Debug)]
pub struct FormCells<'t> {
    pub name: &'t str,
    pub leader: &'t str,
    pub countries: String,
    pub partner: &'t str,
    pub content: &'t str,
    pub people: Option<f64>,
    pub days: Option<f64>,
    pub period: Cow<'t, str>,
    pub money: Cow<'t, str>,
    pub notes: String,
}

impl<'t> FormCells<'t> {
    /// A row as its department wrote it.
    pub fn of(book: &Book, file: &'t Opened, row: &Delegation) -> FormCells<'t> {
        let texts = file.texts(row);
        FormCells {
            name: file.text(texts.name),
            leader: file.text(texts.head),
            countries: listing::countries(&book.edition, row),
            partner: file.text(texts.partner),
            content: file.text(texts.content),
            people: row.people().value.map(f64::from),
            days: row.days().halves.map(|halves| f64::from(halves) / 2.0),
            period: listing::period(&book.edition, file, row).into(),
            money: money(book, file, row),
            notes: notes(book, file, row),
        }
    }
}

/// Writes a row of the form, as tall as its texts need.
pub fn form_row(sheet: &mut Sheet, number: u32, cells: &FormCells) {
    let (plain, centred) = (STYLES.text(Weight::Plain), STYLES.centred(Weight::Plain));
    sheet.number(0, f64::from(number), centred);
    let texts = [
        cells.name,
        cells.leader,
        &cells.countries,
        cells.partner,
        cells.content,
    ];
    sheet.texts(1, texts, plain);
    for (column, number) in (PEOPLE..).zip([cells.people, cells.days]) {
        match number {
            Some(number) => {
                let format = STYLES.number(Number::Days, number, Weight::Plain);
                sheet.number(column, number, format);
            }
            None => sheet.blank(column, centred),
        }
    }
    sheet.text(8, &cells.period, centred);
    sheet.texts(AMOUNT, [&*cells.money, &cells.notes], plain);
    sheet.fit();
}

/// A row over the whole form whose text runs over the empty cells.
pub fn group_row(sheet: &mut Sheet, number: &str, label: &str, weight: Weight) {
    sheet.text(0, number, STYLES.centred(weight));
    sheet.text(1, label, STYLES.run_over(weight));
    for column in 2..FORM_COLUMNS - 1 {
        sheet.blank(column, STYLES.run_over(weight));
    }
    sheet.blank(FORM_COLUMNS - 1, STYLES.run_end(weight));
    sheet.height(20.0);
}

/// The source as written, and the amount where it stands in a cell of its own.
fn money<'t>(book: &Book, file: &'t Opened, row: &Delegation) -> Cow<'t, str> {
    let texts = file.texts(row);
    let source = match file.text(texts.funding) {
        "" => book.say(labels::funding(row.funding.class)),
        written => written,
    };
    let written = file.text(texts.amount);
    if written.is_empty() || texts.amount == texts.funding {
        return source.into();
    }
    match row.money().vnd {
        Some(amount) => format!("{source}\n{} đ", shown::whole(amount, book.lang())).into(),
        None => format!("{source}\n{written}").into(),
    }
}

/// The notes, and numbers as written where they were not plain numbers.
fn notes(book: &Book, file: &Opened, row: &Delegation) -> String {
    let texts = file.texts(row);
    let mut notes = vec![file.text(texts.notes).to_string()];
    if let (RowState::NotHeld, Some(status)) = (row.state, row.status) {
        let department = &book.edition.dataset.department(file).name;
        let status = book.say(labels::status(status));
        notes.push(format!("{department}: {status}"));
    }

    let written = [
        (labels::FORM_PEOPLE, texts.people, row.people().form),
        (labels::FORM_DAYS, texts.days, row.days().form),
    ];
    for (name, span, form) in written {
        let as_written = file.text(span);
        let plain = matches!(form, NumberForm::Exact | NumberForm::Missing);
        if !plain && !as_written.is_empty() {
            let (name, verb) = (book.say(name), book.say(labels::AS_WRITTEN));
            notes.push(format!("{name} {verb}: {as_written}"));
        }
    }

    notes.extend(standing(book, file, row));
    if row.count != 1 {
        notes.push(format!("{}: {}", book.say(labels::DELEGATIONS), row.count));
    }
    notes.retain(|note| !note.is_empty());
    notes.join("; ")
}

/// The codes behind a row, in the hidden columns.
pub fn code_row(book: &Book, sheet: &mut Sheet, file: &Opened, row: &Delegation) {
    let keys: Vec<&str> = row.country_keys().collect();
    let written = shown::visible(file.text(file.texts(row).countries));
    let texts = [
        (Code::Kind, row.kind.code()),
        (Code::Quarter, row.period.class().code()),
        (Code::Funding, row.funding.class.code()),
        (Code::Countries, &format!(";{};", keys.join(";"))),
        (Code::Slug, &book.edition.dataset.department(file).slug),
        (Code::CountryText, &shown::clipped(&written, 1000)),
        (Code::File, &shown::visible(&file.submission.path)),
        (Code::Line, &listing::line_of_row(file, row)),
    ];
    for (code, text) in texts {
        sheet.code(code.column(), text);
    }
    result_codes(book, sheet, file, row);

    let numbers = [
        (Code::Department, f64::from(file.department + 1)),
        (Code::Rows, 1.0),
        (Code::Extra, keys.len() as f64 - 1.0),
        (Code::Year, f64::from(row.year)),
    ];
    for (code, number) in numbers {
        sheet.code_number(code.column(), number);
    }
    let totals = totals_of(row);
    for measure in Measure::ALL {
        let known = match measure {
            Measure::People => row.people().value.is_some(),
            Measure::PersonDays => row.person_half_days().is_some(),
            Measure::Amount => row.money().vnd.is_some(),
            _ => true,
        };
        if known {
            sheet.code_number(Code::from(measure).column(), measure.value(&totals));
        }
    }
}
