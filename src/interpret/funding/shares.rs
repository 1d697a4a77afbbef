//! What each source pays: amounts and percentages given to the sources that they stand with.

use crate::interpret::money::{Amount, Currency};
use crate::model::value::{FundingClass, FundingLevel, FundingPart};
use smallvec::SmallVec;

/// What stands in a cell, in order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Event {
    Source(FundingClass, FundingLevel),
    Amount(Amount),
    Percent(u8),
}

/// Gives each amount and percentage to the source that it stands with: the one before it, or the one
/// after it where the cell begins with an amount. Where two sources share one amount neither gets it.
pub(super) fn attach(events: &[Event]) -> SmallVec<[FundingPart; 2]> {
    let mut parts: SmallVec<[FundingPart; 2]> = SmallVec::new();
    let mut index: Vec<Option<usize>> = Vec::new();
    for event in events {
        let Event::Source(class, level) = event else {
            index.push(None);
            continue;
        };
        let known = parts
            .iter()
            .position(|p| (p.class, p.level) == (*class, *level));
        let at = known.unwrap_or_else(|| {
            parts.push(FundingPart {
                class: *class,
                level: *level,
                amount_vnd: None,
                percent: None,
            });
            parts.len() - 1
        });
        index.push(Some(at));
    }
    let figures_first = index.first().is_some_and(Option::is_none);
    for (at, event) in events.iter().enumerate() {
        let Some(owner) = owner(&index, at, figures_first) else {
            continue;
        };
        match event {
            Event::Amount(amount) if amount.currency == Currency::Vnd => {
                let part = &mut parts[owner];
                part.amount_vnd = Some(part.amount_vnd.unwrap_or(0).saturating_add(amount.value));
            }
            Event::Percent(percent) => parts[owner].percent = Some(*percent),
            _ => {}
        }
    }
    drop_vague_state_budget(&mut parts);
    parts
}

/// The one source that stands with a figure, if it is one.
pub(super) fn owner(index: &[Option<usize>], at: usize, figures_first: bool) -> Option<usize> {
    if index[at].is_some() {
        return None;
    }
    let run: Vec<usize> = if figures_first {
        let after = index[at + 1..].iter().skip_while(|i| i.is_none());
        after.map_while(|i| *i).collect()
    } else {
        let before = index[..at].iter().rev().skip_while(|i| i.is_none());
        before.map_while(|i| *i).collect()
    };
    match run.as_slice() {
        [only] => Some(*only),
        _ => None,
    }
}

/// "NSNN: ngân sách tỉnh": where a level is named, the state budget without one says no more.
pub(super) fn drop_vague_state_budget(parts: &mut SmallVec<[FundingPart; 2]>) {
    let state = |part: &FundingPart| part.class == FundingClass::StateBudget;
    let vague = |part: &FundingPart| {
        state(part)
            && part.level == FundingLevel::Unsaid
            && part.amount_vnd.is_none()
            && part.percent.is_none()
    };
    if parts
        .iter()
        .any(|part| state(part) && !vague(part) && part.level != FundingLevel::Unsaid)
    {
        parts.retain(|part| !vague(part));
    }
}
