//! The figures against those of the year before, and the results against what was planned for them.

use super::book::Book;
use super::codes::{Basis, Condition};
use super::lines::{FIGURES, LAST, open_line};
use crate::model::comparison::{Cause, Changes};
use crate::model::delegation::RowState;
use crate::model::section::{Direction, Kind};
use crate::model::summary::Summary;
use crate::model::value::Status;
use crate::report::sheet::style::Number;
use crate::report::sheet::{Figure, Sheet};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::words::{Words, labels, shown};
use rust_xlsxwriter::utility::row_col_to_cell;

/// Causes that the sheet names.
const MOST_CAUSES: usize = 5;
/// What is compared.
const MEASURES: [Measure; 2] = [Measure::Delegations, Measure::People];

/// A published figure and the one of this run, which is live where there are rows to sum.
struct Pair {
    before: f64,
    now: f64,
    formula: Option<String>,
}

/// Delegations and people, before and now: present figures as formulas, published ones as values.
pub fn change(book: &Book, sheet: &mut Sheet) {
    let Some(previous) = book.edition.previous else {
        return sheet.note(book.say(labels::NO_PREVIOUS));
    };
    change_header(book, sheet, [labels::BEFORE, labels::NOW]);
    for (number, part) in (1..).zip(Part::all()) {
        open_line(sheet, number, &part.name(&book.edition));
        let (now, before) = (part.totals(book.edition.summary), part.totals(previous));
        for (column, measure) in (FIGURES..).step_by(4).zip(MEASURES) {
            let pair = Pair {
                before: measure.value(&before),
                now: measure.value(&now),
                formula: book.formula(Basis::Sum, measure, &Condition::part(part)),
            };
            change_cells(sheet, column, pair);
        }
        sheet.next();
    }
}

/// The header of a table that compares two states.
fn change_header(book: &Book, sheet: &mut Sheet, [before, now]: [Words; 2]) {
    let each = [before, now, labels::DIFFERENCE, labels::RATE_OF_CHANGE];
    let names = MEASURES.map(|measure| each.map(|name| measured(book, measure, name)));
    header(book, sheet, names.as_flattened());
}

/// "Số đoàn: kế hoạch".
fn measured(book: &Book, measure: Measure, name: Words) -> String {
    let measure = book.say(measure.heading());
    format!("{measure}: {}", book.say(name).to_lowercase())
}

fn header(book: &Book, sheet: &mut Sheet, names: &[String]) {
    sheet.headings(0, [labels::NUMBER, labels::ITEM].map(|name| book.say(name)));
    sheet.headings(FIGURES, names.iter().map(String::as_str));
    sheet.height(48.0);
    sheet.next();
}

/// Four cells: before, now, the difference, the difference as a share of before.
fn change_cells(sheet: &mut Sheet, column: u16, pair: Pair) {
    let [was, is] = [column, column + 1].map(|column| row_col_to_cell(sheet.row, column));
    let live = pair.formula.is_some();
    let change = pair.now - pair.before;
    let difference = Figure {
        number: Number::Change,
        ..Figure::count(change, live.then(|| format!("{is}-{was}")))
    };
    let share = live.then(|| format!("IF({was}=0,0,({is}-{was})/{was})"));
    let share = rate(change, pair.before, share);
    let figures = [
        Figure::count(pair.before, None),
        Figure::count(pair.now, pair.formula),
        difference,
        share,
    ];
    for (column, figure) in (column..).zip(figures) {
        sheet.figure(column, figure);
    }
}

/// A part of a whole as per cent; zero where there is no whole.
fn rate(part: f64, whole: f64, formula: Option<String>) -> Figure {
    let share = if whole == 0.0 { 0.0 } else { part / whole };
    Figure {
        number: Number::Percent,
        ..Figure::count(share, formula)
    }
}

