//! What became of a delegation.

use serde::Serialize;

/// What became of a delegation, where the row says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Done,
    Postponed,
    Cancelled,
    Online,
}

impl Status {
    pub const ALL: [Status; 4] = [
        Status::Done,
        Status::Postponed,
        Status::Cancelled,
        Status::Online,
    ];

    /// The code in every machine output.
    pub fn code(self) -> &'static str {
        match self {
            Status::Done => "done",
            Status::Postponed => "postponed",
            Status::Cancelled => "cancelled",
            Status::Online => "online",
        }
    }

    /// The status of a code.
    pub fn from_code(code: &str) -> Option<Status> {
        Status::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Postponed, cancelled or held online: in no figure.
    pub fn is_not_held(self) -> bool {
        self != Status::Done
    }
}
