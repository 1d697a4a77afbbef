//! Departments counted by what came from them.

use super::dataset::Dataset;
use super::ledger::LedgerState;
use std::collections::{BTreeMap, BTreeSet};

/// Departments by what came from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Departments {
    /// Sent at least one row.
    pub submitted: u64,
    /// Sent nothing but nil returns, confirmed or not.
    pub nil: u64,
    /// Owe a table and sent nothing that can be read.
    pub missing: u64,
    /// Sent something after a run on or after the deadline had lacked it.
    pub late: u64,
}

/// Counts departments by what the ledger says of them.
pub fn count_departments(dataset: &Dataset) -> Departments {
    let mut states: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
    let mut late = BTreeSet::new();
    for line in &dataset.ledger {
        let Some(department) = line.department else {
            continue;
        };
        states.entry(department).or_default().insert(line.state);
        if line.late {
            late.insert(department);
        }
    }
    let mut counts = Departments {
        late: late.len() as u64,
        ..Departments::default()
    };
    for states in states.values() {
        let has = |state: LedgerState| states.contains(state.code());
        if has(LedgerState::Submitted) {
            counts.submitted += 1;
        } else if has(LedgerState::Nil) || has(LedgerState::NilUnconfirmed) {
            counts.nil += 1;
        } else if has(LedgerState::Missing) {
            counts.missing += 1;
        }
    }
    counts
}
