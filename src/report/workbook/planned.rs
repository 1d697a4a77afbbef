//! The results against the plan that an earlier campaign published: on the overview, by country and by
//! department, and row by row in the annexes.

use super::book::Book;
use super::codes::Code;
use super::lines::{FIGURES, LAST, open_line};
use crate::model::comparison::{Comparison, Figures};
use crate::model::dataset::FileRead;
use crate::model::delegation::Delegation;
use crate::model::section::Direction;
use crate::report::sheet::style::{Number, Weight};
use crate::report::sheet::{Figure, Sheet};
use crate::report::speak::Speak;
use crate::words::{Words, labels};

/// Columns of the figures of a table, in the order of [`Figures::all`], with their hidden columns.
pub const COLUMNS: [(Words, Code); 7] = [
    (labels::PLANNED, Code::Planned),
    (labels::IN_PLAN, Code::PlanDone),
    (labels::OF_THEM_DOUBTFUL, Code::PlanDoubtful),
    (labels::NOT_DONE, Code::PlanOpen),
    (labels::POSTPONED_OR_CANCELLED, Code::PlanStopped),
    (labels::ONLINE, Code::PlanOnline),
    (labels::OUTSIDE_PLAN, Code::OutsidePlan),
];

/// Which rows a figure is of.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    All,
    Country(&'a str),
    /// Number of the department, from 0.
    Department(u32),
}

/// Whose figures stand in a line.
#[derive(Debug, Clone, Copy)]
pub struct PlannedLine<'a> {
    pub direction: Direction,
    pub scope: Scope<'a>,
    pub weight: Weight,
}

/// The formula of a figure; none where the figures are plain values.
fn formula(book: &Book, line: PlannedLine, measure: Code) -> Option<String> {
    let source = &book.sources.as_ref()?[line.direction as usize];
    let is_result = measure == Code::OutsidePlan;
    let sum = source.range(measure);
    Some(match line.scope {
        Scope::All => format!("SUM({sum})"),
        Scope::Country(key) => {
            let countries = match is_result {
                true => Code::Countries,
                false => Code::PlanCountries,
            };
            format!("SUMIFS({sum},{},\"*;{key};*\")", source.range(countries))
        }
        Scope::Department(number) => {
            let departments = match is_result {
                true => Code::Department,
                false => Code::PlanDepartment,
            };
            format!("SUMIFS({sum},{},{})", source.range(departments), number + 1)
        }
    })
}

/// Seven figures of a line from a column on.
pub fn figures(book: &Book, sheet: &mut Sheet, first: u16, line: PlannedLine, figures: &Figures) {
    for ((column, (_, measure)), number) in (first..).zip(COLUMNS).zip(figures.all()) {
        let figure = Figure {
            value: number as f64,
            formula: formula(book, line, measure),
            number: Number::Count,
            weight: line.weight,
        };
        sheet.figure(column, figure);
    }
}

/// The lines of the overview.
pub fn overview(book: &Book, sheet: &mut Sheet, comparison: &Comparison) {
    let figures_of = COLUMNS.map(|(name, _)| name);
    let names = [labels::NUMBER, labels::ITEM].into_iter().chain(figures_of);
    let names = names.chain([labels::ALL_DONE]);
    sheet.headings(0, names.map(|name| book.say(name)));
    sheet.height(48.0);
    sheet.next();
    for (number, direction) in (1..).zip(Direction::ALL) {
        let line = PlannedLine {
            direction,
            scope: Scope::All,
            weight: Weight::Plain,
        };
        let total = comparison.total(direction);
        open_line(sheet, number, book.say(labels::direction(direction)));
        figures(book, sheet, FIGURES, line, &total);
        let parts = [Code::PlanDone, Code::OutsidePlan].map(|part| formula(book, line, part));
        let sum = parts.into_iter().collect::<Option<Vec<String>>>();
        let done = Figure {
            weight: Weight::Group,
            ..Figure::count(
                (total.done + total.outside) as f64,
                sum.map(|parts| parts.join("+")),
            )
        };
        sheet.figure(LAST, done);
        sheet.next();
    }
    sheet.note(&notes(book, comparison));
}

/// How the rows were compared, and what a person has to look at.
pub fn notes(book: &Book, comparison: &Comparison) -> String {
    let mut note = book.fill(labels::NOTE_PLANNED, &[&comparison.year.to_string()]);
    if comparison.uncompared > 0 {
        let count = book.count(comparison.uncompared.into());
        note = format!("{note} {}", book.fill(labels::NOTE_UNCOMPARED, &[&count]));
    }
    note
}

/// What a result is in the plan, for its notes; none where nothing is compared.
pub fn standing(book: &Book, file: &FileRead, row: &Delegation) -> Option<String> {
    let outcome = book.edition.planned.ok()?.outcome(file, row)?;
    let standing = book.say(labels::standing(outcome));
    let planned = outcome.planned.map(|planned| planned as usize);
    Some(
        match planned.and_then(|index| book.places.planned.get(index)) {
            Some(place) => format!("{standing} ({place})"),
            None => standing.to_string(),
        },
    )
}

/// The hidden figures of a result.
pub fn result_codes(book: &Book, sheet: &mut Sheet, file: &FileRead, row: &Delegation) {
    let compared = book.edition.planned.ok();
    let Some(outcome) = compared.and_then(|comparison| comparison.outcome(file, row)) else {
        return;
    };
    let numbers = [
        (Code::InPlan, outcome.certain),
        (Code::PerhapsInPlan, outcome.doubtful),
        (Code::OutsidePlan, outcome.outside()),
    ];
    for (code, number) in numbers {
        sheet.code_number(code.column(), f64::from(number));
    }
}
