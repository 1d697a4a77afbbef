//! The cross-table of countries, quarters and budget sources, with its bridge and the meaning of its classes.

use super::book::{Book, LABEL_WIDTH, figure, heads, number_of, put, put_across, tall_head};
use super::codes::{Code, Condition, value};
use super::style::{self, Weight};
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use crate::model::value::{FundingClass, Quarter};
use crate::publish::listing::{self, CrossCountry};
use crate::publish::{labels, text};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Number, country, source.
const LABELS: u16 = 3;
/// Width of all columns, in characters.
const NOTE_WIDTH: f64 = 180.0;
/// Under each quarter; the total also has person-days.
const UNDER_QUARTER: [Code; 2] = [Code::Delegations, Code::People];
const UNDER_TOTAL: [Code; 3] = [Code::Delegations, Code::People, Code::PersonDays];

/// Column of the first measure of a quarter; the total follows the last one.
fn column(quarter: usize) -> u16 {
    LABELS + quarter as u16 * UNDER_QUARTER.len() as u16
}

fn total_column() -> u16 {
    column(Quarter::ALL.len())
}

fn last_column() -> u16 {
    total_column() + UNDER_TOTAL.len() as u16 - 1
}

/// How the figures of a line follow from the annex rows.
#[derive(Debug, Clone, Copy)]
enum Basis {
    Sum,
    Repeated,
    Excess,
}

/// Writes the sheet.
pub fn write(book: &Book, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    style::paper(sheet, &book.fill(labels::PAGE_OF, &["&P", "&N"]));
    sheet.set_column_width(0, 5)?;
    sheet.set_column_width(1, LABEL_WIDTH)?;
    sheet.set_column_width(2, 24)?;
    for column in LABELS..=last_column() {
        sheet.set_column_width(column, 7.5)?;
    }
    let mut row = book.sheet_title(sheet, labels::TITLE_CROSS, last_column())?;
    let mut first = true;
    for kind in listing::kinds(book.edition.summary) {
        for direction in Direction::ALL {
            let (lines, next) = block(book, sheet, row, kind, direction)?;
            if first {
                sheet.set_freeze_panes(row + 3, LABELS)?;
                if let Some((top, bottom)) = lines {
                    sheet.autofilter(top - 1, 0, bottom, last_column())?;
                    sheet.set_repeat_rows(top - 2, top - 1)?;
                }
                first = false;
            }
            row = next + 1;
        }
    }
    legend(book, sheet, row)
}

type Lines = Option<(u32, u32)>;

fn block(
    book: &Book,
    sheet: &mut Worksheet,
    top: u32,
    kind: Kind,
    direction: Direction,
) -> Result<(Lines, u32), XlsxError> {
    let grand = book.edition.summary.grand(kind, direction);
    let year = grand.map_or(book.edition.dataset.year, |grand| grand.year);
    let part = labels::kind_of_year(kind, year, book.lang());
    let part = format!("{} - {}", book.say(labels::direction(direction)), part);
    put(sheet, (top, 0), &part, &book.style.part)?;
    head(book, sheet, top + 1)?;
    let first = top + 3;
    let mut row = first;
    for (number, country) in (1..).zip(listing::cross(&book.edition, kind, direction)) {
        row = country_lines(book, sheet, row, (kind, direction), (number, &country))?;
    }
    let lines = (row > first).then(|| (first, row - 1));
    let next = bridge(book, sheet, row, kind, direction)?;
    let rejected = text::count(grand.map_or(0, |grand| grand.rejected), book.lang());
    let totals = listing::grand_totals(book.edition.summary, kind, direction);
    let counts = [
        totals.rows_without_people,
        totals.rows_without_days,
        totals.rows_without_amount,
    ]
    .map(|rows| text::count(rows, book.lang()));
    let note = format!(
        "{}: {rejected}. {}.",
        book.say(labels::REJECTED_ROWS),
        book.fill(
            labels::PAGE_NOT_READ_ROWS,
            &[&counts[0], &counts[1], &counts[2]]
        )
    );
    book.note(sheet, (next, last_column()), NOTE_WIDTH, &note)?;
    Ok((lines, next + 1))
}

fn head(book: &Book, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
    let head = &book.style.head;
    for (at, name) in (0..).zip([labels::NUMBER, labels::COUNTRY, labels::FUNDING]) {
        tall_head(sheet, (row, at), book.say(name), head)?;
    }
    let names = [labels::DELEGATIONS, labels::PEOPLE, labels::PERSON_DAYS].map(|n| book.say(n));
    for (at, quarter) in Quarter::ALL.into_iter().enumerate() {
        let first = column(at);
        let name = book.say(labels::quarter(quarter));
        put_across(sheet, (row, first, first + 1), name, head)?;
        heads(sheet, (row + 1, first), &names[..2], head)?;
    }
    let first = total_column();
    put_across(
        sheet,
        (row, first, last_column()),
        book.say(labels::TOTAL),
        head,
    )?;
    heads(sheet, (row + 1, first), &names, head)?;
    sheet.set_row_height(row, 32)?;
    sheet.set_row_height(row + 1, 32)?;
    Ok(())
}

