//! All files: read in parallel, order kept, and once more where people wrote to them meanwhile.

use super::file_reader::{Checked, FileReader, Seen};
use super::job::{Job, Settings};
use crate::discover::{self, Discovery};
use crate::failure::Failure;
use crate::model::dataset::FileRead;
use crate::model::document::Unreadable;
use crate::model::submission::{Ignored, Submission};
use crate::progress::Progress;
use crate::read;
use crate::workspace::Workspace;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// How often the folder is listed once more, or files that people wrote to since are read once more.
const MORE_ROUNDS: usize = 2;

/// How long files are left alone before they are read once more.
const PAUSE: Duration = Duration::from_millis(250);

/// What lies under INPUTS, with its files as read.
#[derive(Debug)]
pub(super) struct Inputs {
    pub files: Vec<Checked>,
    pub ignored: Vec<Ignored>,
    /// Of the folders named as years.
    pub years: Vec<i32>,
}

/// Reads what lies under INPUTS, of the wanted year alone. Where a file went away between the listing and
/// its reading, someone moves or renames: the folder is listed and read anew.
///
/// # Errors
/// When INPUTS cannot be read.
pub(super) fn read_inputs(job: &Job) -> Result<Inputs, Failure> {
    let mut round = 0;
    loop {
        let Discovery {
            mut submissions,
            ignored,
            years,
        } = discover::discover(job.inputs).map_err(Failure::closed)?;
        submissions.retain(|submission| job.settings.wants(submission.year));
        let files = read_all(submissions, job.workspace, job.settings);

        let is_gone = |one: &Checked| one.file.unreadable == Some(Unreadable::Gone);
        if round == MORE_ROUNDS || !files.iter().any(is_gone) {
            return Ok(Inputs {
                files,
                ignored,
                years,
            });
        }
        round += 1;
    }
}

/// Reads one file for `inspect`: what its campaign would make of it is not asked.
pub fn read_single(submission: Submission, workspace: &Workspace, settings: &Settings) -> FileRead {
    let reader = FileReader::new(workspace, settings, read::read);
    reader.read(submission).checked.file
}

/// Reads, segments, interprets and validates every file, in parallel, order kept. Files that were
/// written to after their reading are read once more when all are read; someone still copies those
/// that never stay the same.
pub(super) fn read_all(
    submissions: Vec<Submission>,
    workspace: &Workspace,
    settings: &Settings,
) -> Vec<Checked> {
    read_settled(submissions, workspace, settings, &mut || {})
}

/// `looking` is called before files are looked at again.
fn read_settled(
    submissions: Vec<Submission>,
    workspace: &Workspace,
    settings: &Settings,
    looking: &mut dyn FnMut(),
) -> Vec<Checked> {
    let reader = FileReader::new(workspace, settings, read::read_unexplained);
    let mut all = read_once(&reader, submissions, settings);
    for round in 0..=MORE_ROUNDS {
        looking();
        let moved = moved(&all);
        if moved.is_empty() {
            break;
        }
        std::thread::sleep(PAUSE);
        for position in moved {
            let before = &all[position].checked.file;
            let (submission, digest) = (before.submission.clone(), before.digest.clone());
            let again = reader.read(submission).without_rows();
            let is_settled = again.checked.file.digest == digest;
            all[position] = match round == MORE_ROUNDS && !is_settled {
                true => reader.unsettled(again.checked),
                false => again,
            };
        }
    }
    all.into_iter().map(|seen| seen.checked).collect()
}

/// Every file once, with a bar that shows how far this is.
fn read_once(reader: &FileReader, submissions: Vec<Submission>, settings: &Settings) -> Vec<Seen> {
    let bytes = submissions.iter().map(|submission| submission.bytes).sum();
    let progress = Progress::new(settings.progress, submissions.len(), bytes);
    let done = AtomicUsize::new(0);
    // Each file is a task of its own: a thread that has nothing left takes any that is not begun.
    let tasks = submissions.into_par_iter().with_max_len(1);
    let all = tasks.map(|submission| {
        let bytes = submission.bytes;
        let seen = reader.read(submission).without_rows();
        progress.done(done.fetch_add(1, Ordering::Relaxed) + 1, bytes);
        seen
    });
    let all = all.collect();
    progress.finish();
    all
}

fn moved(all: &[Seen]) -> Vec<usize> {
    let moved = all.par_iter().enumerate().filter(|(_, one)| one.is_moved());
    moved.map(|(position, _)| position).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::history::History;
    use crate::model::finding::Lang;
    use crate::progress::When;
    use std::fs;

    fn settings() -> Settings {
        Settings {
            lang: Lang::Vi,
            as_of: jiff::civil::date(2020, 12, 1),
            year: None,
            progress: When::Never,
            published: true,
        }
    }

    #[test]
    fn a_file_that_went_away_after_the_listing_is_told_and_the_others_are_read() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["a.csv", "b.csv"] {
            fs::write(dir.path().join(name), "x").unwrap();
        }
        let submissions = discover::discover(dir.path()).unwrap().submissions;
        fs::remove_file(dir.path().join("a.csv")).unwrap();
        let workspace = Workspace::load(dir.path(), None).unwrap();
        let read = read_all(submissions, &workspace, &settings());
        let codes = |number: usize| read[number].findings.iter().map(|finding| finding.code);
        assert_eq!(codes(0).collect::<Vec<_>>(), ["T115"]);
        assert!(!codes(1).any(|code| code == "T115"));
        assert!(read[0].file.is_unsettled() && !read[1].file.is_unsettled());
        // Listed anew, it is not there at all.
        let (history, settings) = (History::default(), settings());
        let job = Job {
            inputs: dir.path(),
            workspace: &workspace,
            history: &history,
            outputs: None,
            settings: &settings,
        };
        assert_eq!(read_inputs(&job).unwrap().files.len(), 1);
    }

    #[test]
    fn a_file_that_changes_between_all_readings_is_not_counted_and_one_that_rests_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let (path, other) = (dir.path().join("a.csv"), dir.path().join("b.csv"));
        let workspace = Workspace::load(dir.path(), None).unwrap();
        for (changes, codes) in [(1, 0), (MORE_ROUNDS + 1, 1)] {
            fs::write(&path, "x").unwrap();
            fs::write(&other, "x").unwrap();
            let submissions = discover::discover(dir.path()).unwrap().submissions;
            let mut left = changes;
            let mut change = || {
                if left > 0 {
                    fs::write(&path, "x".repeat(left)).unwrap();
                    fs::write(&path, "y".repeat(10 + left)).unwrap();
                    left -= 1;
                }
            };
            let read = read_settled(submissions, &workspace, &settings(), &mut change);
            let unsettled = read.iter().filter(|read| read.file.is_unsettled());
            assert_eq!(unsettled.count(), codes, "{changes}");
            let told = |read: &Checked| read.findings.iter().any(|f| f.code == "T115");
            assert_eq!(read.iter().filter(|read| told(read)).count(), codes);
            assert!(!read[1].file.is_unsettled());
        }
    }
}
