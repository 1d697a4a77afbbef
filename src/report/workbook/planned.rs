//! The results against the plan that an earlier campaign published: on the overview, by country and by
//! department, and row by row in the annexes.

use super::book::{Book, figure, heads};
use super::codes::Code;
use super::overview::{FIGURES, LAST, open_line};
use super::style::{Number, Weight};
use crate::model::comparison::{Comparison, Figures};
use crate::model::dataset::FileRead;
use crate::model::delegation::Delegation;
use crate::model::section::Direction;
use crate::words::{labels, shown};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Columns of the figures of a table, in the order of [`Figures::all`], with their hidden columns.
pub const COLUMNS: [(crate::words::Words, Code); 7] = [
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
pub enum Of<'a> {
    All,
    Country(&'a str),
    /// Number of the department, from 0.
    Department(u32),
}

/// The formula of a figure; none where the figures are plain values.
pub fn formula(book: &Book, direction: Direction, measure: Code, of: Of) -> Option<String> {
    let source = &book.sources.as_ref()?[direction as usize];
    let results = measure == Code::OutsidePlan;
    let columns = match results {
        true => (Code::Countries, Code::Department),
        false => (Code::PlanCountries, Code::PlanDepartment),
    };
    let sum = source.range(measure);
    Some(match of {
        Of::All => format!("SUM({sum})"),
        Of::Country(key) => format!("SUMIFS({sum},{},\"*;{key};*\")", source.range(columns.0)),
        Of::Department(at) => format!("SUMIFS({sum},{},{})", source.range(columns.1), at + 1),
    })
}

/// Seven figures of a direction from a column on.
pub fn figures(
    book: &Book,
    sheet: &mut Worksheet,
    (row, first): (u32, u16),
    (direction, of, weight): (Direction, Of, Weight),
    figures: &Figures,
) -> Result<(), XlsxError> {
    for ((column, (_, measure)), number) in (first..).zip(COLUMNS).zip(figures.all()) {
        let number = number as f64;
        let format = book.style.number(Number::Count, number, weight);
        let formula = formula(book, direction, measure, of);
        figure(sheet, (row, column), formula, number, format)?;
    }
    Ok(())
}

/// The lines of the overview; gives the next free row.
pub fn overview(
    book: &Book,
    sheet: &mut Worksheet,
    row: u32,
    comparison: &Comparison,
) -> Result<u32, XlsxError> {
    let mut names = vec![book.say(labels::NUMBER), book.say(labels::ITEM)];
    names.extend(COLUMNS.map(|(name, _)| book.say(name)));
    names.push(book.say(labels::ALL_DONE));
    heads(sheet, (row, 0), &names, &book.style.head)?;
    sheet.set_row_height(row, 48)?;
    let mut at = row + 1;
    for (number, direction) in (1..).zip(Direction::ALL) {
        open_line(
            book,
            sheet,
            at,
            (number, book.say(labels::direction(direction))),
        )?;
        let total = comparison.total(direction);
        figures(
            book,
            sheet,
            (at, FIGURES),
            (direction, Of::All, Weight::Plain),
            &total,
        )?;
        let done = (total.done + total.outside) as f64;
        let sum = [Code::PlanDone, Code::OutsidePlan]
            .map(|measure| formula(book, direction, measure, Of::All))
            .into_iter()
            .collect::<Option<Vec<String>>>()
            .map(|parts| parts.join("+"));
        let format = book.style.number(Number::Count, done, Weight::Group);
        figure(sheet, (at, LAST), sum, done, format)?;
        at += 1;
    }
    let note = notes(book, comparison);
    book.note(
        sheet,
        (at, LAST),
        super::overview::WIDTHS.iter().sum(),
        &note,
    )?;
    Ok(at + 1)
}

/// How the rows were compared, and what a person has to look at.
pub fn notes(book: &Book, comparison: &Comparison) -> String {
    let mut note = book.fill(labels::NOTE_PLANNED, &[&comparison.year.to_string()]);
    if comparison.uncompared > 0 {
        let count = shown::count(comparison.uncompared.into(), book.lang());
        note = format!("{note} {}", book.fill(labels::NOTE_UNCOMPARED, &[&count]));
    }
    note
}

/// Where rows stand in the annexes, such as `B.XVI.1`: block, department, number.
#[derive(Debug, Default)]
pub struct Places {
    /// By index into the results of the comparison; empty for those that were not held.
    pub results: Vec<String>,
    /// By index into its planned rows.
    pub planned: Vec<String>,
}

/// What a result is in the plan, for its notes; none where nothing is compared.
pub fn of_result(book: &Book, file: &FileRead, row: &Delegation) -> Option<String> {
    let outcome = book.edition.planned.ok()?.outcome(file, row)?;
    let said = book.say(labels::standing(outcome));
    Some(
        match outcome
            .planned
            .and_then(|at| book.places.planned.get(at as usize))
        {
            Some(place) => format!("{said} ({place})"),
            None => said.to_string(),
        },
    )
}

/// The hidden figures of a result.
pub fn result_codes(
    book: &Book,
    sheet: &mut Worksheet,
    at: u32,
    (file, row): (&FileRead, &Delegation),
) -> Result<(), XlsxError> {
    let compared = book.edition.planned.ok();
    let Some(outcome) = compared.and_then(|comparison| comparison.outcome(file, row)) else {
        return Ok(());
    };
    let numbers = [
        (Code::InPlan, outcome.certain),
        (Code::PerhapsInPlan, outcome.doubtful),
        (Code::OutsidePlan, outcome.outside()),
    ];
    for (code, number) in numbers {
        sheet.write_number(at, code.column(), f64::from(number))?;
    }
    Ok(())
}
