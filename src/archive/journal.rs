//! What a run is about to publish, written down first: a run that is killed between the first
//! exchange and the history is ended by the next one.

use super::error::Error;
use super::files::write_whole;
use super::history::Entry;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The journal of a run that is being published.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
}

/// What stands in an OUTPUTS folder when a run begins.
#[derive(Debug)]
pub enum Left {
    Nothing,
    /// A run was killed while these appeared.
    Entries(Journal, Vec<Entry>),
    /// The tool writes a journal whole or not at all: the disk or a person changed this one.
    Unreadable(Journal),
}

impl Journal {
    fn in_folder(root: &Path) -> Journal {
        Journal {
            path: root.join(".tonghop-publishing.json"),
        }
    }

    /// Writes down what is staged and about to appear.
    pub fn write(root: &Path, entries: &[&Entry]) -> Result<Journal, Error> {
        let journal = Journal::in_folder(root);
        let bytes = serde_json::to_vec(entries).map_err(io::Error::from);
        bytes
            .and_then(|bytes| write_whole(&journal.path, &bytes))
            .map_err(Error::io(&journal.path))?;
        Ok(journal)
    }

    /// The journal that a killed run left.
    ///
    /// # Errors
    /// When it is there and cannot be read from the disk.
    pub fn left(root: &Path) -> Result<Left, Error> {
        let journal = Journal::in_folder(root);
        match fs::read(&journal.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Left::Nothing),
            Err(error) => Err(Error::io(&journal.path)(error)),
            Ok(bytes) => Ok(match serde_json::from_slice(&bytes) {
                Ok(entries) => Left::Entries(journal, entries),
                Err(_) => Left::Unreadable(journal),
            }),
        }
    }

    /// Everything that it says is done.
    pub fn remove(self) -> Result<(), Error> {
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(Error::io(&self.path)(error))
            }
            _ => Ok(()),
        }
    }
}
