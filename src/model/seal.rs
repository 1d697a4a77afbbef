//! A sealed campaign (chốt số liệu): what came after the seal, and the difference that it would make.

use super::section::{Direction, Kind};

/// What happened to a submission after the seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AfterSeal {
    Added,
    Changed,
    Removed,
}

impl AfterSeal {
    /// The code in machine outputs.
    pub fn code(self) -> &'static str {
        match self {
            AfterSeal::Added => "added",
            AfterSeal::Changed => "changed",
            AfterSeal::Removed => "removed",
        }
    }
}

/// A submission that is not as it was sealed. It moves no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addendum {
    pub path: String,
    pub what: AfterSeal,
    /// Index into the dataset's departments; `None` for a body that the sealed year does not know.
    pub department: Option<u32>,
    /// Day of the first published run that had the content; empty for what is gone.
    pub first_seen: String,
}

/// Figures of one table of one body as they would be, less as they are sealed.
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

/// What the seal keeps out of the figures of a campaign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sealed {
    /// By path.
    pub addenda: Vec<Addendum>,
    /// By department, kind and direction; tables whose figures would stay are absent.
    pub differences: Vec<Difference>,
}

impl Sealed {
    /// Inputs and figures are those of the seal.
    pub fn is_empty(&self) -> bool {
        self.addenda.is_empty() && self.differences.is_empty()
    }
}
