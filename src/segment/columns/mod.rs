//! What the columns of a table mean: the choice of fields for which most speaks, over all columns.

mod assign;
mod counts;
mod dates;
mod doubts;
mod facts;
mod heading;
mod kind_words;
mod kinds;
mod missing;
mod money;
mod parts;
mod relations;
mod sample;
mod weigh;
mod weights;

#[cfg(test)]
mod tests;

pub use counts::{is_days, is_people, is_period};
pub use heading::{Heading, Parts, names_payer};
pub use kinds::{is_country, is_data, is_tick};

use super::grid::Grid;
use super::header::Header;
use crate::model::section::{CellKind, Column, Evidence, Field, Match, Rival};
use crate::vocabulary::headers::{Hit, Meaning, TOPICS, Topic};
use assign::{Choice, NEVER, Table};
use sample::{Depth, Sample};
use weigh::{Reading, Weighed};

/// Columns beyond these are not weighed: no list of delegations has as many.
const WIDEST: usize = 120;
/// Topics that one column alone can have: the first of [`TOPICS`].
const SINGLE: usize = 21;
/// A heading that says nothing of the field makes it less likely than no heading at all.
const UNSAID: f32 = 1.0;
/// A country is what every row must have, and hardly any list is without people.
const WANTED: f32 = 1.5;
/// From here on the words of a heading name a field.
const SAID: f32 = 1.2;
/// A bound that makes weighing all other choices needless.
const CLEAR: f32 = 3.0;

/// Gives the columns of a header their fields.
pub fn read(grid: Grid<'_>, header: &mut Header, headings: Vec<Heading>) {
    let below = header.first_row + header.height;
    let sample = Sample::below(grid, below, depth(&headings));
    let mut columns: Vec<Weighed> = headings
        .into_iter()
        .take(WIDEST)
        .enumerate()
        .map(|(at, heading)| Weighed::new(heading, &sample, at))
        .collect();
    money::share_sources(&mut columns);
    relations::relate(&sample, &mut columns);
    missing::want(&mut columns);
    let worth = Worth::of(header, &columns);
    let (table, choice) = worth.choose(&columns);
    let readings: Vec<Reading> = (0..columns.len())
        .map(|at| worth.reading(&columns, &choice, at))
        .collect();
    for (at, reading) in readings.iter().enumerate() {
        let column = &mut header.columns[at];
        column.field = reading.field();
        column.matched = matched(&columns[at], *reading);
        column.evidence = evidence(&worth, &columns, &table, &choice, at);
    }
    money::second_amount(header, &columns);
    header.direction = direction(header, &columns);
    relations::turn_arrivals(header, &columns);
    for (at, weighed) in columns.iter().enumerate() {
        money::settle_unit(&mut header.columns[at]);
        if let Some(field) = header.columns[at].field {
            header.columns[at].facts = facts::facts(weighed, field, &sample, at);
        }
        pass_over(header, weighed, at);
    }
    facts::share_month_first(&mut header.columns, &sample);
    doubts::find(header, &columns);
}

/// Listed headings, each field once: the cells can only confirm them.
fn depth(headings: &[Heading]) -> Depth {
    let mut fields: Vec<Option<Field>> = Vec::with_capacity(headings.len());
    for heading in headings {
        let plain = heading.is_listed() && !fields.contains(&heading.field());
        if !plain {
            return Depth::Full;
        }
        fields.extend(heading.field().map(Some));
    }
    Depth::Confirm
}

/// What each column is worth under each field.
struct Worth {
    table: Table,
    /// Columns that hold one kind of people each, where no column holds the total.
    parts: Vec<usize>,
}

