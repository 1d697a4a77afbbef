//! What a campaign is made with beside its submissions: program, settings, vocabulary, decisions.

use crate::model::comparison::Sources;
use crate::model::dataset::Dataset;
use crate::model::decision::{Decision, DecisionState, Verdict};
use crate::program;
use crate::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};

/// Letters of the build that tell two programs of one version apart.
const BUILD: usize = 8;

/// What the campaign is made with.
pub fn of(workspace: &Workspace, dataset: &Dataset) -> Sources {
    let build = program::SOURCES.get(..BUILD).unwrap_or_default();
    let applied = (0..).zip(&dataset.decisions);
    let applied = applied.filter(|(_, decision)| decision.state == DecisionState::Applied);
    let decisions = applied
        .map(|(number, decision)| (name(decision), paths(dataset, number, decision)))
        .collect::<BTreeMap<String, Vec<String>>>();
    Sources {
        program: format!("{} ({build})", program::VERSION),
        files: workspace.files.clone(),
        decisions,
    }
}

/// "set people=12 8d1f2c3b4a596877 (Lan)".
fn name(decision: &Decision) -> String {
    let what = match &decision.verdict {
        Verdict::Accept => "accept".to_string(),
        Verdict::Same => "same".to_string(),
        Verdict::Different => "different".to_string(),
        Verdict::Exclude => "exclude".to_string(),
        Verdict::Set(setting) => format!("set {}={}", setting.field(), setting.value()),
    };
    let named = format!("{what} {:016x}", decision.fingerprint);
    match decision.by.as_str() {
        "" => named,
        by => format!("{named} ({by})"),
    }
}

/// The submissions that a decision is about.
fn paths(dataset: &Dataset, number: u32, decision: &Decision) -> Vec<String> {
    let mut files: BTreeSet<u32> = BTreeSet::new();
    let findings = dataset.findings.iter();
    for finding in findings.filter(|finding| finding.fingerprint == decision.fingerprint) {
        files.extend(finding.file);
        files.extend(finding.more().other.map(|(file, _)| file));
    }
    let corrections = dataset.corrections.iter();
    let own = corrections.filter(|correction| correction.decision == number);
    files.extend(own.map(|correction| correction.row.file));
    let path = |file: u32| dataset.files[file as usize].submission.path.clone();
    files.into_iter().map(path).collect()
}
