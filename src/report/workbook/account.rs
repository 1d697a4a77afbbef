//! The parts of the overview that account: submissions by state, lines by class, rows and files by state.

use super::book::Book;
use super::lines::{FIGURES, open_line};
use super::review::count_submissions;
use crate::model::ledger::LedgerLine;
use crate::report::sheet::style::{Number, STYLES, Weight};
use crate::report::sheet::{Figure, Sheet};
use crate::report::speak::Speak;
use crate::report::table::account::{Account, accounts};
use crate::report::table::ledger::LATE;
use crate::report::table::part::Part;
use crate::words::{Words, labels};
use rust_xlsxwriter::utility::row_col_to_cell;
use std::ops::RangeInclusive;

/// Lines of the ledger by state: a column for each owed table, one for files as a whole.
pub fn states(book: &Book, sheet: &mut Sheet) {
    let parts = Part::all().map(|part| {
        let direction = book.say(labels::direction(part.direction));
        let kind = book.say(labels::kind(part.kind)).to_lowercase();
        format!("{direction} - {kind}")
    });
    let mut names = vec![
        book.say(labels::NUMBER).into(),
        book.say(labels::STATE).into(),
    ];
    names.extend(parts);
    names.push(book.say(labels::TOTAL).to_string());
    sheet.headings(0, names.iter().map(String::as_str));
    sheet.fit();
    sheet.next();
    let ledger = &book.edition.dataset.ledger;
    let occurs = |(state, _): &(&str, Words)| ledger.iter().any(|line| is_in(line, state));
    let states = labels::ledger_states().chain([(LATE, labels::LATE)]);
    for (number, (state, name)) in (1..).zip(states.filter(occurs)) {
        open_line(sheet, number, book.say(name));
        state_line(book, sheet, state);
        sheet.next();
    }
}

fn is_in(line: &LedgerLine, state: &str) -> bool {
    line.state == state || (state == LATE && line.late)
}

/// How many tables of each part are in a state, and how many lines in all.
fn state_line(book: &Book, sheet: &mut Sheet, state: &str) {
    let ledger = book.edition.dataset.ledger.iter();
    let lines = ledger.filter(|line| is_in(line, state));
    let count = |part: Part| {
        let own = lines
            .clone()
            .filter(|line| line.kind == Some(part.kind) && line.direction == Some(part.direction));
        own.count() as f64
    };
    for (column, part) in (FIGURES..).zip(Part::all()) {
        let formula = count_submissions(book, state, Some(part));
        sheet.figure(column, Figure::count(count(part), Some(formula)));
    }
    let all = Figure {
        weight: Weight::Group,
        ..Figure::count(
            lines.clone().count() as f64,
            Some(count_submissions(book, state, None)),
        )
    };
    sheet.figure(FIGURES + 4, all);
}

/// Lines by class, beside rows and files by state: each adds up to its total.
pub fn account(book: &Book, sheet: &mut Sheet) {
    let [lines, rows, files] = accounts(&book.edition);
    let top = sheet.row;
    sum_list(book, sheet, 1..=1, &lines);
    let left = sheet.row;
    sheet.go_to(top);
    sum_list(book, sheet, 4..=5, &rows);
    sheet.next();
    sum_list(book, sheet, 4..=5, &files);
    sheet.go_to(left.max(sheet.row));
}

/// Names over some columns, their numbers beside them, and the sum.
fn sum_list(book: &Book, sheet: &mut Sheet, names: RangeInclusive<u16>, account: &Account) {
    let counts = names.end() + 1;
    sheet.across(names.clone(), book.say(account.heading), &STYLES.header);
    sheet.headings(counts, [book.say(account.unit)]);
    sheet.next();
    let first = sheet.row;
    for line in &account.lines {
        sheet.across(names.clone(), line.name, STYLES.text(Weight::Plain));
        let format = STYLES.number(Number::Count, 0.0, Weight::Plain);
        sheet.number(counts, line.count as f64, format);
        sheet.next();
    }
    sheet.across(names, book.say(labels::TOTAL), STYLES.text(Weight::Total));
    let cell = |row: u32| row_col_to_cell(row, counts);
    let formula = format!("SUM({}:{})", cell(first), cell(sheet.row - 1));
    let sum = Figure {
        weight: Weight::Total,
        ..Figure::count(account.sum() as f64, Some(formula))
    };
    sheet.figure(counts, sum);
    sheet.next();
}
