//! Nothing is lost: lines by class and rows by state, each in exactly one.

use super::delegation::RowState;
use super::section::LineClass;
use std::collections::BTreeMap;
use std::iter::Sum;

/// Physical lines by class.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineAccount {
    pub total: u64,
    pub classes: BTreeMap<LineClass, u64>,
}

impl LineAccount {
    /// Counts `lines` lines of a class; the total is counted by the reader, apart.
    pub fn add(&mut self, class: LineClass, lines: u64) {
        *self.classes.entry(class).or_default() += lines;
    }

    /// Adds another account.
    pub fn merge(&mut self, other: &LineAccount) {
        self.total += other.total;
        for (class, lines) in &other.classes {
            self.add(*class, *lines);
        }
    }

    /// Every line is in exactly one class.
    pub fn balances(&self) -> bool {
        self.total == self.classes.values().sum::<u64>()
    }
}

/// Rows by state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RowAccount {
    pub read: u64,
    pub accepted: u64,
    pub not_held: u64,
    pub rejected: u64,
    pub duplicate: u64,
    pub superseded: u64,
    pub excluded: u64,
}

impl RowAccount {
    /// Counts a row in its state.
    pub fn add(&mut self, state: RowState) {
        self.read += 1;
        match state {
            RowState::Accepted => self.accepted += 1,
            RowState::NotHeld => self.not_held += 1,
            RowState::Rejected => self.rejected += 1,
            RowState::Duplicate => self.duplicate += 1,
            RowState::Superseded => self.superseded += 1,
            RowState::Excluded => self.excluded += 1,
        }
    }

    fn plus(self, other: RowAccount) -> RowAccount {
        RowAccount {
            read: self.read + other.read,
            accepted: self.accepted + other.accepted,
            not_held: self.not_held + other.not_held,
            rejected: self.rejected + other.rejected,
            duplicate: self.duplicate + other.duplicate,
            superseded: self.superseded + other.superseded,
            excluded: self.excluded + other.excluded,
        }
    }

    /// Every row is in exactly one state.
    pub fn balances(&self) -> bool {
        let counted = self.accepted + self.not_held + self.rejected;
        self.read == counted + self.duplicate + self.superseded + self.excluded
    }
}

impl Sum for RowAccount {
    fn sum<I: Iterator<Item = RowAccount>>(accounts: I) -> RowAccount {
        accounts.fold(RowAccount::default(), RowAccount::plus)
    }
}
