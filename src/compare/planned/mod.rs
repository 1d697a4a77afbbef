//! The results of a year against the plan for that year which an earlier campaign published, row by row.

mod figures;
mod likeness;
mod matching;
mod names;
mod read;
#[cfg(test)]
mod tests;

use crate::edition::Edition;
use crate::model::dataset::{Dataset, FileRead, Reader};
use crate::model::delegation::{Delegation, RowState};
use crate::model::section::{Direction, Kind};
use crate::model::summary::VARIOUS;
use crate::model::value::{CountryCode, Quarter, Status};
use crate::report::listing;
use rustc_hash::FxHashMap;
use std::collections::HashMap;

pub use figures::{Fate, Figures, Key, by_key};

/// A planned delegation as an earlier campaign published it in `delegations.csv`.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    pub direction: Direction,
    /// Slug of its department.
    pub department: String,
    pub name: String,
    pub head: String,
    pub partner: String,
    pub content: String,
    /// None for a group or an organisation.
    pub countries: Vec<CountryCode>,
    pub country_text: String,
    /// Delegations of the row.
    pub count: u32,
    pub people: Option<u32>,
    pub quarter: Quarter,
    pub days: String,
    pub period_text: String,
    pub funding_text: String,
    /// Where the plan itself says that it was not held.
    pub status: Option<Status>,
    pub file: String,
    pub line: String,
}

impl Planned {
    /// The codes that it counts under: its countries, or `various`.
    pub fn keys(&self) -> Vec<&str> {
        if self.countries.is_empty() {
            return vec![VARIOUS];
        }
        self.countries.iter().map(CountryCode::as_str).collect()
    }

    /// Its name, or its content where it has none.
    pub fn title(&self) -> &str {
        if self.name.is_empty() {
            &self.content
        } else {
            &self.name
        }
    }

    /// Its countries by name, or as written where they are a group.
    pub fn country_names(&self, edition: &Edition) -> String {
        if self.countries.is_empty() {
            return self.country_text.clone();
        }
        let names = self.countries.iter();
        let names = names.map(|code| listing::country_name(edition, code.as_str()));
        names.collect::<Vec<_>>().join(", ")
    }
}

/// One planned row with one row of the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Index into [`Comparison::rows`].
    pub planned: u32,
    /// Index into [`Comparison::results`].
    pub result: u32,
    /// Delegations that the two rows share.
    pub units: u32,
    /// Beyond doubt; otherwise a person has to look.
    pub certain: bool,
}

/// A row of the results by its place, and how much of it was planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub path: String,
    pub section: u32,
    pub row: u32,
    /// The line as people are shown it.
    pub line: String,
    pub direction: Direction,
    /// Index of its department in the run.
    pub department: u32,
    pub name: String,
    /// Countries, or `various`.
    pub countries: Vec<String>,
    pub quarter: Quarter,
    /// Delegations of the row.
    pub count: u32,
    /// Postponed, cancelled or held online: in no figure of the results.
    pub not_held: Option<Status>,
    /// The first planned row that it is, index into [`Comparison::rows`].
    pub planned: Option<u32>,
    /// Delegations that stand in the plan beyond doubt, and those that perhaps do.
    pub certain: u32,
    pub doubtful: u32,
}

impl Outcome {
    /// Delegations that were held and not planned.
    pub fn outside(&self) -> u32 {
        match self.not_held {
            Some(_) => 0,
            None => self.count - self.certain - self.doubtful,
        }
    }
}

/// The results of a year, each row with what it is in the plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// The year that was planned and of which the results are.
    pub year: i32,
    /// Every planned row, in the order of direction, department and file.
    pub rows: Vec<Planned>,
    /// Departments of planned rows that this run does not know, after those that it does.
    pub strangers: Vec<String>,
    /// Number of the department of each planned row: in the run, then among the strangers.
    pub departments: Vec<u32>,
    /// Whether results of the row's department and direction were received.
    pub reported: Vec<bool>,
    pub results: Vec<Outcome>,
    pub pairs: Vec<Pair>,
    /// Rows of the results that were too many to be compared with the plan in pairs.
    pub uncompared: u32,
    index: HashMap<(String, u32, u32), u32>,
}

