//! Findings grouped by rule, worst first, and the rejected rows.

use super::list::{list, scroll};
use super::{MOST, Page, headline};
use crate::model::dataset::Reader;
use crate::model::finding::{Finding, Lang, Severity};
use crate::report::listing;
use crate::report::speak::Speak;
use crate::report::table::findings::{self, FindingRow};
use crate::report::table::rejected::{self, RejectedRow};
use crate::rules;
use crate::words::labels;
use maud::{Markup, html};

/// Findings of one rule and severity.
#[derive(Debug)]
pub struct Group<'a> {
    code: &'static str,
    pub severity: Severity,
    pub findings: Vec<&'a Finding>,
}

impl Group<'_> {
    fn name(&self, lang: Lang) -> &'static str {
        rules::find(self.code).map_or(self.code, |rule| rule.title.in_lang(lang))
    }

    /// Severity, code, title and how many.
    pub fn title(&self, page: Page) -> Markup {
        html! {
            span class={ "severity " (self.severity.code()) } { (page.say(labels::severity(self.severity))) }
            " " code { (self.code) } " " (self.name(page.lang())) " "
            span.count { "(" (page.count(self.findings.len() as u64)) ")" }
        }
    }
}

/// Findings by rule, worst first.
pub fn groups<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    for finding in findings {
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
    let groups = groups(listing::findings_worst_first(page.edition.dataset).into_iter());
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
    let body = html! {
        @if groups.is_empty() { p.lead { (page.say(labels::PAGE_NO_FINDINGS)) } }
        @else { p.lead { (headline::findings(page)) } }
        (page.cut(all, MOST, "findings.csv"))
        @for (group, most) in groups.iter().zip(shares) {
            (group_of(page, group, &group.findings[..most]))
        }
        (page.download(&["findings.csv"]))
    };
    let title = page.say(labels::PAGE_FINDINGS);
    page.part(
        "findings",
        &format!("{title} ({})", page.count(all as u64)),
        body,
    )
}

fn group_of(page: Page, group: &Group, shown: &[&Finding]) -> Markup {
    let rows = (1..).zip(shown).map(|(number, finding)| FindingRow {
        edition: page.edition,
        finding,
        number,
    });
    let places = list(page, page.say(labels::PAGE_PLACES), &findings::PAGE, rows);
    html! {
        details.finding.(group.severity.code()) open[group.severity == Severity::Error] {
            summary { (group.title(page)) }
            (scroll(group.name(page.lang()), places))
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
    let body = html! {
        (page.cut(all.len(), MOST, "rejected.csv"))
        @if all.is_empty() { p.lead { (page.say(labels::PAGE_NO_ROWS)) } }
        @else {
            p.lead { (page.fill(labels::LEAD_REJECTED, &[&page.count(all.len() as u64)])) }
            (scroll(title, list(page, title, &rejected::PAGE, rows)))
            (page.download(&["rejected.csv"]))
        }
    };
    page.part(
        "rejected",
        &format!("{title} ({})", page.count(all.len() as u64)),
        body,
    )
}
