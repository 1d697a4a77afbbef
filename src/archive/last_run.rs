//! What the last whole run saw and how it ended, so that the next one can tell that nothing is new.

use super::error::Error;
use super::files::{read_unlinked, write_lightly};
use super::history::History;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The end of a run over all its campaigns. It holds no time, and nothing is lost with it: without
/// it the next run reads everything again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastRun {
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
pub fn read(root: &Path) -> Option<LastRun> {
    serde_json::from_slice(&fs::read(path(root)).ok()?).ok()
}

/// Remembers a run. A note that the disk never got, or got torn, is none.
///
/// # Errors
/// When it cannot be written.
pub fn write(root: &Path, last: &LastRun) -> Result<(), Error> {
    let path = path(root);
    let bytes = serde_json::to_vec(last).map_err(io::Error::from);
    let written = bytes.and_then(|bytes| write_lightly(&path, &bytes));
    written.map_err(Error::io(&path))
}

/// Digest of the inputs together with what OUTPUTS adds to a run: its history, and files kept aside.
///
/// # Errors
/// When the history cannot be read.
pub fn state(root: &Path, inputs: &blake3::Hash, history: &History) -> Result<String, Error> {
    let path = root.join("history.jsonl");
    let bytes = match read_unlinked(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
        bytes => bytes.map_err(Error::io(&path))?,
    };
    let mut hasher = blake3::Hasher::new();
    hasher.update(inputs.as_bytes());
    hasher.update(blake3::hash(&bytes).as_bytes());
    hasher.update(format!("{:?}", history.kept).as_bytes());
    for table in strangers(root, history) {
        hasher.update(&fs::read(table).unwrap_or_default());
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// What a run compares with in folders of years that the history does not know, brought from elsewhere.
fn strangers(root: &Path, history: &History) -> Vec<PathBuf> {
    let known = history.years();
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok());
    let mut years: Vec<i32> = names.filter(|year| !known.contains(year)).collect();
    years.sort_unstable();
    let tables = |year: i32| COMPARED.map(|name| root.join(year.to_string()).join(name));
    years.into_iter().flat_map(tables).collect()
}

/// Tables of a published year that a later one reads.
const COMPARED: [&str; 5] = [
    "by_country.csv",
    "by_quarter.csv",
    "by_funding.csv",
    "by_department.csv",
    "delegations.csv",
];
