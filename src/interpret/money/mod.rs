//! Which amounts a cell holds, in đồng and in US dollars; never a guess.

mod amounts;
mod currency;
mod labels;
mod products;
mod sums;

pub use amounts::{Amount, amounts, bare_figure, exceeds_heading};
pub use currency::Currency;

use super::accounting::{Left, Reading, Used, citations};
use super::numbers::{Decimal, is_negative, is_scientific, number};
use super::undetermined::is_undetermined;
use super::{half_width, head};
use crate::model::value::{Money, MoneyForm, MoneyUnit};
use crate::vocabulary::tokens::{Token, TokenKind, tokens};

/// A thousand billion đồng: no delegation costs that, so a bigger figure is a slip of the unit.
pub const MOST_VND: i64 = 1_000_000_000_000;
const MOST_CENTS: i64 = 10_000_000_000;
/// From here on a bare number in a column of amounts can only be đồng: in thousands it would be a
/// thousand million, and no journey costs a million dollars.
const SURELY_DONG: i64 = 1_000_000;

/// Written as an amount, and not usable as one.
pub const UNREADABLE: Money = Money {
    vnd: None,
    usd_cents: None,
    form: MoneyForm::Unreadable,
};

/// A figure without a unit anywhere: no amount is taken.
pub const NO_UNIT: Money = Money {
    vnd: None,
    usd_cents: None,
    form: MoneyForm::NoUnit,
};

/// What a text says about money: the amounts that count, and their sum.
#[derive(Debug, Clone)]
pub struct Sum {
    /// What each source may be given: the parts of a stated total, else the amounts that count.
    pub shares: Vec<Amount>,
    pub money: Money,
}

/// Reads a cell of a column of amounts; `unit` stands in its heading or a caption.
pub fn money(text: &str, unit: Option<MoneyUnit>) -> Money {
    let text = &*half_width(head(text));
    if text.is_empty() {
        return Money::default();
    }
    let all = tokens(text);
    if is_no_amount(&all) {
        return UNREADABLE;
    }
    if is_undetermined(text) {
        return Money {
            form: MoneyForm::Undetermined,
            ..Money::default()
        };
    }
    let mut found = amounts(&all, None);
    let from_head = found.is_empty() && unit.is_some();
    if from_head {
        found = amounts(&all, unit);
    }
    if found.is_empty() {
        return if unit.is_some() {
            UNREADABLE
        } else {
            bare(&all)
        };
    }
    let mut used = Used::none_of(&all);
    let sum = sum_of(&all, &found, &mut used);
    let sum = Reading::new(sum, &all, &used).settle(|_, _| None);
    sum.map_or(UNREADABLE, |sum| match sum.money.form {
        MoneyForm::Exact if from_head => Money {
            form: MoneyForm::UnitFromHead,
            ..sum.money
        },
        _ => sum.money,
    })
}

