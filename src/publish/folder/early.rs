//! A file too large to be held in memory: written while it is made, and brought to the disk as it grows.

use super::files::{digest_of, fill_new};
use super::staging::STAGING;
use super::{Outputs, at};
use crate::publish::PublishError;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};

/// Bytes that are written before the disk is asked to take them.
const FLUSHED: usize = 32 << 20;

/// A file of a campaign while it is made.
#[derive(Debug)]
pub struct Early {
    written: Written,
    hasher: blake3::Hasher,
    waiting: usize,
    flush: Sender<()>,
}

/// A file of a campaign that stands beside the staging folder, whole. It is removed again unless it
/// is staged.
#[derive(Debug)]
pub struct Written {
    pub name: &'static str,
    /// As the history has it.
    pub digest: String,
    path: PathBuf,
    file: File,
}

impl Outputs {
    /// Begins a file that is written before the others are staged.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn early(&self, year: i32, name: &'static str) -> Result<Early, PublishError> {
        let path = self.root.join(format!("{STAGING}{year}-{name}"));
        let begin = || {
            let file = fill_new(&path, &[])?;
            // Opened anew: a failure that it is told of, the last flush of the file is told of as well.
            let twin = File::open(&path)?;
            let (flush, asked) = channel();
            // The disk takes what is there while more is made; what it refuses the last flush tells.
            let flusher = std::thread::Builder::new();
            let _ = flusher.spawn(move || asked.iter().for_each(|()| drop(twin.sync_data())));
            Ok((file, flush))
        };
        let (file, flush) = begin().map_err(at(&path))?;
        let digest = String::new();
        Ok(Early {
            written: Written {
                name,
                digest,
                path,
                file,
            },
            hasher: blake3::Hasher::new(),
            waiting: 0,
            flush,
        })
    }
}

impl Early {
    /// Writes on.
    ///
    /// # Errors
    /// When the disk is full or fails.
    pub fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hasher.update(bytes);
        self.written.file.write_all(bytes)?;
        self.waiting += bytes.len();
        if self.waiting >= FLUSHED {
            self.waiting = 0;
            // Without the thread the last flush does it all.
            let _ = self.flush.send(());
        }
        Ok(())
    }

    /// Everything is written.
    pub fn finish(mut self) -> Written {
        self.written.digest = digest_of(&self.hasher.finalize());
        self.written
    }
}

impl Written {
    /// Moves it into a staging folder, and gives it to be flushed.
    pub(super) fn stage(&self, stage: &Path) -> Result<(PathBuf, File), PublishError> {
        let path = stage.join(self.name);
        fs::rename(&self.path, &path)
            .and_then(|()| self.file.try_clone())
            .map(|file| (path.clone(), file))
            .map_err(at(&path))
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        // Staged it has another name; what cannot be removed the next run clears.
        let _ = fs::remove_file(&self.path);
    }
}
