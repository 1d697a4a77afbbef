//! What of a cell of counts is no count: documents, years, ordinals, what is left out, plans beside results.

use super::{Kind, words};
use crate::interpret::accounting::{Used, citations};
use crate::interpret::numbers::number_words;
use crate::interpret::time::words::roman;
use crate::vocabulary::phrases::Phrases;
use crate::vocabulary::tokens::{Token, TokenKind};
use std::sync::LazyLock;

/// What a phrase says about the numbers round it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// The number after it is left out of the count: "chưa kể 02 lái xe".
    LeftOut,
    /// One of several stages: "kế hoạch 10, thực hiện 8".
    Stage,
    /// Instead of the number before: "giảm còn 6".
    Instead,
    /// By so many: "giảm 2 người".
    By,
    /// Says nothing of the count: "không kể", "theo danh sách".
    Nothing,
}

const PHRASES: [(Says, &[&str]); 5] = [
    (
        Says::LeftOut,
        &[
            "chưa kể",
            "không kể",
            "chưa gồm",
            "không gồm",
            "chưa bao gồm",
            "không bao gồm",
            "chưa tính",
            "không tính",
        ],
    ),
    (
        Says::Stage,
        &[
            "kế hoạch",
            "KH",
            "thực hiện",
            "TH",
            "thực tế",
            "dự toán",
            "năm trước",
            "năm ngoái",
        ],
    ),
    (
        Says::Instead,
        &[
            "giảm còn",
            "còn",
            "xuống còn",
            "thay cho",
            "thay vì",
            "gia hạn",
            "trừ",
            "bớt",
            "thêm",
            "rút còn",
            "nay là",
        ],
    ),
    (
        Says::By,
        &["giảm", "tăng", "giảm bớt", "tăng thêm", "đi thêm", "ở thêm"],
    ),
    (
        Says::Nothing,
        &[
            "so với kế hoạch",
            "theo kế hoạch",
            "theo danh sách",
            "không quá",
            "không vượt quá",
            "không dưới",
        ],
    ),
];

static TABLE: LazyLock<Phrases<Says>> = LazyLock::new(|| {
    let mut table = Phrases::default();
    for (says, phrases) in PHRASES {
        for phrase in phrases {
            table.insert(phrase, says);
        }
    }
    table
});

/// The tokens that are left to count with; `None` where the cell holds two counts for one thing.
pub fn without_asides(all: &[Token<'_>], kind: Kind, used: &mut Used) -> Option<Vec<usize>> {
    let mut kept = Vec::with_capacity(all.len());
    let numbers = all.iter().filter(|t| t.is_number()).count();
    let mut at = 0;
    while at < all.len() {
        if words::breaks(&all[at]) {
            return None;
        }
        let aside = document(all, at, kind)
            .or_else(|| ordinal(all, at))
            .or_else(|| footnote(all, at));
        if let Some(end) = aside {
            used.take(at..end);
            at = end;
            continue;
        }
        let colon = all.get(at + 1).is_some_and(|t| t.is_sign(':'));
        if (all[at].is_word("nam") || colon) && citations::year(all, at).is_some() {
            // "Năm 2021: 8 người" says when; with two numbers it says which of them.
            let end = citations::year(all, at)?;
            if numbers > 2 {
                return None;
            }
            used.take(at..end);
            at = end;
            continue;
        }
        match TABLE.longest(all, at) {
            Some((end, says)) => {
                let end = phrase(all, (at, end), *says, numbers)?;
                used.take(at..end);
                // The word stays for what it is before the first number.
                if matches!(says, Says::Nothing) {
                    kept.extend((at..end).filter(|at| words::is_about(&all[*at])));
                }
                at = end;
            }
            None => {
                kept.push(at);
                at += 1;
            }
        }
    }
    Some(kept)
}

/// The index after what a phrase takes with it.
fn phrase(
    all: &[Token<'_>],
    (at, end): (usize, usize),
    says: Says,
    numbers: usize,
) -> Option<usize> {
    let clause = || {
        let ends = |t: &Token<'_>| [',', ';', ')', '\n'].iter().any(|sign| t.is_sign(*sign));
        end + all[end..].iter().take_while(|t| !ends(t)).count()
    };
    match says {
        Says::LeftOut => Some(clause()),
        Says::Stage | Says::Instead if numbers > 1 => None,
        Says::By if at > 0 => {
            let instead = all[end..clause()].iter().any(|t| {
                t.is_word("con") && t.is_marked("còn") || t.is_word("len") || t.is_word("xuong")
            });
            (!instead).then(clause)
        }
        _ => Some(end),
    }
}

/// A document, or the days beside a count of days: "5 ngày từ 10/6", "5 ngày (tháng 6)".
fn document(all: &[Token<'_>], at: usize, kind: Kind) -> Option<usize> {
    if let Some(end) = citations::citation(all, at) {
        return Some(end);
    }
    if at == 0 || kind != Kind::Days {
        return citations::date(all, at);
    }
    let when = ["thang", "quy", "tu", "ngay"].contains(&all[at].folded.as_str())
        && all[at].kind == TokenKind::Word;
    let figure = |t: &Token<'_>| {
        t.is_number()
            || ['/', '-', '.'].iter().any(|s| t.is_sign(*s))
            || ["den", "ngay", "thang", "nam"].contains(&t.folded.as_str())
    };
    let run = all[at + 1..].iter().take_while(|t| figure(t)).count();
    let numbered = all[at + 1..at + 1 + run].iter().any(Token::is_number);
    let before = all[at - 1].is_number() || all[at - 1].is_sign('/');
    let unit = all
        .get(at + 1 + run)
        .is_some_and(|t| words::is_round(&t.folded));
    (when && numbered && !before && !unit).then_some(at + 1 + run)
}

/// "Đợt 1:", "đoàn 2:", "lần I:": which of several it is.
fn ordinal(all: &[Token<'_>], at: usize) -> Option<usize> {
    let group = &all[at];
    let named =
        words::is_round(&group.folded) || ["doan", "nhom", "top"].contains(&group.folded.as_str());
    let number = all
        .get(at + 1)
        .filter(|_| named && group.kind == TokenKind::Word)?;
    let counts = number.is_number() || roman(&number.folded).is_some();
    let colon = all.get(at + 2).filter(|_| counts)?;
    // The colon stays, and labels the number after it.
    (colon.is_sign(':') || colon.is_sign('(')).then_some(at + 2)
}

/// "8 (*)", "8*", "8 [1]", and "15 (mười lăm)".
fn footnote(all: &[Token<'_>], at: usize) -> Option<usize> {
    if let Some(end) = citations::footnote(all, at) {
        return Some(end);
    }
    let last = at > 0 && at + 1 == all.len();
    if last && all[at].is_sign('×') {
        return Some(at + 1);
    }
    let value = at.checked_sub(1).and_then(|before| all[before].value())?;
    let (spoken, end) = number_words(all, at + 1).filter(|_| all[at].is_sign('('))?;
    let closed = all.get(end).is_some_and(|t| t.is_sign(')'));
    (closed && u64::from(spoken) == value).then_some(end + 1)
}
