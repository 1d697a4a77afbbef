//! The figures at a glance: a card for each kind and direction.

use super::Page;
use crate::model::summary::Grand;
use crate::report::listing;
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::words::{labels, shown};
use maud::{Markup, html};

/// Cards: one for each kind and direction that has rows.
pub fn glance(page: Page) -> Markup {
    html! {
        section #glance {
            h2 { (page.say(labels::PAGE_GLANCE)) }
            @for kind in page.kinds() {
                h3 { (page.kind_name(kind)) }
                div.cards {
                    @for grand in page.grands(kind) { (card(page, grand)) }
                }
            }
            @if let Some(note) = listing::frozen_note(page.edition) { p.note { (note) } }
            p.note { (page.say(labels::NOTE_BASES)) }
        }
    }
}

/// A figure of a card, and the one of a year earlier where it is compared.
struct Figure {
    measure: Measure,
    before: Option<u64>,
}

fn card(page: Page, grand: &Grand) -> Markup {
    let (lang, totals) = (page.edition.lang, &grand.totals);
    let part = Part::from((grand.kind, grand.direction));
    let previous = page
        .edition
        .previous
        .and_then(|previous| part.grand(previous));
    let figures = Measure::FIGURES.map(|measure| Figure {
        measure,
        before: previous.and_then(|grand| match measure {
            Measure::Delegations => Some(grand.totals.delegations),
            Measure::People => Some(grand.totals.people),
            _ => None,
        }),
    });
    html! {
        article.card.(["out", "in"][grand.direction as usize]) {
            h4 { (page.say(labels::direction(grand.direction))) }
            dl {
                @for Figure { measure, before } in figures {
                    div {
                        dt { (page.say(measure.heading())) }
                        dd {
                            (page.trace(&measure.shown(totals, lang), totals.rows == 0, &part.codes()))
                            @if let Some(before) = before {
                                span.change {
                                    (shown::signed(measure.whole(totals) - before as i64, lang)) " ("
                                    (page.fill(labels::PAGE_PREVIOUS, &[&page.count(before)])) ")"
                                }
                            }
                        }
                    }
                }
            }
            p.beside { (listing::without(page.edition, totals)) }
            p.beside {
                a href="#rejected" {
                    (page.fill(labels::PAGE_REJECTED_COUNT, &[&page.count(grand.rejected)]))
                }
            }
        }
    }
}
