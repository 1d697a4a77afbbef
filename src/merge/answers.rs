//! Which submissions a returned answer replaces, and what it takes over from them (spec section 7).

use crate::model::dataset::{FileRead, FileState};
use crate::model::finding::{Finding, Scope};
use crate::model::submission::Version;
use crate::vocabulary::version;
use std::collections::HashMap;

/// A returned answer replaces the submissions whose digests it carries, all their tables: a heading
/// that was mended may make another table of one. Of two answers to one submission the later counts.
pub fn mark_answered(files: &mut [FileRead]) {
    let mut answers: HashMap<(u32, String), Vec<usize>> = HashMap::new();
    for (at, file) in files.iter().enumerate() {
        let returned = file.returned().filter(|_| replaces(file));
        for digest in returned.into_iter().flat_map(|returned| &returned.answers) {
            let key = (file.department, digest.clone());
            answers.entry(key).or_default().push(at);
        }
    }
    for at in 0..files.len() {
        let key = (files[at].department, files[at].digest.clone());
        let Some(own) = answers
            .get(&key)
            .filter(|_| files[at].state != FileState::Duplicate)
        else {
            continue;
        };
        let others = own.iter().filter(|answer| **answer != at);
        if let Some(&by) = others.max_by_key(|answer| rank(files, **answer)) {
            answer(files, at, by);
        }
    }
    let mut rivals: Vec<usize> = answers.into_values().flatten().collect();
    rivals.sort_unstable();
    rivals.dedup();
    mark_outdated(files, &rivals);
}

/// Among several answers the one that answers more, another answer included, wins; then the later
/// version by its name, then what was seen last,
/// then what lies in its own folder.
fn rank(files: &[FileRead], at: usize) -> (usize, u64, String, bool, usize) {
    let file = &files[at];
    let answered = file.returned().map_or(0, |returned| returned.answers.len());
    let version = file.submission.version.rank;
    let seen = file.first_seen.clone();
    (answered, version, seen, !file.doubts.misfiled, at)
}

/// An answer is replaced by a later one that answers all that it answers, also where the submission
/// itself is gone.
fn mark_outdated(files: &mut [FileRead], answers: &[usize]) {
    for &at in answers {
        if files[at].state != FileState::Read {
            continue;
        }
        let own = rank(files, at);
        let later = answers.iter().filter(|other| {
            let covers = files[**other].department == files[at].department
                && covers(&files[**other], &files[at]);
            covers && rank(files, **other) > own
        });
        let Some(&by) = later.max_by_key(|other| rank(files, **other)) else {
            continue;
        };
        let (answered, version, seen, ..) = rank(files, by);
        files[at].doubts.unordered = (answered, version, seen) == (own.0, own.1, own.2);
        answer(files, at, by);
    }
}

fn covers(later: &FileRead, earlier: &FileRead) -> bool {
    let (Some(later), Some(earlier)) = (later.returned(), earlier.returned()) else {
        return false;
    };
    let mut digests = earlier.answers.iter();
    digests.all(|digest| later.answers.contains(digest))
}

/// Something to count instead of what is replaced: a file that cannot be used replaces nothing.
fn replaces(file: &FileRead) -> bool {
    let says = !file.contained().is_empty() || !file.segmentation.nil_statements.is_empty();
    file.state == FileState::Read && !file.secret && says
}

fn answer(files: &mut [FileRead], at: usize, by: usize) {
    let path = files[by].submission.path.clone();
    let contained = files[at].contained();
    files[at].superseded = contained
        .into_iter()
        .map(|due| (due, path.clone()))
        .collect();
    files[at].state = FileState::Superseded;
    files[at].answered_by = Some(by as u32);
    // Who sent in time and mends what is asked is not late.
    files[by].late &= files[at].late;
}

/// The versions that a file stands for: those of the submitted files that an answer holds, else its own.
pub fn versions(file: &FileRead) -> Vec<Version> {
    match file.returned() {
        Some(returned) => {
            let names = returned.origins.iter().map(|(_, name)| name);
            names.map(|name| version::read(name)).collect()
        }
        None => vec![file.submission.version.clone()],
    }
}

/// The stem that a finding's fingerprint holds: that of the submitted file, so that a decision about
/// it outlives the exchange of files.
pub fn stem(file: &FileRead, finding: &Finding) -> String {
    let sheet = match finding.scope {
        Scope::Section(at) => file.segmentation.sections.get(at as usize).map(|s| s.sheet),
        Scope::File | Scope::Row(_) => None,
    };
    let about = file.about.as_ref();
    let origin = sheet.and_then(|sheet| about?.origin(sheet));
    match origin {
        Some(name) => version::read(name).stem,
        None => {
            let own = versions(file).into_iter().next();
            own.map_or_else(|| file.submission.version.stem.clone(), |own| own.stem)
        }
    }
}