/// The sum of the amounts found in a cell, if they can be added; marks as used what it understood.
pub fn sum_of(all: &[Token<'_>], found: &[Amount], used: &mut Used) -> Option<Sum> {
    let counted = sums::counted(all, found, used);
    pass_over(all, used);
    let counted = counted?;
    Some(Sum {
        money: sum(&counted.amounts)?,
        shares: counted.shares,
    })
}

/// Figures that are no money and say so: people, days, years, shares, documents.
fn pass_over(all: &[Token<'_>], used: &mut Used) {
    const COUNTED: [&str; 14] = [
        "nguoi", "ng", "doan", "ngay", "dot", "lan", "chuyen", "luot", "suat", "khach", "can",
        "dong", "thanh", "hoc",
    ];
    // "không hoàn lại", "chưa VAT" deny nothing of the amount.
    const IDLE: [&str; 9] = [
        "hoan", "vat", "thue", "tu", "thuong", "phat", "qua", "vuot", "duoi",
    ];
    let mut at = 0;
    while at < all.len() {
        let is_word = |at: usize, words: &[&str]| {
            all.get(at)
                .is_some_and(|t| words.contains(&t.folded.as_str()))
        };
        let counted = number(all, at)
            .map(|(_, end)| end)
            .filter(|end| is_word(*end, &COUNTED));
        let share =
            |(value, end): (Decimal, usize)| value.whole().is_none_or(|n| n <= 100).then_some(end);
        let percent = number(all, at).and_then(share).filter(|end| {
            let of = all.get(end + 1).is_some_and(|t| t.is_word("cua"));
            all.get(*end).is_some_and(|t| t.is_sign('%')) && !of
        });
        let denied =
            (is_word(at, &["khong", "chua", "ngoai"]) && is_word(at + 1, &IDLE)).then_some(at + 1);
        let rate = is_word(at, &["gia"])
            .then(|| number(all, at + 1))
            .flatten()
            .map(|(_, end)| end - 1);
        let end = citations::citation(all, at)
            .or_else(|| citations::date(all, at))
            .or_else(|| citations::year(all, at))
            .or_else(|| citations::footnote(all, at))
            .or(percent.or(counted).or(rate).map(|end| end + 1))
            .or(denied.map(|end| end + 1));
        used.take(at..end.unwrap_or(at));
        at = end.unwrap_or(at + 1).max(at + 1);
    }
    if let Some(words) = words_of_the_amount(all) {
        used.take(words..all.len());
    }
}

/// "- Bằng chữ: Hai trăm triệu đồng": the amount once more, to the end.
fn words_of_the_amount(all: &[Token<'_>]) -> Option<usize> {
    let spoken = |pair: &[Token<'_>]| pair[0].is_word("bang") && pair[1].is_word("chu");
    let at = all.windows(2).position(spoken)?;
    all[at..].iter().all(|t| !t.is_number()).then_some(at)
}

/// The sum of amounts; `None` where it is out of all proportion.
fn sum(found: &[Amount]) -> Option<Money> {
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
    let form = match total(Currency::Other) {
        Some(_) => MoneyForm::OtherCurrency,
        None => MoneyForm::Exact,
    };
    Some(Money {
        vnd,
        usd_cents,
        form,
    })
}

/// "-5 triệu", "1.5E+08", "(5.000.000)", "#####", "150 triệu?": no amount can be told from these.
pub fn is_no_amount(all: &[Token<'_>]) -> bool {
    let error = all.first().is_some_and(|t| t.is_sign('#'));
    is_negative(all) || is_scientific(all) || error || in_brackets_alone(all)
}

/// As accountants write what is less than nothing.
fn in_brackets_alone(all: &[Token<'_>]) -> bool {
    let [open, inner @ .., close] = all else {
        return false;
    };
    let figure = |t: &Token<'_>| t.is_number() || t.is_sign('.') || t.is_sign(',');
    open.is_sign('(') && close.is_sign(')') && !inner.is_empty() && inner.iter().all(figure)
}

/// A number without any unit: hardly an amount, unless it is too big to be anything but đồng.
fn bare(all: &[Token<'_>]) -> Money {
    let Some(at) = all.iter().position(Token::is_number) else {
        return UNREADABLE;
    };
    let Some((value, end)) = number(all, at) else {
        return UNREADABLE;
    };
    let mut used = Used::none_of(all);
    used.take(at..end);
    pass_over(all, &mut used);
    let money = match value.times(1) {
        Some(dong) if dong > MOST_VND || is_identifier(all, at, end) => UNREADABLE,
        // Nothing is nothing in every unit.
        Some(dong) if dong == 0 || dong >= SURELY_DONG => Money {
            vnd: Some(dong),
            usd_cents: None,
            form: MoneyForm::Exact,
        },
        _ => NO_UNIT,
    };
    Reading::new(money, all, &used).settle(|money, left| match (money.form, left) {
        (MoneyForm::NoUnit, Left::Words) => money,
        _ => UNREADABLE,
    })
}

/// "20210915", "ĐT 0912345678", "TK 1234567890": digits without signs that no one wrote as an amount.
fn is_identifier(all: &[Token<'_>], at: usize, end: usize) -> bool {
    let digits = all[at].raw;
    if end != at + 1 || digits.len() < 7 {
        return false;
    }
    let part = |range: std::ops::Range<usize>| {
        digits
            .get(range)
            .and_then(|d| d.parse::<u32>().ok())
            .unwrap_or(0)
    };
    let date = digits.len() == 8
        && (1990..2100).contains(&part(0..4))
        && (1..=12).contains(&part(4..6))
        && (1..=31).contains(&part(6..8));
    let after_a_word = at > 0 && all[at - 1].kind == TokenKind::Word && !digits.ends_with("000");
    digits.starts_with('0') || date || after_a_word
}

fn in_unit(value: Decimal, unit: MoneyUnit) -> Option<(Currency, i64)> {
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

/// Amounts with units; where there are none, figures too big to be anything but đồng.
pub fn surely_amounts(all: &[Token<'_>]) -> Vec<Amount> {
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
