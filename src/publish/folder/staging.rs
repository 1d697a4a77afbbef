//! A campaign beside its place: written whole, then exchanged with what was there, or taken back.

use super::files::{aside, create_folder, exchange, fill_new, sync_folder};
use super::{Outputs, Run, at, problem};
use crate::publish::PublishError;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Files that are written before they are flushed together: fewer than a process may have open.
const OPEN_FILES: usize = 128;

/// How the names begin of what a run makes beside the published folders and removes again.
pub const STAGING: &str = ".tonghop-staging-";

impl Outputs {
    /// Where a campaign is written before it appears, and where the one before it lies afterwards.
    pub(super) fn staging(&self, year: i32) -> PathBuf {
        self.root.join(format!("{STAGING}{year}"))
    }

    /// Writes a campaign beside its place, down to the disk.
    pub(super) fn stage(&self, run: &Run, stopped: &dyn Fn() -> bool) -> Result<(), PublishError> {
        let stage = self.staging(run.entry.year);
        create_folder(&stage).map_err(at(&stage))?;
        let mut folders = BTreeSet::from([stage.clone()]);
        for batch in run.files.chunks(OPEN_FILES) {
            let mut open = Vec::with_capacity(batch.len());
            for (name, bytes) in batch {
                if stopped() {
                    return Err(problem(&self.root, &"interrupted; nothing was changed"));
                }
                let path = stage.join(name);
                let parent = path.parent().unwrap_or(&stage);
                if folders.insert(parent.to_path_buf()) {
                    create_folder(parent).map_err(at(parent))?;
                }
                let file = fill_new(&path, bytes).map_err(at(&path))?;
                open.push((path, file));
            }
            // A disk takes many files at once in little more than the time of one.
            let flush = |(path, file): &(PathBuf, fs::File)| file.sync_all().map_err(at(path));
            open.par_iter().try_for_each(flush)?;
        }
        // The deepest first: a name is on the disk before the folder that it leads to.
        folders
            .iter()
            .rev()
            .try_for_each(|folder| sync_folder(folder).map_err(at(folder)))
    }

    /// Lets a staged campaign take its place. The one before it lies in the staging folder then.
    pub(super) fn appear(&self, year: i32) -> Result<(), PublishError> {
        let (stage, target) = (self.staging(year), self.year(year));
        let moved = if target.symlink_metadata().is_ok() {
            exchange(&stage, &target)
        } else {
            fs::rename(&stage, &target)
        };
        moved
            .and_then(|()| sync_folder(&self.root))
            .map_err(at(&target))
    }

    /// Takes a campaign back to its staging folder if it has appeared. `true` if it lies there whole
    /// and nothing else does: the folder may be removed then.
    pub(super) fn take_back(&self, run: &Run) -> bool {
        let (stage, target) = (self.staging(run.entry.year), self.year(run.entry.year));
        if self.holds(&target, &run.entry.outputs) {
            let moved = if stage.symlink_metadata().is_ok() {
                exchange(&stage, &target)
            } else {
                fs::rename(&target, &stage)
            };
            if moved.and_then(|()| sync_folder(&self.root)).is_err() {
                return false;
            }
        }
        let is_apart = aside(&stage).symlink_metadata().is_ok();
        !is_apart && self.holds(&stage, &run.entry.outputs)
    }

    /// Removes staging folders; what cannot be removed now the next run tries again.
    pub(super) fn clear_staging(&self, runs: &[Run]) {
        for run in runs {
            let _ = remove(&self.staging(run.entry.year));
        }
    }
}

/// Removes a folder, or a link to one without what it leads to; nothing where there is none.
pub(super) fn remove(path: &Path) -> std::io::Result<()> {
    match path.symlink_metadata() {
        Err(_) => Ok(()),
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
    }
}
