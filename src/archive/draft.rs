//! A campaign while it is written beside its place: each file goes down to the disk while others are made.

use super::disk::Disk;
use super::error::Error;
use super::files::{fill_new, remove};
use super::manifest::{Manifest, digest, shortened};
use super::outputs::Outputs;
use crate::system;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write};
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

/// A file of a draft while it is made.
#[derive(Debug)]
pub struct DraftFile<'d> {
    draft: &'d Draft,
    name: &'static str,
    path: PathBuf,
    file: File,
    hasher: blake3::Hasher,
    /// Bytes that the disk was not asked to take yet.
    unflushed: usize,
}

/// Bytes of a file that are written before the disk is asked to take them.
const FLUSHED: usize = 32 << 20;

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

    /// Begins a file that is too large to be held in memory: it is written while it is made.
    ///
    /// # Errors
    /// When it cannot be made, or the run was stopped.
    pub fn begin(&self, name: &'static str) -> Result<DraftFile<'_>, Error> {
        self.go_on()?;
        let path = self.folder.join(name);
        self.create_parent(&path)?;
        Ok(DraftFile {
            draft: self,
            name,
            file: fill_new(&path, &[]).map_err(Error::io(&path))?,
            path,
            hasher: blake3::Hasher::new(),
            unflushed: 0,
        })
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

impl DraftFile<'_> {
    /// Everything is written.
    ///
    /// # Errors
    /// When the disk refuses it at once.
    pub fn finish(self) -> Result<(), Error> {
        let digest = shortened(&self.hasher.finalize());
        let mut written = self.draft.written();
        written.manifest.insert(self.name.to_string(), digest);
        drop(written);
        self.draft.disk.flush(self.path, self.file)
    }
}

impl Write for DraftFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.update(bytes);
        self.file.write_all(bytes)?;
        self.unflushed += bytes.len();
        if self.unflushed >= FLUSHED {
            self.unflushed = 0;
            // The disk takes what is there while more is made.
            let flushed = (self.draft.disk).flush(self.path.clone(), self.file.try_clone()?);
            flushed.map_err(io::Error::other)?;
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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
