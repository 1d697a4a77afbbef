//! Rows that people decided to be one delegation: which of them counts, with which values, and for whom.

use crate::model::dataset::{Contradiction, Credit, Dataset};
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Finding, Scope};
use crate::model::section::Field;
use crate::model::value::{Days, Figures, FundingClass, Money, People, Quarter};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A row by the indexes of its file and of itself in the file, in the order of paths and lines.
type RowAt = (u32, u32);

/// Pairs that were decided to be one, tied together however many they are.
#[derive(Debug, Default)]
pub struct Ties {
    /// For each tied row an earlier one of its group; the first of a group has none.
    earlier: FxHashMap<RowAt, RowAt>,
    tied: Vec<RowAt>,
}

impl Ties {
    /// Ties the two rows of a finding. `false` where it is about no pair, or a row of it counts in no
    /// figure: the other one must not go with it.
    pub fn tie(&mut self, dataset: &Dataset, finding: &Finding) -> bool {
        let (Some(file), Scope::Row(row), Some(other)) =
            (finding.file, finding.scope, finding.more().other)
        else {
            return false;
        };
        let pair = [(file, row), other];
        if pair.iter().any(|at| !counts(dataset, *at)) {
            return false;
        }
        self.tied.extend(pair);
        let [one, other] = pair.map(|at| self.first(at));
        if one != other {
            self.earlier.insert(one.max(other), one.min(other));
        }
        true
    }

    /// The first row of the group that a row is in.
    fn first(&self, mut at: RowAt) -> RowAt {
        while let Some(earlier) = self.earlier.get(&at) {
            at = *earlier;
        }
        at
    }

    /// Counts each group once: its first row, with what only one of them says, for all departments.
    pub fn unite(self, dataset: &mut Dataset) {
        let mut groups: BTreeMap<RowAt, Vec<RowAt>> = BTreeMap::new();
        for at in &self.tied {
            groups.entry(self.first(*at)).or_default().push(*at);
        }
        for (first, mut rows) in groups {
            rows.sort_unstable();
            rows.dedup();
            rows.retain(|at| *at != first);
            unite(dataset, first, &rows);
        }
    }
}

fn counts(dataset: &Dataset, (file, row): RowAt) -> bool {
    let rows = dataset
        .files
        .get(file as usize)
        .map(|file| &file.delegations);
    let row = rows.and_then(|rows| rows.get(row as usize));
    row.is_some_and(|row| row.state == RowState::Accepted)
}

fn unite(dataset: &mut Dataset, first: RowAt, others: &[RowAt]) {
    let mut united = row(dataset, first).clone();
    let said: Vec<Said> = [first]
        .iter()
        .chain(others)
        .map(|at| Said::by(dataset, *at))
        .collect();
    let host = dataset.files[first.0 as usize].department;
    for &at in others {
        let other = row_mut(dataset, at);
        other.state = RowState::Duplicate;
        let other = other.clone();
        take_over(&mut united, &other);
        let department = dataset.files[at.0 as usize].department;
        let credit = Credit {
            file: first.0,
            row: first.1,
            department,
        };
        if department != host && !dataset.credits.contains(&credit) {
            dataset.credits.push(credit);
        }
    }
    *row_mut(dataset, first) = united;
    dataset.contradictions.extend(contradictions(first, &said));
}

fn row(dataset: &Dataset, (file, row): RowAt) -> &Delegation {
    &dataset.files[file as usize].delegations[row as usize]
}

fn row_mut(dataset: &mut Dataset, (file, row): RowAt) -> &mut Delegation {
    &mut dataset.files[file as usize].delegations[row as usize]
}

/// Fills what the row does not say with what the other one says; what it says stays.
fn take_over(row: &mut Delegation, other: &Delegation) {
    let people = match row.people() {
        People { value: None, .. } => other.people(),
        own => own,
    };
    let days = match row.days() {
        Days { halves: None, .. } => other.days(),
        own => own,
    };
    let (own, offered) = (row.money(), other.money());
    let money = Money {
        vnd: own.vnd.or(offered.vnd),
        usd_cents: own.usd_cents.or(offered.usd_cents),
        form: match own.vnd.or(own.usd_cents) {
            None => offered.form,
            Some(_) => own.form,
        },
    };
    row.figures = Figures::of(people, days, money);
    if row.period.class() == Quarter::Unscheduled {
        row.period = Arc::clone(&other.period);
    }
    if row.funding.class == FundingClass::Unknown {
        row.funding = Arc::clone(&other.funding);
    }
    for code in &other.countries.codes {
        if !row.countries.codes.contains(code) {
            Arc::make_mut(&mut row.countries).codes.push(*code);
        }
    }
}

/// What one department says of a joint delegation, by field, as it is shown; nothing where it is not said.
struct Said {
    department: String,
    values: [(Field, Option<String>); 7],
}

impl Said {
    fn by(dataset: &Dataset, at: RowAt) -> Said {
        let file = &dataset.files[at.0 as usize];
        let row = row(dataset, at);
        let quarter = Some(row.period.class()).filter(|class| *class != Quarter::Unscheduled);
        let source = Some(row.funding.class).filter(|class| *class != FundingClass::Unknown);
        let mut countries: Vec<&str> = row.countries.codes.iter().map(|c| c.as_str()).collect();
        countries.sort_unstable();
        let usd = row.money().usd_cents;
        Said {
            department: dataset.department(file).short_name.clone(),
            values: [
                (
                    Field::Country,
                    Some(countries.join(";")).filter(|all| !all.is_empty()),
                ),
                (Field::Delegations, Some(row.count.to_string())),
                (
                    Field::People,
                    row.people().value.map(|people| people.to_string()),
                ),
                (Field::Days, row.days().halves.map(Days::display)),
                (
                    Field::Period,
                    quarter.map(|quarter| quarter.code().to_string()),
                ),
                (
                    Field::Funding,
                    source.map(|source| source.code().to_string()),
                ),
                (Field::Amount, amount(row.money().vnd, usd)),
            ],
        }
    }
}

fn amount(vnd: Option<i64>, usd_cents: Option<i64>) -> Option<String> {
    let vnd = vnd.map(|vnd| format!("{vnd} VND"));
    let usd = usd_cents.map(|cents| format!("{}.{:02} USD", cents / 100, cents % 100));
    let said: Vec<String> = vnd.into_iter().chain(usd).collect();
    (!said.is_empty()).then(|| said.join(" + "))
}

/// The fields of which two departments say two things.
fn contradictions(first: RowAt, said: &[Said]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for at in 0..said[0].values.len() {
        let values = said.iter().filter_map(|by| {
            let (field, value) = &by.values[at];
            Some((*field, value.as_deref()?, by.department.as_str()))
        });
        let values: Vec<(Field, &str, &str)> = values.collect();
        let Some((field, counted, _)) = values.first() else {
            continue;
        };
        if values.iter().all(|(_, value, _)| value == counted) {
            continue;
        }
        let shown = values
            .iter()
            .map(|(_, value, who)| format!("{value} ({who})"));
        found.push(Contradiction {
            file: first.0,
            row: first.1,
            field: *field,
            values: shown.collect::<Vec<_>>().join(", "),
        });
    }
    found
}
