//! OUTPUTS, held by this process alone, and what lies where in it.

use super::disk::Disk;
use super::error::Error;
use super::files::{EDITED, STAGING};
use super::lock::Lock;
use crate::system;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// OUTPUTS, held by this process alone.
#[derive(Debug)]
pub struct Outputs {
    pub(super) root: PathBuf,
    pub(super) lock: Lock,
    /// One for all campaigns: a hundred of them would have more threads than a process may.
    pub(super) disk: Arc<Disk>,
}

impl Outputs {
    /// Creates OUTPUTS where it is missing, takes its lock, ends what a killed run had begun to
    /// publish and clears what it left. The lock falls with the process that holds it.
    ///
    /// # Errors
    /// When the folder cannot be made or written to, or another run holds the lock.
    pub fn open(root: &Path, holder: &str) -> Result<Outputs, Error> {
        system::create_folder(root).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => no_folder(root),
            _ => Error::io(root)(error),
        })?;
        let outputs = Outputs {
            lock: Lock::take(root, holder)?,
            root: root.to_path_buf(),
            disk: Arc::default(),
        };
        outputs.recover()?;
        Ok(outputs)
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where a campaign is published.
    pub fn year(&self, year: i32) -> PathBuf {
        self.root.join(year.to_string())
    }

    /// Where a campaign is written before it appears, and where the one before it lies afterwards.
    pub(super) fn staging(&self, year: i32) -> PathBuf {
        self.root.join(format!("{STAGING}{year}"))
    }

    /// Where files of a year are kept that people edited.
    pub(super) fn edited(&self, year: i32) -> PathBuf {
        self.root.join(EDITED).join(year.to_string())
    }
}

/// What stands where OUTPUTS should be made.
fn no_folder(root: &Path) -> Error {
    let path = root.to_path_buf();
    match root.is_symlink() {
        true => Error::BrokenLink { path },
        false => Error::NotAFolder { path },
    }
}
