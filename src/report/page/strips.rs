//! Small bars in the cells of a table: the months of a year, and each country by quarter.

use super::charts::SIDES;
use super::figure::Way;
use super::list::scroll;
use super::names::month_token;
use super::{Page, foreign, headline};
use crate::model::section::{Direction, Kind};
use crate::model::value::Quarter;
use crate::report::listing::{self, ByQuarter};
use crate::report::speak::Speak;
use crate::report::table::part::Part;
use crate::words::labels;
use maud::{Markup, html};
use std::collections::BTreeSet;

/// Pixels of the highest bar.
const HIGHEST: f64 = 28.0;

/// A number of delegations under its bar.
struct Strip {
    side: Direction,
    tokens: String,
    count: u64,
    rows: u64,
    /// What the highest bar stands for; 0 for none.
    most: u64,
}

fn strip(page: Page, strip: &Strip) -> Markup {
    let height = strip.count as f64 * HIGHEST / strip.most.max(1) as f64;
    let way = Way {
        list: "rows",
        tokens: &strip.tokens,
        rows: strip.rows,
        is_stop: false,
    };
    html! {
        td.number {
            @if strip.count == 0 { span.zero { "–" } }
            @else {
                @if strip.most > 0 { i.(SIDES[strip.side as usize]) style={ "height:" (format!("{height:.0}")) "px" } {} }
                (page.trace(&way, html! { (page.count(strip.count)) }))
            }
        }
    }
}

/// The months of a year by direction.
pub fn months(page: Page, kind: Kind) -> Markup {
    let parts = Part::of_kind(kind);
    let most = parts.map(|part| {
        page.rows.months(part)[1..]
            .iter()
            .copied()
            .max()
            .unwrap_or(0)
    });
    let most = most[0].max(most[1]);
    if most == 0 {
        return Markup::default();
    }
    let title = format!(
        "{} - {}",
        page.say(labels::PAGE_MONTHS),
        page.kind_name(kind)
    );
    let order = || (1..=12).chain([0]);
    let table = html! {
        table.strips {
            caption { (title) }
            thead { tr {
                th scope="col" { (page.say(labels::DIRECTION)) }
                @for month in order() {
                    th.number scope="col" {
                        @if month == 0 { (page.say(labels::MONTH_UNKNOWN)) }
                        @else { (page.fill(labels::MONTH_SHORT, &[&month.to_string()])) }
                    }
                }
            } }
            tbody {
                @for part in parts {
                    @let months = page.rows.months(part);
                    tr {
                        th scope="row" { (page.say(labels::direction(part.direction))) }
                        @for month in order() {
                            (strip(page, &Strip {
                                side: part.direction,
                                tokens: format!("{} {}", part.codes(), month_token(month)),
                                count: months[month],
                                rows: months[month],
                                most: if month == 0 { 0 } else { most },
                            }))
                        }
                    }
                }
            }
        }
    };
    html! {
        div {
            p.lead { (headline::months(page, kind)) }
            (scroll(&title, table))
        }
    }
}

/// Each country by quarter: small multiples that share one scale.
pub fn quarters(page: Page, kind: Kind) -> Markup {
    let sides = Part::of_kind(kind).map(|part| (part, listing::cross(page.edition, part)));
    let rows = listing::table(page.edition, listing::By::Country, kind);
    let quarters = |part: Part, key: &str| -> ByQuarter {
        let countries = &sides[part.direction as usize].1;
        let own = countries.iter().find(|country| country.key == key);
        own.map(|country| country.quarters).unwrap_or_default()
    };
    let cells = sides
        .iter()
        .flat_map(|(_, countries)| countries)
        .flat_map(|country| &country.quarters);
    let most = cells.map(|totals| totals.delegations).max().unwrap_or(0);
    // The four quarters always, the other classes where a country has them.
    let seen: BTreeSet<Quarter> = Quarter::ALL[..4]
        .iter()
        .copied()
        .chain(Quarter::ALL.into_iter().filter(|quarter| {
            let mut all = sides.iter().flat_map(|(_, countries)| countries);
            all.any(|country| country.quarters[*quarter as usize].rows > 0)
        }))
        .collect();
    let title = format!(
        "{} - {}",
        page.say(labels::PAGE_CROSS),
        page.kind_name(kind)
    );
    let table = html! {
        table.strips.tool {
            caption { (title) }
            thead {
                tr {
                    th scope="col" rowspan="2" { (page.say(labels::COUNTRY)) }
                    @for direction in Direction::ALL {
                        th.first scope="colgroup" colspan=(seen.len()) { (page.say(labels::direction(direction))) }
                    }
                }
                tr {
                    @for _ in Direction::ALL { @for (nth, quarter) in seen.iter().enumerate() {
                        th.number.first[nth == 0] scope="col" { (page.say(labels::quarter(*quarter))) }
                    } }
                }
            }
            tbody {
                @for row in &rows {
                    tr {
                        th scope="row" { (foreign(&row.label)) }
                        @for (part, _) in &sides {
                            @let own = quarters(*part, &row.key);
                            @for quarter in &seen {
                                @let totals = own[*quarter as usize];
                                (strip(page, &Strip {
                                    side: part.direction,
                                    tokens: format!("{} {} {}", part.codes(), row.key, quarter.code()),
                                    count: totals.delegations,
                                    rows: totals.rows,
                                    most,
                                }))
                            }
                        }
                    }
                }
            }
        }
    };
    scroll(&title, table)
}
