//! What becomes of each row, and which findings still matter then.

use super::replies;
use crate::model::dataset::{Dataset, FileRead, FileState, Reader};
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Finding, Scope, Severity};
use crate::model::value::Status;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

/// Puts every row into its state: a row of a repeated or replaced table first, then errors that
/// reach it, then what was not held.
pub fn assign(files: &mut [FileRead], findings: &[Finding]) {
    let mut errors: FxHashSet<(u32, Scope)> = FxHashSet::default();
    for finding in findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
    {
        errors.extend(finding.file.map(|file| (file, finding.scope)));
    }
    files
        .par_iter_mut()
        .enumerate()
        .for_each(|(position, file)| {
            let position = position as u32;
            let lost = errors.contains(&(position, Scope::File));
            if lost && file.state == FileState::Read {
                file.state = FileState::Rejected;
            }
            let mut rows = std::mem::take(&mut file.delegations);
            for (index, row) in rows.iter_mut().enumerate() {
                let wrong = lost
                    || errors.contains(&(position, Scope::Section(row.section)))
                    || errors.contains(&(position, Scope::Row(index as u32)));
                row.state = state(file, row, wrong);
            }
            file.delegations = rows;
        });
}

/// Sends back the rows that a later finding calls an error; all others stay as they are.
pub fn send_back(files: &mut [FileRead], findings: &[Finding]) {
    let errors = findings.iter().filter(|f| f.severity == Severity::Error);
    for finding in errors {
        if let (Some(file), Scope::Row(row)) = (finding.file, finding.scope) {
            files[file as usize].delegations[row as usize].state = RowState::Rejected;
        }
    }
}

fn state(file: &FileRead, row: &Delegation, wrong: bool) -> RowState {
    if file.state == FileState::Duplicate {
        RowState::Duplicate
    } else if is_superseded(file, row) {
        RowState::Superseded
    } else if wrong {
        RowState::Rejected
    } else if row.status.is_some_and(Status::is_not_held) {
        RowState::NotHeld
    } else {
        RowState::Accepted
    }
}

fn is_superseded(file: &FileRead, row: &Delegation) -> bool {
    match FileRead::due(row) {
        Some(due) => file.superseded.iter().any(|(replaced, _)| *replaced == due),
        None => file.state == FileState::Superseded,
    }
}

/// A finding about a repeated or replaced table asks nobody for anything.
pub fn concerns_what_counts(files: &[FileRead], finding: &Finding) -> bool {
    let Some(file) = finding.file.and_then(|file| files.get(file as usize)) else {
        return true;
    };
    if matches!(file.state, FileState::Duplicate | FileState::Superseded) {
        return false;
    }
    match finding.scope {
        Scope::File => true,
        Scope::Section(position) => {
            let section = file.segmentation.sections.get(position as usize);
            let due = section.and_then(|s| s.direction.map(|direction| (direction, s.kind)));
            due.is_none_or(|due| !file.superseded.iter().any(|(replaced, _)| *replaced == due))
        }
        Scope::Row(position) => file
            .delegations
            .get(position as usize)
            .is_none_or(|row| !is_superseded(file, row)),
    }
}

/// Digest of the rule, the department and the values concerned: the same wherever the row moves to.
pub fn fingerprint<'a>(dataset: &'a Dataset, finding: &Finding, reader: &mut Reader<'a>) -> u64 {
    let mut piece = Vec::with_capacity(512);
    let mut part = |text: &str| {
        piece.extend((text.len() as u64).to_le_bytes());
        piece.extend_from_slice(text.as_bytes());
    };
    part(finding.code);
    let department = finding
        .department
        .and_then(|position| dataset.departments.get(position as usize));
    part(department.map_or("", |department| &department.slug));
    part(&finding.cell);
    for value in &finding.values {
        part(value);
    }
    let file = finding
        .file
        .and_then(|position| dataset.files.get(position as usize));
    match (file, finding.scope) {
        (Some(file), Scope::Row(position)) => {
            if let Some(row) = file.delegations.get(position as usize) {
                let file = reader.open(file);
                let texts = file.texts(row);
                for text in [texts.name, texts.countries, texts.content] {
                    part(file.text(text));
                }
            }
        }
        (Some(file), _) => part(&replies::stem(file, finding)),
        (None, _) => {}
    }
    let digest = blake3::hash(&piece);
    let mut first = [0u8; 8];
    first.copy_from_slice(&digest.as_bytes()[..8]);
    u64::from_be_bytes(first)
}
