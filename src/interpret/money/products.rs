//! Amounts times people or rounds, and rates: "15 triệu x 5 người" is an amount, "15 triệu/người" is none.

use super::amounts::Amount;
use crate::interpret::accounting::Used;
use crate::interpret::numbers::number;
use crate::vocabulary::tokens::{Token, TokenKind};

/// More than this multiplies no amount: "10.000 USD x 23.000".
const MOST_TIMES: i64 = 1000;

/// Of each of these an amount is a rate.
const UNITS: [&str; 21] = [
    "nguoi", "ng", "ngay", "doan", "suat", "luot", "dot", "dai", "khach", "thang", "quy", "dem",
    "usd", "vnd", "hoc", "can", "chuyen", "lan", "nam", "gio", "buoi",
];

/// Over a whole year there is one amount: "150 triệu/năm".
const WHOLE: [&str; 1] = ["nam"];

/// The amounts with their factors multiplied in; `None` where one of them is a rate, or times something unclear.
pub fn multiplied(all: &[Token<'_>], found: &[Amount], used: &mut Used) -> Option<Vec<Amount>> {
    let mut out: Vec<Amount> = Vec::with_capacity(found.len());
    for (at, amount) in found.iter().enumerate() {
        let mut term = *amount;
        let start = out.last().map_or(0, |before: &Amount| before.to);
        let stop = found.get(at + 1).map_or(all.len(), |next| next.from);
        let rate = rate_after(&all[..stop], term.to);
        let mut end = rate.as_ref().map_or(term.to, |rate| rate.end);
        let mut times = false;
        while let Some((factor, next)) = factor_after(&all[..stop], end) {
            term.value = term.value.checked_mul(factor)?;
            (end, times) = (next, true);
        }
        while let Some((factor, from)) =
            factor_before(all, term.from).filter(|(_, from)| *from >= start)
        {
            term.value = term.value.checked_mul(factor)?;
            (term.from, times) = (from, true);
        }
        let is_rate = rate.is_some_and(|rate| !rate.is_whole) || rate_before(all, amount.from);
        if is_rate && !times && !is_exchange(all, amount.from) {
            return None;
        }
        term.to = end;
        used.take(term.from..term.to);
        out.push(term);
    }
    Some(out)
}

/// What an amount is for, after a stroke or "mỗi".
struct Rate {
    end: usize,
    /// For all of them together: "200 triệu/10 người", "150 triệu/năm".
    is_whole: bool,
}

/// "/người", "/01 người", "mỗi người", "cho mỗi người", "một người", "/ngày/người".
fn rate_after(all: &[Token<'_>], at: usize) -> Option<Rate> {
    let mut next = at;
    let stroke =
        all.get(next)?.is_sign('/') || all[next].is_word("tren") || all[next].is_word("cho");
    next += usize::from(stroke);
    let each = all
        .get(next)
        .is_some_and(|t| ["moi", "tung", "mot"].contains(&t.folded.as_str()));
    next += usize::from(each);
    if !stroke && !each {
        return None;
    }
    let counted = number(all, next).and_then(|(value, end)| Some((value.whole()?, end)));
    let unit_at = counted.map_or(next, |(_, end)| end);
    let unit = all
        .get(unit_at)
        .filter(|t| UNITS.contains(&t.folded.as_str()))?;
    let several = counted.is_some_and(|(count, _)| count > 1)
        && !["nam", "thang"].contains(&unit.folded.as_str());
    let whole = WHOLE.contains(&unit.folded.as_str()) && counted.is_none();
    let plain = !stroke || all[at].is_sign('/') || counted.is_some() || each;
    if !plain {
        return None;
    }
    let mut rate = Rate {
        end: unit_at + 1,
        is_whole: several || whole,
    };
    if let Some(more) = rate_after(all, rate.end) {
        rate.end = more.end;
        rate.is_whole &= more.is_whole;
    }
    Some(rate)
}

/// "mỗi người 15 triệu", "bình quân 15 triệu".
fn rate_before(all: &[Token<'_>], at: usize) -> bool {
    let from = (0..at)
        .rev()
        .take_while(|before| all[*before].kind == TokenKind::Word)
        .last()
        .unwrap_or(at);
    let run = &all[from..at];
    let average = run.windows(2).any(|pair| {
        pair[1].is_word("quan") && pair[0].is_word("binh")
            || pair[1].is_word("binh") && pair[0].is_word("trung")
    });
    average || run.iter().any(|t| t.is_word("moi") && t.is_marked("mỗi"))
}

/// "tỷ giá 23.000đ/USD" says what a dollar costs.
fn is_exchange(all: &[Token<'_>], at: usize) -> bool {
    all[..at].iter().rev().take(3).any(|t| t.is_word("gia"))
}

fn is_times(token: &Token<'_>) -> bool {
    token.is_sign('×') || token.is_word("x")
}

/// "x 5 người", "× 5".
fn factor_after(all: &[Token<'_>], at: usize) -> Option<(i64, usize)> {
    all.get(at).filter(|t| is_times(t))?;
    let (value, end) = number(all, at + 1)?;
    let factor = value.times(1).filter(|n| (1..=MOST_TIMES).contains(n))?;
    let unit = all
        .get(end)
        .is_some_and(|t| UNITS.contains(&t.folded.as_str()));
    Some((factor, end + usize::from(unit)))
}

/// "5 người x", "5 ×": the factor, and the index at which it begins.
fn factor_before(all: &[Token<'_>], at: usize) -> Option<(i64, usize)> {
    let times = at.checked_sub(1).filter(|before| is_times(&all[*before]))?;
    let unit = times
        .checked_sub(1)
        .filter(|before| UNITS.contains(&all[*before].folded.as_str()));
    let figure = unit.unwrap_or(times).checked_sub(1)?;
    let (value, _) = number(all, figure).filter(|_| all[figure].is_number())?;
    let factor = value.times(1).filter(|n| (1..=MOST_TIMES).contains(n))?;
    let joined = figure > 0
        && all[figure].glued
        && matches!(all[figure - 1].kind, TokenKind::Sign('.' | ','));
    (!joined).then_some((factor, figure))
}
