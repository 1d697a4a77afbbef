//! What a list of delegations still lacks once its headings are read: people, days of the journey, a name.

use super::weigh::Weighed;
use crate::model::section::{CellKind, Field, Why};
use crate::vocabulary::headers::Topic;

/// What a field that every list has is worth where no heading speaks of it: nearly every list counts people.
const WANTED: f32 = 4.0;
/// What cells that speak for themselves are worth against a heading that the list has for something else.
const PLAIN: f32 = 9.0;
/// From here on a heading plainly speaks of a field.
const PLAINLY: f32 = 2.5;
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

    for want in &WANTS {
        want.give(columns);
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

/// A field that a list has where no heading speaks of it, known by cells that hardly mean anything else.
struct Want {
    field: Field,
    /// Fields that stand for it.
    besides: &'static [Field],
    kinds: &'static [CellKind],
    /// Only in columns whose headings speak of nothing else.
    open: bool,
    weight: f32,
}

const DAYS_OF_JOURNEY: &[Field] = &[Field::PeriodFrom, Field::PeriodTo];
const WANTS: [Want; 6] = [
    Want {
        field: Field::Period,
        besides: DAYS_OF_JOURNEY,
        kinds: &[CellKind::Period, CellKind::DateSpan],
        open: false,
        weight: PLAIN,
    },
    Want {
        field: Field::Period,
        besides: DAYS_OF_JOURNEY,
        kinds: &[CellKind::Period, CellKind::DateSpan, CellKind::Date],
        open: true,
        weight: WANTED,
    },
    Want {
        field: Field::Country,
        besides: &[],
        kinds: &[CellKind::Country, CellKind::Place],
        open: false,
        weight: PLAIN,
    },
    Want {
        field: Field::Days,
        besides: &[],
        kinds: &[CellKind::DayCount],
        open: false,
        weight: PLAIN,
    },
    Want {
        field: Field::Status,
        besides: &[],
        kinds: &[CellKind::Status, CellKind::Kind],
        open: false,
        weight: WANTED,
    },
    // Ways alone down a column say nothing else, whatever its heading is called.
    Want {
        field: Field::Direction,
        besides: &[],
        kinds: &[CellKind::Direction],
        open: false,
        weight: PLAIN,
    },
];

impl Want {
    /// Gives the weight to the one column whose cells are nearly all of the field's kinds.
    fn give(&self, columns: &mut [Weighed]) {
        let spoken = |field: &Field| columns.iter().any(|column| said(column, *field) >= PLAINLY);
        if spoken(&self.field) || says(columns, self.besides) {
            return;
        }
        let fits = |column: &Weighed| {
            let kinds = self.kinds.iter();
            let share: f32 = kinds.map(|kind| column.profile.share(*kind)).sum();
            share >= 0.8 && (!self.open || is_open(column))
        };
        let fit: Vec<usize> = (0..columns.len())
            .filter(|at| fits(&columns[*at]))
            .collect();
        if let [only] = fit[..] {
            columns[only].relate(Topic::Field(self.field), Why::Missing, self.weight);
        }
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
