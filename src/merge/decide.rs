//! Applies what people decided: an explained warning, an accepted year slip, a pair that is one.

use super::joint::Ties;
use crate::model::dataset::Dataset;
use crate::model::decision::{Decision, DecisionState, Verdict};
use crate::model::finding::{Finding, Scope, Severity};
use crate::model::value::Quarter;
use crate::rules;
use std::collections::HashMap;
use std::sync::Arc;

/// Settles the findings that a decision names, and counts rows that were decided to be one once. What it
/// finds out about each decision stays with it.
pub fn apply(dataset: &mut Dataset) {
    let mut ties = Ties::default();
    settle_from(dataset, 0, &mut ties);
    ties.unite(dataset);
}

/// Settles findings that were added when there were this many.
pub fn apply_from(dataset: &mut Dataset, first: usize) {
    settle_from(dataset, first, &mut Ties::default());
}

fn settle_from(dataset: &mut Dataset, first: usize, ties: &mut Ties) {
    let mut decisions = std::mem::take(&mut dataset.decisions);
    let of_findings = decisions.iter().enumerate();
    let of_findings = of_findings.filter(|(_, decision)| !decision.verdict.is_about_a_row());
    let by_print: HashMap<u64, usize> = of_findings
        .map(|(index, decision)| (decision.fingerprint, index))
        .collect();
    for index in first..dataset.findings.len() {
        let Some(&which) = by_print.get(&dataset.findings[index].fingerprint) else {
            continue;
        };
        let decision = &mut decisions[which];
        if settle(dataset, index, decision, ties) {
            decision.state = DecisionState::Applied;
            let reason = decision.reason.clone();
            dataset.findings[index].more_mut().explained = Some(reason);
        } else if decision.state == DecisionState::Stale {
            decision.state = DecisionState::Unfit;
        }
    }
    dataset.decisions = decisions;
}

/// `false` where the decision does not fit the finding.
fn settle(dataset: &mut Dataset, index: usize, decision: &Decision, ties: &mut Ties) -> bool {
    let finding = dataset.findings[index].clone();
    match &decision.verdict {
        Verdict::Accept if finding.severity == Severity::Error => false,
        Verdict::Accept => {
            accept_year_slip(dataset, &finding);
            true
        }
        Verdict::Different => finding.more().other.is_some(),
        Verdict::Same => ties.tie(dataset, &finding),
        Verdict::Exclude | Verdict::Set(_) => false,
    }
}

/// An accepted `outside_year` finding says that the year is a slip: the stated quarter counts.
fn accept_year_slip(dataset: &mut Dataset, finding: &Finding) {
    let (Some(file), Scope::Row(row)) = (finding.file, finding.scope) else {
        return;
    };
    let row = dataset.files[file as usize]
        .delegations
        .get_mut(row as usize);
    let Some(row) = row.filter(|row| row.period.class() == Quarter::OutsideYear) else {
        return;
    };
    if finding.code == rules::YEAR_SLIP
        && let Some(stated) = row.period.stated
    {
        Arc::make_mut(&mut row.period).quarter = Some(stated);
    }
}
