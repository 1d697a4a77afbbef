//! The first sheet: official heading, totals and their change, charts, submissions, accounting, signature.

use super::account;
use super::book::{Book, figure, fit, heads, number_of, put, put_across};
use super::charts::{self, Plotted};
use super::codes::{Condition, MEASURES, value};
use super::compared::{against_plan, change, comparable, since_last};
use super::planned;
use super::review;
use super::style::{self, Number, Weight};
use crate::model::section::{Direction, Kind};
use crate::report::listing;
use crate::words::labels;
use rust_xlsxwriter::{Image, Worksheet, XlsxError};

pub const LAST: u16 = 9;
/// The columns fill the paper at [`SCALE`].
pub const WIDTHS: [f64; 10] = [5.0, 40.0, 11.0, 11.0, 12.0, 18.0, 11.0, 11.0, 11.0, 11.0];
/// Per cent of full size. Said, for a spreadsheet program that fits columns to the page ignores page breaks.
const SCALE: u16 = 79;
/// The line under the office, of a third of its name's cell: one black pixel, stretched.
const RULE: &[u8] = include_bytes!("rule.png");
const RULE_WIDTH: u32 = 130;
const RULE_AT: u32 = 98;
/// First column of figures.
pub const FIGURES: u16 = 2;

/// Writes the sheet; `plotted` are the sheets by quarter, source and country.
pub fn write(book: &Book, sheet: &mut Worksheet, plotted: &[Plotted; 3]) -> Result<(), XlsxError> {
    style::page(sheet, &book.fill(labels::PAGE_OF, &["&P", "&N"]));
    sheet.set_print_scale(SCALE);
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut row = heading(book, sheet)?;
    sheet.set_freeze_panes(row, 0)?;
    let mut parts = 1..;
    let mut part = |book: &Book, sheet: &mut Worksheet, row: u32, title: &str| {
        let number = crate::words::shown::roman(parts.next().unwrap_or(0));
        put(
            sheet,
            (row, 0),
            &format!("{number}. {title}"),
            &book.style.part,
        )
    };
    part(book, sheet, row, book.say(labels::TOTALS))?;
    row = totals(book, sheet, row + 1)? + 1;
    part(book, sheet, row, book.say(labels::CHANGE))?;
    row = change(book, sheet, row + 1)? + 1;
    let mut breaks = Vec::new();
    // With a table of changes the first page is full; without one the last page has room for them.
    let full = book.edition.previous.is_some();
    if full {
        row = changes(book, sheet, row, &mut part)?;
        breaks.push(row);
    }
    let year = book.edition.dataset.results_year;
    let title = book.fill(labels::AGAINST_PLAN, &[&year.to_string()]);
    part(book, sheet, row, &title)?;
    row += 1;
    if let Some(previous) = comparable(book) {
        row = against_plan(book, sheet, row, previous)? + 1;
    }
    row = match book.edition.planned {
        Ok(comparison) => planned::overview(book, sheet, row, comparison)? + 1,
        Err(reason) => {
            let note = labels::no_plan(reason, year, book.lang());
            book.note(sheet, (row, LAST), WIDTHS.iter().sum(), &note)?;
            row + 2
        }
    };
    part(book, sheet, row, book.say(labels::SUBMISSION_STATES))?;
    row = account::states(book, sheet, row + 1)? + 1;
    breaks.push(row);
    part(book, sheet, row, book.say(labels::CHARTS))?;
    for kind in listing::kinds(book.edition.summary) {
        let grand = book.edition.summary.grand(kind, Direction::Outbound);
        let year = grand.map_or(book.edition.dataset.year, |grand| grand.year);
        charts::insert(book, sheet, row + 1, (kind, year), plotted)?;
        row += charts::ROWS + 1;
        breaks.push(row + 1);
    }
    row += 1;
    if !full {
        row = changes(book, sheet, row, &mut part)?;
    }
    part(book, sheet, row, book.say(labels::LINE_ACCOUNT))?;
    row = account::account(book, sheet, row + 1)? + 1;
    book.signature(sheet, row, (0, 2), (6, LAST))?;
    sheet.set_page_breaks(&breaks)?;
    sheet.set_print_area(0, 0, row + 6, LAST)?;
    Ok(())
}

/// What changed since the last published run, unless this is the first.
fn changes(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    part: &mut impl FnMut(&Book, &mut Worksheet, u32, &str) -> Result<(), XlsxError>,
) -> Result<u32, XlsxError> {
    let Some(changes) = book.edition.changes else {
        return Ok(row);
    };
    part(book, sheet, row, book.say(labels::PAGE_CHANGES))?;
    Ok(since_last(book, sheet, row + 1, changes)? + 1)
}

