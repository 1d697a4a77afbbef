//! A campaign that lies whole beside its place: exchanged with what was there, or taken back.

use super::error::Error;
use super::files::{aside, exchange, sync_folder};
use super::{Outputs, Run, holds};
use std::fs;
use std::path::{Path, PathBuf};

/// How the names begin of what a run makes beside the published folders and removes again.
pub const STAGING: &str = ".tonghop-staging-";

impl Outputs {
    /// Where a campaign is written before it appears, and where the one before it lies afterwards.
    pub(super) fn staging(&self, year: i32) -> PathBuf {
        self.root.join(format!("{STAGING}{year}"))
    }

    /// Lets a staged campaign take its place. The one before it lies in the staging folder then.
    pub(super) fn appear(&self, year: i32) -> Result<(), Error> {
        let (stage, target) = (self.staging(year), self.year(year));
        let moved = if target.symlink_metadata().is_ok() {
            exchange(&stage, &target)
        } else {
            fs::rename(&stage, &target)
        };
        moved
            .and_then(|()| sync_folder(&self.root))
            .map_err(Error::io(&target))
    }

    /// Takes a campaign back to its staging folder if it has appeared. `true` if it lies there whole
    /// and nothing else does: the folder may be removed then.
    pub(super) fn take_back(&self, run: &Run) -> bool {
        let (stage, target) = (self.staging(run.entry.year), self.year(run.entry.year));
        if holds(&target, &run.entry.outputs) {
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
        !is_apart && holds(&stage, &run.entry.outputs)
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
