//! The results against the plan that an earlier campaign published for their year, with the way to both.

use super::charts::{self, Frame};
use super::figure::Way;
use super::list::{Heading, header, scroll, without_ends};
use super::{MOST, Page, foreign, headline};
use crate::model::comparison::{Comparison, Figures, Key, Outcome, Planned, by_key};
use crate::model::section::Direction;
use crate::report::listing;
use crate::report::speak::Speak;
use crate::words::{Words, labels, shown};
use maud::{Markup, html};
use std::cmp::Reverse;

/// Lines of a chart that can be read at one look; a note has the rest.
const MOST_LINES: usize = 15;

/// Columns of figures in the order of [`Figures::all`], with the token that their rows carry.
pub const COLUMNS: [(Words, &str); 7] = [
    (labels::PLANNED, "planned"),
    (labels::IN_PLAN, "done"),
    (labels::OF_THEM_DOUBTFUL, "doubtful"),
    (labels::NOT_DONE, "open"),
    (labels::POSTPONED_OR_CANCELLED, "stopped"),
    (labels::ONLINE, "online"),
    (labels::OUTSIDE_PLAN, "outside"),
];

/// The tables and the rows behind them, or why there are none.
pub fn section(page: Page) -> Markup {
    let year = page.edition.dataset.results_year;
    let body = match page.edition.planned {
        Err(reason) => html! { p.lead { (labels::no_plan(reason, year, page.edition.lang)) } },
        Ok(comparison) => compared(page, comparison),
    };
    page.part(
        "planned",
        &page.fill(labels::AGAINST_PLAN, &[&year.to_string()]),
        body,
    )
}

fn compared(page: Page, comparison: &Comparison) -> Markup {
    let directions: Vec<Line> = Direction::ALL
        .map(|direction| Line {
            name: page.say(labels::direction(direction)).to_string(),
            key: String::new(),
            figures: vec![(direction, comparison.total(direction))],
        })
        .into();
    let countries = lines(page, comparison, Key::Country);
    html! {
        p.lead { (headline::planned(page, comparison)) }
        div.cards { @for direction in Direction::ALL { (chart(page, direction, &countries)) } }
        (table(page, labels::DIRECTION, &directions))
        p.note {
            (page.fill(labels::NOTE_PLANNED, &[&comparison.year.to_string()]))
            @if comparison.uncompared > 0 {
                " " (page.fill(labels::NOTE_UNCOMPARED, &[&page.count(comparison.uncompared.into())]))
            }
        }
        (table(page, labels::COUNTRY, &countries))
        (table(page, labels::DEPARTMENT, &lines(page, comparison, Key::Department)))
        (list(page, comparison))
    }
}

/// Plan and results of each country on one line, the largest plans first.
fn chart(page: Page, direction: Direction, countries: &[Line]) -> Markup {
    let mut ends: Vec<(String, [u64; 2])> = countries
        .iter()
        .map(|line| {
            let figures = line.figures[direction as usize].1;
            (
                line.name.clone(),
                [figures.planned, figures.done + figures.outside],
            )
        })
        .filter(|(_, ends)| *ends != [0, 0])
        .collect();
    ends.sort_by_key(|(_, ends)| Reverse(*ends));
    if ends.is_empty() {
        return Markup::default();
    }
    let short = ends
        .iter()
        .filter(|(_, [planned, done])| done < planned)
        .count();
    let counts = [short, ends.len()].map(|number| page.count(number as u64));
    let name = page.say(labels::direction(direction));
    let title = page.fill(labels::LEAD_SHORT, &[name, &counts[0], &counts[1]]);
    let rest = ends.split_off(ends.len().min(MOST_LINES));
    let note = (!rest.is_empty()).then(|| {
        let sums = [0, 1].map(|end| page.count(rest.iter().map(|(_, ends)| ends[end]).sum()));
        page.fill(
            labels::CHART_REST_PLANNED,
            &[&page.count(rest.len() as u64), &sums[0], &sums[1]],
        )
    });
    let legend = [
        ("plan", page.say(labels::PLANNED)),
        ("done", page.say(labels::DONE)),
    ];
    let frame = Frame {
        title: &title,
        plotted: page.say(labels::CHART_PLANNED),
        legend: &legend,
        note: note.as_deref(),
    };
    charts::dumbbells(&frame, &ends)
}

