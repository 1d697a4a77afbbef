//! Which amounts of a cell are totals of others in it: a total and its parts count once.

use super::money::Amount;
use crate::vocabulary::tokens::Token;

/// How an amount stands to those after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    /// "tổng", "trong đó", "gồm": one is the total, whatever the parts add up to.
    Said,
    /// A colon or a bracket: a total where the parts add up to it.
    IfEqual,
    None,
}

/// The amounts that add up to what the cell says: the totals alone where it states any.
pub fn without_parts(all: &[Token<'_>], found: &[Amount]) -> Vec<Amount> {
    let Some(total) = total(all, found) else {
        return found.to_vec();
    };
    let other = |a: &&Amount| a.currency != found[total].currency;
    let mut kept: Vec<Amount> = found.iter().filter(other).copied().collect();
    kept.push(found[total]);
    kept
}

/// The index of the stated total, where there are parts beside it.
pub fn total(all: &[Token<'_>], found: &[Amount]) -> Option<usize> {
    let same = |at: usize| {
        let others = found.iter().enumerate();
        others
            .filter(move |(i, a)| *i != at && a.currency == found[at].currency)
            .map(|(_, a)| a.value)
    };
    let adds_up = |at: usize| {
        same(at).count() > 1 && same(at).fold(0, i64::saturating_add) == found[at].value
    };
    (0..found.len()).find(|&at| match link(all, found, at) {
        Link::Said => same(at).next().is_some(),
        Link::IfEqual => adds_up(at),
        Link::None => false,
    })
}

fn link(all: &[Token<'_>], found: &[Amount], at: usize) -> Link {
    let start = at.checked_sub(1).map_or(0, |before| found[before].to);
    let end = found.get(at + 1).map_or(all.len(), |next| next.from);
    let before = all.get(start..found[at].from).unwrap_or_default();
    let after = all.get(found[at].to..end).unwrap_or_default();
    let pair = |run: &[Token<'_>], a: &str, b: &str| {
        run.windows(2).any(|t| t[0].is_word(a) && t[1].is_word(b))
    };
    let total = before
        .iter()
        .any(|t| t.is_word("tong") && t.is_marked("tổng"));
    let parts =
        pair(after, "trong", "do") || after.iter().any(|t| t.is_word("gom") && t.is_marked("gồm"));
    if total || parts {
        return Link::Said;
    }
    // "119 triệu (NSTW); 730 triệu …" closes its bracket before the next amount: a source, no parts.
    let closed = after.iter().any(|t| t.is_sign(')'));
    let opens = after
        .first()
        .is_some_and(|t| t.is_sign(':') || (t.is_sign('(') && !closed));
    let equals = before.last().is_some_and(|t| t.is_sign('='));
    let equals = equals || after.first().is_some_and(|t| t.is_sign('='));
    if opens || equals {
        Link::IfEqual
    } else {
        Link::None
    }
}
