//! Which files repeat or replace others (spec section 3, "Versions").

use super::answers;
use crate::model::dataset::{FileRead, FileState};
use crate::model::submission::Due;
use std::collections::HashMap;

/// The same content twice counts once: the first path keeps it. A second department that sends a
/// file without rows (a nil return on a common form) repeats nothing.
pub fn mark_duplicates(files: &mut [FileRead]) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for at in 0..files.len() {
        if files[at].digest.is_empty() {
            continue;
        }
        let Some(&original) = first.get(&files[at].digest) else {
            first.insert(files[at].digest.clone(), at);
            continue;
        };
        let same_department = files[original].department == files[at].department;
        if same_department || !files[at].delegations.is_empty() {
            files[at].state = FileState::Duplicate;
            files[at].duplicate_of = Some(files[original].submission.path.clone());
        }
    }
}

/// In a department's folder a later version supersedes the tables that it contains. A returned
/// answer is a version of the files that it holds, whatever its own name is.
pub fn mark_superseded(files: &mut [FileRead]) {
    let mut groups: HashMap<(u32, String, bool), Vec<usize>> = HashMap::new();
    for (at, file) in files.iter().enumerate() {
        let version = &file.submission.version;
        if file.state != FileState::Duplicate && file.returned().is_none() {
            let group = (file.department, version.stem.clone(), version.supplement);
            groups.entry(group).or_default().push(at);
        }
    }
    for at in 0..files.len() {
        if matches!(
            files[at].state,
            FileState::Duplicate | FileState::Superseded
        ) {
            continue;
        }
        let mut later: Vec<usize> = Vec::new();
        for own in answers::versions(&files[at]) {
            let group = groups.get(&(files[at].department, own.stem, own.supplement));
            let is_later = |other: &usize| files[*other].submission.version.rank > own.rank;
            later.extend(group.into_iter().flatten().filter(|other| is_later(other)));
        }
        supersede(files, at, &later);
    }
}

fn supersede(files: &mut [FileRead], old: usize, later: &[usize]) {
    let newest_with = |due: Option<Due>| {
        let holds = |at: &&usize| match due {
            Some(due) => files[**at].contained().contains(&due),
            None => files[**at].state == FileState::Read && !files[**at].contained().is_empty(),
        };
        let newest = later.iter().filter(holds);
        let newest = newest.max_by_key(|&&at| files[at].submission.version.rank);
        newest.map(|&at| files[at].submission.path.clone())
    };
    let contained = files[old].contained();
    let replaced: Vec<(Due, String)> = contained
        .iter()
        .filter_map(|&due| Some((due, newest_with(Some(due))?)))
        .collect();
    // A file in which no table could be seen is answered by any readable later version of it.
    let answered = contained.is_empty().then(|| newest_with(None)).flatten();
    if replaced.len() == contained.len() && (!contained.is_empty() || answered.is_some()) {
        files[old].state = FileState::Superseded;
    }
    files[old].superseded = replaced;
}
