//! The tables by country, quarter, budget source and department.

use super::charts::{self, Bar};
use super::list::scroll;
use super::{Page, foreign};
use crate::model::section::{Direction, Kind};
use crate::model::summary::{Grand, Totals};
use crate::report::listing::{self, By, KeyRow};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::words::{Words, labels, shown};
use maud::{Markup, html};
use std::cmp::Reverse;

/// Bars that can be read at one look; the table has the rest.
const MOST_BARS: usize = 15;

/// A table by one key.
#[derive(Clone, Copy)]
struct Table {
    id: &'static str,
    by: By,
    title: Words,
    /// Heading of the column of labels.
    heading: Words,
    note: Option<Words>,
}

const TABLES: [Table; 4] = [
    Table {
        id: "countries",
        by: By::Country,
        title: labels::PAGE_COUNTRIES,
        heading: labels::COUNTRY,
        note: Some(labels::NOTE_COUNTRIES),
    },
    Table {
        id: "quarters",
        by: By::Quarter,
        title: labels::PAGE_QUARTERS,
        heading: labels::QUARTER,
        note: Some(labels::NOTE_MULTI),
    },
    Table {
        id: "funding",
        by: By::Funding,
        title: labels::PAGE_FUNDING,
        heading: labels::FUNDING,
        note: Some(labels::NOTE_MIXED),
    },
    Table {
        id: "departments",
        by: By::Department,
        title: labels::PAGE_DEPARTMENTS,
        heading: labels::DEPARTMENT,
        note: None,
    },
];

/// The four tables with their charts.
pub fn tables(page: Page) -> Markup {
    html! { @for table in TABLES { (section(page, table)) } }
}

fn section(page: Page, table: Table) -> Markup {
    html! {
        section id=(table.id) {
            h2 { (page.say(table.title)) }
            @for kind in page.kinds() {
                @let rows = listing::table(page.edition, table.by, kind);
                h3 { (page.kind_name(kind)) }
                div.pair {
                    (chart(page, table, kind, &rows))
                    (key_table(page, table, kind, &rows))
                }
            }
            @if let Some(note) = table.note { p.note { (page.say(note)) } }
        }
    }
}

fn chart(page: Page, table: Table, kind: Kind, rows: &[KeyRow]) -> Markup {
    let lang = page.edition.lang;
    let grand = Part::of_kind(kind).map(|part| part.totals(page.edition.summary));
    let measure = match table.by {
        By::Country => Measure::People,
        _ => Measure::Delegations,
    };
    let bar = |row: &KeyRow| {
        let values = row.totals.map(|totals| measure.value(&totals));
        let shown = [0, 1].map(|side| {
            let number = measure.shown(&row.totals[side], lang);
            if table.by != By::Funding {
                return number;
            }
            let share = shown::percent(values[side], measure.value(&grand[side]), lang);
            format!("{number} ({share})")
        });
        Bar {
            label: foreign(&row.label),
            values,
            shown,
        }
    };
    let (shown, others) = longest(page, table.by, rows);
    let bars: Vec<Bar> = shown.into_iter().chain(&others).map(bar).collect();
    let title = format!(
        "{} - {}",
        page.say(measure.heading()),
        page.say(table.title)
    );
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

fn key_table(page: Page, table: Table, kind: Kind, rows: &[KeyRow]) -> Markup {
    let (title, year) = (page.say(table.title), page.kind_name(kind));
    let markup = html! {
        table.tool {
            caption { (title) " - " (year) }
            thead {
                tr {
                    th scope="col" rowspan="2" { (page.say(table.heading)) }
                    @for direction in Direction::ALL {
                        th.first scope="colgroup" colspan="4" { (page.say(labels::direction(direction))) }
                    }
                }
                tr {
                    @for _ in Direction::ALL {
                        @for (nth, measure) in Measure::FIGURES.into_iter().enumerate() {
                            th.number.first[nth == 0] scope="col" { (page.say(measure.heading())) }
                        }
                    }
                }
            }
            tbody {
                @for row in rows.iter().filter(|row| !row.is_empty()) {
                    tr {
                        th scope="row" { (foreign(&row.label)) }
                        @for part in Part::of_kind(kind) {
                            (page.figures(&row.totals[part.direction as usize], &tokens(page, table.by, part, &row.key)))
                        }
                    }
                }
            }
            tfoot { (feet(page, table.by, kind)) }
        }
    };
    scroll(&format!("{title}, {year}"), markup)
}

/// The tokens that the rows behind a figure carry.
fn tokens(page: Page, by: By, part: Part, key: &str) -> String {
    let token = match by {
        By::Department => {
            let mut departments = page.edition.dataset.departments.iter();
            let index = departments.position(|department| department.slug == key);
            index.map_or_else(String::new, super::rows::department_token)
        }
        _ => key.to_string(),
    };
    format!("{} {token}", part.codes())
}

/// The bridge where lines overlap, the total, and what stands beside it.
fn feet(page: Page, by: By, kind: Kind) -> Markup {
    let grands: Vec<&Grand> = page.grands(kind).collect();
    let sum = |grand: &Grand| {
        let mut sum = grand.totals;
        sum += by.excess(grand);
        sum
    };
    let bridge = by.bridge();
    let total = bridge.map_or(labels::TOTAL, |_| labels::DISTINCT_TOTAL);
    html! {
        @if let Some(bridge) = bridge {
            tr {
                th scope="row" { (page.say(bridge.sum)) }
                @for grand in &grands { (plain(page, &sum(grand))) }
            }
            tr {
                th scope="row" { (page.say(bridge.excess)) }
                @for grand in &grands { (plain(page, &by.excess(grand))) }
            }
        }
        tr.total {
            th scope="row" { (page.say(total)) }
            @for grand in &grands {
                (page.figures(&grand.totals, &Part::from((grand.kind, grand.direction)).codes()))
            }
        }
        tr.beside {
            td {}
            @for grand in &grands {
                td.first colspan="4" {
                    (listing::without(page.edition, &grand.totals)) ". "
                    (page.fill(labels::PAGE_REJECTED_COUNT, &[&page.count(grand.rejected)])) "."
                }
            }
        }
    }
}

/// Figures of a bridge: no rows of their own stand behind them.
fn plain(page: Page, totals: &Totals) -> Markup {
    html! {
        @for (nth, measure) in Measure::FIGURES.into_iter().enumerate() {
            td.number.first[nth == 0] {
                (page.plain(&measure.shown(totals, page.edition.lang), measure.is_zero(totals)))
            }
        }
    }
}
