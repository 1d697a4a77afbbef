//! Which readings of columns a person should look at.

use super::weigh::Weighed;
use crate::model::section::{Column, Doubt, Field, FieldCode, Match};
use crate::segment::header::Header;
use crate::vocabulary::headers::Topic;

/// Less than this between two readings is narrow.
const NARROW: f32 = 1.2;
/// The words of the heading allow the reading.
const ALLOWED: f32 = 0.5;
/// Cells that speak as much against a heading are of another kind.
const AGAINST: f32 = -3.0;

/// Marks the columns that deserve a warning: those of figures alone, for the others change none.
pub fn find(header: &mut Header, columns: &[Weighed]) {
    let mut added = false;
    for (column, weighed) in header.columns.iter_mut().zip(columns) {
        let parts = column.field == Some(Field::PeoplePart) && !added;
        added |= parts;
        column.evidence.doubt = if parts {
            Some(Doubt::PartsAdded)
        } else {
            doubt(column, weighed)
        };
    }
}

fn doubt(column: &Column, weighed: &Weighed) -> Option<Doubt> {
    let field = column.field.filter(|field| counts(*field))?;
    if column.matched == Match::Office || weighed.profile.filled == 0 {
        return None;
    }
    let topic = Topic::Field(field);
    let listed = weighed
        .heading
        .field()
        .filter(|_| weighed.heading.is_listed());
    let apart = listed.is_some_and(|said| said != field && !are_kin(said, field));
    if apart && weighed.heading.words(topic) < ALLOWED {
        return listed.map(|said| Doubt::AgainstHeading(FieldCode(said)));
    }
    let enough = weighed.profile.filled >= 3;
    if enough && !matches!(field, Field::FundingPart(..)) && weighed.cells(topic) <= AGAINST {
        return Some(Doubt::AgainstHeading(FieldCode(field)));
    }
    if column.matched == Match::Content && !listed.is_some_and(|said| are_kin(said, field)) {
        return Some(Doubt::ByCells);
    }
    let open = !matches!(column.matched, Match::Exact | Match::Contains);
    let rival = column.evidence.rival.as_ref().filter(|_| open);
    let narrow = rival.filter(|_| column.evidence.margin < NARROW)?;
    Some(Doubt::Narrow(narrow.field.map(FieldCode)))
}

/// Fields that the summaries are made of.
fn counts(field: Field) -> bool {
    matches!(
        field,
        Field::Country
            | Field::People
            | Field::Delegations
            | Field::Days
            | Field::Period
            | Field::PeriodFrom
            | Field::PeriodTo
            | Field::Funding
            | Field::FundingPart(..)
            | Field::Amount
            | Field::Direction
            | Field::Kind
            | Field::Status
    )
}

/// Fields that go by the same names: "Thời gian" is when or how long, "Thành phần" who or how many.
fn are_kin(one: Field, other: Field) -> bool {
    use Field::*;
    let pair = |a, b| (one, other) == (a, b) || (other, one) == (a, b);
    pair(Period, Days)
        || pair(Head, People)
        || pair(Amount, Funding)
        || pair(PeriodFrom, PeriodTo)
        || pair(Period, PeriodFrom)
        || pair(Period, PeriodTo)
        || pair(Country, Partner)
}
