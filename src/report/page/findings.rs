//! Findings grouped by rule, worst first, and the rejected rows.

use super::{MOST, Page, foreign};
use crate::model::dataset::{Opened, Reader};
use crate::model::finding::{Finding, Severity};
use crate::report::listing;
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
    let heads = [
        labels::DEPARTMENT,
        labels::FILE,
        labels::LINE,
        labels::COLUMN,
        labels::CELL,
        labels::PROBLEM,
        labels::HINT,
    ];
    html! {
        details.finding.(group.severity.code()) open[group.severity == Severity::Error] {
            summary {
                span class={ "severity " (group.severity.code()) } { (page.say(labels::severity(group.severity))) }
                " " code { (group.code) } " " (title) " "
                span.count { "(" (page.count(group.findings.len() as u64)) ")" }
            }
            div.scroll tabindex="0" role="region" aria-label=(title) {
                table.tool {
                    caption { (page.say(labels::PAGE_PLACES)) }
                    thead { tr { @for head in heads { th scope="col" { (page.say(head)) } } } }
                    tbody { @for finding in shown { (line(page, finding)) } }
                }
            }
        }
    }
}

fn line(page: Page, finding: &Finding) -> Markup {
    let dataset = page.edition.dataset;
    let lang = page.edition.lang;
    let file = listing::file_of(dataset, finding);
    html! {
        tr {
            td { (foreign(listing::department_of(dataset, finding))) }
            td.path { @if let Some(file) = file { (foreign(&file.submission.path)) } }
            td.number { (listing::line_of(file, finding.place)) }
            td.number { @if finding.place.column > 0 { (finding.place.column) } }
            td.cell { (foreign(listing::cell_of(page.edition, finding))) }
            td { (foreign(&rules::message(finding, lang))) }
            td {
                (foreign(&rules::hint(finding, lang)))
                @if let Some(reason) = &finding.more().explained {
                    p.explained { (page.say(labels::EXPLAINED)) ": " (foreign(reason)) }
                } @else if let Some(claim) = &finding.more().claim {
                    p.explained { (page.say(labels::CLAIMED)) ": " (foreign(claim)) }
                }
            }
        }
    }
}

/// Rows that went back, as written, with their reasons.
pub fn rejected(page: Page) -> Markup {
    let rejected = listing::rejected(page.edition.dataset);
    let mut reader = Reader::default();
    let heads = [
        labels::DEPARTMENT,
        labels::FILE,
        labels::LINE,
        labels::DIRECTION,
        labels::REASONS,
        labels::TEXT,
    ];
    html! {
        section #rejected {
            h2 { (page.say(labels::PAGE_REJECTED)) " (" (page.count(rejected.len() as u64)) ")" }
            (page.cut(rejected.len(), MOST, "rejected.csv"))
            @if rejected.is_empty() { p { (page.say(labels::PAGE_NO_ROWS)) } }
            @else {
                div.scroll tabindex="0" role="region" aria-label=(page.say(labels::PAGE_REJECTED)) {
                    table.tool {
                        caption { (page.say(labels::PAGE_REJECTED)) }
                        thead { tr { @for head in heads { th scope="col" { (page.say(head)) } } } }
                        tbody { @for row in rejected.iter().take(MOST) { (rejected_line(page, row, reader.open(row.file))) } }
                    }
                }
            }
        }
    }
}

fn rejected_line(page: Page, rejected: &listing::Rejected, file: &Opened) -> Markup {
    let row = rejected.row;
    let direction = row.direction.map_or(labels::UNCLEAR, labels::direction);
    html! {
        tr {
            td { (foreign(&page.edition.dataset.department(file).name)) }
            td.path { (foreign(&file.submission.path)) }
            td.number { (listing::line_of_row(file, row)) }
            td { (page.say(direction)) " - " (page.say(labels::kind(row.kind)).to_lowercase()) }
            td {
                @for error in &rejected.errors {
                    div { code { (error.code) } " " (foreign(&rules::message(error, page.edition.lang))) }
                }
            }
            td.cell { (foreign(&listing::as_written(page.edition, file, row))) }
        }
    }
}
