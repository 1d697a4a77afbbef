//! Which file is whose, which version and which row counts, and what that makes of the campaign.

mod departments;
mod ledger;
mod states;
mod versions;

use crate::model::dataset::{Dataset, FileRead, LineAccount, RowAccount};
use crate::model::finding::{Finding, Lang};
use crate::model::submission::{Ignored, Sight};
use crate::vocabulary::register::Register;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What the merge must know beside the files.
#[derive(Debug)]
pub struct Terms<'a> {
    pub year: i32,
    pub results_year: i32,
    pub register: &'a Register,
    /// By digest of content.
    pub sights: &'a BTreeMap<String, Sight>,
    /// The sight of what the history does not know.
    pub new: Sight,
    pub deadline: Option<Date>,
    pub after_deadline: Option<bool>,
    pub lang: Lang,
}

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
        let sight = terms.sights.get(&file.digest).unwrap_or(&terms.new);
        file.first_seen = sight.first_seen.clone();
        file.late = sight.late;
    }
    versions::mark_duplicates(&mut files);
    versions::mark_superseded(&mut files);
    states::assign(&mut files, &findings);
    findings.retain(|finding| states::concerns_what_counts(&files, finding));
    ignored.sort_by(|a, b| a.path.cmp(&b.path));
    let mut lines = LineAccount::default();
    let mut rows = RowAccount::default();
    for file in &files {
        lines.merge(&file.lines);
        for row in &file.delegations {
            rows.add(row.state);
        }
    }
    Dataset {
        year: terms.year,
        results_year: terms.results_year,
        departments,
        files,
        ignored,
        deadline: terms.deadline,
        after_deadline: terms.after_deadline,
        findings,
        ledger: Vec::new(),
        lines,
        rows,
    }
}

/// Adds the findings across files, fixes the order of all, and writes the ledger.
pub fn conclude(dataset: &mut Dataset, across: Vec<Finding>, terms: &Terms) {
    dataset.findings.extend(across);
    for at in 0..dataset.findings.len() {
        let print = states::fingerprint(dataset, &dataset.findings[at]);
        dataset.findings[at].fingerprint = print;
    }
    dataset.findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.file.is_none(), f.file, f.place, f.code, f.department);
        key(a).cmp(&key(b)).then_with(|| a.values.cmp(&b.values))
    });
    dataset.ledger = ledger::write(dataset, terms);
}