/// Why nothing can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NoPlan {
    /// No campaign of that year is published.
    #[default]
    NotPublished,
    /// What is published cannot be read.
    Unreadable,
    /// The campaign published no plan for that year.
    Empty,
    /// This campaign has no results.
    NoResults,
}

impl Comparison {
    /// Where a row of the results stands among [`Comparison::results`]; none for rows that are no results.
    pub fn position(&self, file: &FileRead, row: &Delegation) -> Option<u32> {
        let place = (file.submission.path.clone(), row.section, row.row);
        self.index.get(&place).copied()
    }

    /// What a row of the results is in the plan; none for rows that are no results.
    pub fn outcome(&self, file: &FileRead, row: &Delegation) -> Option<&Outcome> {
        self.results.get(self.position(file, row)? as usize)
    }

    /// The pairs of a planned row.
    pub fn pairs_of(&self, planned: usize) -> &[Pair] {
        let first = self
            .pairs
            .partition_point(|pair| (pair.planned as usize) < planned);
        let end = self
            .pairs
            .partition_point(|pair| (pair.planned as usize) <= planned);
        &self.pairs[first..end]
    }

    /// The pairs of a planned row with the rows of the results.
    pub fn of_planned(&self, planned: usize) -> impl Iterator<Item = (&Pair, &Outcome)> {
        let pairs = self.pairs_of(planned).iter();
        pairs.map(|pair| (pair, &self.results[pair.result as usize]))
    }

    /// The first planned row that a row of the results is.
    pub fn planned_of(&self, outcome: &Outcome) -> Option<&Planned> {
        Some(&self.rows[outcome.planned? as usize])
    }
}

/// Compares the results of a campaign with the plan in the `delegations.csv` of an earlier one.
///
/// # Errors
/// Why there is nothing to compare.
pub fn compare(dataset: &Dataset, published: &[u8]) -> Result<Comparison, NoPlan> {
    let year = dataset.results_year;
    let rows = read::plan(published, year).ok_or(NoPlan::Unreadable)?;
    if rows.is_empty() {
        return Err(NoPlan::Empty);
    }
    let received = dataset.received();
    let reported = |department: Option<u32>, direction: Direction| match department {
        Some(at) => received.contains(&(at, (direction, Kind::Realised))),
        None => false,
    };
    let results = outcomes(dataset);
    if results.is_empty()
        && !received
            .iter()
            .any(|(_, (_, kind))| *kind == Kind::Realised)
    {
        return Err(NoPlan::NoResults);
    }
    let known: FxHashMap<&str, u32> = (0..)
        .zip(&dataset.departments)
        .map(|(at, known)| (known.slug.as_str(), at))
        .collect();
    let mut strangers: Vec<String> = rows
        .iter()
        .map(|row| &row.department)
        .filter(|slug| !known.contains_key(slug.as_str()))
        .cloned()
        .collect();
    strangers.sort();
    strangers.dedup();
    let number = |row: &Planned| {
        let stranger = || {
            strangers
                .iter()
                .position(|slug| *slug == row.department)
                .unwrap_or(0)
        };
        let own = known.get(row.department.as_str()).copied();
        own.unwrap_or_else(|| (dataset.departments.len() + stranger()) as u32)
    };
    let mut comparison = Comparison {
        year,
        departments: rows.iter().map(number).collect(),
        reported: rows
            .iter()
            .map(|row| reported(known.get(row.department.as_str()).copied(), row.direction))
            .collect(),
        index: (0..)
            .zip(&results)
            .map(|(at, result)| ((result.path.clone(), result.section, result.row), at))
            .collect(),
        rows,
        strangers,
        results,
        ..Comparison::default()
    };
    matching::pair(&mut comparison, dataset);
    Ok(comparison)
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
            line: listing::line_of_row(file, row),
            direction,
            department: file.department,
            name: match opened.text(texts.name) {
                "" => opened.text(texts.content),
                name => name,
            }
            .to_string(),
            countries: listing::country_keys(row).map(String::from).collect(),
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
