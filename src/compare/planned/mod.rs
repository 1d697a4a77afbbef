//! The results of a year against the plan for that year which an earlier campaign published, row by row.

mod likeness;
mod matching;
mod read;
#[cfg(test)]
mod tests;

use crate::model::comparison::{Comparison, NoPlan, Outcome, Planned};
use crate::model::dataset::{Dataset, Reader};
use crate::model::delegation::RowState;
use crate::model::section::Kind;
use crate::model::submission::Due;
use crate::words::places;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Compares the results of a campaign with the plan in the `delegations.csv` of an earlier one.
///
/// # Errors
/// Why there is nothing to compare.
pub fn compare(dataset: &Dataset, published: &[u8]) -> Result<Comparison, NoPlan> {
    let rows = read::plan(published, dataset.results_year).ok_or(NoPlan::Unreadable)?;
    if rows.is_empty() {
        return Err(NoPlan::Empty);
    }

    let received = dataset.received();
    let results = outcomes(dataset);
    let is_result = |(_, (_, kind)): &(u32, Due)| *kind == Kind::Realised;
    if results.is_empty() && !received.iter().any(is_result) {
        return Err(NoPlan::NoResults);
    }

    let numbers = Numbers::of(dataset, &rows);
    let reported = |row: &Planned| {
        let department = numbers.known.get(row.department.as_str());
        department
            .is_some_and(|known| received.contains(&(*known, (row.direction, Kind::Realised))))
    };
    let mut comparison = Comparison {
        year: dataset.results_year,
        departments: rows.iter().map(|row| numbers.number(row)).collect(),
        reported: rows.iter().map(reported).collect(),
        index: Comparison::index(&results),
        strangers: numbers.strangers,
        rows,
        results,
        ..Comparison::default()
    };
    matching::pair(&mut comparison, dataset);
    Ok(comparison)
}

/// Departments by number: those of the run, then those that only the plan knows.
struct Numbers<'a> {
    known: FxHashMap<&'a str, u32>,
    /// Slugs, sorted.
    strangers: Vec<String>,
}

impl Numbers<'_> {
    fn of<'a>(dataset: &'a Dataset, rows: &[Planned]) -> Numbers<'a> {
        let slugs = dataset.departments.iter().map(|known| known.slug.as_str());
        let known: FxHashMap<&str, u32> = slugs.zip(0..).collect();
        let planned = rows.iter().map(|row| &row.department);
        let strangers: BTreeSet<&String> = planned
            .filter(|slug| !known.contains_key(slug.as_str()))
            .collect();
        Numbers {
            strangers: strangers.into_iter().cloned().collect(),
            known,
        }
    }

    fn number(&self, row: &Planned) -> u32 {
        let known = self.known.get(row.department.as_str()).copied();
        known.unwrap_or_else(|| {
            let stranger = self.strangers.binary_search(&row.department);
            (self.known.len() + stranger.unwrap_or_default()) as u32
        })
    }
}

/// The results that were held, and those that were not.
fn outcomes(dataset: &Dataset) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    let mut reader = Reader::default();
    for (file, row) in dataset.rows() {
        let listed = matches!(row.state, RowState::Accepted | RowState::NotHeld);
        let (true, Kind::Realised, Some(direction)) = (listed, row.kind, row.direction) else {
            continue;
        };
        let not_held = row.status.filter(|_| row.state == RowState::NotHeld);
        let opened = reader.open(file);
        let texts = opened.texts(row);
        outcomes.push(Outcome {
            path: file.submission.path.clone(),
            section: row.section,
            row: row.row,
            line: places::line_of_row(file, row),
            direction,
            department: file.department,
            name: match opened.text(texts.name) {
                "" => opened.text(texts.content),
                name => name,
            }
            .to_string(),
            countries: row.country_keys().map(String::from).collect(),
            quarter: row.period.class(),
            count: row.count,
            not_held,
            planned: None,
            certain: 0,
            doubtful: 0,
        });
    }
    outcomes
}
