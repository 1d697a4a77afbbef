//! Who pays: the sources that a cell names, their levels, and what each of them pays.

use super::head;
use super::money::{self, Amount};
use super::payers::{named_country, negated, sources};
use super::shares::{Event, attach};
use super::totals::{total, without_parts};
use crate::model::value::{
    Funding, FundingClass, FundingForm, FundingLevel, Money, MoneyForm, MoneyUnit,
};
use crate::vocabulary::Vocabulary;
use crate::vocabulary::fold::fold;
use crate::vocabulary::funding::{FundingWord, Use};
use crate::vocabulary::tokens::{Token, TokenKind, tokens};
use smallvec::SmallVec;

/// What the pieces of a cell come to.
#[derive(Debug, Default)]
struct Reading {
    events: Vec<Event>,
    no_cost: bool,
    undetermined: bool,
    unknown: SmallVec<[String; 1]>,
    /// "NSNN: 120": a figure beside a source that no unit makes an amount.
    without_unit: bool,
}

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
    let text = head(text);
    if text.is_empty() {
        return (Funding::default(), Money::default());
    }
    let all = tokens(text);
    if all.iter().all(|t| matches!(t.kind, TokenKind::Sign(_))) {
        let form = FundingForm::Undetermined;
        return (
            Funding {
                form,
                ..Funding::default()
            },
            Money::default(),
        );
    }
    let amounts = match unit {
        Some(_) => money::amounts(&all, unit),
        None => money::surely_amounts(&all),
    };
    let unreadable = money::is_no_amount(&all)
        || amounts.is_empty() && unit.is_some_and(|unit| money::exceeds_heading(&all, unit));
    let money = match money::sum(&without_parts(&all, &amounts)) {
        _ if unreadable => Money {
            form: MoneyForm::Unreadable,
            ..Money::default()
        },
        Some(sum) if !amounts.is_empty() => sum,
        _ => Money::default(),
    };
    let money = match (unit, money.form) {
        (Some(_), MoneyForm::Exact) if money::amounts(&all, None).len() < amounts.len() => Money {
            form: MoneyForm::UnitFromHead,
            ..money
        },
        _ => money,
    };
    let mut reading = Reading::default();
    if let Some(word) = whole_cell(text, vocabulary) {
        take(word, &mut reading);
        return (assemble(reading, false, &all), money);
    }
    for (from, to) in pieces(&all, &amounts) {
        piece(text, &all, (from, to), &amounts, vocabulary, &mut reading);
    }
    if amounts
        .iter()
        .any(|amount| money::is_part_of_more(&all, amount))
    {
        let mut funding = assemble(reading, true, &all);
        funding
            .parts
            .iter_mut()
            .for_each(|part| part.amount_vnd = None);
        return (funding, money::UNREADABLE);
    }
    let money = if reading.without_unit && !reading.events.is_empty() {
        money::NO_UNIT
    } else {
        money
    };
    (assemble(reading, !amounts.is_empty(), &all), money)
}

/// A listed phrase that holds separators itself: "Cơ quan, tổ chức đài thọ".
fn whole_cell(text: &str, vocabulary: &Vocabulary) -> Option<FundingWord> {
    let word = vocabulary.funding.get(text)?;
    matches!(word.usage, Use::Always | Use::Whole).then_some(word)
}

