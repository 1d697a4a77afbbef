//! Which amounts a cell holds, in đồng and in US dollars; never a guess.

use super::currency::{Currency, currency_word};
use super::numbers::{Decimal, is_negative, is_scientific, number};
use super::totals::without_parts;
use super::undetermined::is_undetermined;
use super::{half_width, head};
use crate::model::value::{Money, MoneyForm, MoneyUnit};
use crate::vocabulary::tokens::{Token, TokenKind, tokens};

/// A thousand billion đồng: no delegation costs that, so a bigger figure is a slip of the unit.
const MOST_VND: i64 = 1_000_000_000_000;
/// What one row may cost in the unit of its heading, in đồng: about a million dollars. Beyond it the
/// figure was rather written in đồng ("150.000.000" under "triệu đồng") or with a sign too many.
const MOST_FROM_HEAD: i64 = 25_000_000_000;
const MOST_CENTS: i64 = 10_000_000_000;
/// From here on a bare number in a column of amounts can only be đồng: in thousands it would be a
/// thousand million, and no journey costs a million dollars.
const SURELY_DONG: i64 = 1_000_000;
/// After "/": an amount for each of these is no amount.
const PER: [&str; 7] = ["nguoi", "ngay", "doan", "suat", "luot", "dot", "dai"];

/// An amount with its unit, and the tokens that it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    pub currency: Currency,
    pub value: i64,
    pub from: usize,
    pub to: usize,
}

/// Reads a cell of a column of amounts; `unit` stands in its heading or a caption.
pub fn money(text: &str, unit: Option<MoneyUnit>) -> Money {
    let text = &*half_width(head(text));
    if text.is_empty() {
        return Money::default();
    }
    if is_undetermined(text) {
        return Money {
            form: MoneyForm::Undetermined,
            ..Money::default()
        };
    }
    let all = tokens(text);
    if is_rate(&all) || is_no_amount(&all) {
        return UNREADABLE;
    }
    let found = amounts(&all, None);
    if found.is_empty() {
        return bare(&all, unit);
    }
    sum(&without_parts(&all, &found)).unwrap_or(UNREADABLE)
}

/// The sum of amounts with units; `None` where it is out of all proportion.
pub fn sum(found: &[Amount]) -> Option<Money> {
    let total = |currency: Currency| {
        let mut values = found
            .iter()
            .filter(|a| a.currency == currency)
            .map(|a| a.value)
            .peekable();
        values.peek()?;
        Some(values.fold(0_i64, i64::saturating_add))
    };
    let (vnd, usd_cents) = (total(Currency::Vnd), total(Currency::UsCents));
    if vnd.is_some_and(|v| v > MOST_VND) || usd_cents.is_some_and(|v| v > MOST_CENTS) {
        return None;
    }
    let none = vnd.is_none() && usd_cents.is_none();
    let form = if none {
        MoneyForm::OtherCurrency
    } else {
        MoneyForm::Exact
    };
    Some(Money {
        vnd,
        usd_cents,
        form,
    })
}

