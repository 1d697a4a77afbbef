//! The cross-table of countries, quarters and budget sources on the page.

use super::{Page, foreign};
use crate::model::section::{Direction, Kind};
use crate::model::summary::Totals;
use crate::model::value::Quarter;
use crate::report::listing;
use crate::words::labels;
use maud::{Markup, html};

/// One table for each kind and direction that has rows.
pub fn section(page: Page) -> Markup {
    html! {
        section #cross {
            h2 { (page.say(labels::PAGE_CROSS)) }
            @for kind in page.kinds() {
                h3 { (page.of_kind(kind)) }
                @for direction in Direction::ALL {
                    (table(page, kind, direction))
                }
            }
            p.note { (page.say(labels::NOTE_COUNTRIES)) }
            p.note { (page.say(labels::NOTE_MULTI)) " " (page.say(labels::NOTE_MIXED)) }
        }
    }
}

fn table(page: Page, kind: Kind, direction: Direction) -> Markup {
    let name = page.say(labels::direction(direction));
    let countries = listing::cross(page.edition, kind, direction);
    let all = format!("{} {}", kind.code(), direction.code());
    let distinct = listing::quarters(page.edition.summary, kind, direction);
    let mut sums: [Totals; 7] = Default::default();
    for country in &countries {
        for (sum, totals) in sums.iter_mut().zip(&country.quarters) {
            *sum += *totals;
        }
    }
    let mut excess = sums;
    for (excess, distinct) in excess.iter_mut().zip(distinct) {
        *excess = excess.less(distinct);
    }
    let bridge = [
        (labels::SUM_OF_COUNTRIES, sums),
        (labels::COUNTED_TWICE, excess),
    ];
    html! {
        div.scroll tabindex="0" role="region" aria-label={ (name) ", " (page.of_kind(kind)) } {
            table.cross {
                caption {
                    (name) " - " (page.of_kind(kind)) " (" (page.say(labels::DELEGATIONS)) " / " (page.say(labels::PEOPLE)) ")"
                }
                thead {
                    tr {
                        th scope="col" { (page.say(labels::COUNTRY)) }
                        th scope="col" { (page.say(labels::FUNDING)) }
                        @for quarter in Quarter::ALL { th.number scope="col" { (page.say(labels::quarter(quarter))) } }
                        th.number scope="col" { (page.say(labels::TOTAL)) }
                    }
                }
                @for country in &countries {
                    tbody {
                        tr.group {
                            th scope="rowgroup" colspan="2" { (foreign(&country.label)) }
                            (cells(page, &country.quarters, &format!("{all} {}", country.key)))
                        }
                        @for (class, totals) in &country.sources {
                            tr {
                                td {}
                                th scope="row" { (page.say(labels::funding(*class))) }
                                (cells(page, totals, &format!("{all} {} {}", country.key, class.code())))
                            }
                        }
                    }
                }
                tfoot {
                    @for (label, totals) in bridge {
                        tr {
                            th scope="row" colspan="2" { (page.say(label)) }
                            @for (zero, text) in pairs(page, &totals) {
                                td.number { @if zero { span.zero { "–" } } @else { (text) } }
                            }
                        }
                    }
                    tr.total {
                        th scope="row" colspan="2" { (page.say(labels::DISTINCT_TOTAL)) }
                        (cells(page, &distinct, &all))
                    }
                }
            }
        }
    }
}

/// Whether there is nothing, and the text, for each quarter and the total.
fn pairs(page: Page, quarters: &[Totals; 7]) -> Vec<(bool, String)> {
    let mut all = Totals::default();
    quarters.iter().for_each(|totals| all += *totals);
    quarters
        .iter()
        .chain([&all])
        .map(|totals| {
            let text = format!(
                "{} / {}",
                page.count(totals.delegations),
                page.count(totals.people)
            );
            (totals.rows == 0 && totals.delegations == 0, text)
        })
        .collect()
}

fn cells(page: Page, quarters: &[Totals; 7], tokens: &str) -> Markup {
    let pairs = pairs(page, quarters);
    let names = Quarter::ALL.map(Quarter::code).into_iter().chain([""]);
    html! {
        @for ((zero, text), quarter) in pairs.iter().zip(names) {
            td.number { (page.trace(text, *zero, format!("{tokens} {quarter}").trim_end())) }
        }
    }
}
