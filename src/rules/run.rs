//! Runs the rules over a file and over a campaign, with the severities that the office set.

use super::{ALL, Campaign, Check, FileContext, Report, RowContext};
use crate::model::dataset::{Dataset, FileRead};
use crate::model::finding::{Finding, Scope, Severity};
use rayon::prelude::*;

/// The severity of each rule, in the order of [`ALL`]; `None` switches it off.
#[derive(Debug, Clone)]
pub struct Severities(Vec<Option<Severity>>);

impl Severities {
    /// From what a configuration says of each rule.
    pub fn new(of: impl Fn(&super::Rule) -> Option<Severity>) -> Severities {
        Severities(ALL.iter().map(|rule| of(rule)).collect())
    }

    fn enabled(&self) -> impl Iterator<Item = (&'static super::Rule, Severity)> {
        let rules = ALL.iter().zip(&self.0);
        rules.filter_map(|(rule, severity)| severity.map(|severity| (*rule, severity)))
    }
}

/// All findings of the rules that see one file alone. Where the file itself is at fault nothing is
/// said of its rows: they go back with it.
pub fn check_file(
    file: &FileRead,
    index: u32,
    campaign: Campaign,
    severities: &Severities,
) -> Vec<Finding> {
    let file = &file.open();
    let context = FileContext { campaign, file };
    let mut report = Report::new(Some(index));
    for (rule, severity) in severities.enabled() {
        if let Check::File(check) = rule.check {
            report.begin(rule.code, severity);
            check(&context, &mut report);
        }
    }
    let lost = report
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Error && finding.scope == Scope::File);
    if lost {
        report
            .findings
            .retain(|finding| finding.scope == Scope::File);
        return report.findings;
    }
    let row_rules: Vec<_> = severities
        .enabled()
        .filter_map(|(rule, severity)| match rule.check {
            Check::Row(check) => Some((rule.code, severity, check)),
            _ => None,
        })
        .collect();
    for (at, row) in file.delegations.iter().enumerate() {
        let section = file.section(row);
        let context = RowContext {
            campaign,
            file,
            section,
            row,
            texts: file.texts(row),
            index: at as u32,
        };
        for (code, severity, check) in &row_rules {
            report.begin(code, *severity);
            check(&context, &mut report);
        }
    }
    report.findings
}

/// All findings of the rules that see rows which were decided to be one.
pub fn check_joint(dataset: &Dataset, severities: &Severities) -> Vec<Finding> {
    let mut report = Report::new(None);
    for (rule, severity) in severities.enabled() {
        if let Check::Joint(check) = rule.check {
            report.begin(rule.code, severity);
            check(dataset, &mut report);
        }
    }
    report.findings
}

/// All findings of the rules that see what became of people's decisions.
pub fn check_decided(dataset: &Dataset, severities: &Severities) -> Vec<Finding> {
    let mut report = Report::new(None);
    for (rule, severity) in severities.enabled() {
        if let Check::Decided(check) = rule.check {
            report.begin(rule.code, severity);
            check(dataset, &mut report);
        }
    }
    report.findings
}

/// All findings of the rules that see what came after a campaign was frozen.
pub fn check_frozen(dataset: &Dataset, severities: &Severities) -> Vec<Finding> {
    let mut report = Report::new(None);
    for (rule, severity) in severities.enabled() {
        if let Check::Frozen(check) = rule.check {
            report.begin(rule.code, severity);
            check(dataset, &mut report);
        }
    }
    report.findings
}

/// All findings of the rules that see the whole campaign.
pub fn check_across(dataset: &Dataset, severities: &Severities) -> Vec<Finding> {
    let rules: Vec<_> = severities.enabled().collect();
    // Each passes over all rows: they pass side by side, and tell in the order of the rules.
    let rules = rules.into_par_iter().with_max_len(1);
    let told = rules.flat_map_iter(|(rule, severity)| {
        let mut report = Report::new(None);
        if let Check::Across(check) = rule.check {
            report.begin(rule.code, severity);
            check(dataset, &mut report);
        }
        report.findings
    });
    told.collect()
}
