//! The submission ledger: what each department owed, and what became of it.

use super::section::{Direction, Kind};

/// State of one owed table in the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LedgerState {
    /// Nộp.
    Submitted,
    /// Không phát sinh.
    Nil,
    /// An empty table without words that say so.
    NilUnconfirmed,
    /// Chưa nộp.
    Missing,
    /// Không đọc được.
    Unreadable,
}

impl LedgerState {
    /// The code in `submissions.csv`.
    pub fn code(self) -> &'static str {
        match self {
            LedgerState::Submitted => "submitted",
            LedgerState::Nil => "nil",
            LedgerState::NilUnconfirmed => "nil_unconfirmed",
            LedgerState::Missing => "missing",
            LedgerState::Unreadable => "unreadable",
        }
    }
}

/// One line of the submission ledger.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LedgerLine {
    /// Index into [`Dataset::departments`](super::dataset::Dataset::departments); `None` for a file passed over outside any folder.
    pub department: Option<u32>,
    /// `None` on a line about a file as a whole (unreadable, duplicate, ignored).
    pub direction: Option<Direction>,
    pub kind: Option<Kind>,
    /// A [`LedgerState`] code, or `superseded`, `duplicate`, `ignored`.
    pub state: &'static str,
    pub late: bool,
    /// Paths, sorted.
    pub files: Vec<String>,
    pub rows: u64,
    pub accepted: u64,
    pub rejected: u64,
    pub errors: u64,
    pub warnings: u64,
    /// Day of the first published run that had the content.
    pub first_seen: String,
    pub superseded_by: String,
    /// Reason, in the language of the run.
    pub note: String,
}
