//! What people decided about findings (`decisions.csv`).

/// What a person decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// A warning is explained; a year slip is one.
    Accept,
    /// Two rows are one delegation: it counts once, credited to both departments.
    Same,
    /// Two rows are two delegations.
    Different,
}

impl Verdict {
    /// The verdict of a word in `decisions.csv`.
    pub fn from_code(code: &str) -> Option<Verdict> {
        match code {
            "accept" => Some(Verdict::Accept),
            "same" => Some(Verdict::Same),
            "different" => Some(Verdict::Different),
            _ => None,
        }
    }
}

/// What became of a decision in this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DecisionState {
    /// No finding has this fingerprint any more.
    #[default]
    Stale,
    Applied,
    /// It does not fit the finding: an error cannot be accepted, a single row is not the same as another.
    Unfit,
}

/// One line of `decisions.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Line of the file, from 1.
    pub line: u32,
    pub fingerprint: u64,
    pub verdict: Verdict,
    pub reason: String,
    pub by: String,
    pub date: String,
    pub state: DecisionState,
}
