//! Who pays: the sources that a cell names, their levels, and what each of them pays.

mod denials;
mod payers;
mod scan;
mod shares;

use super::accounting::{Reading, Used};
use super::money::{self, Amount, Sum};
use super::{half_width, head};
use crate::model::value::{
    Funding, FundingClass, FundingForm, FundingPart, Money, MoneyForm, MoneyUnit,
};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::fold::fold;
use crate::vocabulary::tokens::{Token, TokenKind, tokens};
use scan::{Cell, Said};
use shares::attach;
use smallvec::SmallVec;

/// Reads a cell of sources.
pub fn funding(text: &str, vocabulary: &Vocabulary) -> Funding {
    with_money(text, vocabulary, None).0
}

/// Reads a cell of sources with the amounts that stand in it; `unit` stands in its heading.
pub fn with_money(
    text: &str,
    vocabulary: &Vocabulary,
    unit: Option<MoneyUnit>,
) -> (Funding, Money) {
    let text = &*half_width(head(text));
    if text.is_empty() {
        return (Funding::default(), Money::default());
    }
    let all = tokens(text);
    if all.iter().all(|t| matches!(t.kind, TokenKind::Sign(_))) {
        return (without_words(&all), Money::default());
    }
    let amounts = match unit {
        Some(_) => money::amounts(&all, unit),
        None => money::surely_amounts(&all),
    };
    let cell = Cell {
        text,
        all: &all,
        amounts: &amounts,
        vocabulary,
    };
    let mut used = Used::none_of(&all);
    let said = scan::said(&cell, &mut used);
    let sum = money::sum_of(&all, &amounts, &mut used);
    let money = amount(&cell, unit, &said, sum.as_ref());
    let funding = assemble(said, &cell, sum.as_ref());
    Reading::new((funding, money), &all, &used).settle(|(funding, money), _| {
        let unclear = if amounts.is_empty() {
            money
        } else {
            money::UNREADABLE
        };
        (doubted(funding), unclear)
    })
}

/// Only signs: a filler, or the error of a spreadsheet.
fn without_words(all: &[Token<'_>]) -> Funding {
    let error = all.iter().any(|t| t.is_sign('#'));
    Funding {
        form: if error {
            FundingForm::Unreadable
        } else {
            FundingForm::Undetermined
        },
        ..Funding::default()
    }
}

/// What was understood stays, and the cell is asked about.
fn doubted(mut funding: Funding) -> Funding {
    if funding.form == FundingForm::Words {
        funding.form = FundingForm::Doubtful;
    }
    funding
}

/// The amount of the cell, or why it has none.
fn amount(cell: &Cell<'_>, unit: Option<MoneyUnit>, said: &Said, sum: Option<&Sum>) -> Money {
    let (all, amounts) = (cell.all, cell.amounts);
    let too_big = amounts.is_empty() && unit.is_some_and(|unit| money::exceeds_heading(all, unit));
    if money::is_no_amount(all) || too_big {
        return money::UNREADABLE;
    }
    if said.without_unit && said.names_a_source() {
        return money::NO_UNIT;
    }
    match sum {
        _ if amounts.is_empty() => Money::default(),
        None => money::UNREADABLE,
        Some(sum) if unit.is_some() && money::amounts(all, None).len() < amounts.len() => Money {
            form: MoneyForm::UnitFromHead,
            ..sum.money
        },
        Some(sum) => sum.money,
    }
}

fn assemble(said: Said, cell: &Cell<'_>, sum: Option<&Sum>) -> Funding {
    let nothing: &[Amount] = &[];
    let shares = sum.map_or(nothing, |sum| &sum.shares);
    let events = said.events(shares);
    let mut parts = attach(&events);
    let before = parts.len();
    parts.retain(|part| !pays_nothing(part));
    let nothing_paid = parts.is_empty() && before > 0;
    let classes = classes_of(&parts);
    let all = cell.all;
    let has_amount = !cell.amounts.is_empty();
    let (class, form) = match classes.as_slice() {
        [] if said.no_cost || nothing_paid || is_zero(all) => {
            (FundingClass::None, FundingForm::Words)
        }
        [] if said.undetermined => (FundingClass::Unknown, FundingForm::Undetermined),
        [] if has_amount || is_bare_number(all) => (FundingClass::Unknown, FundingForm::AmountOnly),
        [] => (FundingClass::Unknown, FundingForm::Unreadable),
        [class] => (*class, FundingForm::Words),
        _ => (FundingClass::Mixed, FundingForm::Words),
    };
    let mut unknown = said.unknown;
    if form == FundingForm::Unreadable && unknown.is_empty() {
        unknown.push(all.iter().map(|t| t.raw).collect::<Vec<_>>().join(" "));
    }
    let doubtful = said.doubtful || !is_whole(&parts);
    let funding = Funding {
        class,
        parts,
        form,
        unknown,
    };
    if doubtful { doubted(funding) } else { funding }
}

fn classes_of(parts: &[FundingPart]) -> SmallVec<[FundingClass; 4]> {
    let mut classes: SmallVec<[FundingClass; 4]> = SmallVec::new();
    for part in parts {
        if !classes.contains(&part.class) {
            classes.push(part.class);
        }
    }
    classes
}

/// "NSNN: 0 đồng", "0% NSNN".
fn pays_nothing(part: &FundingPart) -> bool {
    part.amount_vnd == Some(0) || part.percent == Some(0)
}

/// Shares of several sources add up to the whole.
fn is_whole(parts: &[FundingPart]) -> bool {
    let shares: Option<Vec<u32>> = parts
        .iter()
        .map(|part| part.percent.map(u32::from))
        .collect();
    shares.is_none_or(|shares| shares.len() < 2 || shares.iter().sum::<u32>() == 100)
}

fn is_bare_number(all: &[Token<'_>]) -> bool {
    all.iter()
        .all(|t| t.is_number() || matches!(t.kind, TokenKind::Sign('.' | ',')))
}

/// "0", "0 đồng", "0đ".
fn is_zero(all: &[Token<'_>]) -> bool {
    let text: String = all.iter().map(|t| t.raw).collect();
    matches!(fold(&text).as_str(), "0" | "00" | "0d" | "0dong" | "0vnd")
}
