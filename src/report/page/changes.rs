//! What changed since the last published run: figures that moved, and the submissions behind them.

use super::list::scroll;
use super::{MOST, Page, foreign};
use crate::model::comparison::{Cause, Changes, Measures};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::words::{labels, shown};
use maud::{Markup, html};

/// The figures that moved and why, or that this is the first run.
pub fn section(page: Page) -> Markup {
    let body = html! {
            @match page.edition.changes {
                None => p.lead { (page.say(labels::FIRST_RUN)) },
                Some(changes) => {
                    p.lead { (page.fill(labels::CHANGES_SINCE, &[&shown::day(&changes.since, page.edition.lang)])) }
                    (figures(page, changes))
                    (causes(page, changes))
                },
            }
    };
    page.part("changes", page.say(labels::PAGE_CHANGES), body)
}

fn name(page: Page, part: Part) -> String {
    let direction = page.say(labels::direction(part.direction));
    format!("{direction} - {}", page.kind_name(part.kind).to_lowercase())
}

fn figures(page: Page, changes: &Changes) -> Markup {
    if changes.moved().next().is_none() {
        return html! { p { (page.say(labels::NOTHING_MOVED)) } };
    }
    let table = html! {
        table {
            caption { (page.say(labels::FIGURES_MOVED)) }
            thead { tr {
                th scope="col" { (page.say(labels::ITEM)) }
                @for measure in Measure::FIGURES { th.number scope="col" { (page.say(measure.heading())) } }
            } }
            tbody {
                @for (part, before, now) in changes.moved() {
                    tr {
                        th scope="row" { (name(page, Part::from(*part))) }
                        @for measure in Measure::FIGURES {
                            (cell(page, measure, before[measure as usize], now[measure as usize]))
                        }
                    }
                }
            }
        }
    };
    scroll(page.say(labels::PAGE_CHANGES), table)
}

/// "12 → 15 (+3)"; a dash where it stood still.
fn cell(page: Page, measure: Measure, before: i64, now: i64) -> Markup {
    let shown = |number: i64| measure.shown_number(number, page.edition.lang);
    html! {
        td.number {
            @if before == now { span.zero { "–" } }
            @else { (shown(before)) " → " strong { (shown(now)) } " (" (signed(page, measure, now - before)) ")" }
        }
    }
}

fn signed(page: Page, measure: Measure, number: i64) -> String {
    let lang = page.edition.lang;
    match measure {
        Measure::PersonDays => {
            let sign = if number < 0 { "-" } else { "+" };
            format!("{sign}{}", measure.shown_number(number, lang))
        }
        _ => shown::signed(number, lang),
    }
}

fn causes(page: Page, changes: &Changes) -> Markup {
    let causes = match &changes.causes {
        None => return html! { p.note { (page.say(labels::CAUSES_UNKNOWN)) } },
        Some(causes) if causes.is_empty() => {
            return html! { p.note { (page.say(labels::NO_CAUSES)) } };
        }
        Some(causes) => causes,
    };
    let headings = [labels::FILE, labels::REASON_OF_CHANGE, labels::MOVED_BY];
    let title = page.say(labels::CAUSES);
    let table = html! {
        table.tool {
            caption { (title) " (" (page.count(causes.len() as u64)) ")" }
            thead { tr { @for heading in headings { th scope="col" { (page.say(heading)) } } } }
            tbody { @for cause in causes.iter().take(MOST) { (line(page, cause)) } }
        }
    };
    html! {
        (page.cut(causes.len(), MOST, "submissions.csv"))
        (scroll(title, table))
    }
}

fn line(page: Page, cause: &Cause) -> Markup {
    html! {
        tr {
            td.path { (foreign(&cause.path)) }
            td { (foreign(&labels::reason(cause, page.edition.lang))) }
            td {
                @if cause.moved.is_empty() { span.zero { (page.say(labels::NOTHING_MOVED)) } }
                @for (part, moved) in &cause.moved {
                    div { (name(page, Part::from(*part))) ": " (differences(page, moved)) }
                }
            }
        }
    }
}

/// "+3 số đoàn, +12 lượt người": what moved, and nothing else.
fn differences(page: Page, moved: &Measures) -> String {
    let measures = Measure::FIGURES.into_iter().zip(moved);
    let parts = measures.filter(|(_, by)| **by != 0).map(|(measure, by)| {
        let name = page.say(measure.heading()).to_lowercase();
        format!("{} {name}", signed(page, measure, *by))
    });
    parts.collect::<Vec<_>>().join(", ")
}
