//! Each file alone: read, segmented, interpreted, validated; in parallel, order kept.

use super::{Settings, campaign};
use crate::interpret::Interpreter;
use crate::model::dataset::{FileRead, LineAccount};
use crate::model::document::{Document, Unreadable};
use crate::model::finding::Finding;
use crate::model::section::{LineClass, SegmentNote, Segmentation};
use crate::model::submission::Submission;
use crate::progress::Progress;
use crate::read::{self, ReadLimits};
use crate::rules::{self, Severities};
use crate::segment::{self, Hints};
use crate::workspace::Workspace;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// Reads one file for `inspect`: what its campaign would make of it is not asked.
pub fn read_single(submission: Submission, workspace: &Workspace, settings: &Settings) -> FileRead {
    let severities = Severities::new(|rule| workspace.config.severity(rule));
    let interpreter = Mutex::new(Interpreter::new(&workspace.vocabulary));
    let (_, file, _) = read_one(submission, workspace, settings, &severities, &interpreter);
    file
}

pub(super) type Read = (Option<i32>, FileRead, Vec<Finding>);

/// Reads, segments, interprets and validates every file, in parallel, order kept.
pub(super) fn read_all(
    submissions: Vec<Submission>,
    workspace: &Workspace,
    settings: &Settings,
) -> Vec<Read> {
    let bytes = submissions.iter().map(|submission| submission.bytes).sum();
    let progress = Progress::new(settings.progress, submissions.len(), bytes);
    let done = AtomicUsize::new(0);
    let severities = Severities::new(|rule| workspace.config.severity(rule));
    let slots = rayon::current_num_threads() + 1;
    let interpreters: Vec<Mutex<Interpreter>> = (0..slots)
        .map(|_| Mutex::new(Interpreter::new(&workspace.vocabulary)))
        .collect();
    let read = submissions
        .into_par_iter()
        .map(|submission| {
            let bytes = submission.bytes;
            let slot = rayon::current_thread_index().unwrap_or(slots - 1) % slots;
            let interpreter = &interpreters[slot];
            let read = read_one(submission, workspace, settings, &severities, interpreter);
            progress.done(done.fetch_add(1, Ordering::Relaxed) + 1, bytes);
            read
        })
        .collect();
    progress.finish();
    read
}

fn read_one(
    submission: Submission,
    workspace: &Workspace,
    settings: &Settings,
    severities: &Severities,
    interpreter: &Mutex<Interpreter>,
) -> Read {
    let (digest, read) = load(&submission);
    let mut year = submission.year;
    let mut file = FileRead::new(submission, digest);
    match read {
        Err(unreadable) => file.unreadable = Some(unreadable),
        Ok(document) => {
            let name = file
                .submission
                .path
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_string();
            let hints = |year: Option<i32>| Hints {
                file_name: &name,
                plan_year: year,
                results_year: year.and_then(|year| workspace.config.year(year).results),
            };
            let mut segmentation = segment::segment(&document, &hints(year));
            if year.is_none() {
                year = segmentation.title_year.or(settings.year);
                segmentation = segment::segment(&document, &hints(year));
            }
            file.lines = count_lines(&document, &segmentation);
            let secret = |note: &SegmentNote| matches!(note, SegmentNote::Secret { .. });
            if segmentation.notes.iter().any(secret) {
                // A secret's content stays nowhere: neither its rows nor the lines of its titles.
                file.secret = true;
                file.lines.classes = BTreeMap::from([(LineClass::Unread, file.lines.total)]);
            } else {
                let mut interpreter = interpreter.lock().unwrap_or_else(PoisonError::into_inner);
                file.delegations = interpreter.delegations(&document, &segmentation);
                file.segmentation = segmentation;
                file.document = Some(document);
            }
        }
    }
    file.undated = year.is_none();
    let campaign = campaign(year.unwrap_or_default(), workspace);
    let findings = rules::check_file(&file, 0, campaign, severities);
    (year, file, findings)
}

fn load(submission: &Submission) -> (String, Result<Document, Unreadable>) {
    let limits = ReadLimits::default();
    if submission.bytes > limits.file_bytes {
        let too_large = Unreadable::TooLarge {
            bytes: submission.bytes,
            limit: limits.file_bytes,
        };
        return (String::new(), Err(too_large));
    }
    match std::fs::read(&submission.absolute) {
        Err(error) => (String::new(), Err(Unreadable::Io(error.to_string()))),
        Ok(bytes) => {
            let digest = blake3::hash(&bytes).to_hex().to_string();
            (digest, read::read(bytes, submission.format, &limits))
        }
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
