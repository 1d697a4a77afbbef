//! The end of a campaign's consolidation: nothing is lost, its figures add up, and its stamp tells it from others.

use super::campaign::Campaign;
use super::job::Settings;
use crate::edition::Stamp;
use crate::failure::Failure;
use crate::model::dataset::Dataset;
use crate::program;
use crate::summarise;
use crate::words::{Words, faults};
use crate::workspace::Workspace;

/// Accounts for a merged campaign and makes its figures.
pub(super) fn summarised(
    dataset: Dataset,
    first_seen: Vec<String>,
    workspace: &Workspace,
    settings: &Settings,
) -> Result<Campaign, Failure> {
    check(&dataset)?;
    let summary = summarise::summarise(&dataset)?;
    if !summarise::balances(&summary, dataset.rows.accepted) {
        return Err(unbalanced(dataset.year, faults::TABLES_DISAGREE));
    }
    Ok(Campaign {
        stamp: stamp(&dataset, workspace, settings),
        dataset,
        summary,
        first_seen,
    })
}

/// Nothing is lost: every line in one class, every row of every section in one state.
fn check(dataset: &Dataset) -> Result<(), Failure> {
    let mut files = dataset.files.iter();
    let lost = files.find(|f| !f.lines.balances() || f.rows_cut != f.delegations.len());
    if let Some(file) = lost {
        return Err(Failure::Unfit {
            place: file.submission.path.clone(),
            fact: faults::UNACCOUNTED,
            values: Vec::new(),
        });
    }
    match dataset.lines.balances() && dataset.rows.balances() {
        true => Ok(()),
        false => Err(unbalanced(dataset.year, faults::UNBALANCED)),
    }
}

fn unbalanced(year: i32, fact: Words) -> Failure {
    Failure::Unfit {
        place: year.to_string(),
        fact,
        values: Vec::new(),
    }
}

/// Digests that change when, and only when, the outputs may.
fn stamp(dataset: &Dataset, workspace: &Workspace, settings: &Settings) -> Stamp {
    let input_digest = input_digest(dataset, workspace);
    let late = dataset.files.iter().filter(|file| file.late).count();
    let state = format!(
        "{} {}|{input_digest}|{}|{:?}|{:?}|{late}|{:?}|{:?}",
        program::VERSION,
        program::SOURCES,
        dataset.year,
        settings.lang,
        dataset.after_deadline,
        dataset.kept,
        dataset.earlier,
    );
    let run_id = blake3::hash(state.as_bytes()).to_hex()[..16].to_string();
    Stamp {
        run_id,
        input_digest,
    }
}

/// Digest of the submissions and of all that steers their reading.
fn input_digest(dataset: &Dataset, workspace: &Workspace) -> String {
    let mut inputs = blake3::Hasher::new();
    inputs.update(workspace.digest.as_bytes());
    let mut part = |text: &str| {
        inputs.update(&(text.len() as u64).to_le_bytes());
        inputs.update(text.as_bytes());
    };
    for file in &dataset.files {
        let unreadable = file.unreadable.as_ref().map(ToString::to_string);
        part(&file.submission.path);
        part(&file.digest);
        part(&unreadable.unwrap_or_default());
    }
    for ignored in &dataset.ignored {
        part(&ignored.path);
    }
    inputs.finalize().to_hex()[..32].to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::discover;
    use crate::model::dataset::{FileRead, LineAccount};
    use crate::model::section::LineClass;
    use std::path::PathBuf;

    fn dataset() -> Dataset {
        let submission = discover::single(&PathBuf::from(file!())).unwrap();
        let mut file = FileRead::new(submission, String::new());
        file.lines.total = 3;
        file.lines.add(LineClass::Blank, 2);
        file.lines.add(LineClass::Prose, 1);
        let mut lines = LineAccount::default();
        lines.merge(&file.lines);
        Dataset {
            year: 2021,
            results_year: 2020,
            files: vec![file],
            lines,
            ..Dataset::default()
        }
    }

    #[test]
    fn a_line_or_a_row_that_is_in_no_class_or_in_two_fails_the_run() {
        assert!(check(&dataset()).is_ok());
        let mut lost = dataset();
        lost.files[0].lines.total += 1;
        let failure = check(&lost).unwrap_err().to_string();
        assert!(failure.contains("account.rs"), "{failure}");
        let mut twice = dataset();
        twice.lines.add(LineClass::Blank, 1);
        assert!(check(&twice).is_err());
        let mut row = dataset();
        row.rows.read = 1;
        assert!(check(&row).is_err());
    }
}
