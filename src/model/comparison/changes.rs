//! Which figures moved since the last published run, and because of which submission.

use crate::model::section::{Direction, Kind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Delegations, people, person-days in half days, đồng.
pub type Measures = [i64; 4];

/// A kind and a direction, in the order of their tables.
pub type Part = (Kind, Direction);

/// What a submission adds to the figures, as the history keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    pub path: String,
    pub digest: String,
    /// By kind and direction: `"plan outbound"`.
    pub figures: BTreeMap<String, Measures>,
}

/// What a run was made with beside its submissions, as the history keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sources {
    /// Version and build of the program.
    pub program: String,
    /// Digests of settings, register and vocabulary, by name.
    pub files: BTreeMap<String, String>,
    /// Decisions that applied, as they are named, with the paths of the submissions concerned.
    pub decisions: BTreeMap<String, Vec<String>>,
}

/// What made the same submission count otherwise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// A decision that was made, changed or withdrawn.
    Decision(String),
    /// Another submission of the department.
    Submission(String),
    /// A file of the workspace.
    File(String),
    /// Another program: then and now.
    Program(String, String),
}

/// Why a figure moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// A submission that the last run did not have.
    New,
    /// The same path with another content.
    Replaced,
    /// The same content, counted otherwise: a later version, a decision, a word that is now known.
    Recounted,
    /// A submission that is no longer there.
    Gone,
}

/// A submission that moved a figure, or that came, changed or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    pub path: String,
    pub why: Why,
    /// What it adds now less what it added then; empty where it moved no figure.
    pub moved: Vec<(Part, Measures)>,
    /// What made the same content count otherwise; nothing where the last run did not write it down.
    pub because: Vec<Because>,
}

/// This run against the last published one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The day that the last run took for today.
    pub since: String,
    /// All four parts: then and now.
    pub figures: Vec<(Part, Measures, Measures)>,
    /// By path; none where the last run did not write down what its submissions added.
    pub causes: Option<Vec<Cause>>,
    /// What each department was told then, as digests by slug.
    pub heard: Option<BTreeMap<String, String>>,
}

impl Changes {
    /// The parts of which a figure moved.
    pub fn moved(&self) -> impl Iterator<Item = &(Part, Measures, Measures)> {
        self.figures.iter().filter(|(_, before, now)| before != now)
    }
}

/// All pairs of kind and direction.
pub fn parts() -> impl Iterator<Item = Part> {
    let directions = |kind| Direction::ALL.map(|direction| (kind, direction));
    Kind::ALL.into_iter().flat_map(directions)
}
