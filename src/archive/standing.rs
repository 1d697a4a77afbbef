//! What stands in a published folder: each file by its digest, read once.

use super::error::Error;
use super::files::list;
use super::history::History;
use super::manifest::{Manifest, digest_file};
use super::outputs::Outputs;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// Files of a published folder by name, with their digests; none for a link or a pipe that someone put there.
#[derive(Debug, Clone, Default)]
pub struct Standing(BTreeMap<String, Option<String>>);

impl Standing {
    /// Reads a folder.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub(super) fn of(folder: &Path) -> io::Result<Standing> {
        // Files differ much in size: each is a task of its own.
        let names = list(folder)?.into_par_iter().with_max_len(1);
        let files = names.map(|name| {
            let path = folder.join(&name);
            let is_file = path.symlink_metadata()?.is_file();
            let digest = is_file.then(|| digest_file(&path)).transpose()?;
            Ok((name, digest))
        });
        Ok(Standing(files.collect::<io::Result<_>>()?))
    }

    /// Whether a folder holds exactly the files of a manifest.
    pub(super) fn is_exactly(folder: &Path, manifest: &Manifest) -> bool {
        Standing::of(folder).is_ok_and(|standing| standing.holds(manifest))
    }

    /// What stands where files of this manifest were published just now.
    pub fn published(manifest: &Manifest) -> Standing {
        let files = manifest.iter();
        Standing(
            files
                .map(|(name, digest)| (name.clone(), Some(digest.clone())))
                .collect(),
        )
    }

    /// Whether exactly the files of a manifest stand here.
    pub fn holds(&self, manifest: &Manifest) -> bool {
        let is_known = |name: &String, digest: &Option<String>| {
            digest.is_some() && manifest.get(name) == digest.as_ref()
        };
        self.0.len() == manifest.len() && self.0.iter().all(|(name, digest)| is_known(name, digest))
    }

    /// Files that no published run of the year had written.
    pub(super) fn edited(&self, year: i32, history: &History) -> impl Iterator<Item = &str> {
        let edited = self.0.iter().filter(move |(name, digest)| {
            let mut runs = history.of_year(year);
            let known = |digest| runs.any(|entry| entry.outputs.get(*name) == Some(digest));
            !digest.as_ref().is_some_and(known)
        });
        edited.map(|(name, _)| name.as_str())
    }
}

impl Outputs {
    /// Reads what stands in the published folder of a year; nothing where there is none.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub fn standing(&self, year: i32) -> Result<Standing, Error> {
        let folder = self.year(year);
        if !folder.is_dir() {
            return Ok(Standing::default());
        }
        Standing::of(&folder).map_err(Error::io(&folder))
    }
}
