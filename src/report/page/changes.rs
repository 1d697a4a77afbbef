//! What changed since the last published run: figures that moved, and the submissions behind them.

use super::{MOST, Page, foreign};
use crate::model::comparison::{Cause, Changes, Measures, Part};
use crate::words::{labels, shown};
use maud::{Markup, html};

/// The figures that moved and why, or that this is the first run.
pub fn section(page: Page) -> Markup {
    html! {
        section #changes {
            h2 { (page.say(labels::PAGE_CHANGES)) }
            @match page.edition.changes {
                None => p { (page.say(labels::FIRST_RUN)) },
                Some(changes) => {
                    p { (page.fill(labels::CHANGES_SINCE, &[&shown::day(&changes.since, page.edition.lang)])) }
                    (figures(page, changes))
                    (causes(page, changes))
                },
            }
        }
    }
}

fn label(page: Page, (kind, direction): Part) -> String {
    let way = page.say(labels::direction(direction));
    format!("{way} - {}", page.of_kind(kind).to_lowercase())
}

fn figures(page: Page, changes: &Changes) -> Markup {
    let names = [
        labels::DELEGATIONS,
        labels::PEOPLE,
        labels::PERSON_DAYS,
        labels::AMOUNT,
    ];
    html! {
        @if changes.moved().next().is_none() { p { (page.say(labels::NOTHING_MOVED)) } }
        @else {
            div.scroll tabindex="0" role="region" aria-label=(page.say(labels::PAGE_CHANGES)) {
                table {
                    caption { (page.say(labels::FIGURES_MOVED)) }
                    thead { tr {
                        th scope="col" { (page.say(labels::ITEM)) }
                        @for name in names { th.number scope="col" { (page.say(name)) } }
                    } }
                    tbody {
                        @for (part, before, now) in changes.moved() {
                            tr {
                                th scope="row" { (label(page, *part)) }
                                @for at in 0..names.len() { (cell(page, at, before[at], now[at])) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// "12 → 15 (+3)"; a dash where it stood still.
fn cell(page: Page, measure: usize, before: i64, now: i64) -> Markup {
    let lang = page.edition.lang;
    let shown = |number: i64| match measure {
        2 => shown::halves(number.unsigned_abs(), lang),
        _ => shown::whole(number, lang),
    };
    html! {
        td.number {
            @if before == now { span.zero { "–" } }
            @else { (shown(before)) " → " strong { (shown(now)) } " (" (signed(page, measure, now - before)) ")" }
        }
    }
}

fn signed(page: Page, measure: usize, number: i64) -> String {
    let lang = page.edition.lang;
    match measure {
        2 if number < 0 => format!("-{}", shown::halves(number.unsigned_abs(), lang)),
        2 => format!("+{}", shown::halves(number.unsigned_abs(), lang)),
        _ => shown::signed(number, lang),
    }
}

fn causes(page: Page, changes: &Changes) -> Markup {
    let heads = [labels::FILE, labels::REASON_OF_CHANGE, labels::MOVED_BY];
    html! {
        @match &changes.causes {
            None => p.note { (page.say(labels::CAUSES_UNKNOWN)) },
            Some(causes) if causes.is_empty() => p.note { (page.say(labels::NO_CAUSES)) },
            Some(causes) => {
                (page.cut(causes.len(), MOST, "submissions.csv"))
                div.scroll tabindex="0" role="region" aria-label=(page.say(labels::CAUSES)) {
                    table.tool {
                        caption { (page.say(labels::CAUSES)) " (" (page.count(causes.len() as u64)) ")" }
                        thead { tr { @for head in heads { th scope="col" { (page.say(head)) } } } }
                        tbody { @for cause in causes.iter().take(MOST) { (line(page, cause)) } }
                    }
                }
            },
        }
    }
}

fn line(page: Page, cause: &Cause) -> Markup {
    html! {
        tr {
            td.path { (foreign(&cause.path)) }
            td { (page.say(labels::why(cause.why))) }
            td {
                @if cause.moved.is_empty() { span.zero { (page.say(labels::NOTHING_MOVED)) } }
                @for (part, moved) in &cause.moved {
                    div { (label(page, *part)) ": " (differences(page, moved)) }
                }
            }
        }
    }
}

/// "+3 số đoàn, +12 lượt người": what moved, and nothing else.
fn differences(page: Page, moved: &Measures) -> String {
    let names = [
        labels::DELEGATIONS,
        labels::PEOPLE,
        labels::PERSON_DAYS,
        labels::AMOUNT,
    ];
    let parts = (0..names.len()).filter(|at| moved[*at] != 0).map(|at| {
        format!(
            "{} {}",
            signed(page, at, moved[at]),
            page.say(names[at]).to_lowercase()
        )
    });
    parts.collect::<Vec<_>>().join(", ")
}
