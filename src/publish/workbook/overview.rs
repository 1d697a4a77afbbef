//! The first sheet: official heading, totals and their change, charts, submissions, accounting, signature.

use super::account;
use super::book::{Book, figure, fit, heads, number_of, put, put_across};
use super::charts::{self, Plotted};
use super::codes::{Code, Condition, MEASURES, value};
use super::review;
use super::style::{self, Number, Weight};
use crate::model::delegation::RowState;
use crate::model::section::{Direction, Kind};
use crate::model::summary::Summary;
use crate::model::value::Status;
use crate::publish::{labels, listing};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Worksheet, XlsxError};

const LAST: u16 = 9;
const WIDTHS: [f64; 10] = [6.0, 36.0, 12.0, 12.0, 12.0, 18.0, 12.0, 12.0, 12.0, 12.0];
/// First column of figures.
pub const FIGURES: u16 = 2;

/// Writes the sheet; `plotted` are the sheets by quarter, source and country.
pub fn write(book: &Book, sheet: &mut Worksheet, plotted: &[Plotted; 3]) -> Result<(), XlsxError> {
    style::paper(sheet, &book.fill(labels::PAGE_OF, &["&P", "&N"]));
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut row = heading(book, sheet)?;
    sheet.set_freeze_panes(row, 0)?;
    let mut parts = 1..;
    let mut part = |book: &Book, sheet: &mut Worksheet, row: u32, title: &str| {
        let number = crate::publish::text::roman(parts.next().unwrap_or(0));
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
    if let Some(previous) = comparable(book) {
        let year = book.edition.dataset.results_year.to_string();
        part(book, sheet, row, &book.fill(labels::AGAINST_PLAN, &[&year]))?;
        row = against_plan(book, sheet, row + 1, previous)? + 1;
    }
    let mut breaks = vec![row];
    part(book, sheet, row, book.say(labels::CHARTS))?;
    for kind in listing::kinds(book.edition.summary) {
        let grand = book.edition.summary.grand(kind, Direction::Outbound);
        let year = grand.map_or(book.edition.dataset.year, |grand| grand.year);
        charts::insert(book, sheet, row + 1, (kind, year), plotted)?;
        row += charts::ROWS + 1;
        breaks.push(row + 1);
    }
    row += 1;
    part(book, sheet, row, book.say(labels::SUBMISSION_STATES))?;
    row = account::states(book, sheet, row + 1)? + 1;
    part(book, sheet, row, book.say(labels::LINE_ACCOUNT))?;
    row = account::account(book, sheet, row + 1)? + 1;
    book.signature(sheet, row, (0, 2), (6, LAST))?;
    sheet.set_page_breaks(&breaks)?;
    sheet.set_print_area(0, 0, row + 6, LAST)?;
    Ok(())
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
    for (row, height) in [(0, 20), (1, 20), (2, 8), (3, 26)] {
        sheet.set_row_height(row, height)?;
    }
    put_across(sheet, (3, 0, LAST), &title, &style.title)?;
    let dataset = book.edition.dataset;
    let years = [dataset.year.to_string(), dataset.results_year.to_string()];
    let years = book.fill(labels::TITLE_PLAN, &[&years[0], &years[1]]);
    put_across(sheet, (4, 0, LAST), &years, &style.subtitle)?;
    book.note_on_figures(sheet, (5, LAST), WIDTHS.iter().sum())?;
    Ok(6)
}

fn line_label(book: &Book, kind: Kind, direction: Direction) -> String {
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

/// Delegations and people, before and now: present figures as formulas, published ones as values.
fn change(book: &Book, sheet: &mut Worksheet, row: u32) -> Result<u32, XlsxError> {
    let Some(previous) = book.edition.previous else {
        let note = book.say(labels::NO_PREVIOUS);
        book.note(sheet, (row, LAST), WIDTHS.iter().sum(), note)?;
        return Ok(row + 1);
    };
    let measures = [
        (labels::DELEGATIONS, Code::Delegations),
        (labels::PEOPLE, Code::People),
    ];
    let mut names = vec![
        book.say(labels::NUMBER).to_string(),
        book.say(labels::ITEM).to_string(),
    ];
    for (measure, _) in measures {
        for name in [
            labels::BEFORE,
            labels::NOW,
            labels::DIFFERENCE,
            labels::RATE_OF_CHANGE,
        ] {
            names.push(format!(
                "{}: {}",
                book.say(measure),
                book.say(name).to_lowercase()
            ));
        }
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    heads(sheet, (row, 0), &names, &book.style.head)?;
    sheet.set_row_height(row, 48)?;
    let mut at = row + 1;
    for (number, (kind, direction)) in (1..).zip(pairs()) {
        open_line(
            book,
            sheet,
            at,
            (number, &line_label(book, kind, direction)),
        )?;
        let now = listing::grand_totals(book.edition.summary, kind, direction);
        let before = listing::grand_totals(previous, kind, direction);
        for (column, (_, measure)) in (FIGURES..).step_by(4).zip(measures) {
            let formula = book.sum(direction, measure, &Condition::kind(kind));
            let pair = (value(&before, measure), value(&now, measure));
            compared(book, sheet, (at, column), formula, pair)?;
        }
        at += 1;
    }
    Ok(at)
}

/// Four cells: before, now, the difference, the difference as a share of before.
fn compared(
    book: &Book,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: Option<String>,
    (before, now): (f64, f64),
) -> Result<(), XlsxError> {
    let live = formula.is_some();
    let cells = [
        row_col_to_cell(row, column),
        row_col_to_cell(row, column + 1),
    ];
    let [was, is] = &cells;
    let change = now - before;
    let rate = if before == 0.0 { 0.0 } else { change / before };
    let numbers = [
        (None, before, Number::Count),
        (formula, now, Number::Count),
        (live.then(|| format!("{is}-{was}")), change, Number::Change),
        (
            live.then(|| format!("IF({was}=0,0,({is}-{was})/{was})")),
            rate,
            Number::Percent,
        ),
    ];
    for (column, (formula, number, form)) in (column..).zip(numbers) {
        let format = book.style.number(form, number, Weight::Plain);
        figure(sheet, (row, column), formula, number, format)?;
    }
    Ok(())
}

/// The campaign that published the plan for the year whose results this one reports.
fn comparable<'a>(book: &Book<'a>) -> Option<&'a Summary> {
    let previous = book.edition.previous?;
    let planned = previous.grand(Kind::Plan, Direction::Outbound)?;
    (planned.year == book.edition.dataset.results_year).then_some(previous)
}

/// What was planned for the year of the results, what was done, and what the rows say was not held.
fn against_plan(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    previous: &Summary,
) -> Result<u32, XlsxError> {
    let names = [
        (labels::DELEGATIONS, labels::PLANNED),
        (labels::DELEGATIONS, labels::DONE),
        (labels::DELEGATIONS, labels::RATE),
        (labels::PEOPLE, labels::PLANNED),
        (labels::PEOPLE, labels::DONE),
        (labels::PEOPLE, labels::RATE),
    ]
    .map(|(measure, name)| format!("{}: {}", book.say(measure), book.say(name).to_lowercase()));
    let mut heads_of = vec![book.say(labels::NUMBER), book.say(labels::ITEM)];
    heads_of.extend(names.iter().map(String::as_str));
    heads_of.push(book.say(labels::POSTPONED_OR_CANCELLED));
    heads_of.push(book.say(labels::ONLINE));
    heads(sheet, (row, 0), &heads_of, &book.style.head)?;
    sheet.set_row_height(row, 48)?;
    let mut at = row + 1;
    for (number, direction) in (1..).zip(Direction::ALL) {
        open_line(
            book,
            sheet,
            at,
            (number, book.say(labels::direction(direction))),
        )?;
        let planned = listing::grand_totals(previous, Kind::Plan, direction);
        let done = listing::grand_totals(book.edition.summary, Kind::Realised, direction);
        for (column, measure) in (FIGURES..)
            .step_by(3)
            .zip([Code::Delegations, Code::People])
        {
            let formula = book.sum(direction, measure, &Condition::kind(Kind::Realised));
            let pair = (value(&planned, measure), value(&done, measure));
            share_done(book, sheet, (at, column), formula, pair)?;
        }
        for (column, number) in (LAST - 1..).zip(not_held(book, direction)) {
            let format = book.style.number(Number::Count, number, Weight::Plain);
            figure(sheet, (at, column), None, number, format)?;
        }
        at += 1;
    }
    Ok(at)
}

fn share_done(
    book: &Book,
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: Option<String>,
    (planned, done): (f64, f64),
) -> Result<(), XlsxError> {
    let (was, is) = (
        row_col_to_cell(row, column),
        row_col_to_cell(row, column + 1),
    );
    let share = if planned == 0.0 { 0.0 } else { done / planned };
    let rate = formula
        .is_some()
        .then(|| format!("IF({was}=0,0,{is}/{was})"));
    let numbers = [
        (None, planned, Number::Count),
        (formula, done, Number::Count),
        (rate, share, Number::Percent),
    ];
    for (column, (formula, number, form)) in (column..).zip(numbers) {
        let format = book.style.number(form, number, Weight::Plain);
        figure(sheet, (row, column), formula, number, format)?;
    }
    Ok(())
}

/// Delegations of the results that were postponed or cancelled, and those held online.
fn not_held(book: &Book, direction: Direction) -> [f64; 2] {
    let mut counts = [0.0; 2];
    for (_, row) in book.edition.dataset.rows() {
        let here = row.direction == Some(direction) && row.kind == Kind::Realised;
        if here && row.state == RowState::NotHeld {
            let online = row.status == Some(Status::Online);
            counts[usize::from(online)] += f64::from(row.count);
        }
    }
    counts
}
