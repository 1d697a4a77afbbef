//! The folder of a frozen year: made beside and moved into place whole, removed at once.

use super::error::Error;
use super::files::{STAGING, remove, write_new};
use super::frozen::{self, FrozenYear};
use super::outputs::Outputs;
use crate::system;
use std::fs;
use std::io;
use std::path::PathBuf;

impl Outputs {
    fn freezing(&self, year: i32) -> PathBuf {
        self.root.join(format!("{STAGING}freeze-{year}"))
    }

    /// Freezes a year, with what is kept of it, by name.
    ///
    /// # Errors
    /// When it cannot be written, or `stopped` said so; the year is not frozen then.
    pub fn freeze(
        &self,
        record: &FrozenYear,
        contents: &[(PathBuf, Vec<u8>)],
        stopped: &dyn Fn() -> bool,
    ) -> Result<(), Error> {
        let stage = self.freezing(record.year);
        let written = self.write_frozen(record, contents, stopped);
        if written.is_err() {
            // What cannot be removed now the next run clears.
            let _ = remove(&stage);
        }
        written
    }

    fn write_frozen(
        &self,
        record: &FrozenYear,
        contents: &[(PathBuf, Vec<u8>)],
        stopped: &dyn Fn() -> bool,
    ) -> Result<(), Error> {
        let stage = self.freezing(record.year);
        system::create_folder(&stage).map_err(Error::io(&stage))?;
        for (name, bytes) in contents {
            if stopped() {
                return Err(Error::Interrupted {
                    path: self.root.clone(),
                });
            }
            let path = stage.join(name);
            let parent = path.parent().unwrap_or(&stage);
            system::create_folder(parent).map_err(Error::io(parent))?;
            write_new(&path, bytes).map_err(Error::io(&path))?;
            system::sync_folder(parent).map_err(Error::io(parent))?;
        }
        let path = stage.join(frozen::RECORD);
        serde_json::to_vec_pretty(record)
            .map_err(io::Error::from)
            .and_then(|bytes| write_new(&path, &bytes))
            .and_then(|()| system::sync_folder(&stage))
            .map_err(Error::io(&path))?;
        let folder = frozen::folder(&self.root);
        let target = folder.join(record.year.to_string());
        system::create_folder(&folder)
            .and_then(|()| system::rename(&stage, &target))
            .and_then(|()| system::sync_folder(&folder))
            .map_err(Error::io(&target))
    }

    /// Opens a frozen year again: its copies go.
    ///
    /// # Errors
    /// When it cannot be moved; it stays frozen then.
    pub fn unfreeze(&self, year: i32) -> Result<(), Error> {
        let folder = frozen::folder(&self.root);
        let target = folder.join(year.to_string());
        let stage = self.freezing(year);
        system::rename(&target, &stage)
            .and_then(|()| system::sync_folder(&folder))
            .map_err(Error::io(&target))?;
        let _ = remove(&stage);
        let _ = fs::remove_dir(&folder);
        Ok(())
    }
}
