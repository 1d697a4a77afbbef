//! Which currency the words and signs after a number name.

use crate::vocabulary::tokens::Token;

/// A currency that has a column of its own, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Currency {
    Vnd,
    UsCents,
    Other,
}

/// The currency that starts at a token, and the index after it.
pub fn currency_word(all: &[Token<'_>], at: usize) -> Option<(Currency, usize)> {
    const OTHERS: [&str; 24] = [
        "eur", "euro", "eu", "yen", "jpy", "won", "krw", "kip", "lak", "baht", "bath", "thb", "te",
        "ndt", "cny", "rmb", "gbp", "aud", "sgd", "cad", "rub", "rup", "bang", "ndte",
    ];
    let token = all.get(at)?;
    if let Some(currency) = token.raw.chars().next().and_then(currency_sign) {
        return Some((currency, at + 1));
    }
    let next = |words: &[&str]| {
        all.get(at + 1)
            .is_some_and(|t| words.contains(&t.folded.as_str()))
    };
    match token.folded.as_str() {
        "dong" | "d" | "vnd" | "vnđ" | "dvn" | "trd" => {
            let end = at + 1 + usize::from(next(&["viet"]));
            Some((Currency::Vnd, end))
        }
        "usd" => Some((Currency::UsCents, at + 1)),
        "us" if all.get(at + 1).is_some_and(|t| t.is_sign('$')) => {
            Some((Currency::UsCents, at + 2))
        }
        "do" => dollar(all, at),
        "dola" | "dollar" => Some((dollar_of(all, at + 1), at + 1)),
        "nhan" if next(&["dan"]) => Some((Currency::Other, at + 3)),
        word if OTHERS.contains(&word) => Some((Currency::Other, at + 1)),
        _ => None,
    }
}

/// The currency of a sign: every sign of Unicode's currency block, and those that are older.
pub fn currency_sign(letter: char) -> Option<Currency> {
    match letter {
        '₫' => Some(Currency::Vnd),
        '$' => Some(Currency::UsCents),
        '£' | '¥' | '฿' | '៛' | '\u{20A0}'..='\u{20CF}' => Some(Currency::Other),
        _ => None,
    }
}

/// "đô la Mỹ", "đô-la", "đô la Úc".
fn dollar(all: &[Token<'_>], at: usize) -> Option<(Currency, usize)> {
    let dash = usize::from(all.get(at + 1).is_some_and(|t| t.is_sign('-')));
    let la = at + 1 + dash;
    if !all.get(la).is_some_and(|t| t.is_word("la")) {
        let alone = !all[at].raw.is_ascii() && all[at].is_marked("đô");
        return alone.then_some((Currency::UsCents, at + 1));
    }
    Some((dollar_of(all, la + 1), la + 1))
}

fn dollar_of(all: &[Token<'_>], at: usize) -> Currency {
    const OTHERS: [&str; 5] = ["uc", "canada", "singapore", "hong", "dai"];
    let other = all
        .get(at)
        .is_some_and(|t| OTHERS.contains(&t.folded.as_str()));
    if other {
        Currency::Other
    } else {
        Currency::UsCents
    }
}
