//! The figures at a glance: a card for each kind and direction.

use super::Page;
use crate::model::section::Direction;
use crate::model::summary::{Grand, Totals};
use crate::report::listing;
use crate::words::{labels, shown};
use maud::{Markup, html};

/// Cards: one for each kind and direction that has rows.
pub fn glance(page: Page) -> Markup {
    html! {
        section #glance {
            h2 { (page.say(labels::PAGE_GLANCE)) }
            @for kind in page.kinds() {
                h3 { (page.of_kind(kind)) }
                div.cards {
                    @for direction in Direction::ALL {
                        @if let Some(grand) = page.edition.summary.grand(kind, direction) {
                            (card(page, grand))
                        }
                    }
                }
            }
            @if let Some(note) = listing::sealed_note(page.edition) { p.note { (note) } }
            p.note { (page.say(labels::NOTE_BASES)) }
        }
    }
}

fn card(page: Page, grand: &Grand) -> Markup {
    let totals = &grand.totals;
    let tokens = format!("{} {}", grand.kind.code(), grand.direction.code());
    let previous = page
        .edition
        .previous
        .and_then(|previous| previous.grand(grand.kind, grand.direction))
        .map(|grand| grand.totals);
    let change =
        |now: u64, before: fn(&Totals) -> u64| previous.map(|totals| (now, before(&totals)));
    let figures = [
        (
            labels::DELEGATIONS,
            page.count(totals.delegations),
            change(totals.delegations, |totals| totals.delegations),
        ),
        (
            labels::PEOPLE,
            page.count(totals.people),
            change(totals.people, |totals| totals.people),
        ),
        (
            labels::PERSON_DAYS,
            shown::halves(totals.person_half_days, page.edition.lang),
            None,
        ),
        (
            labels::AMOUNT,
            shown::whole(totals.amount_vnd, page.edition.lang),
            None,
        ),
    ];
    let without = without(page, totals);
    html! {
        article.card.(["out", "in"][grand.direction as usize]) {
            h4 { (page.say(labels::direction(grand.direction))) }
            dl {
                @for (name, shown, change) in figures {
                    div {
                        dt { (page.say(name)) }
                        dd {
                            (page.trace(&shown, totals.rows == 0, &tokens))
                            @if let Some((now, before)) = change {
                                @let difference = now as i64 - before as i64;
                                span.change {
                                    (shown::signed(difference, page.edition.lang)) " ("
                                    (page.fill(labels::PAGE_PREVIOUS, &[&page.count(before)])) ")"
                                }
                            }
                        }
                    }
                }
            }
            p.beside { (without) }
            p.beside {
                a href="#rejected" {
                    (page.fill(labels::PAGE_REJECTED_COUNT, &[&page.count(grand.rejected)]))
                }
            }
        }
    }
}

/// Rows that add nothing to a figure: they stand beside every total.
pub fn without(page: Page, totals: &Totals) -> String {
    let counts = [
        totals.rows_without_people,
        totals.rows_without_days,
        totals.rows_without_amount,
    ]
    .map(|rows| page.count(rows));
    page.fill(
        labels::PAGE_NOT_READ_ROWS,
        &[&counts[0], &counts[1], &counts[2]],
    )
}
