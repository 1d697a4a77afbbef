//! How a run appears under OUTPUTS: beside first, then in one exchange, so that a reader sees one whole run.

mod claim;
mod disk;
mod draft;
mod error;
mod files;
mod journal;
mod kept;
mod lock;
mod recover;
mod sealing;
mod staging;
mod standing;
#[cfg(test)]
mod tests;

pub mod frozen;
pub mod history;
pub mod last_seen;
use disk::Disk;
use files::{create_folder, digest};
use history::{Entry, History};
use journal::Journal;
use lock::Lock;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use draft::Draft;
pub use error::Error;
pub use files::write_lightly;
pub use standing::Standing;

/// Digests of published files by name.
pub type Manifest = BTreeMap<String, String>;

/// A campaign that is to be published.
#[derive(Debug)]
pub struct Run {
    /// Its line of the history.
    pub entry: Entry,
    pub draft: Draft,
}

/// OUTPUTS, held by this process alone.
#[derive(Debug)]
pub struct Outputs {
    root: PathBuf,
    lock: Lock,
    /// One for all campaigns: a hundred of them would have more threads than a process may.
    disk: Arc<Disk>,
}

impl Outputs {
    /// Creates OUTPUTS where it is missing, takes its lock, ends what a killed run had begun to
    /// publish and clears what it left. The lock falls with the process that holds it.
    ///
    /// # Errors
    /// When the folder cannot be made or written to, or another run holds the lock.
    pub fn open(root: &Path, holder: &str) -> Result<Outputs, Error> {
        create_folder(root).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => no_folder(root),
            _ => Error::io(root)(error),
        })?;
        let lock = Lock::take(root, holder)?;
        let outputs = Outputs {
            root: root.to_path_buf(),
            lock,
            disk: Arc::default(),
        };
        outputs.recover()?;
        Ok(outputs)
    }

    /// Where a campaign is published.
    pub fn year(&self, year: i32) -> PathBuf {
        self.root.join(year.to_string())
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

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
        let journal = Journal::write(&self.root, runs)?;
        runs.iter().for_each(|run| run.draft.hand_over());
        let published = runs
            .iter()
            .try_for_each(|run| self.appear(run.entry.year))
            .and_then(|()| {
                let entries: Vec<&Entry> = runs.iter().map(|run| &run.entry).collect();
                history::append(&self.root, &entries)
            });
        if let Err(error) = published {
            // Nothing was changed after all; what cannot be taken back the next run ends, as the
            // journal says, and until then nothing of either run is removed.
            let mut runs_back = runs.iter().rev().map(|run| self.take_back(run));
            if runs_back.all(|back| back) && journal.remove().is_ok() {
                self.clear_staging(runs);
            }
            return Err(error);
        }
        // Published is published: where an old folder cannot be put away now, the journal stays and
        // the next run tries again.
        let put_away = runs
            .iter()
            .try_for_each(|run| self.put_away(run.entry.year, history));
        put_away.and_then(|()| journal.remove()).or(Ok(()))
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
        holds(&self.year(year), manifest)
    }
}

/// Whether a folder holds exactly the files of a manifest.
fn holds(folder: &Path, manifest: &Manifest) -> bool {
    Standing::of(folder).is_ok_and(|standing| standing.holds(manifest))
}

/// Digests of files about to be published.
pub fn manifest(files: &[(impl AsRef<str> + Sync, Vec<u8>)]) -> Manifest {
    files
        .par_iter()
        .map(|(name, bytes)| (name.as_ref().to_string(), digest(bytes)))
        .collect()
}

/// What stands where OUTPUTS should be made.
fn no_folder(root: &Path) -> Error {
    let path = root.to_path_buf();
    match root.is_symlink() {
        true => Error::BrokenLink { path },
        false => Error::NotAFolder { path },
    }
}
