//! What people edited in a published folder: found, and kept under `edited/<year>/`, never overwritten.

use super::files::{create_folder, digest, free_name, list};
use super::staging::remove;
use super::{Outputs, at};
use crate::publish::PublishError;
use crate::publish::history::History;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Under OUTPUTS: what people edited in published folders.
const EDITED: &str = "edited";

impl Outputs {
    fn edited(&self, year: i32) -> PathBuf {
        self.root.join(EDITED).join(year.to_string())
    }

    /// Puts the folder that a campaign replaced away: what people edited in it is kept, the rest is
    /// in the history of published runs and goes.
    pub(super) fn put_away(&self, year: i32, history: &History) -> Result<(), PublishError> {
        let old = self.staging(year);
        if old.symlink_metadata().is_err() {
            return Ok(());
        }
        for name in edited_in(&old, year, history).map_err(at(&old))? {
            let folder = self.edited(year);
            let to = free_name(&folder.join(&name));
            create_folder(to.parent().unwrap_or(&folder)).map_err(at(&folder))?;
            fs::rename(old.join(&name), &to).map_err(at(&to))?;
        }
        remove(&old).map_err(at(&old))
    }
}

/// Files of a folder that no published run of the year had written.
fn edited_in(folder: &Path, year: i32, history: &History) -> io::Result<Vec<String>> {
    let mut edited = Vec::new();
    for name in list(folder)? {
        let path = folder.join(&name);
        // A link or a pipe that someone put there is none of ours, and not opened.
        let own = path.symlink_metadata()?.is_file() && {
            let digest = digest(&fs::read(&path)?);
            history
                .of_year(year)
                .any(|entry| entry.outputs.get(&name) == Some(&digest))
        };
        if !own {
            edited.push(name);
        }
    }
    Ok(edited)
}
