//! What a list of delegations still lacks once its headings are read: people, days of the journey, a name.

use super::weigh::Weighed;
use crate::model::section::{CellKind, Field, Why};
use crate::vocabulary::headers::Topic;

/// What a field that every list has is worth where no heading speaks of it: nearly every list counts people.
const WANTED: f32 = 4.0;
/// What a column of ways or countries is worth against a heading that the list has for something else.
const WAYS: f32 = 9.0;
/// Words of a heading that speak of something else at least as much keep a column out of it.
const OTHER: f32 = 1.6;
/// A heading that speaks of people, and of something else only so much more, may count them.
const NEAR: f32 = 2.0;
/// From here on a heading speaks of a field.
const SAID: f32 = 1.2;

/// Gives weight to columns that could hold what no heading speaks of.
pub fn want(columns: &mut [Weighed]) {
    if !says(columns, &[Field::People]) && !says_part(columns) {
        let counts = |column: &Weighed| {
            column.profile.share(CellKind::SmallNumber)
                + column.profile.share(CellKind::PeopleCount)
                >= 0.6
        };
        let days = columns.iter().position(|c| said(c, Field::Days) >= SAID);
        let fit: Vec<usize> = (0..columns.len())
            .filter(|at| Some(*at) != days && counts(&columns[*at]) && may_count(&columns[*at]))
            .collect();
        // Of several columns of small numbers nothing tells which counts people.
        if let [only] = fit[..] {
            columns[only].relate(Topic::Field(Field::People), Why::Missing, WANTED);
        }
    }

    let timed = [Field::Period, Field::PeriodFrom, Field::PeriodTo];
    if !says(columns, &timed) {
        use CellKind::{Date, DateSpan, Period};
        give_only(
            columns,
            Field::Period,
            &[Period, Date, DateSpan],
            is_open,
            WANTED,
        );
    }
    if !says(columns, &[Field::Country]) {
        use CellKind::{Country, Place};
        give_only(columns, Field::Country, &[Country, Place], |_| true, WAYS);
    }
    if !says(columns, &[Field::Days]) {
        give_only(
            columns,
            Field::Days,
            &[CellKind::DayCount],
            |_| true,
            WANTED,
        );
    }
    if !says(columns, &[Field::Status]) {
        use CellKind::{Kind, Status};
        give_only(columns, Field::Status, &[Status, Kind], is_open, WANTED);
    }
    // Ways alone down a column say nothing else, whatever its heading is called.
    if !says(columns, &[Field::Direction]) {
        give_only(
            columns,
            Field::Direction,
            &[CellKind::Direction],
            |_| true,
            WAYS,
        );
    }

    if !says(columns, &[Field::Name, Field::Content]) {
        let worded = |column: &Weighed| {
            let kinds = [
                CellKind::ShortText,
                CellKind::LongText,
                CellKind::DelegationName,
                CellKind::Organisation,
            ];
            let share: f32 = kinds.iter().map(|kind| column.profile.share(*kind)).sum();
            share >= 0.7 && is_open(column)
        };
        if let Some(first) = (0..columns.len()).find(|at| worded(&columns[*at])) {
            columns[first].relate(Topic::Field(Field::Name), Why::Missing, WANTED);
        }
    }
}

/// Gives weight to the one column whose cells are nearly all of some kinds.
fn give_only(
    columns: &mut [Weighed],
    field: Field,
    kinds: &[CellKind],
    fits: fn(&Weighed) -> bool,
    weight: f32,
) {
    let share = |column: &Weighed| -> f32 { kinds.iter().map(|k| column.profile.share(*k)).sum() };
    let fit: Vec<usize> = (0..columns.len())
        .filter(|at| share(&columns[*at]) >= 0.8 && fits(&columns[*at]))
        .collect();
    if let [only] = fit[..] {
        columns[only].relate(Topic::Field(field), Why::Missing, weight);
    }
}

fn said(column: &Weighed, field: Field) -> f32 {
    let topic = Topic::Field(field);
    column.heading.listed(topic) + column.heading.words(topic)
}

/// A heading speaks of one of these fields.
fn says(columns: &[Weighed], fields: &[Field]) -> bool {
    let most = |column: &Weighed, field| {
        let known = column.heading.listed(Topic::Known) + column.heading.words(Topic::Known);
        said(column, field) >= SAID.max(known)
    };
    let mut columns = columns.iter();
    columns.any(|column| fields.iter().any(|field| most(column, *field)))
}

/// One column that names a kind of people ("Mấy bác sĩ") counts all of them.
fn says_part(columns: &[Weighed]) -> bool {
    let parts = columns
        .iter()
        .filter(|column| column.heading.words(Topic::PeoplePart) >= SAID);
    parts.take(2).count() == 2
}

/// The heading speaks of nothing else, or of people nearly as much: "Số hộ chiếu tham gia".
fn may_count(column: &Weighed) -> bool {
    let people = column.heading.words(Topic::Field(Field::People));
    let near = people >= SAID && column.heading.words(Topic::Known) - people < NEAR;
    is_open(column) || near && column.heading.hit.is_none()
}

/// The heading speaks of nothing else.
fn is_open(column: &Weighed) -> bool {
    let others = [
        Topic::Known,
        Topic::Field(Field::Number),
        Topic::Field(Field::Days),
        Topic::Field(Field::Amount),
        Topic::Field(Field::Delegations),
        Topic::Field(Field::Country),
        Topic::Field(Field::Partner),
        Topic::Field(Field::Notes),
        Topic::Field(Field::Funding),
    ];
    others
        .iter()
        .all(|topic| column.heading.listed(*topic) == 0.0 && column.heading.words(*topic) < OTHER)
}
