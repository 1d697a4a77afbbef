//! Which submissions returned feedback replaces, and what it takes over from them (spec section 7).

use crate::model::dataset::{FileRead, FileState};
use crate::model::finding::{Finding, Scope};
use crate::model::submission::Version;
use crate::vocabulary::version;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Returned feedback, a reply, replaces the submissions whose digests it carries, all their tables: a
/// heading that was corrected may make another table of one. Among several the one that replies to
/// another wins, then the later version by its name.
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
        let rank = |reply: &&usize| {
            let file = &files[**reply];
            let replied_to = file.returned().map_or(0, |returned| returned.answers.len());
            (replied_to, file.submission.version.rank, Reverse(**reply))
        };
        let newest = own.iter().filter(|reply| **reply != index).max_by_key(rank);
        if let Some(&by) = newest {
            replace(files, index, by);
        }
    }
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