/// An amount that is a rate or one of two bounds, beside its source: "NSNN: 15 triệu/người".
pub(super) fn is_part_of_more(all: &[Token<'_>], amount: &Amount) -> bool {
    let at = |index: Option<usize>| index.and_then(|index| all.get(index));
    let rate = at(Some(amount.to)).is_some_and(|t| t.is_sign('/'))
        && at(Some(amount.to + 1)).is_some_and(|t| PER.contains(&t.folded.as_str()));
    let before = at(amount.from.checked_sub(1));
    let bound = before.is_some_and(|t| t.is_sign('-') || t.is_word("den"))
        && at(amount.from.checked_sub(2)).is_some_and(Token::is_number);
    rate || bound
}

/// Written as an amount, and not usable as one.
pub(super) const UNREADABLE: Money = Money {
    vnd: None,
    usd_cents: None,
    form: MoneyForm::Unreadable,
};

/// "-5 triệu", "1.5E+08": no amount can be told from these.
pub fn is_no_amount(all: &[Token<'_>]) -> bool {
    is_negative(all) || is_scientific(all)
}

/// A bare figure that is too big for the unit of the heading.
pub fn exceeds_heading(all: &[Token<'_>], unit: MoneyUnit) -> bool {
    let too_big = |(value, _): (Decimal, usize)| {
        scaled(value, unit)
            .is_none_or(|(currency, value)| currency == Currency::Vnd && value > MOST_FROM_HEAD)
    };
    let starts = |at: usize| at == 0 || !all[at].glued;
    (0..all.len())
        .any(|at| starts(at) && amount(all, at).is_none() && number(all, at).is_some_and(too_big))
}

/// "15 triệu đồng/người" is a rate and "100-120 triệu" two bounds: neither is an amount.
fn is_rate(all: &[Token<'_>]) -> bool {
    let per = all
        .windows(2)
        .any(|pair| pair[0].is_sign('/') && PER.contains(&pair[1].folded.as_str()));
    let range = all.windows(3).any(|run| {
        run[0].is_number()
            && (run[1].is_sign('-') || run[1].is_sign('/') || run[1].is_word("den"))
            && run[2].is_number()
    });
    let product = all.iter().any(|t| t.is_sign('×') || t.is_word("x"));
    per || range || product
}

/// Numbers without a unit of their own: in the unit of the heading, else hardly an amount.
fn bare(all: &[Token<'_>], unit: Option<MoneyUnit>) -> Money {
    if unit.is_some() {
        let found = amounts(all, unit);
        let covered = |at: usize| {
            found
                .iter()
                .any(|amount| (amount.from..amount.to).contains(&at))
        };
        let all_covered = (0..all.len()).all(|at| !all[at].is_number() || covered(at));
        let total = sum(&without_parts(all, &found)).filter(|_| all_covered && !found.is_empty());
        return total.map_or(UNREADABLE, |total| Money {
            form: MoneyForm::UnitFromHead,
            ..total
        });
    }
    let Some(at) = all.iter().position(Token::is_number) else {
        return UNREADABLE;
    };
    let Some((value, end)) = number(all, at) else {
        return UNREADABLE;
    };
    let more = all[end..].iter().any(|t| t.is_number() || t.is_sign('%'));
    match value.times(1) {
        _ if more => UNREADABLE,
        Some(dong) if dong > MOST_VND => UNREADABLE,
        // Nothing is nothing in every unit.
        Some(dong) if dong == 0 || dong >= SURELY_DONG => Money {
            vnd: Some(dong),
            usd_cents: None,
            form: MoneyForm::Exact,
        },
        _ => Money {
            form: MoneyForm::NoUnit,
            ..Money::default()
        },
    }
}

fn scaled(value: Decimal, unit: MoneyUnit) -> Option<(Currency, i64)> {
    let (currency, factor) = match unit {
        MoneyUnit::Dong => (Currency::Vnd, 1),
        MoneyUnit::ThousandDong => (Currency::Vnd, 1_000),
        MoneyUnit::MillionDong => (Currency::Vnd, 1_000_000),
        MoneyUnit::HundredMillionDong => (Currency::Vnd, 100_000_000),
        MoneyUnit::BillionDong => (Currency::Vnd, 1_000_000_000),
        MoneyUnit::Usd => (Currency::UsCents, 100),
    };
    Some((currency, value.times(factor)?))
}

/// A figure without a unit anywhere: no amount is taken.
pub(super) const NO_UNIT: Money = Money {
    vnd: None,
    usd_cents: None,
    form: MoneyForm::NoUnit,
};

/// Amounts with units; where there are none, figures too big to be anything but đồng.
pub(super) fn surely_amounts(all: &[Token<'_>]) -> Vec<Amount> {
    let found = amounts(all, None);
    if !found.is_empty() {
        return found;
    }
    let dong = amounts(all, Some(MoneyUnit::Dong));
    if dong.iter().all(|amount| amount.value >= SURELY_DONG) {
        dong
    } else {
        found
    }
}

/// The index after a figure that looks like an amount and has no unit: no year, no share, no number
/// of a document, no footnote.
pub(super) fn bare_figure(all: &[Token<'_>], at: usize) -> Option<usize> {
    const MILLION: i64 = 1_000_000;
    // As millions, so that "120,5" is a whole number of đồng.
    let found = in_unit_of_head(all, at, MoneyUnit::MillionDong)?;
    let year = found.to == at + 1 && (1990 * MILLION..=2099 * MILLION).contains(&found.value);
    let before = at.checked_sub(1).and_then(|before| all.get(before));
    let stated = before.is_some_and(|t| t.is_sign(':'));
    let hyphened = before.is_some_and(|t| t.is_sign('-') && t.glued) && all[at].glued;
    ((stated || found.value >= 10 * MILLION) && !year && !hyphened).then_some(found.to)
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
                // "1 tỷ 250 triệu" is one amount.
                let continues = out.last().is_some_and(|before| {
                    before.to == found.from
                        && before.currency == found.currency
                        && before.value > found.value
                });
                match out.last_mut().filter(|_| continues) {
                    Some(before) => {
                        before.value = before.value.saturating_add(found.value);
                        before.to = found.to;
                    }
                    None => out.push(found),
                }
            }
            None => at += number(all, at).map_or(1, |(_, end)| end - at),
        }
    }
    out
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
    let (currency, value) = scaled(value, unit)?;
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
    let sign = if token.is_sign('$') || token.is_word("usd") {
        at + 1
    } else if token.is_word("us") && all.get(at + 1).is_some_and(|t| t.is_sign('$')) {
        at + 2
    } else {
        return None;
    };
    let (value, to) = number(all, sign)?;
    Some(Amount {
        currency: Currency::UsCents,
        value: value.times(100)?,
        from: at,
        to,
    })
}

fn amount(all: &[Token<'_>], at: usize) -> Option<Amount> {
    let (value, mut end) = number(all, at)?;
    // "120.000 (nghìn đồng)".
    if all.get(end).is_some_and(|t| t.is_sign('(')) && scale_word(all, end + 1).0.is_some() {
        end += 1;
    }
    let (scale, after_scale) = scale_word(all, end);
    if let (Some(scale), Some((rest, to))) = (scale, glued_rest(all, after_scale)) {
        let total = value.times(scale)?.checked_add(rest.times(scale)?)?;
        return Some(Amount {
            currency: Currency::Vnd,
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

/// "1tỷ2", "12tr5": the digits after the word are its fraction.
fn glued_rest(all: &[Token<'_>], at: usize) -> Option<(Decimal, usize)> {
    let digits = all
        .get(at)
        .filter(|t| t.is_number() && t.glued && t.raw.len() <= 3)?;
    let mantissa = i64::try_from(digits.value()?).ok()?;
    Some((
        Decimal {
            mantissa,
            scale: digits.raw.len() as u32,
        },
        at + 1,
    ))
}

/// "triệu", "tr", "tỷ", "nghìn", "k": the factor, and the index after it and its full stop.
fn scale_word(all: &[Token<'_>], at: usize) -> (Option<i64>, usize) {
    let Some(token) = all.get(at) else {
        return (None, at);
    };
    let factor = match token.folded.as_str() {
        "nghin" | "ngan" | "k" | "nghindong" => 1_000,
        "trieu" | "tr" | "trd" | "trdong" | "trieudong" => 1_000_000,
        "ty" | "ti" => 1_000_000_000,
        _ => return (None, at),
    };
    let dot = all.get(at + 1).is_some_and(|t| t.is_sign('.') && t.glued)
        && all.get(at + 2).is_some_and(|t| t.glued);
    (Some(factor), at + 1 + usize::from(dot))
}
