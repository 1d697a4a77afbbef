//! A campaign beside its place: written whole, then exchanged with what was there, or taken back.

use super::files::{aside, create_folder, exchange, fill_new, sync_folder};
use super::{Outputs, Run, at, holds, problem};
use crate::publish::PublishError;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread::{self, ScopedJoinHandle};

/// Files that are written before they are flushed together: fewer than a process may have open.
const OPEN_FILES: usize = 128;

/// Threads that wait for the disk. It takes all files that are asked for at once in little more than the
/// time of one, and a thread that waits costs nothing.
const FLUSHING: usize = 32;

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
        let early = run.early.iter().map(|written| written.stage(&stage));
        let mut open: Vec<(PathBuf, File)> = early.collect::<Result<_, _>>()?;
        for batch in run.files.chunks(OPEN_FILES) {
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
            flush(&open)?;
            open.clear();
        }
        flush(&open)?;
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

/// Brings files down to the disk.
fn flush(open: &[(PathBuf, File)]) -> Result<(), PublishError> {
    let all = |files: &[(PathBuf, File)]| {
        let mut files = files.iter();
        files.try_for_each(|(path, file)| file.sync_all().map_err(at(path)))
    };
    thread::scope(|scope| {
        let shares = open.chunks(open.len().div_ceil(FLUSHING).max(1));
        let begun = shares.map(|share| {
            let thread = thread::Builder::new().spawn_scoped(scope, move || all(share));
            // Without another thread this one waits itself.
            thread.map_err(|_| all(share))
        });
        let begun: Vec<Result<ScopedJoinHandle<_>, _>> = begun.collect();
        begun.into_iter().try_for_each(|begun| match begun {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(done) => done,
        })
    })
}

/// Removes a folder, or a link to one without what it leads to; nothing where there is none.
pub(super) fn remove(path: &Path) -> std::io::Result<()> {
    match path.symlink_metadata() {
        Err(_) => Ok(()),
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
    }
}
