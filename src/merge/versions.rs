//! Which files repeat or replace others (spec section 3, "Versions").

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

/// In a department's folder a later version supersedes the tables that it contains.
pub fn mark_superseded(files: &mut [FileRead]) {
    let mut groups: HashMap<(u32, String, bool), Vec<usize>> = HashMap::new();
    for (at, file) in files.iter().enumerate() {
        let version = &file.submission.version;
        if file.state != FileState::Duplicate {
            let group = (file.department, version.stem.clone(), version.supplement);
            groups.entry(group).or_default().push(at);
        }
    }
    for group in groups.into_values().filter(|group| group.len() > 1) {
        for &old in &group {
            supersede(files, old, &group);
        }
    }
}

fn supersede(files: &mut [FileRead], old: usize, group: &[usize]) {
    let rank = files[old].submission.version.rank;
    let later: Vec<usize> = group
        .iter()
        .copied()
        .filter(|&at| files[at].submission.version.rank > rank)
        .collect();
    let newest_with = |due: Option<Due>| {
        let holds = |at: &&usize| match due {
            Some(due) => files[**at].contained().contains(&due),
            None => files[**at].state == FileState::Read && !files[**at].contained().is_empty(),
        };
        let newest = later
            .iter()
            .filter(holds)
            .max_by_key(|&&at| files[at].submission.version.rank);
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
