//! The folder of a seal: made beside and moved into place whole, removed at once.

use super::Outputs;
use super::error::Error;
use super::files::{create_folder, sync_folder, write_new};
use super::staging::{STAGING, remove};
use crate::archive::frozen::{Seal, frozen};
use std::fs;
use std::io;
use std::path::PathBuf;

impl Outputs {
    fn sealing(&self, year: i32) -> PathBuf {
        self.root.join(format!("{STAGING}seal-{year}"))
    }

    /// Writes a seal with what it keeps, by name.
    ///
    /// # Errors
    /// When it cannot be written, or `stopped` said so; there is no seal then.
    pub fn seal(
        &self,
        seal: &Seal,
        contents: &[(PathBuf, Vec<u8>)],
        stopped: &dyn Fn() -> bool,
    ) -> Result<(), Error> {
        let stage = self.sealing(seal.year);
        let written = self.write_seal(seal, contents, stopped);
        if written.is_err() {
            // What cannot be removed now the next run clears.
            let _ = remove(&stage);
        }
        written
    }

    fn write_seal(
        &self,
        seal: &Seal,
        contents: &[(PathBuf, Vec<u8>)],
        stopped: &dyn Fn() -> bool,
    ) -> Result<(), Error> {
        let stage = self.sealing(seal.year);
        create_folder(&stage).map_err(Error::io(&stage))?;
        for (name, bytes) in contents {
            if stopped() {
                return Err(Error::Interrupted {
                    path: self.root.clone(),
                });
            }
            let path = stage.join(name);
            let parent = path.parent().unwrap_or(&stage);
            create_folder(parent).map_err(Error::io(parent))?;
            write_new(&path, bytes).map_err(Error::io(&path))?;
            sync_folder(parent).map_err(Error::io(parent))?;
        }
        let path = stage.join("seal.json");
        let record = serde_json::to_vec_pretty(seal).map_err(io::Error::from);
        record
            .and_then(|bytes| write_new(&path, &bytes))
            .and_then(|()| sync_folder(&stage))
            .map_err(Error::io(&path))?;
        let folder = frozen(&self.root);
        let target = folder.join(seal.year.to_string());
        create_folder(&folder)
            .and_then(|()| fs::rename(&stage, &target))
            .and_then(|()| sync_folder(&folder))
            .map_err(Error::io(&target))
    }

    /// Takes a seal away, copies included.
    ///
    /// # Errors
    /// When it cannot be moved; the seal stands then.
    pub fn unseal(&self, year: i32) -> Result<(), Error> {
        let folder = frozen(&self.root);
        let target = folder.join(year.to_string());
        let stage = self.sealing(year);
        fs::rename(&target, &stage)
            .and_then(|()| sync_folder(&folder))
            .map_err(Error::io(&target))?;
        let _ = remove(&stage);
        let _ = fs::remove_dir(&folder);
        Ok(())
    }
}
