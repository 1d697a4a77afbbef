//! The tables by country, quarter, budget source and department.

use super::charts::{self, Bar, Frame, SIDES, Value};
use super::figure::Way;
use super::list::scroll;
use super::{Page, foreign, headline, strips};
use crate::model::section::{Direction, Kind};
use crate::model::summary::Grand;
use crate::report::listing::{self, By, KeyRow};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::words::{Words, labels, shown};
use maud::{Markup, html};
use std::cmp::Reverse;

/// Bars that can be read at one look; a note has the rest.
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
    /// The same for machines.
    file: &'static str,
}

const TABLES: [Table; 4] = [
    Table {
        id: "countries",
        by: By::Country,
        title: labels::PAGE_COUNTRIES,
        heading: labels::COUNTRY,
        note: Some(labels::NOTE_COUNTRIES),
        file: "by_country.csv",
    },
    Table {
        id: "quarters",
        by: By::Quarter,
        title: labels::PAGE_QUARTERS,
        heading: labels::QUARTER,
        note: Some(labels::NOTE_MULTI),
        file: "by_quarter.csv",
    },
    Table {
        id: "funding",
        by: By::Funding,
        title: labels::PAGE_FUNDING,
        heading: labels::FUNDING,
        note: Some(labels::NOTE_MIXED),
        file: "by_funding.csv",
    },
    Table {
        id: "departments",
        by: By::Department,
        title: labels::PAGE_DEPARTMENTS,
        heading: labels::DEPARTMENT,
        note: None,
        file: "by_department.csv",
    },
];

/// The four tables with their charts.
pub fn tables(page: Page) -> Markup {
    html! { @for table in TABLES { (section(page, table)) } }
}

fn section(page: Page, table: Table) -> Markup {
    let body = html! {
        @for kind in page.kinds() {
            @let rows = lines(page, table.by, kind);
            h3 { (page.kind_name(kind)) }
            div.pair {
                (chart(page, table, kind, &rows))
                @if table.by == By::Quarter { (strips::months(page, kind)) }
                (key_table(page, table, kind, &rows))
            }
        }
        @if let Some(note) = table.note { p.note { (page.say(note)) } }
        (page.download(&[table.file]))
    };
    page.part(table.id, page.say(table.title), body)
}

/// The lines that are shown: the four quarters always, others where there is something.
fn lines(page: Page, by: By, kind: Kind) -> Vec<KeyRow> {
    let mut rows = listing::table(page.edition, by, kind);
    let is_quarter = |row: &KeyRow| by == By::Quarter && row.key.starts_with('Q');
    rows.retain(|row| is_quarter(row) || !row.is_empty());
    rows
}

impl Table {
    /// What its chart shows.
    fn plots(self) -> Measure {
        match self.by {
            By::Country => Measure::People,
            _ => Measure::Delegations,
        }
    }
}

fn chart(page: Page, table: Table, kind: Kind, rows: &[KeyRow]) -> Markup {
    let measure = table.plots();
    let size = |row: &&KeyRow| {
        row.totals
            .map(|totals| measure.whole(&totals))
            .iter()
            .sum::<i64>()
    };
    let mut sorted: Vec<&KeyRow> = rows.iter().collect();
    if table.by != By::Quarter {
        sorted.sort_by_key(|row| Reverse(size(row)));
    }
    let rest = sorted.split_off(sorted.len().min(MOST_BARS));
    let bars: Vec<Bar> = sorted
        .into_iter()
        .map(|row| bar(page, table, kind, row))
        .collect();
    let note = (!rest.is_empty()).then(|| {
        let sums = [0, 1].map(|side| {
            let own = rest.iter().map(|row| measure.whole(&row.totals[side]));
            measure.shown_number(own.sum(), page.lang())
        });
        page.fill(
            labels::CHART_REST,
            &[&page.count(rest.len() as u64), &sums[0], &sums[1]],
        )
    });
    let plotted = match table.by {
        By::Quarter => labels::CHART_OF_QUARTERS,
        _ => labels::CHART_OF,
    };
    let heading = page.say(table.heading).to_lowercase();
    let plotted = page.fill(plotted, &[page.say(measure.heading()), &heading]);
    let names = Direction::ALL.map(|direction| page.say(labels::direction(direction)));
    let mut legend: Vec<(&str, &str)> = SIDES.into_iter().zip(names).collect();
    if bars
        .iter()
        .flat_map(|bar| &bar.values)
        .any(|value| value.doubtful > 0.0)
    {
        legend.push(("hatched", page.say(labels::DOUBTFUL)));
    }
    let frame = Frame {
        title: &headline::most(page, kind, measure, rows),
        plotted: &plotted,
        legend: &legend,
        note: note.as_deref(),
    };
    charts::bars(&frame, &bars)
}