/// A line of a table: its figures for one direction or both.
struct Line {
    name: String,
    /// The token of its country or department.
    key: String,
    figures: Vec<(Direction, Figures)>,
}

fn lines(page: Page, comparison: &Comparison, key: Key) -> Vec<Line> {
    let order = comparison.order(page.edition, key);
    let line = |(code, name): (String, String), figures: &[Figures; 2]| Line {
        name: foreign(&name),
        key: match key {
            Key::Country => code,
            Key::Department => format!("d{code}"),
        },
        figures: Direction::ALL
            .map(|direction| (direction, figures[direction as usize]))
            .into(),
    };
    let figures = by_key(comparison, key);
    let named = order.into_iter();
    named
        .filter_map(|named| figures.get(&named.0).map(|own| line(named.clone(), own)))
        .collect()
}

fn table(page: Page, heading: Words, lines: &[Line]) -> Markup {
    let directions = lines.first().map_or(0, |line| line.figures.len());
    let title = page.say(heading);
    let table = html! {
        table.tool {
            caption { (page.say(labels::PAGE_PLANNED)) " - " (title) }
            thead {
                @if directions > 1 {
                    tr {
                        th scope="col" rowspan="2" { (title) }
                        @for direction in Direction::ALL {
                            th.first scope="colgroup" colspan="7" { (page.say(labels::direction(direction))) }
                        }
                    }
                }
                tr {
                    @if directions < 2 { th scope="col" { (title) } }
                    @for _ in 0..directions {
                        @for (nth, (name, _)) in COLUMNS.iter().enumerate() {
                            th.number.first[nth == 0] scope="col" { (page.say(*name)) }
                        }
                    }
                }
            }
            tbody {
                @for line in lines {
                    tr {
                        th scope="row" { (line.name) }
                        @for (direction, figures) in &line.figures {
                            (cells(page, figures, &format!("{} {}", direction.code(), line.key)))
                        }
                    }
                }
            }
        }
    };
    scroll(title, table)
}

fn cells(page: Page, figures: &Figures, tokens: &str) -> Markup {
    html! {
        @for (nth, ((_, token), number)) in COLUMNS.iter().zip(figures.all()).enumerate() {
            td.number.first[nth == 0] {
                @if number == 0 { span.zero { "–" } }
                @else {
                    @let tokens = format!("{token} {tokens}");
                    @let way = Way { list: "planned-list", tokens: tokens.trim_end(), rows: number, is_stop: nth == 0 };
                    (page.trace(&way, html! { (page.count(number)) }))
                }
            }
        }
    }
}

const HEADINGS: [Heading; 9] = [
    Heading::text(labels::STATE),
    Heading::text(labels::DIRECTION),
    Heading::text(labels::DEPARTMENT),
    Heading::text(labels::FORM_NAME),
    Heading::text(labels::COUNTRY),
    Heading::text(labels::QUARTER),
    Heading::number(labels::DELEGATIONS),
    Heading::text(labels::PLACE_OF_PLAN),
    Heading::text(labels::PLACE_OF_RESULT),
];

