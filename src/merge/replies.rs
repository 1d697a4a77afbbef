//! Which submissions returned feedback replaces, and what it takes over from them (spec section 7).

use crate::model::dataset::{FileRead, FileState};
use crate::model::finding::{Finding, Scope};
use crate::model::submission::Version;
use crate::vocabulary::version;
use std::collections::HashMap;

/// Returned feedback, a reply, replaces the submissions whose digests it carries, all their tables: a
/// heading that was corrected may make another table of one. Of two replies to one submission the later
/// counts.
pub fn mark_replied(files: &mut [FileRead]) {
    let mut replies: HashMap<(u32, String), Vec<usize>> = HashMap::new();
    for (index, file) in files.iter().enumerate() {
        let returned = file.returned().filter(|_| replaces(file));
        for digest in returned.into_iter().flat_map(|returned| &returned.answers) {
            let key = (file.department, digest.clone());
            replies.entry(key).or_default().push(index);
        }
    }
    for index in 0..files.len() {
        let key = (files[index].department, files[index].digest.clone());
        let Some(own) = replies
            .get(&key)
            .filter(|_| files[index].state != FileState::Duplicate)
        else {
            continue;
        };
        let others = own.iter().filter(|reply| **reply != index);
        if let Some(&by) = others.max_by_key(|reply| rank(files, **reply)) {
            replace(files, index, by);
        }
    }
    let mut rivals: Vec<usize> = replies.into_values().flatten().collect();
    rivals.sort_unstable();
    rivals.dedup();
    mark_outdated(files, &rivals);
}

/// Among several replies the one that replies to more, another reply included, wins; then the later
/// version by its name, then what was seen last, then what lies in its own folder.
fn rank(files: &[FileRead], index: usize) -> (usize, u64, String, bool, usize) {
    let file = &files[index];
    let replied_to = file.returned().map_or(0, |returned| returned.answers.len());
    let version = file.submission.version.rank;
    let seen = file.first_seen.clone();
    (replied_to, version, seen, !file.doubts.misfiled, index)
}

/// A reply is replaced by a later one that replies to all that it replies to, also where the submission
/// itself is gone.
fn mark_outdated(files: &mut [FileRead], replies: &[usize]) {
    for &index in replies {
        if files[index].state != FileState::Read {
            continue;
        }
        let own = rank(files, index);
        let later = replies.iter().filter(|other| {
            let covers = files[**other].department == files[index].department
                && covers(&files[**other], &files[index]);
            covers && rank(files, **other) > own
        });
        let Some(&by) = later.max_by_key(|other| rank(files, **other)) else {
            continue;
        };
        let (replied_to, version, seen, ..) = rank(files, by);
        files[index].doubts.unordered = (replied_to, version, seen) == (own.0, own.1, own.2);
        replace(files, index, by);
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

fn replace(files: &mut [FileRead], index: usize, by: usize) {
    let path = files[by].submission.path.clone();
    let contained = files[index].contained();
    files[index].superseded = contained
        .into_iter()
        .map(|due| (due, path.clone()))
        .collect();
    files[index].state = FileState::Superseded;
    files[index].replied_by = Some(by as u32);
    // Who sent in time and corrects what is asked is not late.
    files[by].late &= files[index].late;
}

/// The versions that a file stands for: those of the submitted files that a reply holds, else its own.
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
        Scope::Section(index) => file
            .segmentation
            .sections
            .get(index as usize)
            .map(|s| s.sheet),
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