fn bar(page: Page, table: Table, kind: Kind, row: &KeyRow) -> Bar {
    let measure = table.plots();
    let value = |part: Part| {
        let own = &row.totals[part.direction as usize];
        let behind = page.rows.line(part, Some((table.by, &row.key)));
        let number = measure.value(own);
        let mut shown = measure.shown(own, page.lang());
        if table.by == By::Funding {
            let grand = part.totals(page.edition.summary);
            let share = shown::percent(number, measure.value(&grand), page.lang());
            shown = format!("{shown} ({share})");
        }
        Value {
            number,
            doubtful: measure.value(&behind.doubtful),
            shown,
        }
    };
    Bar {
        label: foreign(&row.label),
        values: Part::of_kind(kind).map(value),
    }
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
                @for row in rows {
                    tr {
                        th scope="row" { (name(page, table.by, row)) }
                        @for part in Part::of_kind(kind) {
                            (page.figures(part, Some((table.by, &row.key)), &row.totals[part.direction as usize]))
                        }
                    }
                }
            }
            tfoot { (feet(page, table.by, kind)) }
        }
    };
    scroll(&format!("{title}, {year}"), markup)
}

/// The name of a line; of a department, with the way to its fold.
fn name(page: Page, by: By, row: &KeyRow) -> Markup {
    let departments = &page.edition.dataset.departments;
    let index = departments
        .iter()
        .position(|department| department.slug == row.key);
    match index.filter(|_| by == By::Department) {
        Some(index) => page.department_link(index as u32),
        None => html! { (foreign(&row.label)) },
    }
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
                @for grand in &grands { (page.plain_figures(&sum(grand), if grand.totals.rows > 0 { "…" } else { "0" })) }
            }
            tr {
                th scope="row" { (page.say(bridge.excess)) }
                @for grand in &grands { (page.plain_figures(&by.excess(grand), "0")) }
            }
        }
        tr.total {
            th scope="row" { (page.say(total)) }
            @for grand in &grands {
                (page.figures(Part::from((grand.kind, grand.direction)), None, &grand.totals))
            }
        }
        tr.beside {
            td {}
            @for grand in &grands {
                td.first colspan="4" {
                    (listing::without(page.edition, &grand.totals)) ". "
                    (page.fill(labels::PAGE_REJECTED_COUNT, &[&page.count(grand.rejected)])) "."
                    (doubt(page, Part::from((grand.kind, grand.direction))))
                }
            }
        }
    }
}

/// What the stars of a table stand for, with the way to the rows.
fn doubt(page: Page, part: Part) -> Markup {
    let doubtful = page.rows.line(part, None).doubtful;
    let tokens = format!("{} unsure", part.codes());
    let way = Way {
        list: "rows",
        tokens: &tokens,
        rows: doubtful.rows,
        is_stop: true,
    };
    html! {
        @if doubtful.rows > 0 {
            br;
            (page.trace(&way, html! { (page.doubt_note(labels::DOUBT_NOTE, &doubtful)) }))
        }
    }
}