/// Every planned row with what became of it, then the results that no plan had.
fn list(page: Page, comparison: &Comparison) -> Markup {
    let outside: Vec<&Outcome> = comparison
        .results
        .iter()
        .filter(|row| row.outside() > 0)
        .collect();
    let all = comparison.rows.len() + outside.len();
    let planned = (0..comparison.rows.len()).map(|index| planned_row(page, comparison, index));
    let results = outside.iter().map(|row| outside_row(page, row));
    let rows: Vec<String> = planned
        .chain(results)
        .take(MOST)
        .map(Markup::into_string)
        .collect();
    let title = page.fill(labels::PLANNED_ROWS, &[&comparison.year.to_string()]);
    let table = html! {
        table.tool.rows.plans #planned-list-table data-units=(units(page)) {
            caption { (title) }
            (header(page, &HEADINGS))
            tbody { (without_ends(&rows)) }
        }
    };
    html! {
        div.screen #planned-list {
            h3 { (title) " (" (page.count(all as u64)) ")" }
            (page.cut(all, MOST, "delegations.csv"))
            (scroll(&title, table))
        }
    }
}

/// What the rows of the list add up to, a unit for each column of the tables.
fn units(page: Page) -> String {
    COLUMNS
        .map(|(name, _)| format!("{} {{0}}", page.say(name).to_lowercase()))
        .join("|")
}

/// What a row adds to the columns of the tables.
fn numbers(figures: &Figures) -> String {
    figures.all().map(|number| number.to_string()).join(" ")
}

fn planned_row(page: Page, comparison: &Comparison, index: usize) -> Markup {
    let row = &comparison.rows[index];
    let figures = comparison.figures(index);
    let applies = COLUMNS
        .iter()
        .zip(figures.all())
        .filter(|(_, number)| *number > 0);
    let mut tokens: Vec<&str> = applies.map(|((_, token), _)| *token).collect();
    let department = format!("d{}", comparison.departments[index]);
    tokens.extend([row.direction.code(), department.as_str()]);
    tokens.extend(row.keys());
    html! {
        tr data-t=(tokens.join(" ")) data-n=(numbers(&figures)) {
            td { (page.say(labels::fate(comparison.fate(index)))) }
            td { (page.say(labels::direction(row.direction))) }
            td { (foreign(comparison.department_name(page.edition, comparison.departments[index]))) }
            td { (foreign(&shown::clipped(row.title(), 400))) }
            td { (foreign(&row.country_names(page.edition))) }
            td { (page.say(labels::quarter(row.quarter))) }
            td { (figures.done) "/" (row.count) }
            td { (place(row)) }
            td {
                @for (pair, outcome) in comparison.of_planned(index) {
                    div {
                        (foreign(&outcome.path)) ":" (foreign(&outcome.line))
                        @if !pair.certain { " (" (page.say(labels::RESULT_PERHAPS).to_lowercase()) ")" }
                    }
                }
            }
        }
    }
}

fn place(row: &Planned) -> String {
    foreign(&format!("{}:{}", row.file, row.line))
}

fn outside_row(page: Page, outcome: &Outcome) -> Markup {
    let departments = &page.edition.dataset.departments;
    let department = departments.get(outcome.department as usize);
    let names = outcome
        .countries
        .iter()
        .map(|key| listing::country_name(page.edition, key));
    let figures = Figures {
        outside: outcome.outside().into(),
        ..Figures::default()
    };
    let mut tokens = vec!["outside".to_string(), outcome.direction.code().to_string()];
    tokens.push(format!("d{}", outcome.department));
    tokens.extend(outcome.countries.iter().cloned());
    html! {
        tr data-t=(tokens.join(" ")) data-n=(numbers(&figures)) {
            td { (page.say(labels::OUTSIDE_PLAN)) }
            td { (page.say(labels::direction(outcome.direction))) }
            td { (foreign(department.map_or("", |department| &department.name))) }
            td { (foreign(&shown::clipped(&outcome.name, 400))) }
            td { (foreign(&names.collect::<Vec<_>>().join(", "))) }
            td { (page.say(labels::quarter(outcome.quarter))) }
            td { (outcome.outside()) }
            td {}
            td { (foreign(&outcome.path)) ":" (foreign(&outcome.line)) }
        }
    }
}
