//! What the summary does not hold of the rows behind a figure: who states money, what is in doubt, which month.

use crate::model::dataset::Dataset;
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Finding, Scope, Severity};
use crate::model::summary::Totals;
use crate::model::value::Quarter;
use crate::report::listing::By;
use crate::report::table::part::Part;
use rustc_hash::FxHashMap;

/// Rules that doubt that a row counts, or its people, days or number of delegations: a person should
/// look before its figures are used.
const DOUBTS: [&str; 9] = [
    "D403", "D404", "D405", "D409", "D410", "L503", "L507", "O314", "O315",
];

/// A row: its file and its place among the rows of the file.
type RowAt = (u32, u32);

/// One line of a table: the whole part where it is by nothing.
type Key<'a> = (Part, Option<(By, &'a str)>);

/// What stands behind one line of a table.
#[derive(Debug, Clone, Copy, Default)]
pub struct Behind {
    /// Delegations that state an amount.
    pub stated: u64,
    /// The rows in doubt, which count all the same.
    pub doubtful: Totals,
    /// Those of them that state an amount.
    pub doubtful_stated: u64,
}

/// Delegations by month; the first are those whose period lies in no single month.
pub type Months = [u64; 13];

/// The rows of a campaign, looked through once.
#[derive(Debug, Default)]
pub struct Rows<'a> {
    lines: FxHashMap<Key<'a>, Behind>,
    months: FxHashMap<Part, Months>,
    /// The first doubt about a row.
    doubts: FxHashMap<RowAt, &'static str>,
    /// Departments that a joint delegation counts for beside its own.
    credits: FxHashMap<RowAt, Vec<u32>>,
}

impl<'a> Rows<'a> {
    pub fn of(dataset: &'a Dataset) -> Rows<'a> {
        let mut rows = Rows::default();
        for (at, code) in dataset.findings.iter().filter_map(doubt) {
            rows.doubts.entry(at).or_insert(code);
        }
        for credit in &dataset.credits {
            let row = rows.credits.entry((credit.file, credit.row)).or_default();
            row.push(credit.department);
        }
        for (file, read) in (0..).zip(&dataset.files) {
            for row in &read.delegations {
                rows.add(dataset, (file, row.index), read.department, row);
            }
        }
        rows
    }

    fn add(&mut self, dataset: &'a Dataset, at: RowAt, department: u32, row: &'a Delegation) {
        let Some(direction) = row.direction.filter(|_| row.state == RowState::Accepted) else {
            return;
        };
        let part = Part::from((row.kind, direction));
        self.months.entry(part).or_default()[month(row)] += u64::from(row.count);

        let is_doubtful = self.doubts.contains_key(&at);
        if row.money().vnd.is_none() && !is_doubtful {
            return;
        }
        let mut keys = vec![None];
        keys.extend(row.country_keys().map(|key| Some((By::Country, key))));
        keys.push(Some((By::Quarter, row.period.class().code())));
        keys.push(Some((By::Funding, row.funding.class.code())));
        let credited = self.credits.get(&at).into_iter().flatten();
        for department in credited.chain([&department]) {
            let slug = &dataset.departments[*department as usize].slug;
            keys.push(Some((By::Department, slug)));
        }

        let totals = totals(row);
        let stated = u64::from(row.count) * (1 - totals.rows_without_amount);
        for key in keys {
            let line = self.lines.entry((part, key)).or_default();
            line.stated += stated;
            if is_doubtful {
                line.doubtful += totals;
                line.doubtful_stated += stated;
            }
        }
    }

    /// What stands behind a line of a table, or behind the total.
    pub fn line(&self, part: Part, key: Option<(By, &str)>) -> Behind {
        self.lines.get(&(part, key)).copied().unwrap_or_default()
    }

    pub fn months(&self, part: Part) -> Months {
        self.months.get(&part).copied().unwrap_or_default()
    }

    /// The rule that doubts a row.
    pub fn doubt(&self, at: RowAt) -> Option<&'static str> {
        self.doubts.get(&at).copied()
    }

    /// Departments that a joint delegation counts for beside its own.
    pub fn credits(&self, at: RowAt) -> &[u32] {
        self.credits.get(&at).map_or(&[], Vec::as_slice)
    }
}

/// A row that nobody has looked at, and the rule that doubts it.
fn doubt(finding: &Finding) -> Option<(RowAt, &'static str)> {
    let is_open = finding.severity == Severity::Warning && finding.more().explained.is_none();
    match (finding.file, finding.scope) {
        (Some(file), Scope::Row(row)) if is_open && DOUBTS.contains(&finding.code) => {
            Some(((file, row), finding.code))
        }
        _ => None,
    }
}

/// What a row adds to its figures.
fn totals(row: &Delegation) -> Totals {
    let people = row.people().value;
    Totals {
        delegations: row.count.into(),
        people: people.unwrap_or(0).into(),
        person_half_days: row.person_half_days().unwrap_or(0),
        amount_vnd: row.money().vnd.unwrap_or(0),
        rows: 1,
        rows_without_people: people.is_none().into(),
        rows_without_days: row.days().halves.is_none().into(),
        rows_without_amount: row.money().vnd.is_none().into(),
    }
}

/// The month that the period of a row lies in; 0 for none or more than one.
pub fn month(row: &Delegation) -> usize {
    let period = &row.period;
    match (period.first, period.last.or(period.first)) {
        (Some(first), Some(last))
            if first.first_of_month() == last.first_of_month()
                && period.class() != Quarter::OutsideYear =>
        {
            usize::try_from(first.month()).unwrap_or(0)
        }
        _ => 0,
    }
}
