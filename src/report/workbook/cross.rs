//! The cross-table of countries, quarters and budget sources, with its bridge and the meaning of its classes.

use super::book::{BOLD, Book, figure, fit, heads, number_of, put, put_across, tall_head};
use super::codes::{Code, Condition, value};
use super::style::{self, Weight};
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use crate::model::value::{FundingClass, Quarter};
use crate::report::listing;
use crate::report::listing::CrossCountry;
use crate::words::{labels, shown};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Number, country, source.
const LABELS: u16 = 3;
/// Width of all columns, in characters.
const NOTE_WIDTH: f64 = 165.0;
const COUNTRY_WIDTH: f64 = 27.0;
const SOURCE_WIDTH: f64 = 22.0;
/// Lines that a page holds, and lines of a table beside those of its countries.
const LINES_OF_A_PAGE: usize = 34;
const LINES_AROUND: usize = 6;
const LINES_OF_LEGEND: usize = 8;
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
    sheet.set_column_width(1, COUNTRY_WIDTH)?;
    sheet.set_column_width(2, SOURCE_WIDTH)?;
    for column in LABELS..last_column() {
        sheet.set_column_width(column, 6.5)?;
    }
    sheet.set_column_width(last_column(), 8.5)?;
    let mut row = book.sheet_title(sheet, labels::TITLE_CROSS, last_column())?;
    let mut first = true;
    let mut on_page = 0;
    let mut breaks = Vec::new();
    for kind in listing::kinds(book.edition.summary) {
        for direction in Direction::ALL {
            let countries = listing::cross(&book.edition, kind, direction);
            let own = countries.iter().map(|country| 1 + country.sources.len());
            let own = own.sum::<usize>() + LINES_AROUND;
            if on_page > 0 && on_page + own > LINES_OF_A_PAGE {
                breaks.push(row);
                on_page = 0;
            }
            on_page = (on_page + own) % LINES_OF_A_PAGE;
            // Its rows repeat on every page: another head would stand twice.
            let (lines, next) = block(book, sheet, (row, first), kind, direction)?;
            if first {
                sheet.set_freeze_panes(row + 3, LABELS)?;
                if let Some((top, bottom)) = lines {
                    sheet.autofilter(top - 1, 0, bottom, last_column())?;
                }
                sheet.set_repeat_rows(row + 1, row + 2)?;
                first = false;
            }
            row = next + 1;
        }
    }
    if on_page + LINES_OF_LEGEND > LINES_OF_A_PAGE {
        breaks.push(row);
    }
    sheet.set_page_breaks(&breaks)?;
    legend(book, sheet, row)
}

type Lines = Option<(u32, u32)>;

fn block(
    book: &Book,
    sheet: &mut Worksheet,
    (top, with_head): (u32, bool),
    kind: Kind,
    direction: Direction,
) -> Result<(Lines, u32), XlsxError> {
    let grand = book.edition.summary.grand(kind, direction);
    let year = grand.map_or(book.edition.dataset.year, |grand| grand.year);
    let part = labels::kind_of_year(kind, year, book.lang());
    let part = format!("{} - {}", book.say(labels::direction(direction)), part);
    put(sheet, (top, 0), &part, &book.style.part)?;
    sheet.set_row_height(top, 22)?;
    if with_head {
        head(book, sheet, top + 1)?;
    }
    let first = top + if with_head { 3 } else { 1 };
    let mut row = first;
    for (number, country) in (1..).zip(listing::cross(&book.edition, kind, direction)) {
        row = country_lines(book, sheet, row, (kind, direction), (number, &country))?;
    }
    let lines = (row > first).then(|| (first, row - 1));
    let next = bridge(book, sheet, row, kind, direction)?;
    let rejected = shown::count(grand.map_or(0, |grand| grand.rejected), book.lang());
    let totals = listing::grand_totals(book.edition.summary, kind, direction);
    let counts = [
        totals.rows_without_people,
        totals.rows_without_days,
        totals.rows_without_amount,
    ]
    .map(|rows| shown::count(rows, book.lang()));
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
    fit(sheet, row, &[(&country.label, COUNTRY_WIDTH * BOLD)])?;
    sheet.write_number_with_format(row, 0, f64::from(number), book.style.centred(weight))?;
    put(sheet, (row, 1), &country.label, book.style.text(weight))?;
    put(sheet, (row, 2), "", book.style.text(weight))?;
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
        let widths = [
            (country.label.as_str(), COUNTRY_WIDTH),
            (source, SOURCE_WIDTH),
        ];
        fit(sheet, at, &widths)?;
        put(sheet, (at, 0), "", book.style.centred(weight))?;
        put(sheet, (at, 1), &country.label, &book.style.repeated)?;
        put(sheet, (at, 2), source, book.style.text(weight))?;
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
        fit(sheet, row, &[])?;
        put_across(sheet, (row, 0, 2), book.say(label), book.style.text(weight))?;
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
