//! Each file alone: read, segmented, interpreted, validated; in parallel, order kept.

use super::shelf::Shelf;
use super::{Settings, campaign};
use crate::discover::{self, Discovery};
use crate::failure::Failure;
use crate::interpret::Interpreter;
use crate::model::dataset::{FileRead, LineAccount};
use crate::model::document::{Document, Unreadable};
use crate::model::finding::Finding;
use crate::model::section::{LineClass, SegmentNote, Segmentation};
use crate::model::submission::{Format, Submission};
use crate::progress::Progress;
use crate::read::{self, ReadLimits};
use crate::rules::{self, Severities};
use crate::segment::{self, Hints};
use crate::settled::{self, FileState};
use crate::workspace::Workspace;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// Reads one file for `inspect`: what its campaign would make of it is not asked.
pub fn read_single(submission: Submission, workspace: &Workspace, settings: &Settings) -> FileRead {
    let severities = Severities::new(|rule| workspace.config.severity(rule));
    let desk = Mutex::new(Desk::new(workspace));
    let (_, (_, file, _)) = read_one(
        submission,
        read::read,
        workspace,
        settings,
        &severities,
        &desk,
    );
    file
}

/// Bytes in, document out: with or without the reasons for how it was read.
type Reader = fn(&[u8], Format, &ReadLimits) -> Result<Document, Unreadable>;

/// What one thread keeps from file to file.
struct Desk<'v> {
    interpreter: Interpreter<'v>,
    /// Room for the bytes of a file.
    bytes: Vec<u8>,
}

impl<'v> Desk<'v> {
    /// Room that is kept, in bytes: a larger file takes its own.
    const KEPT: usize = 16 << 20;

