//! A fold for each department: its figures now and in earlier years, its submissions, what it has to correct.

use super::findings::groups;
use super::list::{list, scroll};
use super::{Page, foreign};
use crate::model::finding::{Finding, Severity};
use crate::model::ledger::LedgerLine;
use crate::model::summary::Line;
use crate::report::listing::{self, By};
use crate::report::speak::Speak;
use crate::report::table::ledger::{self, LedgerRow};
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::rules;
use crate::words::labels;
use maud::{Markup, html};

/// Messages of errors that stand in a fold; the table of findings has the rest.
const MOST_MESSAGES: usize = 10;

/// What stands on the page about one department.
#[derive(Debug)]
struct Own<'a> {
    index: u32,
    slug: &'a str,
    lines: Vec<&'a Line>,
    ledger: Vec<&'a LedgerLine>,
    findings: Vec<&'a Finding>,
}

/// All departments in the order of the register, then what no department is known of.
pub fn section(page: Page) -> Markup {
    let dataset = page.edition.dataset;
    let own = (0..)
        .zip(&dataset.departments)
        .map(|(index, department)| Own {
            index,
            slug: &department.slug,
            lines: page
                .edition
                .summary
                .by_department
                .iter()
                .filter(|line| line.key == department.slug)
                .collect(),
            ledger: dataset
                .ledger
                .iter()
                .filter(|line| line.department == Some(index))
                .collect(),
            findings: dataset
                .findings
                .iter()
                .filter(|finding| listing::department_index(dataset, finding) == Some(index))
                .collect(),
        });
    let unknown: Vec<&LedgerLine> = dataset
        .ledger
        .iter()
        .filter(|line| line.department.is_none())
        .collect();
    let body = html! {
        p.note { (page.say(labels::PAGE_EACH_INTRO)) }
        @for own in own { (fold(page, &own)) }
        @if !unknown.is_empty() {
            details.dept {
                summary { strong { (page.say(labels::DEPARTMENT_UNKNOWN)) } " " span.count { "(" (unknown.len()) ")" } }
                (submissions(page, &unknown))
            }
        }
    };
    html! { div.screen { (page.part("each", page.say(labels::PAGE_EACH), body)) } }
}

fn fold(page: Page, own: &Own) -> Markup {
    let name = &page.edition.dataset.departments[own.index as usize].name;
    html! {
        details.dept {
            summary { strong { (foreign(name)) } " " span.count { (brief(page, own)) } }
            div.anchor id={ "d" (own.index) } {
                (links(page, own))
                (figures(page, own))
                @if !own.ledger.is_empty() { (submissions(page, &own.ledger)) }
                (findings(page, own))
            }
        }
    }
}

/// "12 đoàn ra, 3 đoàn vào; 2 lỗi": what can be told before the fold is opened.
fn brief(page: Page, own: &Own) -> String {
    let mut parts = Vec::new();
    for line in &own.lines {
        let kind = page.say(labels::kind(line.kind)).to_lowercase();
        let direction = page.say(labels::direction(line.direction)).to_lowercase();
        parts.push(format!(
            "{kind} {} {direction}",
            page.count(line.totals.delegations)
        ));
    }
    let missing = own
        .ledger
        .iter()
        .filter(|line| line.state == "missing")
        .count();
    if missing > 0 {
        parts.push(page.fill(labels::BRIEF_MISSING, &[&page.count(missing as u64)]));
    }
    let errors = own
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error)
        .count();
    if errors > 0 {
        let name = page.say(labels::severity(Severity::Error)).to_lowercase();
        parts.push(format!("{} {name}", page.count(errors as u64)));
    }
    if own.lines.is_empty() && own.ledger.is_empty() && own.findings.is_empty() {
        parts.push(page.say(labels::NOT_DUE).to_string());
    }
    parts.join(" · ")
}

/// The files that go to the department, and the way to its rows.
fn links(page: Page, own: &Own) -> Markup {
    let dataset = page.edition.dataset;
    let has_sent = dataset
        .files
        .iter()
        .any(|file| file.department == own.index);
    let owes = dataset
        .missing()
        .iter()
        .any(|(department, _)| *department == own.index);
    html! {
        p.links {
            @if !own.lines.is_empty() {
                a href="#rows" data-f={ "d" (own.index) } { (page.say(labels::PAGE_ITS_ROWS)) }
            }
            @if has_sent { " " a href={ "feedback/" (own.slug) ".xlsx" } { (page.say(labels::PAGE_ITS_FEEDBACK)) } }
            @if has_sent || owes { " " a href={ "letters/" (own.slug) ".docx" } { (page.say(labels::PAGE_ITS_LETTER)) } }
        }
    }
}

/// Its figures of this campaign, and below them those of earlier ones.
fn figures(page: Page, own: &Own) -> Markup {
    let earlier: Vec<&Line> = page
        .edition
        .dataset
        .earlier
        .iter()
        .filter(|line| line.key == own.slug)
        .collect();
    if own.lines.is_empty() && earlier.is_empty() {
        return Markup::default();
    }
    let title = page.say(labels::PAGE_ITS_FIGURES);
    let name = |line: &Line| {
        let direction = page.say(labels::direction(line.direction));
        format!(
            "{} - {direction}",
            labels::kind_of_year(line.kind, line.year, page.lang())
        )
    };
    let table = html! {
        table {
            caption { (title) }
            thead { tr {
                th scope="col" { (page.say(labels::ITEM)) }
                @for measure in Measure::FIGURES { th.number scope="col" { (page.say(measure.heading())) } }
            } }
            tbody {
                @for line in &own.lines {
                    tr {
                        th scope="row" { (name(line)) }
                        (page.figures(Part::from((line.kind, line.direction)), Some((By::Department, own.slug)), &line.totals))
                    }
                }
                @for line in earlier { tr { th scope="row" { (name(line)) } (page.plain_figures(&line.totals, "…")) } }
            }
        }
    };
    scroll(title, table)
}

fn submissions(page: Page, lines: &[&LedgerLine]) -> Markup {
    let title = page.say(labels::PAGE_LEDGER);
    let rows = (1..).zip(lines).map(|(number, line)| LedgerRow {
        edition: page.edition,
        line,
        number,
    });
    scroll(title, list(page, title, &ledger::PAGE[1..], rows))
}

/// Its findings by rule; of errors, what they say.
fn findings(page: Page, own: &Own) -> Markup {
    html! {
        @if !own.findings.is_empty() {
            ul.findings {
                @for group in groups(own.findings.iter().copied()) {
                    li {
                        (group.title(page))
                        @if group.severity == Severity::Error { (messages(page, &group.findings)) }
                    }
                }
            }
        }
    }
}

fn messages(page: Page, errors: &[&Finding]) -> Markup {
    let left = errors.len().saturating_sub(MOST_MESSAGES);
    html! {
        ul {
            @for error in errors.iter().take(MOST_MESSAGES) { li { (foreign(&rules::message(error, page.lang()))) } }
            @if left > 0 { li { a href="#findings" { (page.fill(labels::PAGE_MORE, &[&page.count(left as u64)])) } } }
        }
    }
}
