//! Whether anything changed at all since the last run: told from the bytes of the inputs, without reading a table.

use super::{Consolidated, Settings};
use crate::discover::{self, Discovery};
use crate::failure::Failure;
use crate::model::dataset::FileRead;
use crate::model::submission::Submission;
use crate::program;
use crate::read::ReadLimits;
use crate::settled::{self, FileError};
use crate::workspace::Workspace;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// Everything outside OUTPUTS that a run depends on, digested.
#[derive(Debug)]
pub struct Probe {
    /// Digest of inputs, configuration, program, language and deadline states.
    pub digest: blake3::Hash,
    /// Digest of each submission by its path; empty where it could not be read.
    contents: BTreeMap<String, String>,
}

impl Probe {
    /// Whether a file was read later with the content that it had here. One that never rested has none.
    pub fn agrees(&self, file: &FileRead) -> bool {
        !file.is_unsettled() && self.contents.get(&file.submission.path) == Some(&file.digest)
    }
}

/// Digests INPUTS. Times of modification say nothing: copies and sync programs set them as they like.
///
/// # Errors
/// When INPUTS cannot be read.
pub fn probe(inputs: &Path, workspace: &Workspace, settings: &Settings) -> Result<Probe, Failure> {
    let found = discover::discover(inputs).map_err(|error| Failure::file(inputs, error))?;
    let submissions: Vec<&Submission> = found
        .submissions
        .iter()
        .filter(|s| settings.wants(s.year))
        .collect();
    let contents = submissions.par_iter().map(|s| content(s)).collect();
    Ok(Probe::of(
        &found,
        &submissions,
        contents,
        workspace,
        settings,
    ))
}

/// The probe of inputs that campaigns were made of, from the digests of what was read: it is not read
/// again. None where the folder holds by now what no campaign has.
pub fn probe_read(
    inputs: &Path,
    workspace: &Workspace,
    settings: &Settings,
    campaigns: &[Consolidated],
) -> Option<Probe> {
    let found = discover::discover(inputs).ok()?;
    let files = campaigns.iter().flat_map(|one| &one.dataset.files);
    let read = files.map(|file| (file.submission.path.as_str(), &file.digest));
    let read: FxHashMap<&str, &String> = read.collect();
    let submissions = found.submissions.iter();
    let submissions: Vec<&Submission> = submissions.filter(|s| settings.wants(s.year)).collect();
    let content = |s: &&Submission| read.get(s.path.as_str()).copied().cloned();
    let contents = submissions.iter().map(content).collect::<Option<_>>()?;
    Some(Probe::of(
        &found,
        &submissions,
        contents,
        workspace,
        settings,
    ))
}

impl Probe {
    fn of(
        found: &Discovery,
        submissions: &[&Submission],
        contents: Vec<String>,
        workspace: &Workspace,
        settings: &Settings,
    ) -> Probe {
        let mut hasher = blake3::Hasher::new();
        let mut part = |text: &str| {
            hasher.update(&(text.len() as u64).to_le_bytes());
            hasher.update(text.as_bytes());
        };
        part(program::VERSION);
        part(program::SOURCES);
        part(&workspace.digest.to_hex());
        part(&format!(
            "{:?} {:?} {:?}",
            settings.lang, settings.year, found.years
        ));
        for (year, set) in &workspace.config.years {
            let is_after = set.deadline.map(|deadline| settings.as_of > deadline);
            part(&format!("{year} {is_after:?}"));
        }
        for (submission, content) in submissions.iter().zip(&contents) {
            part(&submission.path);
            part(content);
            if content.is_empty() {
                part(&submission.bytes.to_string());
            }
        }
        for ignored in &found.ignored {
            part(&format!("{} {:?}", ignored.path, ignored.reason));
        }
        let paths = submissions.iter().map(|submission| submission.path.clone());
        Probe {
            digest: hasher.finalize(),
            contents: paths.zip(contents).collect(),
        }
    }
}

/// The digest of a submission, read in pieces: a huge one needs no memory here.
fn content(submission: &Submission) -> String {
    if submission.bytes > ReadLimits::default().file_bytes {
        return String::new();
    }
    let digest = || -> Result<String, FileError> {
        let file = settled::open(&submission.absolute, submission.listed.as_ref())?;
        let bytes = file.metadata()?.len();
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(file.take(bytes))?;
        Ok(hasher.finalize().to_hex().to_string())
    };
    digest().unwrap_or_default()
}
