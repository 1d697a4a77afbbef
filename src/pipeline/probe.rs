//! Whether anything changed at all since the last run: told from the bytes of the inputs, without reading a table.

use super::campaign::Compared;
use super::job::Job;
use crate::discover::{self, Discovery};
use crate::failure::Failure;
use crate::model::dataset::FileRead;
use crate::model::submission::Submission;
use crate::program;
use crate::read::ReadLimits;
use crate::settled::{self, FileError};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::io::Read;

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
pub fn probe(job: &Job) -> Result<Probe, Failure> {
    let found = discover::discover(job.inputs).map_err(Failure::closed)?;
    let submissions = wanted(&found, job);
    let contents = submissions.par_iter().map(|s| content(s)).collect();
    Ok(Probe::of(job, &found, &submissions, contents))
}

/// The probe of inputs that campaigns were made of, from the digests of what was read: it is not read
/// again. None where the folder holds by now what no campaign has.
pub fn probe_read(job: &Job, campaigns: &[Compared]) -> Option<Probe> {
    let found = discover::discover(job.inputs).ok()?;
    let files = campaigns.iter().flat_map(|one| &one.campaign.dataset.files);
    let read = files.map(|file| (file.submission.path.as_str(), &file.digest));
    let read: FxHashMap<&str, &String> = read.collect();
    let submissions = wanted(&found, job);
    let content = |s: &&Submission| read.get(s.path.as_str()).copied().cloned();
    let contents = submissions.iter().map(content).collect::<Option<_>>()?;
    Some(Probe::of(job, &found, &submissions, contents))
}

fn wanted<'a>(found: &'a Discovery, job: &Job) -> Vec<&'a Submission> {
    let submissions = found.submissions.iter();
    submissions
        .filter(|submission| job.settings.wants(submission.year))
        .collect()
}

impl Probe {
    fn of(
        job: &Job,
        found: &Discovery,
        submissions: &[&Submission],
        contents: Vec<String>,
    ) -> Probe {
        let (workspace, settings) = (job.workspace, job.settings);
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
        let file = settled::open(&submission.absolute, submission.root.as_deref())?;
        let bytes = file.metadata()?.len();
        let mut hasher = blake3::Hasher::new();
        hasher.update_reader(file.take(bytes))?;
        Ok(hasher.finalize().to_hex().to_string())
    };
    digest().unwrap_or_default()
}
