//! Why a command could not do its work.

use crate::archive;
use crate::model::content::Changed;
use crate::outputs;
use crate::show::clean::clean;
use crate::summarise::SummaryError;
use std::fmt::Display;
use std::path::Path;

/// The work could not be done; nothing was changed. Exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(pub String);

impl Failure {
    /// A failure at a path.
    pub fn file(path: &Path, reason: impl Display) -> Failure {
        let path = path.display().to_string();
        Failure(format!("{}: {reason}", clean(&path)))
    }

    /// Several failures as one, a line each.
    pub fn many(failures: &[Failure]) -> Failure {
        let lines: Vec<&str> = failures.iter().map(|failure| failure.0.as_str()).collect();
        Failure(lines.join("\n"))
    }
}

impl From<archive::Error> for Failure {
    fn from(error: archive::Error) -> Self {
        Failure(error.to_string())
    }
}

impl From<outputs::Error> for Failure {
    fn from(error: outputs::Error) -> Self {
        Failure(error.to_string())
    }
}

impl From<Changed> for Failure {
    fn from(changed: Changed) -> Self {
        Failure(clean(&changed.to_string()).into_owned())
    }
}

impl From<SummaryError> for Failure {
    fn from(error: SummaryError) -> Self {
        Failure(error.to_string())
    }
}