impl Worth {
    fn of(header: &Header, columns: &[Weighed]) -> Worth {
        let sourced = columns.iter().any(|column| {
            column.heading.source.is_some()
                || column
                    .heading
                    .hit
                    .is_some_and(|hit| hit.meaning == Meaning::Field(Field::Funding))
        });
        let subject = columns.iter().any(|column| {
            column.heading.hit.is_some_and(|hit| {
                hit.meaning == Meaning::Field(Field::Content)
                    || hit.meaning == Meaning::Field(Field::Name) && hit.direction.is_none()
            })
        });
        let mut worth = Vec::with_capacity(columns.len());
        let mut alone = Vec::with_capacity(columns.len());
        for (at, column) in columns.iter().enumerate() {
            let named = column
                .heading
                .hit
                .is_some_and(|hit| hit.meaning == Meaning::Field(Field::Name));
            if header.is_tick(at) && (!named || subject) {
                worth.push(vec![NEVER; SINGLE]);
                alone.push(0.0);
                continue;
            }
            // Of two columns that are as good as each other the first one counts.
            let later = at as f32 * 1e-3;
            let worth_of = |topic: &Topic| single(column, *topic, sourced) - later;
            worth.push(TOPICS[..SINGLE].iter().map(worth_of).collect());
            let source = column.source_worth().map_or(0.0, |(_, worth)| worth);
            // Who sends the delegation is no department, where another column names the delegation.
            let host = column.heading.listed(Topic::Host) - 5.0;
            alone.push(column.worth(Topic::Known).max(source).max(host));
        }
        let table = Table { worth, alone };
        let parts = parts::find(columns);
        Worth { table, parts }
    }

    /// The best choice, with one column of people or with parts of them.
    fn choose(&self, columns: &[Weighed]) -> (Table, Choice) {
        let whole = self.table.solve();
        let table = || Table {
            worth: self.table.worth.clone(),
            alone: self.table.alone.clone(),
        };
        if self.parts.is_empty() {
            return (table(), whole);
        }
        let people = TOPICS
            .iter()
            .position(|topic| *topic == Topic::Field(Field::People));
        let mut split = table();
        for worth in &mut split.worth {
            if let Some(people) = people {
                worth[people] = NEVER;
            }
        }
        for &at in &self.parts {
            split.alone[at] = split.alone[at].max(parts::worth(&columns[at]));
        }
        let parted = split.solve();
        let taken = self.parts.iter().filter(|at| parted.fields[**at].is_none());
        if parted.worth > whole.worth && taken.count() >= 2 {
            (split, parted)
        } else {
            (table(), whole)
        }
    }

    /// What a choice makes of a column.
    fn reading(&self, columns: &[Weighed], choice: &Choice, at: usize) -> Reading {
        if let Some(field) = choice.fields[at] {
            let column = &columns[at];
            let host = column.worth(Topic::Host) > column.worth(Topic::Field(Field::Name));
            return Reading::Topic(match TOPICS[field] {
                Topic::Field(Field::Name) if host => Topic::Host,
                topic => topic,
            });
        }
        let column = &columns[at];
        let people = TOPICS
            .iter()
            .position(|topic| *topic == Topic::Field(Field::People));
        let whole = choice.fields.contains(&people);
        let part = self.parts.contains(&at) && !whole;
        if part && parts::worth(column) > self.table.alone[at] {
            return Reading::Topic(Topic::PeoplePart);
        }
        match column.source_worth() {
            Some((source, worth)) if worth > column.worth(Topic::Known).max(0.0) => {
                Reading::Source(source)
            }
            _ => Reading::Topic(Topic::Known),
        }
    }
}

/// The worth of a column under a field of which there is one.
fn single(column: &Weighed, topic: Topic, sourced: bool) -> f32 {
    let heading = &column.heading;
    let mut worth = column.worth(topic);
    match topic {
        // Hardly any list is without them.
        Topic::Field(Field::Country | Field::People) => worth += WANTED,
        // Who sends the delegation names it where nothing else does.
        Topic::Field(Field::Name) => worth = worth.max(column.worth(Topic::Host) - 1.0),
        // "Kinh phí" is the amount where another column holds the source.
        Topic::Field(Field::Funding) if heading.is_cost() && sourced => worth -= 4.0,
        // A unit of money says that it is the amount, but for cells that name sources.
        Topic::Field(Field::Funding) if heading.unit.is_some() && !column.names_sources() => {
            worth -= 4.0;
        }
        // "Tổng" over small numbers without a unit is no money.
        Topic::Field(Field::Amount)
            if heading.unit.is_none()
                && !heading.is_listed()
                && column.profile.share(CellKind::SmallNumber) >= 0.9 =>
        {
            worth -= 4.0;
        }
        Topic::Field(Field::Amount) if heading.is_cost() && sourced => worth += 3.0,
        Topic::Field(Field::Amount) if heading.is_cost() => worth -= 6.0,
        _ => {}
    }
    let said =
        heading.listed(topic) > 0.0 || heading.words(topic) >= SAID || heading.text.is_empty();
    if said { worth } else { worth - UNSAID }
}

