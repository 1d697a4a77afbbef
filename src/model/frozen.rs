//! A frozen campaign (chốt số liệu): what came after, and the difference that it would make.

use super::section::{Direction, Kind};

/// What happened to a submission after the figures were frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AfterFreeze {
    Added,
    Changed,
    Removed,
}

impl AfterFreeze {
    /// The code in machine outputs.
    pub fn code(self) -> &'static str {
        match self {
            AfterFreeze::Added => "added",
            AfterFreeze::Changed => "changed",
            AfterFreeze::Removed => "removed",
        }
    }
}

/// A submission that is not as it was frozen. It moves no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addendum {
    pub path: String,
    pub what: AfterFreeze,
    /// Index into the dataset's departments; `None` for a body that the frozen year does not know.
    pub department: Option<u32>,
    /// Day of the first published run that had the content; empty for what is gone.
    pub first_seen: String,
}

/// Figures of one table of one body as they would be, less as they are frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub department: Option<u32>,
    pub slug: String,
    pub name: String,
    pub kind: Kind,
    pub direction: Direction,
    pub delegations: i64,
    pub people: i64,
}

/// What came after a campaign was frozen and is in none of its figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frozen {
    /// By path.
    pub addenda: Vec<Addendum>,
    /// By department, kind and direction; tables whose figures would stay are absent.
    pub differences: Vec<Difference>,
}

impl Frozen {
    /// Inputs and figures are as they were frozen.
    pub fn is_empty(&self) -> bool {
        self.addenda.is_empty() && self.differences.is_empty()
    }
}
