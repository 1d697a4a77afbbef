//! The figures against those of the year before, and the results against what was planned for them.

use super::book::{Book, figure, heads};
use super::codes::{Code, Condition, value};
use super::overview::{FIGURES, LAST, WIDTHS, line_label, open_line, pairs};
use super::style::{Number, Weight};
use crate::model::comparison::{Cause, Changes};
use crate::model::delegation::RowState;
use crate::model::section::{Direction, Kind};
use crate::model::summary::Summary;
use crate::model::value::Status;
use crate::report::listing;
use crate::words::{labels, shown};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Delegations and people, before and now: present figures as formulas, published ones as values.
pub fn change(book: &Book, sheet: &mut Worksheet, row: u32) -> Result<u32, XlsxError> {
    let Some(previous) = book.edition.previous else {
        let note = book.say(labels::NO_PREVIOUS);
        book.note(sheet, (row, LAST), WIDTHS.iter().sum(), note)?;
        return Ok(row + 1);
    };
    change_heads(book, sheet, row, [labels::BEFORE, labels::NOW])?;
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
        for (column, (_, measure)) in (FIGURES..).step_by(4).zip(MEASURES) {
            let formula = book.sum(direction, measure, &Condition::kind(kind));
            let pair = (value(&before, measure), value(&now, measure));
            compared(book, sheet, (at, column), formula, pair)?;
        }
        at += 1;
    }
    Ok(at)
}

/// What is compared: delegations and people.
const MEASURES: [(crate::words::Words, Code); 2] = [
    (labels::DELEGATIONS, Code::Delegations),
    (labels::PEOPLE, Code::People),
];

/// The head of a table that compares two states.
fn change_heads(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    [before, now]: [crate::words::Words; 2],
) -> Result<(), XlsxError> {
    let mut names = vec![
        book.say(labels::NUMBER).to_string(),
        book.say(labels::ITEM).to_string(),
    ];
    for (measure, _) in MEASURES {
        for name in [before, now, labels::DIFFERENCE, labels::RATE_OF_CHANGE] {
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
    Ok(())
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

/// Delegations and people of the last published run and of this one, and the submissions between them.
pub fn since_last(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    changes: &Changes,
) -> Result<u32, XlsxError> {
    let mut at = row;
    if changes.moved().next().is_some() {
        change_heads(book, sheet, row, [labels::LAST_RUN, labels::THIS_RUN])?;
        for (number, ((kind, direction), before, now)) in (1..).zip(changes.moved()) {
            at += 1;
            open_line(
                book,
                sheet,
                at,
                (number, &line_label(book, *kind, *direction)),
            )?;
            let measures = [Code::Delegations, Code::People];
            for (nth, measure) in measures.into_iter().enumerate() {
                let formula = book.sum(*direction, measure, &Condition::kind(*kind));
                let pair = (before[nth] as f64, now[nth] as f64);
                compared(book, sheet, (at, FIGURES + nth as u16 * 4), formula, pair)?;
            }
        }
        at += 1;
    }
    book.note(
        sheet,
        (at, LAST),
        WIDTHS.iter().sum(),
        &causes(book, changes),
    )?;
    Ok(at + 1)
}

/// The first submissions that came, changed, went or count otherwise, in a sentence.
fn causes(book: &Book, changes: &Changes) -> String {
    const MOST: usize = 5;
    let since = book.fill(
        labels::CHANGES_SINCE,
        &[&shown::day(&changes.since, book.lang())],
    );
    let Some(causes) = &changes.causes else {
        return format!("{since} {}", book.say(labels::CAUSES_UNKNOWN));
    };
    let moved = changes.moved().next().is_some();
    let said = if moved {
        String::new()
    } else {
        format!(" {}", book.say(labels::NOTHING_MOVED))
    };
    if causes.is_empty() {
        return format!("{since}{said} {}", book.say(labels::NO_CAUSES));
    }
    let name = |cause: &Cause| {
        format!(
            "{} ({})",
            cause.path,
            book.say(labels::why(cause.why)).to_lowercase()
        )
    };
    let mut names = causes
        .iter()
        .take(MOST)
        .map(name)
        .collect::<Vec<_>>()
        .join("; ");
    if causes.len() > MOST {
        let others = (causes.len() - MOST).to_string();
        names = book.fill(labels::AND_MORE, &[&names, &others]);
    }
    format!(
        "{since}{said} {}",
        book.fill(labels::CAUSES_SHORT, &[&names])
    )
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