fn matched(column: &Weighed, reading: Reading) -> Match {
    let topic = match reading {
        Reading::Source(_) => return Match::Exact,
        Reading::Topic(Topic::Known) => return Match::None,
        Reading::Topic(topic) => topic,
    };
    if column.heading.listed(topic) > 0.0 {
        return column.heading.hit.map_or(Match::None, |hit| hit.matched);
    }
    if column.heading.words(topic) >= SAID {
        Match::Words
    } else {
        Match::Content
    }
}

/// The reasons of a reading, and how far the next one is behind.
fn evidence(
    worth: &Worth,
    columns: &[Weighed],
    table: &Table,
    choice: &Choice,
    at: usize,
) -> Evidence {
    let reading = worth.reading(columns, choice, at);
    let own = choice.fields[at].map_or(table.alone[at], |field| table.worth[at][field]);
    let others = || {
        let fields = table.worth[at].iter().copied().enumerate();
        fields.filter(|(field, _)| choice.fields[at] != Some(*field))
    };
    let best_field = others().map(|(_, worth)| worth).fold(NEVER, f32::max);
    let next = if choice.fields[at].is_some() {
        best_field.max(table.alone[at])
    } else {
        best_field
    };
    let mut margin = own - next;
    let mut rival = None;
    if margin < CLEAR {
        let mut without = Table {
            worth: table.worth.clone(),
            alone: table.alone.clone(),
        };
        match choice.fields[at] {
            Some(field) => without.worth[at][field] = NEVER,
            None => without.alone[at] = NEVER,
        }
        let other = without.solve();
        margin = choice.worth - other.worth;
        let second = worth.reading(columns, &other, at);
        rival = (margin < CLEAR && second.field() != reading.field()).then(|| {
            Box::new(Rival {
                field: second.field(),
                reasons: columns[at].reasons(second),
            })
        });
    }
    let reasons = match reading {
        Reading::Topic(Topic::Known) if columns[at].heading.text.is_empty() => Vec::new(),
        reading => columns[at].reasons(reading),
    };
    Evidence {
        reasons,
        margin: margin.clamp(0.0, 99.0),
        rival,
        doubt: None,
    }
}

/// "Nước đi" and "Đến từ nước" say the direction.
fn direction(header: &Header, columns: &[Weighed]) -> Option<crate::model::section::Direction> {
    let says = |(column, weighed): (&Column, &Weighed)| {
        let hit: Hit = weighed.heading.hit?;
        let own = column.field.is_some() && column.field == weighed.heading.field();
        hit.direction
            .filter(|_| own && !header.is_tick(column.index))
    };
    header.columns.iter().zip(columns).find_map(says)
}

/// Columns that hold no field: those of a meaning that another has, and those understood and of no use.
fn pass_over(header: &mut Header, weighed: &Weighed, at: usize) {
    if header.columns[at].field.is_some() {
        return;
    }
    let of_use = weighed
        .heading
        .hit
        .is_some_and(|hit| matches!(hit.meaning, Meaning::Field(_) | Meaning::Cost));
    if header.is_tick(at) || weighed.heading.hit.is_some() && !of_use {
        header.known.push(at);
        return;
    }
    let second = weighed.heading.field().filter(|field| {
        let worth = weighed.worth(Topic::Field(*field));
        worth > weighed.worth(Topic::Known).max(0.0)
    });
    if second.is_some() && !weighed.is_part_of_sum() {
        header.doubled.push(at);
    } else if second.is_some() || weighed.is_part_of_sum() {
        header.known.push(at);
    }
}
