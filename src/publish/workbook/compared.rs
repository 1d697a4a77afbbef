//! The figures against those of the year before, and the results against what was planned for them.

use super::book::{Book, figure, heads};
use super::codes::{Code, Condition, value};
use super::overview::{FIGURES, LAST, WIDTHS, line_label, open_line, pairs};
use super::style::{Number, Weight};
use crate::model::delegation::RowState;
use crate::model::section::{Direction, Kind};
use crate::model::summary::Summary;
use crate::model::value::Status;
use crate::publish::{labels, listing};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Delegations and people, before and now: present figures as formulas, published ones as values.
pub fn change(book: &Book, sheet: &mut Worksheet, row: u32) -> Result<u32, XlsxError> {
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
pub fn comparable<'a>(book: &Book<'a>) -> Option<&'a Summary> {
    let previous = book.edition.previous?;
    let planned = previous.grand(Kind::Plan, Direction::Outbound)?;
    (planned.year == book.edition.dataset.results_year).then_some(previous)
}

/// What was planned for the year of the results, what was done, and what the rows say was not held.
pub fn against_plan(
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