/// A country: its sum over the sources, then each source that occurs.
fn country_lines(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    (kind, direction): (Kind, Direction),
    (number, country): (u32, &CrossCountry),
) -> Result<u32, XlsxError> {
    let condition = Condition {
        country: Some(&country.key),
        ..Condition::kind(kind)
    };
    let weight = Weight::Group;
    book.label(
        sheet,
        row,
        (&number.to_string(), &country.label, ""),
        weight,
    )?;
    let totals = &country.quarters;
    figures(
        book,
        sheet,
        (row, direction),
        totals,
        (&condition, Basis::Sum, weight),
    )?;
    for (at, (class, totals)) in (row + 1..).zip(&country.sources) {
        let source = book.say(labels::funding(*class));
        let weight = Weight::Plain;
        book.label(sheet, at, ("", &country.label, source), weight)?;
        let condition = Condition {
            funding: Some(class.code()),
            ..condition
        };
        figures(
            book,
            sheet,
            (at, direction),
            totals,
            (&condition, Basis::Sum, weight),
        )?;
    }
    Ok(row + 1 + country.sources.len() as u32)
}

/// Each delegation once, by quarter, and what the countries count beyond that.
fn bridge(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    kind: Kind,
    direction: Direction,
) -> Result<u32, XlsxError> {
    let distinct = listing::quarters(book.edition.summary, kind, direction);
    let mut sums: [Totals; 7] = Default::default();
    for country in listing::cross(&book.edition, kind, direction) {
        for (sum, totals) in sums.iter_mut().zip(&country.quarters) {
            *sum += *totals;
        }
    }
    let mut excess = sums;
    for (excess, distinct) in excess.iter_mut().zip(distinct) {
        *excess = excess.less(distinct);
    }
    let condition = Condition::kind(kind);
    let lines = [
        (
            labels::SUM_OF_COUNTRIES,
            sums,
            Basis::Repeated,
            Weight::Group,
        ),
        (labels::COUNTED_TWICE, excess, Basis::Excess, Weight::Group),
        (labels::DISTINCT_TOTAL, distinct, Basis::Sum, Weight::Total),
    ];
    for (row, (label, totals, basis, weight)) in (row..).zip(lines) {
        book.label(sheet, row, ("", book.say(label), ""), weight)?;
        figures(
            book,
            sheet,
            (row, direction),
            &totals,
            (&condition, basis, weight),
        )?;
    }
    Ok(row + 3)
}

fn figures(
    book: &Book,
    sheet: &mut Worksheet,
    (row, direction): (u32, Direction),
    totals: &[Totals; 7],
    (condition, basis, weight): (&Condition, Basis, Weight),
) -> Result<(), XlsxError> {
    let formula = |measure: Code, condition: &Condition| match basis {
        Basis::Sum => book.sum(direction, measure, condition),
        Basis::Repeated => book.repeated(direction, measure, condition),
        Basis::Excess => book.excess(direction, measure, condition),
    };
    let mut all = Totals::default();
    for (at, quarter) in Quarter::ALL.into_iter().enumerate() {
        all += totals[at];
        let condition = Condition {
            quarter: Some(quarter.code()),
            ..*condition
        };
        for (column, measure) in (column(at)..).zip(UNDER_QUARTER) {
            let number = value(&totals[at], measure);
            let format = book.style.number(number_of(measure), number, weight);
            figure(
                sheet,
                (row, column),
                formula(measure, &condition),
                number,
                format,
            )?;
        }
    }
    for (column, measure) in (total_column()..).zip(UNDER_TOTAL) {
        let number = value(&all, measure);
        let format = book.style.number(number_of(measure), number, weight);
        figure(
            sheet,
            (row, column),
            formula(measure, condition),
            number,
            format,
        )?;
    }
    Ok(())
}

/// What the classes mean, below the tables.
fn legend(book: &Book, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
    put(
        sheet,
        (row, 0),
        book.say(labels::NOTE_CODES),
        &book.style.part,
    )?;
    let notes = [
        labels::NOTE_COUNTRIES,
        labels::NOTE_MULTI,
        labels::NOTE_MIXED,
        labels::NOTE_BASES,
    ];
    let mut at = row + 1;
    for note in notes {
        book.note(sheet, (at, last_column()), NOTE_WIDTH, book.say(note))?;
        at += 1;
    }
    let pair = |code: &str, name: &str| format!("{code} = {name}");
    let quarters = Quarter::ALL.map(|q| pair(q.code(), book.say(labels::quarter(q))));
    let sources = FundingClass::ALL.map(|f| pair(f.code(), book.say(labels::funding(f))));
    for codes in [quarters.join("; "), sources.join("; ")] {
        let line = format!("{}: {codes}.", book.say(labels::CODE));
        book.note(sheet, (at, last_column()), NOTE_WIDTH, &line)?;
        at += 1;
    }
    book.note_on_figures(sheet, (at, last_column()), NOTE_WIDTH)
}
