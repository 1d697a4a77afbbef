//! What the next run does about one that was killed: it ends what had begun to appear and clears the rest.

use super::files::{aside, sync_folder};
use super::journal::Journal;
use super::staging::{STAGING, remove};
use super::{Outputs, at};
use crate::publish::PublishError;
use crate::publish::history::{self, Entry, History};
use std::fs;

impl Outputs {
    /// A run whose journal stands had written all its campaigns: they appear now, and the history
    /// has them. A run without one had changed nothing yet: what it left is removed.
    pub(super) fn recover(&self) -> Result<(), PublishError> {
        if let Some((journal, entries)) = Journal::left(&self.root)? {
            let history = History::read(&self.root)?;
            for entry in &entries {
                self.end(entry)?;
            }
            let is_missing = |entry: &&Entry| !history.has(entry);
            let missing: Vec<&Entry> = entries.iter().filter(is_missing).collect();
            history::append(&self.root, &missing)?;
            for entry in &entries {
                self.put_away(entry.year, &history)?;
            }
            journal.remove()?;
        }
        for entry in fs::read_dir(&self.root).map_err(at(&self.root))?.flatten() {
            if entry.file_name().to_string_lossy().starts_with(STAGING) {
                remove(&entry.path()).map_err(at(&entry.path()))?;
            }
        }
        Ok(())
    }

    /// Lets a campaign of the journal appear, wherever it was stopped.
    fn end(&self, entry: &Entry) -> Result<(), PublishError> {
        let (stage, target) = (self.staging(entry.year), self.year(entry.year));
        let aside = aside(&stage);
        let stands = |path: &std::path::Path| path.symlink_metadata().is_ok();
        if stands(&aside) {
            // Stopped inside an exchange in three steps: the free name gets what stood there.
            let to = if stands(&target) { &stage } else { &target };
            fs::rename(&aside, to).map_err(at(to))?;
            sync_folder(&self.root).map_err(at(&self.root))?;
        }
        // A staging folder that holds anything else is what was there before.
        if self.holds(&stage, &entry.outputs) {
            self.appear(entry.year)?;
        }
        Ok(())
    }
}
