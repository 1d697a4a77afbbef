//! Which amounts a text holds: a figure with the unit and the currency that it is written in.

use super::currency::{Currency, currency_sign, currency_word};
use super::in_unit;
use crate::interpret::numbers::{Decimal, number};
use crate::model::value::MoneyUnit;
use crate::vocabulary::tokens::{Token, TokenKind};

/// What one row may cost in the unit of its heading, in đồng: about a million dollars. Beyond it the
/// figure was rather written in đồng ("150.000.000" under "triệu đồng") or with a sign too many.
pub const MOST_FROM_HEAD: i64 = 25_000_000_000;

/// An amount with its unit, and the tokens that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    pub currency: Currency,
    pub value: i64,
    pub from: usize,
    pub to: usize,
}

/// All amounts in a text that have a unit, or take the one of the heading.
pub fn amounts(all: &[Token<'_>], unit: Option<MoneyUnit>) -> Vec<Amount> {
    let mut out: Vec<Amount> = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let found = currency_first(all, at)
            .or_else(|| amount(all, at))
            .or_else(|| in_unit_of_head(all, at, unit?));
        match found {
            Some(found) => {
                at = found.to;
                put(&mut out, found);
            }
            None => at += number(all, at).map_or(1, |(_, end)| end - at),
        }
    }
    sharing_units(all, &mut out);
    out
}

/// "1 tỷ 250 triệu" is one amount.
fn put(out: &mut Vec<Amount>, found: Amount) {
    let continues = out.last().is_some_and(|before| {
        before.to == found.from && before.currency == found.currency && before.value > found.value
    });
    match out.last_mut().filter(|_| continues) {
        Some(before) => {
            before.value = before.value.saturating_add(found.value);
            before.to = found.to;
        }
        None => out.push(found),
    }
}

