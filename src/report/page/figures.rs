//! The tables by country, quarter, budget source and department.

use super::charts::{self, Bar};
use super::glance::without;
use super::{Page, foreign};
use crate::model::section::{Direction, Kind};
use crate::model::summary::{Grand, Totals};
use crate::report::listing;
use crate::report::listing::{By, KeyRow};
use crate::words::Words;
use crate::words::{labels, shown};
use maud::{Markup, html};
use std::cmp::Reverse;

/// Bars that can be read at one look; the table has the rest.
const MOST_BARS: usize = 15;

/// The four tables with their charts.
pub fn tables(page: Page) -> Markup {
    html! {
        (table_section(page, "countries", (By::Country, labels::PAGE_COUNTRIES, labels::COUNTRY)))
        (table_section(page, "quarters", (By::Quarter, labels::PAGE_QUARTERS, labels::QUARTER)))
        (table_section(page, "funding", (By::Funding, labels::PAGE_FUNDING, labels::FUNDING)))
        (table_section(page, "departments", (By::Department, labels::PAGE_DEPARTMENTS, labels::DEPARTMENT)))
    }
}

fn table_section(page: Page, id: &str, (by, title, head): (By, Words, Words)) -> Markup {
    html! {
        section id=(id) {
            h2 { (page.say(title)) }
            @for kind in page.kinds() {
                @let rows = listing::table(page.edition, by, kind);
                h3 { (page.of_kind(kind)) }
                div.pair {
                    (chart(page, (by, kind), page.say(title), &rows))
                    (key_table(page, (by, kind), (title, head), &rows))
                }
            }
            @match by {
                By::Country => p.note { (page.say(labels::NOTE_COUNTRIES)) },
                By::Quarter => p.note { (page.say(labels::NOTE_MULTI)) },
                By::Funding => p.note { (page.say(labels::NOTE_MIXED)) },
                By::Department => {},
            }
        }
    }
}

fn chart(page: Page, (by, kind): (By, Kind), title: &str, rows: &[KeyRow]) -> Markup {
    let lang = page.edition.lang;
    let grand = Direction::ALL.map(|d| listing::grand_totals(page.edition.summary, kind, d));
    let (measure, of): (Words, fn(&Totals) -> u64) = match by {
        By::Country => (labels::PEOPLE, |totals| totals.people),
        _ => (labels::DELEGATIONS, |totals| totals.delegations),
    };
    let bar = |row: &KeyRow| {
        let values = row.totals.map(|totals| of(&totals) as f64);
        let shown = [0, 1].map(|side| {
            let number = page.count(of(&row.totals[side]));
            match by {
                By::Funding => {
                    let share = shown::percent(values[side], of(&grand[side]) as f64, lang);
                    format!("{number} ({share})")
                }
                _ => number,
            }
        });
        Bar {
            label: foreign(&row.label),
            values,
            shown,
        }
    };
    let (shown, others) = longest(page, by, rows);
    let bars: Vec<Bar> = shown.into_iter().chain(&others).map(bar).collect();
    let title = format!("{} - {title}", page.say(measure));
    let description = page.fill(labels::PAGE_CHART_ALT, &[&title]);
    let names = Direction::ALL.map(|direction| page.say(labels::direction(direction)));
    charts::bars(&title, &description, names, &bars)
}

/// The lines that get a bar of their own, and the rest as one line where there are too many.
fn longest<'a>(page: Page, by: By, rows: &'a [KeyRow]) -> (Vec<&'a KeyRow>, Option<KeyRow>) {
    let mut shown: Vec<&KeyRow> = rows.iter().filter(|row| !row.is_empty()).collect();
    if shown.len() <= MOST_BARS {
        return (shown, None);
    }
    let label = match by {
        By::Department => labels::PAGE_OTHER_DEPARTMENTS,
        _ => labels::PAGE_OTHERS,
    };
    let size = |row: &&KeyRow| {
        row.totals
            .map(|totals| totals.delegations)
            .iter()
            .sum::<u64>()
    };
    shown.sort_by_key(|row| Reverse(size(row)));
    let mut others = KeyRow {
        key: String::new(),
        label: page.say(label).to_string(),
        totals: Default::default(),
    };
    for row in shown.split_off(MOST_BARS) {
        for (sum, totals) in others.totals.iter_mut().zip(row.totals) {
            *sum += totals;
        }
    }
    (shown, Some(others))
}

