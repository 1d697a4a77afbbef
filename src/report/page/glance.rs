//! The figures at a glance: who is late, a card for each kind and direction, the switch for what is in doubt.

use super::{Page, foreign, headline};
use crate::model::ledger::LedgerLine;
use crate::model::summary::{Grand, Totals};
use crate::report::listing;
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::words::{Words, labels, shown};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// Who is late, and a card for each kind and direction.
pub fn glance(page: Page) -> Markup {
    let body = html! {
        @for kind in page.kinds() { p.lead { (headline::kind(page, kind)) } }
        (late(page))
        (switch(page))
        @for kind in page.kinds() {
            h3 { (page.kind_name(kind)) }
            div.cards {
                @for grand in page.grands(kind) { (card(page, grand)) }
            }
        }
        @if let Some(note) = listing::frozen_note(page.edition) { p.note { (note) } }
        p.note { (page.say(labels::NOTE_BASES)) " " (page.say(labels::NOTE_MARKS)) }
    };
    page.part("glance", page.say(labels::PAGE_GLANCE), body)
}

/// Departments whose submissions somebody has to ask for, each one click away.
fn late(page: Page) -> Markup {
    let dataset = page.edition.dataset;
    let are = |is_meant: &dyn Fn(&LedgerLine) -> bool| -> BTreeSet<u32> {
        let lines = dataset.ledger.iter().filter(|line| is_meant(line));
        lines.filter_map(|line| line.department).collect()
    };
    let missing = are(&|line| line.state == "missing");
    let sent = are(&|line| !["missing", "ignored"].contains(&line.state));
    let nothing = &missing - &sent;
    let title = if dataset.after_deadline == Some(false) {
        labels::LATE_AWAITED
    } else {
        labels::LATE_MISSING
    };
    let incomplete = &missing & &sent;
    let deadline = dataset.deadline.map(|day| day.to_string());
    html! {
        div.late {
            (departments(page, title, &nothing))
            (departments(page, labels::LATE_UNREADABLE, &are(&|line| line.state == "unreadable")))
            (departments(page, labels::LATE_UNCONFIRMED, &are(&|line| line.state == "nil_unconfirmed")))
            (departments(page, labels::LATE_CAME, &are(&|line| line.late)))
            @if !incomplete.is_empty() {
                details {
                    summary { strong { (page.fill(labels::LATE_INCOMPLETE, &[&page.count(incomplete.len() as u64)])) } }
                    (links(page, &incomplete))
                }
            }
            @if let Some(day) = deadline { p.note { (page.fill(labels::LATE_DEADLINE, &[&shown::day(&day, page.lang())])) } }
        }
    }
}

fn departments(page: Page, title: Words, departments: &BTreeSet<u32>) -> Markup {
    html! {
        @if !departments.is_empty() {
            p {
                strong { (page.fill(title, &[&page.count(departments.len() as u64)])) } " "
                (links(page, departments))
            }
        }
    }
}

fn links(page: Page, departments: &BTreeSet<u32>) -> Markup {
    html! {
        @for (nth, index) in departments.iter().enumerate() {
            @if nth > 0 { ", " }
            (page.department_link(*index))
        }
    }
}

/// Leaves the rows in doubt out of every figure that has any; works without a script.
fn switch(page: Page) -> Markup {
    let mut doubtful = Totals::default();
    Part::all().for_each(|part| doubtful += page.rows.line(part, None).doubtful);
    html! {
        @if doubtful.rows > 0 {
            label.switch.screen {
                input #sure type="checkbox";
                " " (page.doubt_note(labels::DOUBT_SWITCH, &doubtful))
            }
        }
    }
}

fn card(page: Page, grand: &Grand) -> Markup {
    let totals = &grand.totals;
    let part = Part::from((grand.kind, grand.direction));
    html! {
        article.card.(["out", "in"][grand.direction as usize]) {
            h4 { (page.say(labels::direction(grand.direction))) }
            @if totals.rows == 0 { p { (headline::absent(page, part)) } }
            @else {
                dl {
                    @for measure in Measure::FIGURES {
                        div {
                            dt { (page.say(measure.heading())) }
                            dd { (page.figure(part, None, measure, totals, true)) (change(page, part, measure, totals)) }
                        }
                    }
                }
                p.beside { (listing::without(page.edition, totals)) }
            }
            @if grand.rejected > 0 {
                p.beside { a href="#rejected" { (page.fill(labels::PAGE_REJECTED_COUNT, &[&page.count(grand.rejected)])) } }
            }
        }
    }
}

/// Against the figure of a year earlier, where it is published.
fn change(page: Page, part: Part, measure: Measure, totals: &Totals) -> Markup {
    let previous = page
        .edition
        .previous
        .and_then(|previous| part.grand(previous));
    let is_compared = matches!(measure, Measure::Delegations | Measure::People);
    html! {
        @if let Some(previous) = previous.filter(|_| is_compared) {
            @let before = measure.whole(&previous.totals);
            span.change {
                (shown::signed(measure.whole(totals) - before, page.lang())) " ("
                (page.fill(labels::PAGE_PREVIOUS, &[&foreign(&shown::whole(before, page.lang()))])) ")"
            }
        }
    }
}