    fn new(workspace: &'v Workspace) -> Desk<'v> {
        Desk {
            interpreter: Interpreter::new(&workspace.vocabulary),
            bytes: Vec::new(),
        }
    }
}

pub(super) type Read = (Option<i32>, FileRead, Vec<Finding>);

/// How often the folder is listed anew, or files that people wrote to since are read once more.
const AGAIN: usize = 2;
/// How long files are left alone before they are read once more.
const PAUSE: Duration = Duration::from_millis(250);

/// What lies under INPUTS and the files of the wanted year as read. Where one went away between the
/// listing and its reading, someone moves or renames: the folder is listed and read anew.
///
/// # Errors
/// When INPUTS cannot be read.
pub(super) fn read_inputs(
    inputs: &Path,
    workspace: &Workspace,
    settings: &Settings,
) -> Result<(Discovery, Vec<Read>), Failure> {
    let mut listed = 0;
    loop {
        let mut found = discover::discover(inputs).map_err(|error| Failure::file(inputs, error))?;
        let mut submissions = std::mem::take(&mut found.submissions);
        submissions.retain(|submission| settings.wants(submission.year));
        let read = read_all(submissions, workspace, settings);
        let gone = |(_, file, _): &Read| file.unreadable == Some(Unreadable::Gone);
        if listed == AGAIN || !read.iter().any(gone) {
            return Ok((found, read));
        }
        listed += 1;
    }
}

/// Reads, segments, interprets and validates every file, in parallel, order kept. Files that were
/// written to after their reading are read once more when all are read; someone still copies those
/// that never stay the same.
pub(super) fn read_all(
    submissions: Vec<Submission>,
    workspace: &Workspace,
    settings: &Settings,
) -> Vec<Read> {
    read_rested(submissions, workspace, settings, &mut || {})
}

/// `looking` is called before files are looked at again.
fn read_rested(
    submissions: Vec<Submission>,
    workspace: &Workspace,
    settings: &Settings,
    looking: &mut dyn FnMut(),
) -> Vec<Read> {
    let bytes = submissions.iter().map(|submission| submission.bytes).sum();
    let progress = Progress::new(settings.progress, submissions.len(), bytes);
    let done = AtomicUsize::new(0);
    let severities = Severities::new(|rule| workspace.config.severity(rule));
    let shelf = Shelf::new(settings.room);
    let slots = rayon::current_num_threads() + 1;
    let desks: Vec<Mutex<Desk>> = (0..slots)
        .map(|_| Mutex::new(Desk::new(workspace)))
        .collect();
    let read_here = |submission: Submission| {
        let slot = rayon::current_thread_index().unwrap_or(slots - 1) % slots;
        let mut read = read_one(
            submission,
            read::read_unexplained,
            workspace,
            settings,
            &severities,
            &desks[slot],
        );
        // All that holds of a data row stands in its delegation and its texts.
        let (_, (year, file, findings)) = &mut read;
        findings.shrink_to_fit();
        for section in &mut file.segmentation.sections {
            section.rows = Vec::new();
        }
        let results = results_year(workspace, *year);
        shelf.put(file, *year, results, &workspace.vocabulary.headings);
        read
    };
    // Each file is a task of its own: a thread that has nothing left takes any that is not begun.
    let mut all: Vec<(Option<FileState>, Read)> = submissions
        .into_par_iter()
        .with_max_len(1)
        .map(|submission| {
            let bytes = submission.bytes;
            let read = read_here(submission);
            progress.done(done.fetch_add(1, Ordering::Relaxed) + 1, bytes);
            read
        })
        .collect();
    for round in 0..=AGAIN {
        looking();
        let moved = moved(&all);
        if moved.is_empty() {
            break;
        }
        std::thread::sleep(PAUSE);
        for at in moved {
            let (_, (_, file, _)) = &all[at];
            let (submission, digest) = (file.submission.clone(), file.digest.clone());
            let (look, read) = read_here(submission);
            all[at] = if round == AGAIN && read.1.digest != digest {
                (None, unsettled(read, workspace, &severities))
            } else {
                (look, read)
            };
        }
    }
    progress.finish();
    all.into_iter().map(|(_, read)| read).collect()
}

/// Files that are no longer as they were read. What is gone by now was there, whole, when it was read.
fn moved(all: &[(Option<FileState>, Read)]) -> Vec<usize> {
    let is_moved = |(look, (_, file, _)): &(Option<FileState>, Read)| {
        let now = FileState::at(&file.submission.absolute);
        look.is_some_and(|look| now.is_ok_and(|now| now != look))
    };
    let moved = all.par_iter().enumerate().filter(|(_, one)| is_moved(one));
    moved.map(|(at, _)| at).collect()
}

/// A file that was another one each time: what was read of it last may be half of it.
fn unsettled((year, file, _): Read, workspace: &Workspace, severities: &Severities) -> Read {
    let mut file = FileRead::new(file.submission, String::new());
    file.unreadable = Some(Unreadable::Changing);
    file.undated = year.is_none();
    let campaign = campaign(year.unwrap_or_default(), workspace);
    let findings = rules::check_file(&file, 0, campaign, severities);
    (year, file, findings)
}

fn read_one(
    submission: Submission,
    reader: Reader,
    workspace: &Workspace,
    settings: &Settings,
    severities: &Severities,
    desk: &Mutex<Desk>,
) -> (Option<FileState>, Read) {
    let limits = ReadLimits::default();
    let mut desk = desk.lock().unwrap_or_else(PoisonError::into_inner);
    let (path, listed) = (&submission.absolute, submission.listed.as_ref());
    let settled = settled::read_settled(path, listed, limits.file_bytes, &mut desk.bytes);
    let (look, digest, read) = match settled {
        Err(refused) => (None, String::new(), Err(refused.into())),
        Ok(look) => {
            let digest = blake3::hash(&desk.bytes).to_hex().to_string();
            let document = reader(&desk.bytes, submission.format, &limits);
            (Some(look), digest, document)
        }
    };
    if desk.bytes.capacity() > Desk::KEPT {
        desk.bytes = Vec::new();
    }
    let mut year = submission.year;
    let mut file = FileRead::new(submission, digest);
    match read {
        Err(unreadable) => file.unreadable = Some(unreadable),
        Ok(mut document) => {
            let hints = |year: Option<i32>| Hints {
                file_name: name_of(&file.submission),
                plan_year: year,
                results_year: results_year(workspace, year),
            };
            let office = &workspace.vocabulary.headings;
            let mut segmentation = segment::segment_with(&document, &hints(year), office);
            if year.is_none() {
                year = segmentation.title_year.or(settings.year);
                segmentation = segment::segment_with(&document, &hints(year), office);
            }
            file.lines = count_lines(&document, &segmentation);
            let secret = |note: &SegmentNote| matches!(note, SegmentNote::Secret { .. });
            if segmentation.notes.iter().any(secret) {
                // A secret's content stays nowhere: neither its rows nor the lines of its titles.
                file.secret = true;
                file.lines.classes = BTreeMap::from([(LineClass::Unread, file.lines.total)]);
            } else {
                realign(&mut document, &mut segmentation);
                let (rows, texts) = desk.interpreter.delegations(&document, &segmentation);
                file.understood(rows);
                let sections = segmentation.sections.iter();
                file.rows_cut = sections.map(|section| section.rows.len()).sum();
                file.segmentation = segmentation;
                file.keep(document, texts);
            }
        }
    }
    file.undated = year.is_none();
    let campaign = campaign(year.unwrap_or_default(), workspace);
    let findings = rules::check_file(&file, 0, campaign, severities);
    (look, (year, file, findings))
}

/// The name of a submitted file without its folders.
pub(super) fn name_of(submission: &Submission) -> &str {
    submission.path.rsplit('/').next().unwrap_or_default()
}

fn results_year(workspace: &Workspace, year: Option<i32>) -> Option<i32> {
    year.and_then(|year| workspace.config.year(year).results)
}

/// Gives rows that a delimiter in a cell had cut the cells that they belong under.
pub(super) fn realign(document: &mut Document, segmentation: &mut Segmentation) {
    for row in &mut segmentation.realigned {
        row.written = document.put_cells(row.sheet, row.row, &row.cells);
    }
}

fn count_lines(document: &Document, segmentation: &Segmentation) -> LineAccount {
    let mut lines = LineAccount {
        total: u64::from(document.lines),
        ..LineAccount::default()
    };
    for (sheet, classes) in document.sheets.iter().zip(&segmentation.classes) {
        for (row, class) in sheet.rows.iter().zip(classes) {
            lines.add(*class, u64::from(row.lines));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
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
            room: usize::MAX,
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
        let codes = |at: usize| read[at].2.iter().map(|finding| finding.code);
        assert_eq!(codes(0).collect::<Vec<_>>(), ["T115"]);
        assert!(!codes(1).any(|code| code == "T115"));
        assert!(read[0].1.is_unsettled() && !read[1].1.is_unsettled());
        // Listed anew, it is not there at all.
        let (_, read) = read_inputs(dir.path(), &workspace, &settings()).unwrap();
        assert_eq!(read.len(), 1);
    }

    #[test]
    fn a_file_that_changes_between_all_readings_is_not_counted_and_one_that_rests_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let (path, other) = (dir.path().join("a.csv"), dir.path().join("b.csv"));
        let workspace = Workspace::load(dir.path(), None).unwrap();
        for (changes, codes) in [(1, 0), (AGAIN + 1, 1)] {
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
            let read = read_rested(submissions, &workspace, &settings(), &mut change);
            let unsettled = read.iter().filter(|(_, file, _)| file.is_unsettled());
            assert_eq!(unsettled.count(), codes, "{changes}");
            let told = |(_, _, findings): &Read| findings.iter().any(|f| f.code == "T115");
            assert_eq!(read.iter().filter(|read| told(read)).count(), codes);
            assert!(!read[1].1.is_unsettled());
        }
    }
}
