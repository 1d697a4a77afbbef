//! The plan for a year and the results of that year, row by row, as they were paired.

use crate::model::dataset::FileRead;
use crate::model::delegation::Delegation;
use crate::model::section::Direction;
use crate::model::summary::VARIOUS;
use crate::model::value::{CountryCode, Quarter, Status};
use std::collections::HashMap;

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

/// Where a row of the results stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    path: String,
    section: u32,
    row: u32,
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
    /// By their place among [`Comparison::results`].
    pub(crate) index: HashMap<Place, u32>,
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
    /// Where each of these results stands among them.
    pub(crate) fn index(results: &[Outcome]) -> HashMap<Place, u32> {
        let place = |result: &Outcome| Place {
            path: result.path.clone(),
            section: result.section,
            row: result.row,
        };
        results.iter().map(place).zip(0..).collect()
    }

    /// Where a row of the results stands among [`Comparison::results`]; none for rows that are no results.
    pub fn position(&self, file: &FileRead, row: &Delegation) -> Option<u32> {
        let place = Place {
            path: file.submission.path.clone(),
            section: row.section,
            row: row.row,
        };
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
