//! What the next run does about one that was killed: it ends what had begun to appear and clears the rest.

use super::error::Error;
use super::files::{STAGING, aside, exists, remove};
use super::history::{self, Entry, History};
use super::journal::{Journal, Left};
use super::outputs::Outputs;
use super::standing::Standing;
use crate::system;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

impl Outputs {
    /// A run whose journal stands had written all its campaigns: they appear now, and the history
    /// has them. A run without one had changed nothing yet: what it left is removed.
    pub(super) fn recover(&self) -> Result<(), Error> {
        match Journal::left(&self.root)? {
            Left::Nothing => {}
            Left::Entries(journal, entries) => {
                let history = History::read(&self.root)?;
                for entry in &entries {
                    self.end(entry)?;
                }
                let is_missing = |entry: &&Entry| !history.has(entry);
                let missing: Vec<&Entry> = entries.iter().filter(is_missing).collect();
                history::append(&self.root, &missing)?;
                for entry in &entries {
                    self.put_away(entry.year, &history)
                        .or_else(|_| self.keep_whole(&self.staging(entry.year)))?;
                }
                journal.remove()?;
            }
            Left::Unreadable(journal) => {
                for path in self.left_behind()? {
                    self.keep_whole(&path)?;
                }
                journal.remove()?;
            }
        }
        for path in self.left_behind()? {
            remove(&path).map_err(Error::io(&path))?;
        }
        Ok(())
    }

    /// What a run has made beside the published folders and not removed.
    fn left_behind(&self) -> Result<Vec<PathBuf>, Error> {
        let entries = fs::read_dir(&self.root)
            .map_err(Error::io(&self.root))?
            .flatten();
        let is_ours = |name: &OsStr| name.to_string_lossy().starts_with(STAGING);
        let ours = entries.filter(|entry| is_ours(&entry.file_name()));
        Ok(ours.map(|entry| entry.path()).collect())
    }

    /// Lets a campaign of the journal appear, wherever it was stopped.
    fn end(&self, entry: &Entry) -> Result<(), Error> {
        let (stage, target) = (self.staging(entry.year), self.year(entry.year));
        let aside = aside(&stage);
        if exists(&aside) {
            // Stopped inside an exchange in three steps: the free name gets what stood there.
            let to = if exists(&target) { &stage } else { &target };
            system::rename(&aside, to).map_err(Error::io(to))?;
            system::sync_folder(&self.root).map_err(Error::io(&self.root))?;
        }
        // A staging folder that holds anything else is what was there before.
        if Standing::is_exactly(&stage, &entry.outputs) {
            self.appear(entry.year)?;
        }
        Ok(())
    }
}
