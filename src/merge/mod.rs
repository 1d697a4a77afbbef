//! Which file is whose, which version and which row counts, and what that makes of the campaign.

mod claims;
mod containers;
mod correct;
mod counts;
mod decide;
mod departments;
mod joint;
mod ledger;
mod replies;
mod states;
mod versions;
mod years;

use crate::model::dataset::{Dataset, FileRead, Reader};
use crate::model::decision::{Decision, RowId};
use crate::model::finding::{Finding, Lang, Severity};
use crate::model::submission::{FirstSight, Ignored};
use crate::vocabulary::register::Register;
use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// What the merge must know beside the files.
#[derive(Debug)]
pub struct Terms<'a> {
    pub year: i32,
    pub results_year: i32,
    pub register: &'a Register,
    /// By digest of content.
    pub first_sights: &'a BTreeMap<String, FirstSight>,
    /// The sight of what the history does not know.
    pub new: FirstSight,
    pub deadline: Option<Date>,
    pub after_deadline: Option<bool>,
    pub decisions: &'a [Decision],
    pub lang: Lang,
}

/// The rows that decisions may name, by their ids.
pub type RowsById = FxHashMap<u64, RowId>;

/// Merges the files of a campaign, in the order of their paths. Findings carry indexes into `files`.
pub fn merge(
    mut files: Vec<FileRead>,
    mut ignored: Vec<Ignored>,
    mut findings: Vec<Finding>,
    terms: &Terms,
) -> Dataset {
    let departments = departments::resolve(&mut files, terms.register, terms.year);
    for finding in &mut findings {
        let file = finding.file.and_then(|file| files.get(file as usize));
        finding.department = file.map(|file| file.department);
    }
    for file in &mut files {
        let first_sight = terms.first_sights.get(&file.digest).unwrap_or(&terms.new);
        file.first_seen = first_sight.first_seen.clone();
        file.late = first_sight.late;
        file.of_other_years = years::others(file, terms);
    }
    versions::mark_duplicates(&mut files);
    containers::mark_same_rows(&mut files);
    replies::mark_replied(&mut files);
    versions::mark_superseded(&mut files);
    states::assign(&mut files, &findings);
    findings.retain(|finding| states::concerns_what_counts(&files, finding));
    ignored.sort_by(|a, b| a.path.cmp(&b.path));
    departments::resolve_ignored(&mut ignored, &departments, terms);
    Dataset {
        year: terms.year,
        results_year: terms.results_year,
        unread: departments::unread(&files, &ignored),
        departments,
        files,
        ignored,
        deadline: terms.deadline,
        after_deadline: terms.after_deadline,
        decisions: terms.decisions.to_vec(),
        findings,
        ..Dataset::default()
    }
}

/// Adds the findings of the rules across files, gives every finding its fingerprint, and applies
/// what people decided; `by_id` finds rows that decisions name, `of_joint` what is to be asked about rows
/// that are one by that.
pub fn decide(
    dataset: &mut Dataset,
    across: Vec<Finding>,
    by_id: impl Fn(&Dataset) -> RowsById,
    of_joint: impl Fn(&Dataset) -> Vec<Finding>,
) {
    let errors = across.iter().any(|f| f.severity == Severity::Error);
    add(dataset, across);
    if errors {
        states::assign(&mut dataset.files, &dataset.findings);
    }
    claims::attach(dataset);
    decide::apply(dataset);
    correct::apply(dataset, by_id);
    let joint = of_joint(dataset);
    let first = dataset.findings.len();
    states::send_back(&mut dataset.files, &joint);
    add(dataset, joint);
    decide::apply_from(dataset, first);
}

/// Adds the findings about decisions, counts lines and rows, fixes the order and writes the ledger.
pub fn conclude(dataset: &mut Dataset, decided: Vec<Finding>, terms: &Terms) {
    for file in &dataset.files {
        dataset.lines.merge(&file.lines);
    }
    dataset.rows = dataset.files.par_iter().map(FileRead::account).sum();
    amend(dataset, decided, terms);
}

/// Adds findings that move no figure, fixes the order and writes the ledger.
pub fn amend(dataset: &mut Dataset, findings: Vec<Finding>, terms: &Terms) {
    add(dataset, findings);
    dataset.findings.par_sort_by(|a, b| {
        let key = |f: &Finding| (f.file.is_none(), f.file, f.place, f.code, f.department);
        let values = || a.values.cmp(&b.values);
        let details = || a.more().details.cmp(&b.more().details);
        key(a).cmp(&key(b)).then_with(values).then_with(details)
    });
    dataset.ledger = ledger::write(dataset, terms);
}

fn add(dataset: &mut Dataset, findings: Vec<Finding>) {
    dataset.findings.extend(findings);
    let mut findings = std::mem::take(&mut dataset.findings);
    // Findings of a file stand together.
    let of_files = findings.par_chunk_by_mut(|a, b| a.file == b.file);
    of_files.for_each(|findings| {
        let mut reader = Reader::default();
        for finding in findings.iter_mut().filter(|f| f.fingerprint == 0) {
            finding.fingerprint = states::fingerprint(dataset, finding, &mut reader);
        }
    });
    dataset.findings = findings;
}
