//! Who has sent what, and the accounting of lines, rows and files.

use super::{MOST, Page, foreign};
use crate::model::dataset::LedgerLine;
use crate::model::delegation::RowState;
use crate::model::section::{Direction, Kind, LineClass};
use crate::words::labels;
use maud::{Markup, html};

/// The four tables that a department may owe.
fn dues() -> [(Kind, Direction); 4] {
    let [plan, realised] = Kind::ALL;
    let [outbound, inbound] = Direction::ALL;
    [
        (plan, outbound),
        (plan, inbound),
        (realised, outbound),
        (realised, inbound),
    ]
}

/// A sign beside the words of a state: told apart without colour.
fn sign(state: &str) -> &'static str {
    match state {
        "submitted" => "✓",
        "nil" => "○",
        "nil_unconfirmed" => "?",
        "missing" => "✕",
        "unreadable" => "!",
        _ => "·",
    }
}

fn chip(page: Page, line: &LedgerLine) -> Markup {
    html! {
        span class={ "state " (line.state) } {
            span aria-hidden="true" { (sign(line.state)) } " "
            (labels::ledger_state(line.state, page.edition.lang))
        }
        @if line.late { " " span.state.late { (page.say(labels::LATE)) } }
    }
}

/// The matrix of departments and tables, then every line of the ledger.
pub fn section(page: Page) -> Markup {
    let dataset = page.edition.dataset;
    html! {
        section #ledger {
            h2 { (page.say(labels::PAGE_LEDGER)) }
            div.scroll tabindex="0" role="region" aria-label=(page.say(labels::PAGE_LEDGER)) {
                table.tool {
                    caption { (page.say(labels::PAGE_LEDGER)) }
                    thead { tr {
                        th scope="col" { (page.say(labels::DEPARTMENT)) }
                        @for (kind, direction) in dues() {
                            th scope="col" {
                                (page.say(labels::direction(direction))) " - " (page.of_kind(kind).to_lowercase())
                            }
                        }
                    } }
                    tbody {
                        @for (at, department) in dataset.departments.iter().enumerate() {
                            tr {
                                th scope="row" { (foreign(&department.name)) }
                                @for (kind, direction) in dues() {
                                    td {
                                        @for line in dataset.ledger.iter().filter(|line| {
                                            line.department == Some(at as u32)
                                                && line.kind == Some(kind)
                                                && line.direction == Some(direction)
                                        }) { (chip(page, line)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            (detail(page))
        }
    }
}

fn detail(page: Page) -> Markup {
    let dataset = page.edition.dataset;
    let heads = [
        labels::DEPARTMENT,
        labels::DIRECTION,
        labels::KIND,
        labels::STATE,
        labels::FILE,
        labels::ROWS,
        labels::ACCEPTED,
        labels::REJECTED_ROWS,
        labels::ERRORS,
        labels::WARNINGS,
        labels::FIRST_SEEN,
        labels::FORM_NOTES,
    ];
    html! {
        details.screen {
            summary { (page.say(labels::PAGE_LEDGER_DETAIL)) " (" (page.count(dataset.ledger.len() as u64)) ")" }
            (page.cut(dataset.ledger.len(), MOST, "submissions.csv"))
            div.scroll tabindex="0" role="region" aria-label=(page.say(labels::PAGE_LEDGER_DETAIL)) {
                table.tool {
                    caption { (page.say(labels::PAGE_LEDGER_DETAIL)) }
                    thead { tr { @for head in heads { th scope="col" { (page.say(head)) } } } }
                    tbody {
                        @for line in dataset.ledger.iter().take(MOST) { (ledger_line(page, line)) }
                    }
                }
            }
        }
    }
}

fn ledger_line(page: Page, line: &LedgerLine) -> Markup {
    let departments = &page.edition.dataset.departments;
    let department = line.department.and_then(|at| departments.get(at as usize));
    let mut note = line.note.clone();
    if !line.superseded_by.is_empty() {
        let replaced = page.say(labels::REPLACED_BY);
        note = format!("{replaced}: {}. {note}", line.superseded_by);
    }
    html! {
        tr {
            th scope="row" { (department.map_or_else(String::new, |d| foreign(&d.name))) }
            td { @if let Some(direction) = line.direction { (page.say(labels::direction(direction))) } }
            td { @if let Some(kind) = line.kind { (page.say(labels::kind(kind))) } }
            td { (chip(page, line)) }
            td.path { @for file in &line.files { div { (foreign(file)) } } }
            @for number in [line.rows, line.accepted, line.rejected, line.errors, line.warnings] {
                td.number { (page.count(number)) }
            }
            td { (line.first_seen) }
            td { (foreign(note.trim())) }
        }
    }
}

/// Lines by class, rows and files by state, each with its sum.
pub fn account(page: Page) -> Markup {
    let dataset = page.edition.dataset;
    let lines: Vec<(&str, u64)> = LineClass::ALL
        .into_iter()
        .map(|class| {
            let lines = dataset.lines.classes.get(&class).copied().unwrap_or(0);
            (page.say(labels::line_class(class)), lines)
        })
        .collect();
    let rows: Vec<(&str, u64)> = labels::ROW_STATES
        .into_iter()
        .map(|(state, name)| (page.say(name), rows_of(page, state)))
        .collect();
    let mut files: Vec<(&str, u64)> = labels::FILE_STATES
        .into_iter()
        .map(|(state, name)| {
            let files = dataset.files.iter().filter(|file| file.state == state);
            (page.say(name), files.count() as u64)
        })
        .collect();
    let ignored = labels::ledger_state("ignored", page.edition.lang);
    files.push((ignored, dataset.ignored.len() as u64));
    html! {
        section #account {
            h2 { (page.say(labels::PAGE_ACCOUNT)) }
            div.lists {
                (list(page, (page.say(labels::CLASS), page.say(labels::LINES)), &lines))
                (list(page, (page.say(labels::ROW_STATE), page.say(labels::LINES)), &rows))
                (list(page, (page.say(labels::FILE_STATE), page.say(labels::FILES)), &files))
            }
        }
    }
}

fn rows_of(page: Page, state: RowState) -> u64 {
    let rows = page.edition.dataset.rows;
    match state {
        RowState::Accepted => rows.accepted,
        RowState::NotHeld => rows.not_held,
        RowState::Rejected => rows.rejected,
        RowState::Duplicate => rows.duplicate,
        RowState::Superseded => rows.superseded,
    }
}

fn list(page: Page, (name, unit): (&str, &str), lines: &[(&str, u64)]) -> Markup {
    html! {
        table {
            caption { (name) }
            thead { tr { th scope="col" { (name) } th.number scope="col" { (unit) } } }
            tbody {
                @for (label, number) in lines {
                    tr { th scope="row" { (label) } td.number { (page.count(*number)) } }
                }
            }
            tfoot { tr.total {
                th scope="row" { (page.say(labels::TOTAL)) }
                td.number { (page.count(lines.iter().map(|(_, number)| number).sum())) }
            } }
        }
    }
}