/// "100 + 50 triệu", "80 + 70 = 150 triệu": the figures before the sign are millions as well.
fn sharing_units(all: &[Token<'_>], out: &mut Vec<Amount>) {
    let mut next = out.len();
    while let Some(at) = next.checked_sub(1) {
        let amount = out[at];
        match bare_before_plus(all, &amount) {
            Some(found) if at == 0 || out[at - 1].to <= found.from => out.insert(at, found),
            _ => next -= 1,
        }
        next = next.min(out.len());
    }
}

fn bare_before_plus(all: &[Token<'_>], amount: &Amount) -> Option<Amount> {
    let joins = |at: usize| all[at].is_sign('+') || all[at].is_sign('=');
    let plus = amount.from.checked_sub(1).filter(|at| joins(*at))?;
    let from = (0..plus).rev().take_while(|at| !joins(*at)).find(|at| {
        number(all, *at).is_some_and(|(_, end)| end == plus) && !goes_on_from(all, *at)
    })?;
    let (own, _) = number(all, amount.from)?;
    let (value, to) = number(all, from)?;
    let unit = i128::from(amount.value) * 10_i128.checked_pow(own.scale)?
        / i128::from(own.mantissa.max(1));
    Some(Amount {
        currency: amount.currency,
        value: value.times(i64::try_from(unit).ok()?)?,
        from,
        to,
    })
}

/// The figure at a token is the end of a longer number.
fn goes_on_from(all: &[Token<'_>], at: usize) -> bool {
    let sign = at.checked_sub(1).and_then(|before| all.get(before));
    all[at].glued && sign.is_some_and(|t| t.is_sign('.') || t.is_sign(','))
}

/// The index after a figure that looks like an amount and has no unit: no year, no share, no number
/// of a document, no footnote.
pub fn bare_figure(all: &[Token<'_>], at: usize) -> Option<usize> {
    const MILLION: i64 = 1_000_000;
    // As millions, so that "120,5" is a whole number of đồng.
    let found = in_unit_of_head(all, at, MoneyUnit::MillionDong)?;
    let year = found.to == at + 1 && (1990 * MILLION..=2099 * MILLION).contains(&found.value);
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    let stated = before.is_some_and(|t| t.is_sign(':'));
    let hyphened = before.is_some_and(|t| t.is_sign('-') && t.glued) && all[at].glued;
    ((stated || found.value >= 10 * MILLION) && !year && !hyphened).then_some(found.to)
}

/// A bare figure that is too big for the unit of the heading.
pub fn exceeds_heading(all: &[Token<'_>], unit: MoneyUnit) -> bool {
    let too_big = |(value, _): (Decimal, usize)| {
        in_unit(value, unit)
            .is_none_or(|(currency, value)| currency == Currency::Vnd && value > MOST_FROM_HEAD)
    };
    let starts = |at: usize| at == 0 || !all[at].glued;
    (0..all.len())
        .any(|at| starts(at) && amount(all, at).is_none() && number(all, at).is_some_and(too_big))
}

/// A bare number under a heading with a unit; years, percentages and numbers of documents are none.
fn in_unit_of_head(all: &[Token<'_>], at: usize, unit: MoneyUnit) -> Option<Amount> {
    const OWNERS: [&str; 7] = ["nam", "so", "an", "qd", "kh", "khoan", "quy"];
    let (value, to) = number(all, at)?;
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    let owned = before
        .is_some_and(|t| OWNERS.contains(&t.folded.as_str()) || t.is_sign('/') || t.is_number());
    let counted = all.get(to).is_some_and(|t| {
        t.is_sign('%') || t.is_sign('/') || matches!(t.folded.as_str(), "nguoi" | "ngay" | "doan")
    });
    if owned || counted {
        return None;
    }
    let (currency, value) = in_unit(value, unit)?;
    if currency == Currency::Vnd && value > MOST_FROM_HEAD {
        return None;
    }
    Some(Amount {
        currency,
        value,
        from: at,
        to,
    })
}

/// "$5,000", "US$ 5.000", "USD 5000", "₫150.000.000", "VND 150.000.000".
fn currency_first(all: &[Token<'_>], at: usize) -> Option<Amount> {
    let token = &all[at];
    if token.is_sign('₫') || token.is_word("vnd") {
        let (value, to) = number(all, at + 1)?;
        // "VND 150 triệu" says its unit after the number.
        return scale_word(all, to).0.is_none().then_some(Amount {
            currency: Currency::Vnd,
            value: value.times(1)?,
            from: at,
            to,
        });
    }
    let signed = token.raw.chars().next().and_then(currency_sign);
    let (currency, first) = if let Some(currency) = signed {
        (currency, at + 1)
    } else if token.is_word("usd") {
        (Currency::UsCents, at + 1)
    } else if token.is_word("us") && all.get(at + 1).is_some_and(|t| t.is_sign('$')) {
        (Currency::UsCents, at + 2)
    } else {
        return None;
    };
    let (value, to) = number(all, first)?;
    let parts = if currency == Currency::UsCents {
        100
    } else {
        1
    };
    Some(Amount {
        currency,
        value: value.times(parts)?,
        from: at,
        to,
    })
}

fn amount(all: &[Token<'_>], at: usize) -> Option<Amount> {
    let (value, end) = number(all, at)?;
    if let Some((unit, after)) = unit_in_brackets(all, end) {
        return Some(Amount {
            currency: Currency::Vnd,
            value: value.times(unit)?,
            from: at,
            to: after,
        });
    }
    let (scale, after_scale) = scale_word(all, end);
    if let (Some(scale), Some((rest, to))) = (scale, fraction_after(all, after_scale)) {
        let total = value.times(scale)?.checked_add(rest.times(scale)?)?;
        let (currency, to) = currency_word(all, to).unwrap_or((Currency::Vnd, to));
        return (currency == Currency::Vnd).then_some(Amount {
            currency,
            value: total,
            from: at,
            to,
        });
    }
    let half = all.get(after_scale).is_some_and(|t| t.is_word("ruoi")) && scale.is_some();
    let after_scale = after_scale + usize::from(half);
    let (currency, to) = match currency_word(all, after_scale) {
        Some(found) => found,
        None if scale.is_some_and(|s| s >= 1_000) => (Currency::Vnd, after_scale),
        None if scale.is_none() => (Currency::Vnd, spelled_out(all, after_scale)?),
        None => return None,
    };
    let to = spelled_out(all, to).unwrap_or(to);
    let mut factor = scale.unwrap_or(1);
    if currency == Currency::UsCents {
        factor *= 100;
    }
    let mut total = value.times(factor)?;
    if half {
        total = total.checked_add(factor / 2)?;
    }
    Some(Amount {
        currency,
        value: total,
        from: at,
        to,
    })
}

/// "(một trăm năm mươi triệu đồng)": the index after an amount that is repeated in words.
fn spelled_out(all: &[Token<'_>], at: usize) -> Option<usize> {
    all.get(at).filter(|t| t.is_sign('('))?;
    let inner = &all[at + 1..];
    let end = inner.iter().position(|t| t.is_sign(')'))?;
    let words: Vec<&str> = inner[..end].iter().map(|t| t.folded.as_str()).collect();
    let spoken = ["tram", "muoi", "nghin", "ngan", "trieu", "ty"];
    let dong = words.iter().rev().take(2).any(|word| *word == "dong");
    let is_number = dong && words.len() > 2 && words.iter().any(|word| spoken.contains(word));
    let words_only = inner[..end]
        .iter()
        .all(|t| matches!(t.kind, TokenKind::Word) || t.is_sign(',') || t.is_sign('.'));
    (is_number && words_only).then_some(at + end + 2)
}

/// "120.000 (nghìn đồng)", "150.000 (1.000đ)", "200 (ĐVT: triệu đồng)": the unit, and the index after it.
fn unit_in_brackets(all: &[Token<'_>], at: usize) -> Option<(i64, usize)> {
    all.get(at).filter(|t| t.is_sign('('))?;
    let named = ["dvt", "don"]
        .iter()
        .any(|word| all.get(at + 1).is_some_and(|t| t.is_word(word)));
    let lead = all[at + 1..]
        .iter()
        .take_while(|t| named && !t.is_number() && scale_of(t).is_none())
        .count();
    let first = at + 1 + lead;
    let thousand = number(all, first)
        .and_then(|(value, end)| Some((value.times(1).filter(|n| *n == 1000)?, end)));
    let (factor, end) = match (thousand, scale_word(all, first)) {
        (Some((factor, end)), _) => (factor, end),
        (None, (Some(factor), end)) => (factor, end),
        (None, (None, end)) => (1, end),
    };
    let end = match currency_word(all, end) {
        Some((Currency::Vnd, end)) => end,
        _ if factor > 1 && thousand.is_none() => end,
        _ => return None,
    };
    let stop = usize::from(all.get(end).is_some_and(|t| t.is_sign('.')));
    all.get(end + stop).filter(|t| t.is_sign(')'))?;
    Some((factor, end + stop + 1))
}

/// "1tỷ2", "12tr5": the digits after the word are its fraction, and so is one digit after a blank.
fn fraction_after(all: &[Token<'_>], at: usize) -> Option<(Decimal, usize)> {
    let digits = all
        .get(at)
        .filter(|t| t.is_number() && (t.glued && t.raw.len() <= 3 || t.raw.len() == 1))?;
    let more = all.get(at + 1).is_some_and(|t| {
        let word = t.kind == TokenKind::Word && currency_word(all, at + 1).is_none();
        !digits.glued
            && (word || t.is_number() || t.is_sign('×') || t.is_sign('%') || t.is_sign('-'))
    });
    if more {
        return None;
    }
    let mantissa = i64::try_from(digits.value()?).ok()?;
    Some((
        Decimal {
            mantissa,
            scale: digits.raw.len() as u32,
        },
        at + 1,
    ))
}

fn scale_of(token: &Token<'_>) -> Option<i64> {
    Some(match token.folded.as_str() {
        "nghin" | "ngan" | "k" | "nghindong" => 1_000,
        "trieu" | "tr" | "trd" | "trdong" | "trieudong" => 1_000_000,
        "ty" => 1_000_000_000,
        // Without its mark "ti" may be anything.
        "ti" if !token.raw.is_ascii() => 1_000_000_000,
        _ => return None,
    })
}

/// "triệu", "tr", "tỷ", "nghìn", "k": the factor, and the index after it and its full stop.
fn scale_word(all: &[Token<'_>], at: usize) -> (Option<i64>, usize) {
    let Some(token) = all.get(at) else {
        return (None, at);
    };
    let Some(factor) = scale_of(token) else {
        return (None, at);
    };
    let dot = all.get(at + 1).is_some_and(|t| t.is_sign('.') && t.glued)
        && all.get(at + 2).is_some_and(|t| t.glued);
    (Some(factor), at + 1 + usize::from(dot))
}
