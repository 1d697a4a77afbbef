//! A campaign while it is written beside its place: each file goes down to the disk while others are made.

use super::disk::Disk;
use super::error::Error;
use super::files::{create_folder, digest, digest_of, fill_new, sync_folder};
use super::staging::remove;
use super::{Manifest, Outputs};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Bytes of a growing file that are written before the disk is asked to take them.
const FLUSHED: usize = 32 << 20;

/// A campaign beside its place. It is removed again, unless a journal has it.
#[derive(Debug)]
pub struct Draft {
    folder: PathBuf,
    written: Mutex<Written>,
    disk: Arc<Disk>,
    /// Asked before each file.
    stopped: fn() -> bool,
    handed_over: AtomicBool,
}

#[derive(Debug, Default)]
struct Written {
    manifest: Manifest,
    folders: BTreeSet<PathBuf>,
}

/// A file too large to be held in memory: written while it is made.
#[derive(Debug)]
pub struct Growing<'d> {
    draft: &'d Draft,
    name: &'static str,
    path: PathBuf,
    file: File,
    hasher: blake3::Hasher,
    waiting: usize,
}

impl Outputs {
    /// Begins a campaign. No file of it is begun once `stopped` says so.
    ///
    /// # Errors
    /// When its folder cannot be made.
    pub fn draft(&self, year: i32, stopped: fn() -> bool) -> Result<Draft, Error> {
        let folder = self.staging(year);
        create_folder(&folder).map_err(Error::io(&folder))?;
        let written = Written {
            folders: BTreeSet::from([folder.clone()]),
            ..Written::default()
        };
        Ok(Draft {
            folder,
            written: Mutex::new(written),
            disk: Arc::clone(&self.disk),
            stopped,
            handed_over: AtomicBool::new(false),
        })
    }
}

impl Draft {
    /// Writes a file; from any thread.
    ///
    /// # Errors
    /// When it cannot be written, or the run was stopped.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.place(name)?;
        let file = fill_new(&path, bytes).map_err(Error::io(&path))?;
        self.keep(name, digest(bytes), (path, file))
    }

    /// Begins a file that is written while it is made.
    ///
    /// # Errors
    /// When it cannot be made, or the run was stopped.
    pub fn begin(&self, name: &'static str) -> Result<Growing<'_>, Error> {
        let path = self.place(name)?;
        let file = fill_new(&path, &[]).map_err(Error::io(&path))?;
        Ok(Growing {
            draft: self,
            name,
            path,
            file,
            hasher: blake3::Hasher::new(),
            waiting: 0,
        })
    }

    /// Digests of what was written, by name.
    pub fn manifest(&self) -> Manifest {
        self.written().manifest.clone()
    }

    /// Where a file goes; its folder is there then.
    fn place(&self, name: &str) -> Result<PathBuf, Error> {
        self.go_on()?;
        let path = self.folder.join(name);
        let parent = path.parent().unwrap_or(&self.folder);
        let mut written = self.written();
        if written.folders.insert(parent.to_path_buf()) {
            create_folder(parent).map_err(Error::io(parent))?;
        }
        drop(written);
        Ok(path)
    }

    fn go_on(&self) -> Result<(), Error> {
        let root = self.folder.parent().unwrap_or(&self.folder);
        match (self.stopped)() {
            true => Err(Error::Interrupted {
                path: root.to_path_buf(),
            }),
            false => Ok(()),
        }
    }

    fn keep(&self, name: &str, digest: String, (path, file): (PathBuf, File)) -> Result<(), Error> {
        self.written().manifest.insert(name.to_string(), digest);
        self.disk.flush(path, file)
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until the disk has all of it, and of the campaigns beside it.
    pub(super) fn settle(&self) -> Result<(), Error> {
        self.go_on()?;
        self.disk.wait()?;
        let sync = |folder: &PathBuf| sync_folder(folder).map_err(Error::io(folder));
        // The deepest first: a name is on the disk before the folder that it leads to.
        self.written().folders.iter().rev().try_for_each(sync)
    }

    /// What stands in the folder is the journal's from now on.
    pub(super) fn hand_over(&self) {
        self.handed_over.store(true, Ordering::Relaxed);
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.handed_over.load(Ordering::Relaxed) {
            let _ = self.disk.wait();
            // What cannot be removed the next run clears.
            let _ = remove(&self.folder);
        }
    }
}

impl Growing<'_> {
    /// Writes on.
    ///
    /// # Errors
    /// When the disk is full or fails.
    pub fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.update(bytes);
        self.file.write_all(bytes)?;
        self.waiting += bytes.len();
        if self.waiting >= FLUSHED {
            self.waiting = 0;
            // The disk takes what is there while more is made.
            let flushed = (self.draft.disk).flush(self.path.clone(), self.file.try_clone()?);
            flushed.map_err(io::Error::other)?;
        }
        Ok(())
    }

    /// Everything is written.
    ///
    /// # Errors
    /// When the disk refuses it at once.
    pub fn finish(self) -> Result<(), Error> {
        let digest = digest_of(&self.hasher.finalize());
        self.draft.keep(self.name, digest, (self.path, self.file))
    }
}
