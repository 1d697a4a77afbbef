//! Which files repeat or replace others (spec section 3, "Versions").

use super::replies;
use crate::model::dataset::{FileRead, FileState};
use crate::model::submission::Due;
use std::collections::HashMap;

/// The same content twice counts once: the first path keeps it. A second department that sends it has
/// submitted too; one that sends a file without rows (a nil return on a common form) repeats nothing.
pub fn mark_duplicates(files: &mut [FileRead]) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for index in 0..files.len() {
        if files[index].digest.is_empty() {
            continue;
        }
        let Some(&original) = first.get(&files[index].digest) else {
            first.insert(files[index].digest.clone(), index);
            continue;
        };
        let same_department = files[original].department == files[index].department;
        if same_department || !files[index].delegations.is_empty() {
            files[index].state = FileState::Duplicate;
            files[index].shared = !same_department;
            files[index].duplicate_of = Some(files[original].submission.path.clone());
        }
    }
}

/// A name under which a file was sent.
#[derive(Clone, Copy)]
struct Named {
    /// The file that counts: the first of several with one content.
    counted: usize,
    /// The file of this name.
    named: usize,
    rank: u64,
}

/// Files of a department that are versions of one another, supplements apart.
type Group = (u32, String, bool);

/// In a department's folder a later version supersedes the tables that it contains. A returned
/// answer is a version of the files that it holds, whatever its own name is; a file sent twice is a
/// version by both of its names, the later one deciding.
pub fn mark_superseded(files: &mut [FileRead]) {
    let counted = counted(files);
    let mut groups: HashMap<Group, Vec<Named>> = HashMap::new();
    let mut own: Vec<HashMap<Group, u64>> = vec![HashMap::new(); files.len()];
    for (index, file) in files.iter().enumerate() {
        let counted = counted[index];
        for version in replies::versions(file) {
            let group = (files[counted].department, version.stem, version.supplement);
            if file.returned().is_none() {
                let rank = version.rank;
                let named = Named {
                    counted,
                    named: index,
                    rank,
                };
                groups.entry(group.clone()).or_default().push(named);
            }
            let rank = own[counted].entry(group).or_default();
            *rank = version.rank.max(*rank);
        }
    }
    for (index, own) in own.iter().enumerate() {
        if matches!(
            files[index].state,
            FileState::Duplicate | FileState::Superseded
        ) {
            continue;
        }
        let mut later: Vec<Named> = Vec::new();
        for (group, rank) in own {
            let others = groups.get(group).into_iter().flatten();
            later.extend(others.filter(|other| other.rank > *rank && other.counted != index));
        }
        later.sort_by_key(|other| (other.rank, other.named));
        supersede(files, index, &later);
    }
}

/// For each file the one of its content that counts.
fn counted(files: &[FileRead]) -> Vec<usize> {
    let paths = files.iter().enumerate();
    let paths: HashMap<&str, usize> = paths
        .map(|(index, f)| (f.submission.path.as_str(), index))
        .collect();
    let index = |path: &String| paths.get(path.as_str()).copied();
    let of = |(own, file): (usize, &FileRead)| {
        let original = file.duplicate_of.as_ref().and_then(index);
        let original = original.filter(|index| files[*index].department == file.department);
        original.unwrap_or(own)
    };
    files.iter().enumerate().map(of).collect()
}

fn supersede(files: &mut [FileRead], old: usize, later: &[Named]) {
    if later.is_empty() {
        return;
    }
    let newest_with = |due: Option<Due>| {
        let holds = |other: &&Named| match due {
            Some(due) => files[other.counted].contained().contains(&due),
            None => {
                let file = &files[other.counted];
                file.state == FileState::Read && !file.contained().is_empty()
            }
        };
        let newest = later.iter().rfind(holds);
        newest.map(|other| files[other.named].submission.path.clone())
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
    let known: Vec<Due> = files[old].superseded.iter().map(|(due, _)| *due).collect();
    let new = replaced.into_iter().filter(|(due, _)| !known.contains(due));
    files[old].superseded.extend(new);
}
