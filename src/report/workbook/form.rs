//! One row of the departments' own form, and the codes behind it.

use super::book::{Book, fit, paint};
use super::codes::{Code, value};
use super::paint::Paint;
use super::style::{Number, Weight};
use crate::model::dataset::Opened;
use crate::model::delegation::{Delegation, RowState};
use crate::model::document::Span;
use crate::model::summary::Totals;
use crate::model::value::NumberForm;
use crate::report::listing;
use crate::words::{labels, shown};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Widths of the columns of the form, in characters.
pub const WIDTHS: [f64; 11] = [
    7.0, 25.0, 15.0, 13.0, 17.0, 26.0, 7.0, 7.0, 13.0, 16.0, 15.0,
];
/// Columns of the form that hold figures.
pub const PEOPLE: u16 = 6;
pub const AMOUNT: u16 = 9;

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

/// The cells of the form.
pub fn form_row<'b>(
    book: &'b Book,
    (sheet, painted): (&mut Worksheet, &mut Paint<'b>),
    row: u32,
    number: u32,
    (file, delegation): (&Opened, &Delegation),
) -> Result<(), XlsxError> {
    let plain = book.style.text(Weight::Plain);
    let centred = book.style.centred(Weight::Plain);
    let texts = file.texts(delegation);
    let of = |span: Span| file.text(span);
    let cells = [
        (1, of(texts.name), plain),
        (2, of(texts.head), plain),
        (3, &listing::countries(&book.edition, delegation), plain),
        (4, of(texts.partner), plain),
        (5, of(texts.content), plain),
        (
            8,
            &listing::period(&book.edition, file, delegation),
            centred,
        ),
        (AMOUNT, &money(book, file, delegation), plain),
        (10, &notes(book, file, delegation), plain),
    ];
    painted.number(sheet, (row, 0), f64::from(number), centred)?;
    for (column, text, format) in cells {
        paint((sheet, painted), (row, column), text, format)?;
    }
    fit(
        sheet,
        row,
        &cells.map(|(column, text, _)| (text, WIDTHS[column as usize])),
    )?;
    let people = delegation.people().value.map(f64::from);
    let days = delegation
        .days()
        .halves
        .map(|halves| f64::from(halves) / 2.0);
    for (column, number) in [(PEOPLE, people), (PEOPLE + 1, days)] {
        match number {
            Some(number) => {
                let format = book.style.number(Number::Days, number, Weight::Plain);
                painted.number(sheet, (row, column), number, format)?;
            }
            None => paint((sheet, painted), (row, column), "", centred)?,
        }
    }
    Ok(())
}

/// The source as written, and the amount where it stands in a cell of its own.
fn money(book: &Book, file: &Opened, row: &Delegation) -> String {
    let texts = file.texts(row);
    let source = match file.text(texts.funding) {
        "" => book.say(labels::funding(row.funding.class)),
        written => written,
    };
    let written = file.text(texts.amount);
    if written.is_empty() || texts.amount == texts.funding {
        return source.to_string();
    }
    match row.money().vnd {
        Some(amount) => format!("{source}\n{} đ", shown::whole(amount, book.lang())),
        None => format!("{source}\n{written}"),
    }
}

/// The notes, and numbers as written where they were not plain numbers.
fn notes(book: &Book, file: &Opened, row: &Delegation) -> String {
    let texts = file.texts(row);
    let mut notes = vec![file.text(texts.notes).to_string()];
    if let (RowState::NotHeld, Some(status)) = (row.state, row.status) {
        let department = &book.edition.dataset.department(file).name;
        notes.push(format!(
            "{department}: {}",
            book.say(labels::status(status))
        ));
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
    notes.extend(super::planned::of_result(book, file, row));
    if row.count != 1 {
        notes.push(format!("{}: {}", book.say(labels::DELEGATIONS), row.count));
    }
    notes.retain(|note| !note.is_empty());
    notes.join("; ")
}

/// The codes behind a row, in the hidden columns.
pub fn code_row(
    book: &Book,
    sheet: &mut Worksheet,
    at: u32,
    (file, row): (&Opened, &Delegation),
) -> Result<(), XlsxError> {
    let keys: Vec<&str> = row.country_keys().collect();
    let written = shown::visible(file.text(file.texts(row).countries));
    let path = shown::visible(&file.submission.path);
    let line = listing::line_of_row(file, row);
    let texts = [
        (Code::Kind, row.kind.code()),
        (Code::Quarter, row.period.class().code()),
        (Code::Funding, row.funding.class.code()),
        (Code::Countries, &format!(";{};", keys.join(";"))),
        (Code::Slug, &book.edition.dataset.department(file).slug),
        (Code::CountryText, &shown::clipped(&written, 1000)),
        (Code::File, &path),
        (Code::Line, &line),
    ];
    for (code, text) in texts {
        sheet.write_string(at, code.column(), text)?;
    }
    super::planned::result_codes(book, sheet, at, (file, row))?;
    let totals = totals_of(row);
    let known = |known: bool, measure: Code| known.then(|| value(&totals, measure));
    let numbers = [
        (Code::Department, Some(f64::from(file.department + 1))),
        (Code::Rows, Some(1.0)),
        (Code::Delegations, Some(f64::from(row.count))),
        (
            Code::People,
            known(row.people().value.is_some(), Code::People),
        ),
        (
            Code::PersonDays,
            known(row.person_half_days().is_some(), Code::PersonDays),
        ),
        (Code::Amount, known(row.money().vnd.is_some(), Code::Amount)),
        (Code::NoPeople, Some(value(&totals, Code::NoPeople))),
        (Code::NoDays, Some(value(&totals, Code::NoDays))),
        (Code::NoAmount, Some(value(&totals, Code::NoAmount))),
        (Code::Extra, Some(keys.len() as f64 - 1.0)),
        (Code::Year, Some(f64::from(row.year))),
    ];
    for (code, number) in numbers {
        if let Some(number) = number {
            sheet.write_number(at, code.column(), number)?;
        }
    }
    Ok(())
}
