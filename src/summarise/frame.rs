//! Accepted rows as a data frame of whole numbers, and its groups.

use super::{SummaryError, country_key};
use crate::model::dataset::Dataset;
use crate::model::delegation::{Delegation, RowState};
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use polars::prelude::{Column, DataFrame, PolarsError};
use smallvec::SmallVec;

impl From<PolarsError> for SummaryError {
    fn from(error: PolarsError) -> Self {
        SummaryError(error.to_string())
    }
}

/// What rows are grouped by, beside kind and direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Country,
    Quarter,
    Funding,
    Department,
}

const KEYS: [Key; 4] = [Key::Country, Key::Quarter, Key::Funding, Key::Department];

impl Key {
    fn name(self) -> &'static str {
        match self {
            Key::Country => "country",
            Key::Quarter => "quarter",
            Key::Funding => "funding",
            Key::Department => "department",
        }
    }
}

const MEASURES: [&str; 8] = [
    "delegations",
    "people",
    "person_half_days",
    "amount_vnd",
    "rows",
    "rows_without_people",
    "rows_without_days",
    "rows_without_amount",
];

/// One group: kind, direction, the keys asked for, and their totals.
#[derive(Debug, Clone)]
pub struct Group {
    pub kind: Kind,
    pub direction: Direction,
    pub keys: SmallVec<[u32; 3]>,
    pub totals: Totals,
}

/// Accepted rows, one number per cell.
pub struct Frame(DataFrame);

impl Frame {
    /// One row per accepted delegation row: for everything but countries.
    pub fn distinct(dataset: &Dataset) -> Result<Frame, SummaryError> {
        let mut columns = Columns::default();
        for (file, row) in dataset.accepted() {
            columns.push(row, file.department, 0);
        }
        columns.frame()
    }

    /// One row per delegation row and country; groups and organisations once, under `various`.
    pub fn by_country(dataset: &Dataset) -> Result<Frame, SummaryError> {
        let mut columns = Columns::default();
        for (file, row) in dataset.accepted() {
            if row.countries.codes.is_empty() {
                columns.push(row, file.department, 0);
            }
            for code in &row.countries.codes {
                columns.push(row, file.department, country_key(*code));
            }
        }
        columns.frame()
    }

    /// One row per accepted delegation row and department credited with it.
    pub fn by_department(dataset: &Dataset) -> Result<Frame, SummaryError> {
        let mut columns = Columns::default();
        for (file, row) in dataset.accepted() {
            columns.push(row, file.department, 0);
        }
        for credit in &dataset.credits {
            let row = &dataset.files[credit.file as usize].delegations[credit.row as usize];
            if row.state == RowState::Accepted {
                columns.push(row, credit.department, 0);
            }
        }
        columns.frame()
    }

    /// Sums of every measure by kind, direction and these keys, in no certain order.
    #[expect(
        deprecated,
        reason = "the lazy aggregations that polars names instead double the time of a fresh build"
    )]
    pub fn group(&self, keys: &[Key]) -> Result<Vec<Group>, SummaryError> {
        let mut by = vec!["kind", "direction"];
        by.extend(keys.iter().map(|key| key.name()));
        let sums = self
            .0
            .group_by(by.iter().copied())?
            .select(MEASURES)
            .sum()?;
        let key_columns = by
            .iter()
            .map(|name| numbers(&sums, name))
            .collect::<Result<Vec<_>, _>>()?;
        let measures = MEASURES
            .iter()
            .map(|name| numbers(&sums, &format!("{name}_sum")))
            .collect::<Result<Vec<_>, _>>()?;
        Ok((0..sums.height())
            .map(|at| Group {
                kind: Kind::ALL[key_columns[0][at] as usize],
                direction: Direction::ALL[key_columns[1][at] as usize],
                keys: key_columns[2..]
                    .iter()
                    .map(|column| column[at] as u32)
                    .collect(),
                totals: totals(|measure| measures[measure][at]),
            })
            .collect())
    }
}

/// The measures of a group, in the order of [`MEASURES`].
fn totals(measure: impl Fn(usize) -> i64) -> Totals {
    let count = |n: usize| u64::try_from(measure(n)).unwrap_or(0);
    Totals {
        delegations: count(0),
        people: count(1),
        person_half_days: count(2),
        amount_vnd: measure(3),
        rows: count(4),
        rows_without_people: count(5),
        rows_without_days: count(6),
        rows_without_amount: count(7),
    }
}

fn numbers(frame: &DataFrame, name: &str) -> Result<Vec<i64>, SummaryError> {
    let column = frame.column(name)?.i64()?;
    Ok(column.iter().map(|value| value.unwrap_or(0)).collect())
}

#[derive(Default)]
struct Columns {
    kind: Vec<i64>,
    direction: Vec<i64>,
    keys: [Vec<i64>; 4],
    measures: [Vec<i64>; 8],
}

impl Columns {
    fn push(&mut self, row: &Delegation, department: u32, country: u32) {
        let Some(direction) = row.direction else {
            return;
        };
        self.kind.push(row.kind as i64);
        self.direction.push(direction as i64);
        let keys = [
            country,
            row.period.class() as u32,
            row.funding.class as u32,
            department,
        ];
        for (column, key) in self.keys.iter_mut().zip(keys) {
            column.push(i64::from(key));
        }
        let signed = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
        let measures = [
            i64::from(row.count),
            i64::from(row.people.value.unwrap_or(0)),
            signed(row.person_half_days().unwrap_or(0)),
            row.money.vnd.unwrap_or(0),
            1,
            i64::from(row.people.value.is_none()),
            i64::from(row.days.halves.is_none()),
            i64::from(row.money.vnd.is_none()),
        ];
        for (column, measure) in self.measures.iter_mut().zip(measures) {
            column.push(measure);
        }
    }

    fn frame(self) -> Result<Frame, SummaryError> {
        let height = self.kind.len();
        let mut columns = vec![
            Column::new("kind".into(), self.kind),
            Column::new("direction".into(), self.direction),
        ];
        for (key, values) in KEYS.iter().zip(self.keys) {
            columns.push(Column::new(key.name().into(), values));
        }
        for (name, values) in MEASURES.iter().zip(self.measures) {
            columns.push(Column::new((*name).into(), values));
        }
        Ok(Frame(DataFrame::new(height, columns)?))
    }
}
