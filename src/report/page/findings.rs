//! Findings grouped by rule, worst first, and the rejected rows.

use super::list::{list, scroll};
use super::{MOST, Page};
use crate::model::dataset::Reader;
use crate::model::finding::{Finding, Severity};
use crate::report::listing;
use crate::report::speak::Speak;
use crate::report::table::findings::{self, FindingRow};
use crate::report::table::rejected::{self, RejectedRow};
use crate::rules;
use crate::words::labels;
use maud::{Markup, html};

/// Findings of one rule and severity.
struct Group<'a> {
    code: &'static str,
    severity: Severity,
    findings: Vec<&'a Finding>,
}

fn groups<'a>(page: Page<'a>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    for finding in listing::findings_worst_first(page.edition.dataset) {
        let same =
            |group: &&mut Group| group.code == finding.code && group.severity == finding.severity;
        match groups.iter_mut().find(same) {
            Some(group) => group.findings.push(finding),
            None => groups.push(Group {
                code: finding.code,
                severity: finding.severity,
                findings: vec![finding],
            }),
        }
    }
    groups.sort_by_key(|group| (group.severity, group.code));
    groups
}

/// A group that folds for each rule; errors stand open.
pub fn section(page: Page) -> Markup {
    let groups = groups(page);
    let all = page.edition.dataset.findings.len();
    let mut left = MOST;
    let shares: Vec<usize> = groups
        .iter()
        .map(|group| {
            let most = group.findings.len().min(left);
            left -= most;
            most
        })
        .collect();
    html! {
        section #findings {
            h2 { (page.say(labels::PAGE_FINDINGS)) " (" (page.count(all as u64)) ")" }
            @if groups.is_empty() { p { (page.say(labels::PAGE_NO_FINDINGS)) } }
            (page.cut(all, MOST, "findings.csv"))
            @for (group, most) in groups.iter().zip(shares) {
                (group_of(page, group, &group.findings[..most]))
            }
        }
    }
}

fn group_of(page: Page, group: &Group, shown: &[&Finding]) -> Markup {
    let lang = page.edition.lang;
    let title = rules::find(group.code).map_or(group.code, |rule| rule.title.in_lang(lang));
    let rows = (1..).zip(shown).map(|(number, finding)| FindingRow {
        edition: page.edition,
        finding,
        number,
    });
    let places = list(page, page.say(labels::PAGE_PLACES), &findings::PAGE, rows);
    html! {
        details.finding.(group.severity.code()) open[group.severity == Severity::Error] {
            summary {
                span class={ "severity " (group.severity.code()) } { (page.say(labels::severity(group.severity))) }
                " " code { (group.code) } " " (title) " "
                span.count { "(" (page.count(group.findings.len() as u64)) ")" }
            }
            (scroll(title, places))
        }
    }
}

/// Rows that went back, as written, with their reasons.
pub fn rejected(page: Page) -> Markup {
    let all = listing::rejected(page.edition.dataset);
    let title = page.say(labels::PAGE_REJECTED);
    let mut reader = Reader::default();
    let rows = (1..=MOST).zip(&all).map(|(number, rejected)| RejectedRow {
        edition: page.edition,
        rejected,
        written: listing::as_written(page.edition, reader.open(rejected.file), rejected.row),
        number,
    });
    html! {
        section #rejected {
            h2 { (title) " (" (page.count(all.len() as u64)) ")" }
            (page.cut(all.len(), MOST, "rejected.csv"))
            @if all.is_empty() { p { (page.say(labels::PAGE_NO_ROWS)) } }
            @else { (scroll(title, list(page, title, &rejected::PAGE, rows))) }
        }
    }
}