/// Stretches of tokens between separators.
fn pieces(all: &[Token<'_>], amounts: &[Amount]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = 0;
    for at in 0..all.len() {
        let inside = amounts.iter().any(|a| (a.from..a.to).contains(&at));
        if !inside && is_separator(all, at) {
            out.push((from, at));
            from = at + 1;
        }
    }
    out.push((from, all.len()));
    out.retain(|(from, to)| from < to);
    out
}

fn is_separator(all: &[Token<'_>], at: usize) -> bool {
    let token = &all[at];
    match token.kind {
        TokenKind::Sign(';' | '\n' | '+' | '(' | ')' | ':' | '|') => true,
        // "KH&CN" is one name.
        TokenKind::Sign('&') => !token.glued,
        // "75,5" is one number; "N/A" and "ODA/NGO" are told apart by the phrases.
        TokenKind::Sign(',' | '.') => {
            let digits = |t: Option<&Token<'_>>| t.is_some_and(|t| t.is_number());
            let decimal = at > 0
                && digits(all.get(at - 1))
                && digits(all.get(at + 1))
                && all.get(at + 1).is_some_and(|t| t.glued);
            let abbreviation = token.is_sign('.') && token.glued;
            !decimal && !abbreviation
        }
        TokenKind::Sign('/') => true,
        TokenKind::Sign('-') => !token.glued || all.get(at + 1).is_none_or(|next| !next.glued),
        TokenKind::Word => token.folded == "hoac" || token.folded == "va" && token.is_marked("và"),
        _ => false,
    }
}

fn piece(
    text: &str,
    all: &[Token<'_>],
    (from, to): (usize, usize),
    amounts: &[Amount],
    vocabulary: &Vocabulary,
    out: &mut Reading,
) {
    let words = &vocabulary.funding;
    let cut = &all[..to];
    if let Some((end, word)) = words.whole.longest(cut, from) {
        let rest_is_empty = end == to;
        if rest_is_empty && !amounts.iter().any(|a| a.from == from && a.to != end) {
            return take(*word, out);
        }
    }
    let Scanned {
        found,
        mut events,
        foreign,
    } = scan(all, (from, to), amounts, vocabulary, out);
    let sources = sources(&found, named_country(text, cut, from, to, vocabulary));
    let said = !sources.is_empty() || !events.is_empty() || out.no_cost;
    let level = found.iter().find(|(_, word)| word.usage == Use::Level);
    let undetermined = found
        .iter()
        .any(|(_, word)| word.usage == Use::Always && word.class == FundingClass::Unknown);
    if sources.is_empty() && undetermined {
        out.undetermined = true;
    } else if let (true, Some((at, word))) = (sources.is_empty(), level) {
        level_beside(*word, *at, &mut events, out);
    } else if !said && foreign > 0 {
        let piece = &text[all[from].start..all[to - 1].end()];
        out.unknown.push(piece.to_owned());
    }
    events.extend(
        sources
            .iter()
            .map(|(at, word)| (*at, Event::Source(word.class, word.level))),
    );
    events.sort_by_key(|(at, _)| *at);
    out.events
        .extend(events.into_iter().map(|(_, event)| event));
}

/// What stands in a piece.
struct Scanned {
    found: Vec<(usize, FundingWord)>,
    events: Vec<(usize, Event)>,
    /// Words that are in no list.
    foreign: u32,
}

fn scan(
    all: &[Token<'_>],
    (from, to): (usize, usize),
    amounts: &[Amount],
    vocabulary: &Vocabulary,
    out: &mut Reading,
) -> Scanned {
    let words = &vocabulary.funding;
    let cut = &all[..to];
    let stated_total = total(all, amounts).and_then(|at| amounts.get(at).copied());
    let mut found: Vec<(usize, FundingWord)> = Vec::new();
    let mut events: Vec<(usize, Event)> = Vec::new();
    let mut foreign = 0;
    let mut figure = false;
    let mut at = from;
    while at < to {
        if let Some(amount) = amounts.iter().find(|a| a.from == at) {
            if stated_total != Some(*amount) {
                events.push((at, Event::Amount(*amount)));
            }
            at = amount.to.max(at + 1);
        } else if let Some((percent, end)) = percent(cut, at) {
            events.push((at, Event::Percent(percent)));
            at = end;
        } else if let Some(end) = negated(cut, at, vocabulary) {
            out.no_cost = true;
            at = end;
        } else if let Some((end, word)) = words.within.longest(cut, at) {
            found.push((at, *word));
            at = end;
        } else if let Some(end) = money::bare_figure(all, at) {
            figure = true;
            at = end;
        } else {
            foreign += u32::from(cut[at].kind == TokenKind::Word);
            at += 1;
        }
    }
    out.without_unit |= figure && foreign == 0;
    Scanned {
        found,
        events,
        foreign,
    }
}

fn take(word: FundingWord, out: &mut Reading) {
    match word.class {
        FundingClass::None => out.no_cost = true,
        FundingClass::Unknown => out.undetermined = true,
        class => out.events.push(Event::Source(class, word.level)),
    }
}

/// "NSNN (tỉnh)", "ngân sách trung ương và tỉnh": a level beside a state budget named before.
fn level_beside(word: FundingWord, at: usize, events: &mut Vec<(usize, Event)>, out: &mut Reading) {
    let state = |event: &Event| matches!(event, Event::Source(FundingClass::StateBudget, _));
    let before = out
        .events
        .iter_mut()
        .rev()
        .find(|event| matches!(event, Event::Source(..)));
    match before {
        Some(Event::Source(FundingClass::StateBudget, level)) if *level == FundingLevel::Unsaid => {
            *level = word.level;
        }
        Some(event) if state(event) => events.push((at, Event::Source(word.class, word.level))),
        _ => out.undetermined = true,
    }
}

fn percent(all: &[Token<'_>], at: usize) -> Option<(u8, usize)> {
    let value = all[at].value().filter(|n| *n <= 100)?;
    all.get(at + 1).filter(|t| t.is_sign('%'))?;
    Some((value as u8, at + 2))
}

fn assemble(reading: Reading, has_amount: bool, all: &[Token<'_>]) -> Funding {
    let parts = attach(&reading.events);
    let mut classes: SmallVec<[FundingClass; 4]> = SmallVec::new();
    for part in &parts {
        if !classes.contains(&part.class) {
            classes.push(part.class);
        }
    }
    let (class, form) = match classes.as_slice() {
        [] if reading.no_cost || is_zero(all) => (FundingClass::None, FundingForm::Words),
        [] if reading.undetermined => (FundingClass::Unknown, FundingForm::Undetermined),
        [] if has_amount || is_bare_number(all) => (FundingClass::Unknown, FundingForm::AmountOnly),
        [] => (FundingClass::Unknown, FundingForm::Unreadable),
        [class] => (*class, FundingForm::Words),
        _ => (FundingClass::Mixed, FundingForm::Words),
    };
    let mut unknown = reading.unknown;
    if form == FundingForm::Unreadable && unknown.is_empty() {
        unknown.push(all.iter().map(|t| t.raw).collect::<Vec<_>>().join(" "));
    }
    Funding {
        class,
        parts,
        form,
        unknown,
    }
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