fn key_table(
    page: Page,
    (by, kind): (By, Kind),
    (title, head): (Words, Words),
    rows: &[KeyRow],
) -> Markup {
    let names = [
        labels::DELEGATIONS,
        labels::PEOPLE,
        labels::PERSON_DAYS,
        labels::AMOUNT,
    ];
    html! {
        div.scroll tabindex="0" role="region" aria-label={ (page.say(title)) ", " (page.of_kind(kind)) } {
            table.tool {
                caption { (page.say(title)) " - " (page.of_kind(kind)) }
                thead {
                    tr {
                        th scope="col" rowspan="2" { (page.say(head)) }
                        @for direction in Direction::ALL {
                            th.first scope="colgroup" colspan="4" { (page.say(labels::direction(direction))) }
                        }
                    }
                    tr {
                        @for _ in Direction::ALL {
                            @for (at, name) in names.into_iter().enumerate() {
                                th.number.first[at == 0] scope="col" { (page.say(name)) }
                            }
                        }
                    }
                }
                tbody {
                    @for row in rows.iter().filter(|row| !row.is_empty()) {
                        tr {
                            th scope="row" { (foreign(&row.label)) }
                            @for direction in Direction::ALL {
                                (cells(page, &row.totals[direction as usize], &tokens(page, by, (kind, direction), &row.key)))
                            }
                        }
                    }
                }
                tfoot { (feet(page, by, kind)) }
            }
        }
    }
}

/// The tokens that the rows behind a figure carry.
fn tokens(page: Page, by: By, (kind, direction): (Kind, Direction), key: &str) -> String {
    let key = match by {
        By::Department => {
            let departments = &page.edition.dataset.departments;
            let at = departments
                .iter()
                .position(|department| department.slug == key);
            at.map_or_else(String::new, super::rows::department_token)
        }
        _ => key.to_string(),
    };
    format!("{} {} {key}", kind.code(), direction.code())
}

fn cells(page: Page, totals: &Totals, tokens: &str) -> Markup {
    let lang = page.edition.lang;
    let shown = [
        (page.count(totals.delegations), totals.delegations == 0),
        (page.count(totals.people), totals.people == 0),
        (
            shown::halves(totals.person_half_days, lang),
            totals.person_half_days == 0,
        ),
        (
            shown::whole(totals.amount_vnd, lang),
            totals.amount_vnd == 0,
        ),
    ];
    html! {
        @for (at, (text, zero)) in shown.iter().enumerate() {
            td.number.first[at == 0] { (page.trace(text, *zero, tokens)) }
        }
    }
}

/// The bridge where lines overlap, the total, and what stands beside it.
fn feet(page: Page, by: By, kind: Kind) -> Markup {
    let grands: Vec<&Grand> = Direction::ALL
        .into_iter()
        .filter_map(|direction| page.edition.summary.grand(kind, direction))
        .collect();
    let bridge = match by {
        By::Country => Some((labels::SUM_OF_COUNTRIES, labels::COUNTED_TWICE)),
        By::Department => Some((labels::SUM_OF_DEPARTMENTS, labels::JOINT)),
        _ => None,
    };
    let excess = |grand: &Grand| match by {
        By::Country => grand.countries_excess,
        _ => grand.departments_excess,
    };
    let sum = |grand: &Grand| {
        let mut sum = grand.totals;
        sum += excess(grand);
        sum
    };
    let total = bridge.map_or(labels::TOTAL, |_| labels::DISTINCT_TOTAL);
    html! {
        @if let Some((sum_label, less_label)) = bridge {
            tr {
                th scope="row" { (page.say(sum_label)) }
                @for grand in &grands { (plain(page, &sum(grand))) }
            }
            tr {
                th scope="row" { (page.say(less_label)) }
                @for grand in &grands { (plain(page, &excess(grand))) }
            }
        }
        tr.total {
            th scope="row" { (page.say(total)) }
            @for grand in &grands {
                (cells(page, &grand.totals, &format!("{} {}", kind.code(), grand.direction.code())))
            }
        }
        tr.beside {
            td {}
            @for grand in &grands {
                td.first colspan="4" {
                    (without(page, &grand.totals)) ". "
                    (page.fill(labels::PAGE_REJECTED_COUNT, &[&page.count(grand.rejected)])) "."
                }
            }
        }
    }
}

/// Figures of a bridge: no rows of their own stand behind them.
fn plain(page: Page, totals: &Totals) -> Markup {
    let lang = page.edition.lang;
    let shown = [
        page.count(totals.delegations),
        page.count(totals.people),
        shown::halves(totals.person_half_days, lang),
        shown::whole(totals.amount_vnd, lang),
    ];
    html! {
        @for (at, text) in shown.iter().enumerate() {
            td.number.first[at == 0] { @if text == "0" { span.zero { "–" } } @else { (text) } }
        }
    }
}
