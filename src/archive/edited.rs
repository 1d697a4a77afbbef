//! What people edited in a published folder: found, and kept under `edited/<year>/`, never overwritten.

use super::error::Error;
use super::files::{EDITED, STAGING, exists, free_name, list, name_within, remove};
use super::history::History;
use super::outputs::Outputs;
use super::standing::Standing;
use crate::system;
use std::collections::BTreeSet;
use std::path::Path;

impl Outputs {
    /// Files of a campaign that people edited: those kept already, and those that the next publishing
    /// will keep, with the names that they will have; `standing` is what stands in its folder.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn kept(
        &self,
        year: i32,
        standing: &Standing,
        history: &History,
    ) -> Result<Vec<String>, Error> {
        let folder = self.edited(year);
        let mut kept = BTreeSet::new();
        if folder.is_dir() {
            kept.extend(list(&folder).map_err(Error::io(&folder))?);
        }
        for name in standing.edited(year, history) {
            let to = free_name(&folder.join(name));
            kept.insert(name_within(&folder, &to));
        }
        let shown = kept.iter().map(|name| format!("{EDITED}/{year}/{name}"));
        Ok(shown.collect())
    }

    /// Puts the folder that a campaign replaced away: what people edited in it is kept, the rest is
    /// in the history of published runs and goes.
    pub(super) fn put_away(&self, year: i32, history: &History) -> Result<(), Error> {
        let old = self.staging(year);
        match old.symlink_metadata() {
            Err(_) => return Ok(()),
            // Somebody's file where the folder of a year belongs, or a link: what it leads to is not ours.
            Ok(metadata) if !metadata.is_dir() => return self.keep_whole(&old),
            Ok(_) => {}
        }
        let standing = Standing::of(&old).map_err(Error::io(&old))?;
        for name in standing.edited(year, history) {
            let folder = self.edited(year);
            let to = free_name(&folder.join(name));
            system::create_folder(to.parent().unwrap_or(&folder)).map_err(Error::io(&folder))?;
            system::rename(&old.join(name), &to).map_err(Error::io(&to))?;
        }
        remove(&old).map_err(Error::io(&old))
    }

    /// Keeps a folder as it is, where nobody can say what of it people edited: no later run may stop
    /// at it, and none may remove it.
    pub(super) fn keep_whole(&self, old: &Path) -> Result<(), Error> {
        if !exists(old) {
            return Ok(());
        }
        let folder = self.root.join(EDITED);
        system::create_folder(&folder).map_err(Error::io(&folder))?;
        let name = old.file_name().unwrap_or_default().to_string_lossy();
        let year = name.trim_start_matches(STAGING);
        let to = free_name(&folder.join(format!("{year} (whole)")));
        system::rename(old, &to).map_err(Error::io(&to))
    }
}
