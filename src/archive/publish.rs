//! How campaigns that lie whole beside their places appear there: all of them, or none.

use super::draft::Draft;
use super::error::Error;
use super::history::{self, Entry, History};
use super::journal::Journal;
use super::manifest::Manifest;
use super::outputs::Outputs;
use super::standing::Standing;

/// A campaign that is to be published.
#[derive(Debug)]
pub struct Run {
    /// Its line of the history.
    pub entry: Entry,
    pub draft: Draft,
}

impl Outputs {
    /// Publishes campaigns that were written beside: all appear, then the history has them. What
    /// people edited in the folders before is kept under `edited/<year>/`.
    ///
    /// # Errors
    /// When anything cannot be written, or a draft was stopped; what was published before then stands
    /// untouched, that of campaigns which had appeared already included.
    pub fn publish(&self, runs: &[Run], history: &History) -> Result<(), Error> {
        if runs.is_empty() {
            return Ok(());
        }
        runs.iter().try_for_each(|run| run.draft.settle())?;
        self.still_held()?;

        let entries: Vec<&Entry> = runs.iter().map(|run| &run.entry).collect();
        self.refuse_in_use(&entries)?;
        let journal = Journal::write(&self.root, &entries)?;
        runs.iter().for_each(|run| run.draft.hand_over());
        if let Err(error) = self.appear_all(&entries) {
            self.take_all_back(&entries, journal);
            return Err(error);
        }

        // Published is published: where an old folder cannot be put away now, the journal stays and
        // the next run tries again.
        let put_away = entries
            .iter()
            .try_for_each(|entry| self.put_away(entry.year, history));
        put_away.and_then(|()| journal.remove()).or(Ok(()))
    }

    fn appear_all(&self, entries: &[&Entry]) -> Result<(), Error> {
        entries
            .iter()
            .try_for_each(|entry| self.appear(entry.year))?;
        history::append(&self.root, entries)
    }

    /// Nothing was changed after all; what cannot be taken back the next run ends, as the journal says,
    /// and until then nothing of either run is removed.
    fn take_all_back(&self, entries: &[&Entry], journal: Journal) {
        let mut back = entries.iter().rev().map(|entry| self.take_back(entry));
        if back.all(|is_back| is_back) && journal.remove().is_ok() {
            self.clear_staging(entries);
        }
    }

    /// Where a file stands for the lock, somebody may have removed it and started another run.
    fn still_held(&self) -> Result<(), Error> {
        match self.lock.stands() {
            true => Ok(()),
            false => Err(Error::LockLost {
                path: self.root.clone(),
            }),
        }
    }

    /// Whether the published folder of a year holds exactly what the manifest says.
    pub fn is_intact(&self, year: i32, manifest: &Manifest) -> bool {
        Standing::is_exactly(&self.year(year), manifest)
    }
}
