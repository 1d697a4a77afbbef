//! The parts of the overview that account: submissions by state, lines by class, rows and files by state.

use super::book::{Book, figure, heads, put, put_across};
use super::ledger;
use super::overview::{FIGURES, open_line, pairs};
use super::style::{Number, Weight};
use crate::model::dataset::LedgerLine;
use crate::model::delegation::RowState;
use crate::model::section::LineClass;
use crate::words::Words;
use crate::words::labels;
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Lines of the ledger by state: a column for each owed table, one for files as a whole.
pub fn states(book: &Book, sheet: &mut Worksheet, row: u32) -> Result<u32, XlsxError> {
    let head = &book.style.head;
    let mut names = vec![
        book.say(labels::NUMBER).to_string(),
        book.say(labels::STATE).to_string(),
    ];
    for (kind, direction) in pairs() {
        let (way, which) = (labels::direction(direction), labels::kind(kind));
        names.push(format!(
            "{} - {}",
            book.say(way),
            book.say(which).to_lowercase()
        ));
    }
    names.push(book.say(labels::TOTAL).to_string());
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    heads(sheet, (row, 0), &names, head)?;
    sheet.set_row_height(row, 34)?;
    let mut at = row + 1;
    let late = (ledger::LATE, labels::LATE);
    for (number, (state, name)) in (1..).zip(labels::ledger_states().chain([late])) {
        open_line(book, sheet, at, (number, book.say(name)))?;
        state_line(book, sheet, at, state)?;
        at += 1;
    }
    Ok(at)
}

/// How many tables of each kind and direction are in a state, and how many lines in all.
fn state_line(book: &Book, sheet: &mut Worksheet, row: u32, state: &str) -> Result<(), XlsxError> {
    let lines = book.edition.dataset.ledger.iter();
    let own: Vec<&LedgerLine> = lines
        .filter(|line| line.state == state || (state == ledger::LATE && line.late))
        .collect();
    for (column, (kind, direction)) in (FIGURES..).zip(pairs()) {
        let here =
            |line: &&&LedgerLine| line.kind == Some(kind) && line.direction == Some(direction);
        let count = own.iter().filter(here).count() as f64;
        let formula = Some(ledger::count(book, state, Some((direction, kind))));
        let format = book.style.number(Number::Count, count, Weight::Plain);
        figure(sheet, (row, column), formula, count, format)?;
    }
    let all = own.len() as f64;
    let formula = Some(ledger::count(book, state, None));
    let format = book.style.number(Number::Count, all, Weight::Group);
    figure(sheet, (row, FIGURES + 4), formula, all, format)
}

/// Lines by class, beside rows and files by state: each adds up to its total.
pub fn account(book: &Book, sheet: &mut Worksheet, row: u32) -> Result<u32, XlsxError> {
    let dataset = book.edition.dataset;
    let lines: Vec<(&str, u64)> = LineClass::ALL
        .into_iter()
        .map(|class| {
            let count = dataset.lines.classes.get(&class).copied().unwrap_or(0);
            (book.say(labels::line_class(class)), count)
        })
        .collect();
    let rows = labels::ROW_STATES.map(|(state, name)| {
        let count = match state {
            RowState::Accepted => dataset.rows.accepted,
            RowState::NotHeld => dataset.rows.not_held,
            RowState::Rejected => dataset.rows.rejected,
            RowState::Duplicate => dataset.rows.duplicate,
            RowState::Superseded => dataset.rows.superseded,
        };
        (book.say(name), count)
    });
    let mut files: Vec<(&str, u64)> = labels::FILE_STATES
        .into_iter()
        .map(|(state, name)| {
            let files = dataset.files.iter().filter(|file| file.state == state);
            (book.say(name), files.count() as u64)
        })
        .collect();
    let ignored = labels::ledger_state("ignored", book.lang());
    files.push((ignored, dataset.ignored.len() as u64));
    let head = (labels::CLASS, labels::LINES);
    let end = sum_list(book, sheet, (row, 1, 1), head, &lines)?;
    let head = (labels::ROW_STATE, labels::LINES);
    let next = sum_list(book, sheet, (row, 4, 5), head, &rows)?;
    let head = (labels::FILE_STATE, labels::FILES);
    let next = sum_list(book, sheet, (next + 1, 4, 5), head, &files)?;
    Ok(end.max(next))
}

/// Names with their numbers and the sum; names may stand over several columns.
fn sum_list(
    book: &Book,
    sheet: &mut Worksheet,
    (row, first, last): (u32, u16, u16),
    (name, unit): (Words, Words),
    lines: &[(&str, u64)],
) -> Result<u32, XlsxError> {
    put_across(sheet, (row, first, last), book.say(name), &book.style.head)?;
    put(sheet, (row, last + 1), book.say(unit), &book.style.head)?;
    let mut at = row + 1;
    for (label, count) in lines {
        put_across(
            sheet,
            (at, first, last),
            label,
            book.style.text(Weight::Plain),
        )?;
        let format = book.style.number(Number::Count, 0.0, Weight::Plain);
        sheet.write_number_with_format(at, last + 1, *count as f64, format)?;
        at += 1;
    }
    let total = book.say(labels::TOTAL);
    put_across(
        sheet,
        (at, first, last),
        total,
        book.style.text(Weight::Total),
    )?;
    let cell = |row: u32| row_col_to_cell(row, last + 1);
    let formula = format!("SUM({}:{})", cell(row + 1), cell(at - 1));
    let sum: u64 = lines.iter().map(|(_, count)| count).sum();
    let format = book.style.number(Number::Count, 0.0, Weight::Total);
    figure(sheet, (at, last + 1), Some(formula), sum as f64, format)?;
    Ok(at + 1)
}
