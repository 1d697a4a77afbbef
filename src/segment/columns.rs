//! Which heading gets which field, and whether the columns are those of a list of delegations.

use super::header::Head;
use crate::model::section::{Column, Field, Match};
use crate::model::value::MoneyUnit;
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::{Hit, Meaning};

/// Gives each field to one column: exact headings before others, the first before later ones.
pub fn settle(head: &mut Head, hits: &[Option<Hit>]) {
    let means = |meaning| hits.iter().flatten().any(|hit| hit.meaning == meaning);
    let parts = head
        .columns
        .iter()
        .any(|c| matches!(c.field, Some(Field::FundingPart(..))));
    let sourced = parts || means(Meaning::Field(Field::Funding));
    let named = means(Meaning::Field(Field::Name));
    let names = |hit: &Hit| hit.meaning == Meaning::Field(Field::Name) && hit.direction.is_none();
    let subject = hits.iter().flatten().any(names) || means(Meaning::Field(Field::Content));
    let wanted = |hit: &Hit| match hit.meaning {
        Meaning::Field(field) => Some(field),
        Meaning::Cost if sourced => Some(Field::Amount),
        Meaning::Cost => Some(Field::Funding),
        Meaning::Host => (!named).then_some(Field::Name),
        Meaning::Known => None,
    };
    let ranks = [Match::Exact, Match::Contains, Match::Fuzzy];
    for rank in ranks {
        for (index, hit) in hits.iter().enumerate() {
            let Some(hit) = hit.filter(|hit| hit.matched == rank) else {
                continue;
            };
            let spare = hit.meaning != Meaning::Field(Field::Name) || subject;
            if head.is_tick(index) && spare {
                head.known.push(index);
                continue;
            }
            let Some(field) = wanted(&hit) else {
                head.known.push(index);
                continue;
            };
            let second = field == Field::Amount && is_other_currency(head, index);
            if second && head.index_of(Field::SecondAmount).is_none() {
                head.columns[index].field = Some(Field::SecondAmount);
                head.columns[index].matched = rank;
                continue;
            }
            if head.index_of(field).is_some() {
                head.doubled.push(index);
                continue;
            }
            head.columns[index].field = Some(field);
            head.columns[index].matched = rank;
            head.direction = head
                .direction
                .or(hit.direction.filter(|_| !head.is_tick(index)));
        }
    }
    turn_arrivals(head);
    for column in &mut head.columns {
        let money = matches!(
            column.field,
            Some(Field::Funding | Field::Amount | Field::SecondAmount | Field::FundingPart(..))
        );
        column.unit = column.unit.filter(|_| money);
    }
}

/// A country, or a name or content, and one more thing that only a list of delegations says.
pub fn is_of_delegations(head: &Head) -> bool {
    let has = |field| head.index_of(field).is_some();
    let when = has(Field::Days) || has(Field::Period) || has(Field::PeriodFrom);
    let subject = has(Field::Name) || has(Field::Content);
    let place = has(Field::Country);
    (place && (subject || has(Field::People) || when || has(Field::Partner)))
        || (subject && (has(Field::People) || when))
}

/// "Thời gian | Đến, Đi": guests come first and leave later, where those who are sent leave first.
fn turn_arrivals(head: &mut Head) {
    let days = (
        head.index_of(Field::PeriodTo),
        head.index_of(Field::PeriodFrom),
    );
    let (Some(to), Some(from)) = days else { return };
    let last = |column: usize| {
        let heading = &head.columns[column].heading;
        fold(heading.rsplit('|').next().unwrap_or(heading))
    };
    if to < from && last(to) == "den" && last(from) == "di" {
        head.columns[to].field = Some(Field::PeriodFrom);
        head.columns[from].field = Some(Field::PeriodTo);
    }
}

/// "Kinh phí (USD)" beside "Kinh phí (VNĐ)".
fn is_other_currency(head: &Head, column: usize) -> bool {
    let dollars = |column: &Column| column.unit.map(|unit| unit == MoneyUnit::Usd);
    let first = head.columns.iter().find(|c| c.field == Some(Field::Amount));
    let pair = first.and_then(dollars).zip(dollars(&head.columns[column]));
    pair.is_some_and(|(one, other)| one != other)
}
