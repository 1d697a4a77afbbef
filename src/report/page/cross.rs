//! The cross-table of countries, quarters and budget sources on the page.

use super::figure::Way;
use super::list::scroll;
use super::{Page, foreign, headline, strips};
use crate::model::summary::Totals;
use crate::model::value::Quarter;
use crate::report::listing::{self, ByQuarter, CrossCountry};
use crate::report::speak::Speak;
use crate::report::table::part::Part;
use crate::words::labels;
use maud::{Markup, html};

/// Each country by quarter, and behind a fold its budget sources too.
pub fn section(page: Page) -> Markup {
    let body = html! {
        @for kind in page.kinds() {
            h3 { (page.kind_name(kind)) }
            p.lead { (headline::cross(page, kind)) }
            (strips::quarters(page, kind))
            details.screen {
                summary { (page.say(labels::PAGE_CROSS_DETAIL)) }
                @for part in Part::of_kind(kind) { (table(page, part)) }
            }
        }
        p.note { (page.say(labels::NOTE_COUNTRIES)) " " (page.say(labels::NOTE_MULTI)) }
        (page.download(&["cube.csv"]))
    };
    page.part("cross", page.say(labels::PAGE_CROSS), body)
}

fn table(page: Page, part: Part) -> Markup {
    let name = page.say(labels::direction(part.direction));
    let year = page.kind_name(part.kind);
    let countries = listing::cross(page.edition, part);
    let bridge = listing::cross_bridge(page.edition, part, &countries);
    let lines = [
        (labels::SUM_OF_COUNTRIES, bridge.sums),
        (labels::COUNTED_TWICE, bridge.excess),
    ];
    let table = html! {
        table.cross {
            caption {
                (name) " - " (year) " (" (page.say(labels::DELEGATIONS)) " / " (page.say(labels::PEOPLE)) ")"
            }
            thead {
                tr {
                    th scope="col" { (page.say(labels::COUNTRY)) }
                    th scope="col" { (page.say(labels::FUNDING)) }
                    @for quarter in Quarter::ALL { th.number scope="col" { (page.say(labels::quarter(quarter))) } }
                    th.number scope="col" { (page.say(labels::TOTAL)) }
                }
            }
            @for country in &countries { (country_lines(page, part, country)) }
            tfoot {
                @for (label, quarters) in lines {
                    tr {
                        th scope="row" colspan="2" { (page.say(label)) }
                        @for cell in cells(page, &quarters) {
                            td.number { @if cell.rows == 0 && cell.zero { span.zero { "–" } } @else { (cell.shown) } }
                        }
                    }
                }
                tr.total {
                    th scope="row" colspan="2" { (page.say(labels::DISTINCT_TOTAL)) }
                    (traced(page, &bridge.distinct, &part.codes()))
                }
            }
        }
    };
    scroll(&format!("{name}, {year}"), table)
}

/// A country: its sum over the sources, then each source that occurs.
fn country_lines(page: Page, part: Part, country: &CrossCountry) -> Markup {
    let tokens = format!("{} {}", part.codes(), country.key);
    html! {
        tbody {
            tr.group {
                th scope="rowgroup" colspan="2" { (foreign(&country.label)) }
                (traced(page, &country.quarters, &tokens))
            }
            @for (class, quarters) in &country.sources {
                tr {
                    td {}
                    th scope="row" { (page.say(labels::funding(*class))) }
                    (traced(page, quarters, &format!("{tokens} {}", class.code())))
                }
            }
        }
    }
}

/// Delegations and people of a quarter.
struct Cell {
    shown: String,
    rows: u64,
    /// There is nothing.
    zero: bool,
}

/// A cell for each quarter and for the total.
fn cells(page: Page, quarters: &ByQuarter) -> Vec<Cell> {
    let mut all = Totals::default();
    quarters.iter().for_each(|totals| all += *totals);
    let cell = |totals: &Totals| Cell {
        shown: format!(
            "{} / {}",
            page.count(totals.delegations),
            page.count(totals.people)
        ),
        rows: totals.rows,
        zero: totals.delegations == 0,
    };
    quarters.iter().chain([&all]).map(cell).collect()
}

fn traced(page: Page, quarters: &ByQuarter, tokens: &str) -> Markup {
    let names = Quarter::ALL.map(Quarter::code).into_iter().chain([""]);
    html! {
        @for (cell, quarter) in cells(page, quarters).iter().zip(names) {
            td.number {
                @if cell.rows == 0 { span.zero { "–" } }
                @else {
                    @let tokens = format!("{tokens} {quarter}");
                    @let way = Way { list: "rows", tokens: tokens.trim_end(), rows: cell.rows, is_stop: quarter.is_empty() };
                    (page.trace(&way, html! { (cell.shown) }))
                }
            }
        }
    }
}
