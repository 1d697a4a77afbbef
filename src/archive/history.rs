//! `history.jsonl`: one line per published run, the only place under OUTPUTS that holds times.

use super::error::Error;
use super::files::read_unlinked;
use super::manifest::Manifest;
use crate::model::comparison::{Contribution, Sources};
use crate::model::submission::FirstSight;
use crate::system;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// One published run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// Time of publishing, RFC 3339, UTC.
    pub when: String,
    /// The day that the run took for today.
    pub as_of: String,
    pub year: i32,
    pub run_id: String,
    pub input_digest: String,
    /// Exit code of the run.
    pub exit: u8,
    pub totals: Value,
    /// Digests of submissions that no earlier run of this year had.
    pub first_seen: Vec<String>,
    /// What was published, by name.
    pub outputs: Manifest,
    /// What each submission added to the figures; runs of early versions did not write it down.
    #[serde(default)]
    pub submissions: Option<Vec<Contribution>>,
    /// What each department was told, as digests by slug.
    #[serde(default)]
    pub heard: Option<BTreeMap<String, String>>,
    /// What it was made with beside its submissions.
    #[serde(default)]
    pub sources: Option<Sources>,
}

/// What happened to a year beside its runs: it was frozen, or opened again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Event {
    /// RFC 3339, UTC.
    pub when: String,
    /// The day that the command took for today.
    pub as_of: String,
    pub year: i32,
    /// `freeze` or `reopen`.
    pub event: String,
    /// The run whose figures are concerned.
    pub run_id: String,
}

impl Entry {
    fn is_after(&self, deadline: Option<Date>) -> bool {
        let day: Option<Date> = self.as_of.parse().ok();
        day.zip(deadline)
            .is_some_and(|(day, deadline)| day >= deadline)
    }
}

/// All runs that were published into an OUTPUTS folder, oldest first.
#[derive(Debug, Clone, Default)]
pub struct History {
    entries: Vec<Entry>,
    events: Vec<Event>,
    /// Published files that someone edited, kept beside the history, by year.
    pub kept: BTreeMap<i32, Vec<String>>,
}

impl History {
    /// Reads the history; lines that are no entry (a torn last line) are passed over.
    ///
    /// # Errors
    /// When the file exists and cannot be read.
    pub fn read(root: &Path) -> Result<History, Error> {
        let path = root.join("history.jsonl");
        match read_unlinked(&path) {
            Ok(bytes) => {
                let lines = || bytes.split(|byte| *byte == b'\n');
                Ok(History {
                    entries: lines()
                        .filter_map(|line| serde_json::from_slice(line).ok())
                        .collect(),
                    events: lines()
                        .filter_map(|line| serde_json::from_slice(line).ok())
                        .collect(),
                    ..History::default()
                })
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(History::default()),
            Err(error) => Err(Error::io(&path)(error)),
        }
    }

    /// When a year was frozen last.
    pub fn frozen(&self, year: i32) -> Option<&Event> {
        let events = self.events.iter().rev();
        events
            .filter(|event| event.year == year)
            .find(|event| event.event == "freeze")
    }

    /// Years of which a run was published.
    pub fn years(&self) -> BTreeSet<i32> {
        self.entries.iter().map(|entry| entry.year).collect()
    }

    /// The runs of a year, oldest first.
    pub fn of_year(&self, year: i32) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.year == year)
    }

    /// Whether it has this very line.
    pub fn has(&self, entry: &Entry) -> bool {
        let same = |other: &&Entry| other.when == entry.when && other.run_id == entry.run_id;
        self.of_year(entry.year).any(|other| same(&other))
    }

    /// When each content of a year was first seen; late if a run on or after the deadline lacked it.
    pub fn first_sights(&self, year: i32, deadline: Option<Date>) -> BTreeMap<String, FirstSight> {
        let mut first_sights: BTreeMap<String, FirstSight> = BTreeMap::new();
        let mut late = false;
        for entry in self.of_year(year) {
            for digest in &entry.first_seen {
                let first_sight = FirstSight {
                    first_seen: entry.as_of.clone(),
                    late,
                };
                first_sights.entry(digest.clone()).or_insert(first_sight);
            }
            late |= entry.is_after(deadline);
        }
        first_sights
    }

    /// Some published run of the year stood on or after the deadline: what is new now is late.
    pub fn lacked_after(&self, year: i32, deadline: Option<Date>) -> bool {
        self.of_year(year).any(|entry| entry.is_after(deadline))
    }

    /// Digests that some published run of the year had.
    pub fn seen(&self, year: i32) -> BTreeSet<&str> {
        self.of_year(year)
            .flat_map(|entry| entry.first_seen.iter().map(String::as_str))
            .collect()
    }
}

/// Appends lines in one write. A torn line before them is closed first; where they cannot be written
/// whole, what was written of them is taken back.
///
/// # Errors
/// When the file cannot be written.
pub fn append(root: &Path, lines: &[&impl Serialize]) -> Result<(), Error> {
    if lines.is_empty() {
        return Ok(());
    }
    let path = root.join("history.jsonl");
    let fail = Error::io(&path);
    let mut text = if is_torn(&path).map_err(&fail)? {
        vec![b'\n']
    } else {
        Vec::new()
    };
    for line in lines {
        serde_json::to_writer(&mut text, line).map_err(|error| fail(error.into()))?;
        text.push(b'\n');
    }
    let mut file = system::open_to_append(&path).map_err(&fail)?;
    let before = file.metadata().map_err(&fail)?.len();
    let written = file.write_all(&text).and_then(|()| file.sync_all());
    if written.is_err() {
        // Windows lets nobody cut through what was opened to append.
        let _ = system::open_to_change(&path).and_then(|file| file.set_len(before));
    }
    written.map_err(&fail)
}

/// Whether the file ends inside a line.
fn is_torn(path: &Path) -> io::Result<bool> {
    let mut file = match system::open_unlinked(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        file => file?,
    };
    if file.metadata()?.len() == 0 {
        return Ok(false);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last != *b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn entry(run_id: &str) -> Entry {
        Entry {
            when: "2020-11-11T00:00:00Z".into(),
            as_of: "2020-11-11".into(),
            year: 2021,
            run_id: run_id.into(),
            input_digest: String::new(),
            exit: 0,
            totals: Value::Null,
            first_seen: vec![format!("digest of {run_id}")],
            outputs: Manifest::new(),
            submissions: None,
            heard: None,
            sources: None,
        }
    }

    #[test]
    fn a_torn_last_line_loses_only_itself() {
        let dir = tempfile::tempdir().unwrap();
        append(dir.path(), &[&entry("a")]).unwrap();
        let path = dir.path().join("history.jsonl");
        let whole = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("{whole}{}", &whole[..40])).unwrap();
        append(dir.path(), &[&entry("b")]).unwrap();
        let history = History::read(dir.path()).unwrap();
        let runs: Vec<_> = history
            .of_year(2021)
            .map(|entry| entry.run_id.as_str())
            .collect();
        assert_eq!(runs, ["a", "b"]);
        assert!(history.seen(2021).contains("digest of b"));
        assert_eq!(history.of_year(2020).count(), 0);
    }
}