/// Letterhead and title; gives the row of the first part.
fn heading(book: &Book, sheet: &mut Worksheet) -> Result<u32, XlsxError> {
    let style = &book.style;
    let office = book.edition.office;
    let parent = office.parent.to_uppercase();
    let name = office.name.to_uppercase();
    put_across(sheet, (0, 0, 2), &parent, &style.parent)?;
    put_across(sheet, (0, 4, LAST), book.say(labels::NATION), &style.office)?;
    put_across(sheet, (1, 0, 2), &name, &style.office)?;
    put_across(sheet, (1, 4, LAST), book.say(labels::MOTTO), &style.motto)?;
    let mut title = book.say(labels::TITLE).to_string();
    let province = book.province();
    if !province.is_empty() {
        title = format!("{title} - {}", province.to_uppercase());
    }
    for (row, height) in [(0, 22), (1, 22), (2, 10), (3, 26), (4, 22)] {
        sheet.set_row_height(row, height)?;
    }
    let rule = Image::new_from_buffer(RULE)?
        .set_scale_to_size(RULE_WIDTH, 1, false)
        .set_decorative(true);
    sheet.insert_image_with_offset(2, 1, &rule, RULE_AT, 3)?;
    put_across(sheet, (3, 0, LAST), &title, &style.title)?;
    let dataset = book.edition.dataset;
    let years = [dataset.year.to_string(), dataset.results_year.to_string()];
    let years = book.fill(labels::TITLE_PLAN, &[&years[0], &years[1]]);
    put_across(sheet, (4, 0, LAST), &years, &style.subtitle)?;
    book.note_on_figures(sheet, (5, LAST), WIDTHS.iter().sum())?;
    Ok(6)
}

/// Direction, kind and year of a line.
pub fn line_label(book: &Book, kind: Kind, direction: Direction) -> String {
    let dataset = book.edition.dataset;
    let year = match kind {
        Kind::Plan => dataset.year,
        Kind::Realised => dataset.results_year,
    };
    let way = book.say(labels::direction(direction));
    format!("{way} - {}", labels::kind_of_year(kind, year, book.lang()))
}

/// All four pairs of kind and direction, zeros included.
pub fn pairs() -> impl Iterator<Item = (Kind, Direction)> {
    Kind::ALL
        .into_iter()
        .flat_map(|kind| Direction::ALL.map(|direction| (kind, direction)))
}

fn totals(book: &Book, sheet: &mut Worksheet, row: u32) -> Result<u32, XlsxError> {
    let names = [
        labels::NUMBER,
        labels::ITEM,
        labels::DELEGATIONS,
        labels::PEOPLE,
        labels::PERSON_DAYS,
        labels::AMOUNT,
        labels::NO_PEOPLE,
        labels::NO_DAYS,
        labels::NO_AMOUNT,
        labels::REJECTED_ROWS,
    ]
    .map(|name| book.say(name));
    heads(sheet, (row, 0), &names, &book.style.head)?;
    sheet.set_row_height(row, 34)?;
    let mut at = row + 1;
    for (number, (kind, direction)) in (1..).zip(pairs()) {
        let all = listing::grand_totals(book.edition.summary, kind, direction);
        open_line(
            book,
            sheet,
            at,
            (number, &line_label(book, kind, direction)),
        )?;
        for (column, measure) in (FIGURES..).zip(MEASURES) {
            let number = value(&all, measure);
            let formula = book.sum(direction, measure, &Condition::kind(kind));
            let format = book.style.number(number_of(measure), number, Weight::Plain);
            figure(sheet, (at, column), formula, number, format)?;
        }
        let grand = book.edition.summary.grand(kind, direction);
        let rejected = grand.map_or(0, |grand| grand.rejected) as f64;
        let format = book.style.number(Number::Count, rejected, Weight::Plain);
        figure(
            sheet,
            (at, LAST),
            review::count_rejected(book, kind, direction),
            rejected,
            format,
        )?;
        at += 1;
    }
    let note = book.say(labels::NOTE_BASES);
    book.note(sheet, (at, LAST), WIDTHS.iter().sum(), note)?;
    if let Some(note) = listing::sealed_note(&book.edition) {
        at += 1;
        book.note(sheet, (at, LAST), WIDTHS.iter().sum(), &note)?;
    }
    Ok(at + 1)
}

/// Number and label of a line.
pub fn open_line(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    (number, label): (u32, &str),
) -> Result<(), XlsxError> {
    fit(sheet, row, &[(label, WIDTHS[1])])?;
    let centred = book.style.centred(Weight::Plain);
    sheet.write_number_with_format(row, 0, f64::from(number), centred)?;
    put(sheet, (row, 1), label, book.style.text(Weight::Plain))
}
