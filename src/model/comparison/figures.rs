//! What became of planned delegations, counted by direction, country and department.

use super::planned::{Comparison, Outcome};
use crate::model::section::Direction;
use crate::model::value::Status;
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// What became of a planned row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    Done,
    /// Done, as far as the rows are alike: a person has to look.
    PerhapsDone,
    /// Some of its delegations were held.
    PartlyDone,
    /// Its department reported results, and it is not among them.
    Open,
    /// Its department reported no results.
    Unreported,
    Postponed,
    Cancelled,
    Online,
}

/// Delegations of the plan and of the results. Of those planned: done, open, stopped and online add up
/// to all; done and outside add up to the results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    pub planned: u64,
    pub done: u64,
    /// Of those done: as far as the rows are alike.
    pub doubtful: u64,
    /// Not among the results.
    pub open: u64,
    /// Postponed or cancelled.
    pub stopped: u64,
    pub online: u64,
    /// Held without having been planned.
    pub outside: u64,
}

impl Figures {
    /// In the order of the columns of their tables.
    pub fn all(&self) -> [u64; 7] {
        [
            self.planned,
            self.done,
            self.doubtful,
            self.open,
            self.stopped,
            self.online,
            self.outside,
        ]
    }
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Figures) {
        self.planned += other.planned;
        self.done += other.done;
        self.doubtful += other.doubtful;
        self.open += other.open;
        self.stopped += other.stopped;
        self.online += other.online;
        self.outside += other.outside;
    }
}

impl Comparison {
    /// What became of a planned row, in delegations.
    pub fn figures(&self, planned: usize) -> Figures {
        let row = &self.rows[planned];
        let mut figures = Figures {
            planned: row.count.into(),
            ..Figures::default()
        };
        let mut left = row.count;
        for (pair, outcome) in self.of_planned(planned) {
            let units = u64::from(pair.units);
            left -= pair.units;
            match outcome.not_held {
                Some(Status::Online) => figures.online += units,
                Some(_) => figures.stopped += units,
                None => {
                    figures.done += units;
                    figures.doubtful += if pair.certain { 0 } else { units };
                }
            }
        }
        match row.status {
            Some(Status::Online) => figures.online += u64::from(left),
            Some(Status::Postponed | Status::Cancelled) => figures.stopped += u64::from(left),
            _ => figures.open += u64::from(left),
        }
        figures
    }

    /// What became of a planned row, in a word.
    pub fn fate(&self, planned: usize) -> Fate {
        let figures = self.figures(planned);
        let of_status = |status: Option<Status>| match status {
            Some(Status::Postponed) => Fate::Postponed,
            Some(Status::Cancelled) => Fate::Cancelled,
            _ => Fate::Online,
        };
        let said = self
            .of_planned(planned)
            .find_map(|(_, outcome)| outcome.not_held);
        match figures {
            Figures {
                done: 0, open: 0, ..
            } => of_status(said.or(self.rows[planned].status)),
            Figures { done: 0, .. } if self.reported[planned] => Fate::Open,
            Figures { done: 0, .. } => Fate::Unreported,
            Figures { doubtful: 1.., .. } => Fate::PerhapsDone,
            Figures { done, planned, .. } if done < planned => Fate::PartlyDone,
            _ => Fate::Done,
        }
    }

    fn outside(outcome: &Outcome) -> Figures {
        Figures {
            outside: outcome.outside().into(),
            ..Figures::default()
        }
    }

    /// Each delegation once.
    pub fn total(&self, direction: Direction) -> Figures {
        let mut total = Figures::default();
        for index in (0..self.rows.len()).filter(|index| self.rows[*index].direction == direction) {
            total += self.figures(index);
        }
        for outcome in self.results.iter().filter(|row| row.direction == direction) {
            total += Self::outside(outcome);
        }
        total
    }
}

/// What a table is by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A delegation to several countries counts in each.
    Country,
    Department,
}

/// Figures by country code or number of the department, outbound beside inbound.
pub fn by_key(comparison: &Comparison, key: Key) -> BTreeMap<String, [Figures; 2]> {
    let mut lines: BTreeMap<String, [Figures; 2]> = BTreeMap::new();
    let mut add = |keys: Vec<String>, direction: Direction, figures: Figures| {
        for key in keys {
            lines.entry(key).or_default()[direction as usize] += figures;
        }
    };
    for (index, row) in comparison.rows.iter().enumerate() {
        let own = match key {
            Key::Country => row.keys().into_iter().map(String::from).collect(),
            Key::Department => vec![comparison.departments[index].to_string()],
        };
        add(own, row.direction, comparison.figures(index));
    }
    for row in &comparison.results {
        let own = match key {
            Key::Country => row.countries.clone(),
            Key::Department => vec![row.department.to_string()],
        };
        add(own, row.direction, Comparison::outside(row));
    }
    lines
}
