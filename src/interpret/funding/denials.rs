//! Which sources a cell denies: "không tự túc", "không sử dụng NSNN", "NSNN không hỗ trợ".

use crate::model::value::FundingClass;
use crate::vocabulary::funding::{FundingWord, FundingWords, Use};
use crate::vocabulary::tokens::Token;

/// What a denial leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denial {
    /// The state budget is not used: nothing is paid, if no other source is named.
    NotUsed,
    /// It is not this source; which one it is was not said.
    NotThis,
}

/// Words between "không" and what it denies.
const BETWEEN: [&str; 22] = [
    "phai", "la", "su", "dung", "co", "ho", "tro", "tu", "nguon", "chi", "cap", "duoc", "lay",
    "can", "thuoc", "kinh", "phi", "bang", "tien", "tinh", "nhan", "bao",
];

/// After the source and "không": it does not pay.
const NOT_PAYING: [&str; 12] = [
    "ho", "cap", "chi", "co", "dam", "bo", "duoc", "tra", "dai", "du", "tai", "bao",
];

fn is_not(token: &Token<'_>) -> bool {
    token.is_word("khong") || token.is_word("ko") || token.is_word("chang")
}

/// A denial that begins at a token, and the index after what it denies.
pub fn before(all: &[Token<'_>], at: usize, words: &FundingWords) -> Option<(Denial, usize)> {
    let start = at + usize::from(all[at].is_word("chu") && all.get(at + 1).is_some_and(is_not));
    if !is_not(&all[start]) {
        return None;
    }
    let mut used = false;
    for next in start + 1..all.len().min(start + 7) {
        let source = words
            .within
            .longest(all, next)
            .filter(|(_, word)| is_source(word));
        if let Some((end, word)) = source {
            let state = word.class == FundingClass::StateBudget;
            return Some((
                if state && used {
                    Denial::NotUsed
                } else {
                    Denial::NotThis
                },
                end,
            ));
        }
        let word = all[next].folded.as_str();
        if !BETWEEN.contains(&word) {
            return None;
        }
        used |= !matches!(word, "phai" | "la" | "thuoc");
    }
    None
}

fn is_source(word: &FundingWord) -> bool {
    let known = !matches!(word.class, FundingClass::Unknown | FundingClass::None);
    known && word.usage == Use::Always
}

/// The index after "không hỗ trợ" behind a source that ends at a token.
pub fn after(all: &[Token<'_>], at: usize, word: FundingWord) -> Option<usize> {
    all.get(at).filter(|t| is_source(&word) && is_not(t))?;
    let rest = &all[at + 1..];
    let paying = rest
        .first()
        .is_none_or(|t| NOT_PAYING.contains(&t.folded.as_str()));
    paying.then_some(all.len())
}
