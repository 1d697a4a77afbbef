//! Accepted rows as a data frame of whole numbers, and its groups.

use super::{SummaryError, country_key};
use crate::model::dataset::{Dataset, FileRead};
use crate::model::delegation::{Delegation, RowState};
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use polars::prelude::{Column, DataFrame, PolarsError};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
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

/// Sums of accepted rows by all keys, one number per cell.
pub struct Frame(DataFrame);

impl Frame {
    /// Accepted rows, each once: for everything but countries.
    pub fn distinct(sums: &Sums) -> Result<Frame, SummaryError> {
        frame(&sums.distinct)
    }

    /// Each accepted row once for each of its countries; groups and organisations under `various`.
    pub fn by_country(sums: &Sums) -> Result<Frame, SummaryError> {
        frame(&sums.by_country)
    }

    /// Each accepted row once for each department credited with it.
    pub fn by_department(sums: Sums, dataset: &Dataset) -> Result<Frame, SummaryError> {
        let mut cells = sums.distinct;
        for credit in &dataset.credits {
            let row = &dataset.files[credit.file as usize].delegations[credit.row as usize];
            if row.state == RowState::Accepted {
                add(&mut cells, row, credit.department, 0);
            }
        }
        frame(&cells)
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
            .map(|index| Group {
                kind: Kind::ALL[key_columns[0][index] as usize],
                direction: Direction::ALL[key_columns[1][index] as usize],
                keys: key_columns[2..]
                    .iter()
                    .map(|column| column[index] as u32)
                    .collect(),
                totals: totals(|measure| measures[measure][index]),
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

/// Kind, direction and the keys of rows that are summed before the frame is made: it has as many rows
/// as the figures have cells, however many delegations there are.
type Cell = (Kind, Direction, [u32; KEYS.len()]);
type Cells = FxHashMap<Cell, [i64; MEASURES.len()]>;

/// Rejected rows by kind and direction.
pub type Rejected = FxHashMap<(Kind, Direction), u64>;

/// Accepted rows summed by all keys, before frames are made of them.
#[derive(Default)]
pub struct Sums {
    distinct: Cells,
    by_country: Cells,
    pub rejected: Rejected,
}

impl Sums {
    /// Sums the rows of all files side by side.
    pub fn of(dataset: &Dataset) -> Sums {
        let files = dataset.files.par_iter();
        files
            .fold(Sums::default, Sums::with)
            .reduce(Sums::default, Sums::plus)
    }

    fn with(mut self, file: &FileRead) -> Sums {
        for row in &file.delegations {
            match row.state {
                RowState::Accepted => {
                    add(&mut self.distinct, row, file.department, 0);
                    if row.countries.codes.is_empty() {
                        add(&mut self.by_country, row, file.department, 0);
                    }
                    for code in &row.countries.codes {
                        let country = country_key(*code);
                        add(&mut self.by_country, row, file.department, country);
                    }
                }
                RowState::Rejected => {
                    if let Some(direction) = row.direction {
                        *self.rejected.entry((row.kind, direction)).or_default() += 1;
                    }
                }
                RowState::NotHeld
                | RowState::Duplicate
                | RowState::Superseded
                | RowState::Excluded => {}
            }
        }
        self
    }

    fn plus(mut self, other: Sums) -> Sums {
        for (table, rows) in other.rejected {
            *self.rejected.entry(table).or_default() += rows;
        }
        Sums {
            distinct: joined(self.distinct, other.distinct),
            by_country: joined(self.by_country, other.by_country),
            rejected: self.rejected,
        }
    }
}

fn joined(one: Cells, other: Cells) -> Cells {
    let (mut all, fewer) = if one.len() < other.len() {
        (other, one)
    } else {
        (one, other)
    };
    for (cell, measures) in fewer {
        sum(all.entry(cell).or_default(), measures);
    }
    all
}

fn sum(sums: &mut [i64; MEASURES.len()], measures: [i64; MEASURES.len()]) {
    for (sum, measure) in sums.iter_mut().zip(measures) {
        *sum = sum.saturating_add(measure);
    }
}

/// Whether all rows together stay within a number: then every group of them does.
fn fits(cells: &Cells) -> bool {
    let mut all = [0; MEASURES.len()];
    cells.values().for_each(|measures| sum(&mut all, *measures));
    all.iter().all(|sum| (0..i64::MAX).contains(sum))
}

fn add(cells: &mut Cells, row: &Delegation, department: u32, country: u32) {
    let Some(direction) = row.direction else {
        return;
    };
    let keys = [
        country,
        row.period.class() as u32,
        row.funding.class as u32,
        department,
    ];
    let signed = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
    let measures = [
        i64::from(row.count),
        i64::from(row.people().value.unwrap_or(0)),
        signed(row.person_half_days().unwrap_or(0)),
        row.money().vnd.unwrap_or(0),
        1,
        i64::from(row.people().value.is_none()),
        i64::from(row.days().halves.is_none()),
        i64::from(row.money().vnd.is_none()),
    ];
    sum(
        cells.entry((row.kind, direction, keys)).or_default(),
        measures,
    );
}

fn frame(cells: &Cells) -> Result<Frame, SummaryError> {
    if !fits(cells) {
        return Err(SummaryError("the figures are too large to be added".into()));
    }
    let column = |name: &str, of: &dyn Fn(&Cell, &[i64; MEASURES.len()]) -> i64| {
        let values: Vec<i64> = cells.iter().map(|(cell, sums)| of(cell, sums)).collect();
        Column::new(name.into(), values)
    };
    let mut columns = vec![
        column("kind", &|cell, _| cell.0 as i64),
        column("direction", &|cell, _| cell.1 as i64),
    ];
    for (index, key) in KEYS.iter().enumerate() {
        columns.push(column(key.name(), &|cell, _| i64::from(cell.2[index])));
    }
    for (index, name) in MEASURES.iter().enumerate() {
        columns.push(column(name, &|_, sums| sums[index]));
    }
    Ok(Frame(DataFrame::new(cells.len(), columns)?))
}
