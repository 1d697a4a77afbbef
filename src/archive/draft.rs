//! A campaign while it is written beside its place: each file goes down to the disk while others are made.

use super::disk::Disk;
use super::error::Error;
use super::files::{fill_new, remove};
use super::manifest::{Manifest, digest};
use super::outputs::Outputs;
use crate::system;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A campaign beside its place. It is removed again, unless a journal has it.
#[derive(Debug)]
pub struct Draft {
    folder: PathBuf,
    written: Mutex<Written>,
    disk: Arc<Disk>,
    /// Asked before each file.
    is_stopped: fn() -> bool,
    is_handed_over: AtomicBool,
}

#[derive(Debug, Default)]
struct Written {
    manifest: Manifest,
    folders: BTreeSet<PathBuf>,
}

impl Outputs {
    /// Begins a campaign. No file of it is begun once `is_stopped` says so.
    ///
    /// # Errors
    /// When its folder cannot be made.
    pub fn draft(&self, year: i32, is_stopped: fn() -> bool) -> Result<Draft, Error> {
        let folder = self.staging(year);
        system::create_folder(&folder).map_err(Error::io(&folder))?;
        let written = Written {
            folders: BTreeSet::from([folder.clone()]),
            ..Written::default()
        };
        Ok(Draft {
            folder,
            written: Mutex::new(written),
            disk: Arc::clone(&self.disk),
            is_stopped,
            is_handed_over: AtomicBool::new(false),
        })
    }
}

impl Draft {
    /// Writes a file; from any thread.
    ///
    /// # Errors
    /// When it cannot be written, or the run was stopped.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        self.go_on()?;
        let path = self.folder.join(name);
        self.create_parent(&path)?;
        let file = fill_new(&path, bytes).map_err(Error::io(&path))?;
        let digest = digest(bytes);
        self.written().manifest.insert(name.to_string(), digest);
        self.disk.flush(path, file)
    }

    /// Digests of what was written, by name.
    pub fn manifest(&self) -> Manifest {
        self.written().manifest.clone()
    }

    fn create_parent(&self, path: &Path) -> Result<(), Error> {
        let parent = path.parent().unwrap_or(&self.folder);
        // Under the lock: nobody writes into a folder that is not there yet.
        let mut written = self.written();
        if written.folders.insert(parent.to_path_buf()) {
            system::create_folder(parent).map_err(Error::io(parent))?;
        }
        Ok(())
    }

    fn go_on(&self) -> Result<(), Error> {
        let root = self.folder.parent().unwrap_or(&self.folder);
        match (self.is_stopped)() {
            true => Err(Error::Interrupted {
                path: root.to_path_buf(),
            }),
            false => Ok(()),
        }
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the disk has all of it, and of the campaigns beside it.
    pub(super) fn settle(&self) -> Result<(), Error> {
        self.go_on()?;
        self.disk.wait()?;
        let sync = |folder: &PathBuf| system::sync_folder(folder).map_err(Error::io(folder));
        // The deepest first: a name is on the disk before the folder that it leads to.
        self.written().folders.iter().rev().try_for_each(sync)
    }

    /// What stands in the folder is the journal's from now on.
    pub(super) fn hand_over(&self) {
        self.is_handed_over.store(true, Ordering::Relaxed);
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.is_handed_over.load(Ordering::Relaxed) {
            let _ = self.disk.wait();
            // What cannot be removed the next run clears.
            let _ = remove(&self.folder);
        }
    }
}
