//! Columns of money: sources side by side, a second amount, and which columns have a unit.

use super::weigh::{Reading, Weighed};
use crate::model::section::{CellKind, Column, Evidence, Field, Match};
use crate::model::value::MoneyUnit;
use crate::segment::header::Header;
use crate::vocabulary::headers::Topic;

/// "NSNN hỗ trợ | DN hội viên | Cá nhân" over amounts or ticks: columns side by side that name who pays,
/// in a table that says it nowhere else.
pub fn share_sources(columns: &mut [Weighed]) {
    let funding = Topic::Field(Field::Funding);
    if columns
        .iter()
        .any(|column| column.heading.listed(funding) > 0.0)
    {
        return;
    }
    let paid = |column: &Weighed| {
        use CellKind::{Fraction, LargeNumber, Money, SmallNumber, Tick};
        let figures = [Fraction, LargeNumber, Money, SmallNumber, Tick];
        let share: f32 = figures.iter().map(|kind| column.profile.share(*kind)).sum();
        share >= 0.8 && (column.heading.source.is_some() || column.heading.payer().is_some())
    };
    let named: Vec<usize> = (0..columns.len())
        .filter(|at| paid(&columns[*at]))
        .collect();
    // Small numbers alone may count the people of each.
    let paid = |at: &usize| columns[*at].profile.share(CellKind::SmallNumber) < 1.0;
    if named.windows(2).any(|pair| pair[1] == pair[0] + 1) && named.iter().any(paid) {
        for at in named {
            columns[at].heading.take_payer();
        }
    }
}

/// "Kinh phí (USD)" beside "Kinh phí (VNĐ)".
pub fn second_amount(header: &mut Header, columns: &[Weighed]) {
    let Some(first) = header.index_of(Field::Amount) else {
        return;
    };
    let dollars = |at: usize| columns[at].heading.unit.map(|unit| unit == MoneyUnit::Usd);
    let amount = Topic::Field(Field::Amount);
    let second = (0..columns.len()).find(|at| {
        let pair = columns
            .get(first)
            .and_then(|_| dollars(first))
            .zip(dollars(*at));
        let free = header.columns[*at].field.is_none() && columns[*at].worth(amount) > 0.0;
        free && pair.is_some_and(|(one, other)| one != other)
    });
    if let Some(at) = second {
        header.columns[at].field = Some(Field::SecondAmount);
        header.columns[at].matched = columns[at]
            .heading
            .hit
            .map_or(Match::Words, |hit| hit.matched);
        header.columns[at].evidence = Evidence {
            reasons: columns[at].reasons(Reading::Topic(amount)),
            margin: columns[at].worth(amount).max(0.0),
            ..Evidence::default()
        };
    }
}

/// Only money has a unit of money.
pub fn settle_unit(column: &mut Column) {
    let money = matches!(
        column.field,
        Some(Field::Funding | Field::Amount | Field::SecondAmount | Field::FundingPart(..))
    );
    column.unit = column.unit.filter(|_| money);
}
