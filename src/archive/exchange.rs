//! A campaign that lies whole beside its place: exchanged with what was there, or taken back.

use super::error::Error;
use super::files::{aside, exists, remove};
use super::history::Entry;
use super::outputs::Outputs;
use super::standing::Standing;
use crate::system;
use std::io;
use std::path::Path;

impl Outputs {
    /// Lets a staged campaign take its place. The one before it lies in the staging folder then.
    pub(super) fn appear(&self, year: i32) -> Result<(), Error> {
        let (stage, target) = (self.staging(year), self.year(year));
        let moved = if exists(&target) {
            exchange(&stage, &target)
        } else {
            system::rename(&stage, &target)
        };
        moved
            .and_then(|()| system::sync_folder(&self.root))
            .map_err(|error| match system::in_use(&target) {
                Some(path) => Error::InUse { path },
                None => Error::io(&target)(error),
            })
    }

    /// Refuses to begin where a file of a published folder is open and keeps it from moving.
    pub(super) fn refuse_in_use(&self, entries: &[&Entry]) -> Result<(), Error> {
        let mut targets = entries.iter().map(|entry| self.year(entry.year));
        match targets.find_map(|target| system::in_use(&target)) {
            Some(path) => Err(Error::InUse { path }),
            None => Ok(()),
        }
    }

    /// Takes a campaign back to its staging folder if it has appeared. `true` if it lies there whole
    /// and nothing else does: the folder may be removed then.
    pub(super) fn take_back(&self, entry: &Entry) -> bool {
        let (stage, target) = (self.staging(entry.year), self.year(entry.year));
        if Standing::is_exactly(&target, &entry.outputs) {
            let moved = if exists(&stage) {
                exchange(&stage, &target)
            } else {
                system::rename(&target, &stage)
            };
            let moved = moved.and_then(|()| system::sync_folder(&self.root));
            if moved.is_err() {
                return false;
            }
        }
        !exists(&aside(&stage)) && Standing::is_exactly(&stage, &entry.outputs)
    }

    /// Removes staging folders; what cannot be removed now the next run tries again.
    pub(super) fn clear_staging(&self, entries: &[&Entry]) {
        for entry in entries {
            let _ = remove(&self.staging(entry.year));
        }
    }
}

/// Exchanges two folders in one step; where the file system cannot, the old one steps aside first
/// and for that instant the name is free.
fn exchange(stage: &Path, target: &Path) -> io::Result<()> {
    if system::exchange(stage, target)? {
        return Ok(());
    }
    let aside = aside(stage);
    system::rename(target, &aside)?;
    if let Err(error) = system::rename(stage, target) {
        system::rename(&aside, target)?;
        return Err(error);
    }
    system::rename(&aside, stage)
}
