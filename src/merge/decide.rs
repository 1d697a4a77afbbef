//! Applies what people decided: an explained warning, an accepted year slip, a pair that is one.

use crate::model::dataset::{Credit, Dataset};
use crate::model::decision::{Decision, DecisionState, Verdict};
use crate::model::delegation::RowState;
use crate::model::finding::{Finding, Scope, Severity};
use crate::model::value::Quarter;
use crate::rules;
use std::collections::HashMap;
use std::sync::Arc;

/// Settles the findings that a decision names. What it finds out about each decision stays with it.
pub fn apply(dataset: &mut Dataset) {
    let mut decisions = std::mem::take(&mut dataset.decisions);
    let by_print: HashMap<u64, usize> = decisions
        .iter()
        .enumerate()
        .map(|(index, decision)| (decision.fingerprint, index))
        .collect();
    for index in 0..dataset.findings.len() {
        let Some(&which) = by_print.get(&dataset.findings[index].fingerprint) else {
            continue;
        };
        let decision = &mut decisions[which];
        if settle(dataset, index, decision) {
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
fn settle(dataset: &mut Dataset, index: usize, decision: &Decision) -> bool {
    let finding = dataset.findings[index].clone();
    match decision.verdict {
        Verdict::Accept if finding.severity == Severity::Error => false,
        Verdict::Accept => {
            accept_year_slip(dataset, &finding);
            true
        }
        Verdict::Different => finding.more().other.is_some(),
        Verdict::Same => count_once(dataset, &finding),
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

/// The later row of the pair counts no more; the earlier one is credited to its department too.
fn count_once(dataset: &mut Dataset, finding: &Finding) -> bool {
    let (Some(file), Some((other_file, other_row))) = (finding.file, finding.more().other) else {
        return false;
    };
    let Scope::Row(row) = finding.scope else {
        return false;
    };
    let department = dataset.files[file as usize].department;
    let repeated = &mut dataset.files[file as usize].delegations[row as usize];
    if repeated.state != RowState::Accepted {
        return false;
    }
    repeated.state = RowState::Duplicate;
    let credit = Credit {
        file: other_file,
        row: other_row,
        department,
    };
    if department != dataset.files[other_file as usize].department
        && !dataset.credits.contains(&credit)
    {
        dataset.credits.push(credit);
    }
    true
}