/// Delegations and people of the last published run and of this one, and the submissions between them.
pub fn since_last(book: &Book, sheet: &mut Sheet, changes: &Changes) {
    if changes.moved().next().is_some() {
        change_header(book, sheet, [labels::LAST_RUN, labels::THIS_RUN]);
    }
    for (number, (part, before, now)) in (1..).zip(changes.moved()) {
        let part = Part::from(*part);
        open_line(sheet, number, &part.name(&book.edition));
        for (measure, column) in MEASURES.into_iter().zip((FIGURES..).step_by(4)) {
            let pair = Pair {
                before: before[measure as usize] as f64,
                now: now[measure as usize] as f64,
                formula: book.formula(Basis::Sum, measure, &Condition::part(part)),
            };
            change_cells(sheet, column, pair);
        }
        sheet.next();
    }
    sheet.note(&causes(book, changes));
}

/// The first submissions that came, changed, went or count otherwise, in a sentence.
fn causes(book: &Book, changes: &Changes) -> String {
    let day = shown::day(&changes.since, book.lang());
    let since = book.fill(labels::CHANGES_SINCE, &[&day]);
    let Some(causes) = &changes.causes else {
        return format!("{since} {}", book.say(labels::CAUSES_UNKNOWN));
    };
    let moved = match changes.moved().next() {
        Some(_) => String::new(),
        None => format!(" {}", book.say(labels::NOTHING_MOVED)),
    };
    if causes.is_empty() {
        return format!("{since}{moved} {}", book.say(labels::NO_CAUSES));
    }

    let name = |cause: &Cause| {
        let why = labels::reason(cause, book.edition.lang);
        format!("{} ({why})", cause.path)
    };
    let names: Vec<String> = causes.iter().take(MOST_CAUSES).map(name).collect();
    let mut names = names.join("; ");
    if causes.len() > MOST_CAUSES {
        let others = (causes.len() - MOST_CAUSES).to_string();
        names = book.fill(labels::AND_MORE, &[&names, &others]);
    }
    let causes = book.fill(labels::CAUSES_SHORT, &[&names]);
    format!("{since}{moved} {causes}")
}

/// The campaign that published the plan for the year whose results this one reports.
pub fn comparable<'a>(book: &Book<'a>) -> Option<&'a Summary> {
    let previous = book.edition.previous?;
    let planned = previous.grand(Kind::Plan, Direction::Outbound)?;
    (planned.year == book.edition.dataset.results_year).then_some(previous)
}

/// What was planned for the year of the results, what was done, and what was postponed, cancelled or online.
pub fn against_plan(book: &Book, sheet: &mut Sheet, previous: &Summary) {
    let each = [labels::PLANNED, labels::DONE, labels::RATE];
    let names = MEASURES.map(|measure| each.map(|name| measured(book, measure, name)));
    let stopped = [labels::POSTPONED_OR_CANCELLED, labels::ONLINE];
    let stopped = stopped.map(|name| book.say(name).to_string());
    header(book, sheet, &[names.as_flattened(), &stopped].concat());
    for (number, direction) in (1..).zip(Direction::ALL) {
        open_line(sheet, number, book.say(labels::direction(direction)));
        let plan = Part::from((Kind::Plan, direction));
        let results = Part::from((Kind::Realised, direction));
        let (planned, done) = (plan.totals(previous), results.totals(book.edition.summary));
        for (column, measure) in (FIGURES..).step_by(3).zip(MEASURES) {
            let pair = Pair {
                before: measure.value(&planned),
                now: measure.value(&done),
                formula: book.formula(Basis::Sum, measure, &Condition::part(results)),
            };
            done_cells(sheet, column, pair);
        }
        for (column, count) in (LAST - 1..).zip(not_held(book, direction)) {
            sheet.figure(column, Figure::count(count, None));
        }
        sheet.next();
    }
}

/// Three cells: planned, done, the share of the plan that was done.
fn done_cells(sheet: &mut Sheet, column: u16, pair: Pair) {
    let [was, is] = [column, column + 1].map(|column| row_col_to_cell(sheet.row, column));
    let live = pair.formula.is_some();
    let share = live.then(|| format!("IF({was}=0,0,{is}/{was})"));
    let share = rate(pair.now, pair.before, share);
    let figures = [
        Figure::count(pair.before, None),
        Figure::count(pair.now, pair.formula),
        share,
    ];
    for (column, figure) in (column..).zip(figures) {
        sheet.figure(column, figure);
    }
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
