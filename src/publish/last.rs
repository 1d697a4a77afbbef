//! What the last whole run saw and how it ended, so that the next one can tell that nothing is new.

use super::PublishError;
use super::folder::write_whole;
use super::history::History;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The end of a run over all its campaigns. It holds no time, and nothing is lost with it: without
/// it the next run reads everything again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Last {
    /// Digest of everything that the run depended on, its own history included.
    pub state: String,
    /// Campaigns of the run.
    pub years: Vec<i32>,
    /// Its exit code.
    pub exit: u8,
    /// What it asked a person for, in its own language; a line per campaign that needs one.
    pub asked: Vec<String>,
    /// Where its inputs lay.
    pub inputs: PathBuf,
}

fn path(root: &Path) -> PathBuf {
    root.join(".tonghop-last.json")
}

/// The last run; `None` where there was none or it is not known.
pub fn read(root: &Path) -> Option<Last> {
    serde_json::from_slice(&fs::read(path(root)).ok()?).ok()
}

/// Remembers a run.
///
/// # Errors
/// When it cannot be written.
pub fn write(root: &Path, last: &Last) -> Result<(), PublishError> {
    let path = path(root);
    let bytes = serde_json::to_vec(last).map_err(io::Error::from);
    let written = bytes.and_then(|bytes| write_whole(&path, &bytes));
    written.map_err(|error| PublishError {
        file: path.display().to_string(),
        reason: error.to_string(),
    })
}

/// Digest of the inputs together with what OUTPUTS adds to a run: its history, and files kept aside.
///
/// # Errors
/// When the history cannot be read.
pub fn state(
    root: &Path,
    inputs: &blake3::Hash,
    history: &History,
) -> Result<String, PublishError> {
    let path = root.join("history.jsonl");
    let bytes = match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(error) => {
            return Err(PublishError {
                file: path.display().to_string(),
                reason: error.to_string(),
            });
        }
        Ok(bytes) => bytes,
    };
    let mut hasher = blake3::Hasher::new();
    hasher.update(inputs.as_bytes());
    hasher.update(blake3::hash(&bytes).as_bytes());
    hasher.update(format!("{:?}", history.kept).as_bytes());
    Ok(hasher.finalize().to_hex().to_string())
}
