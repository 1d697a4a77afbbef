//! Whose money the words of a piece name: strong words before weak ones, countries that pay, denials.

use crate::model::value::FundingClass;
use crate::vocabulary::Vocabulary;
use crate::vocabulary::funding::{FundingWord, Use};
use crate::vocabulary::tokens::Token;

/// The sources of a piece. Weak words count only alone; of a project paid for by a partner, or a
/// partner who pays for himself, the first word says whose money it is.
pub(super) fn sources(found: &[(usize, FundingWord)], country: bool) -> Vec<(usize, FundingWord)> {
    let known = |word: &FundingWord| word.class != FundingClass::Unknown;
    let of = |usage: Use| {
        found
            .iter()
            .filter(move |(_, w)| w.usage == usage && known(w))
            .copied()
            .collect::<Vec<_>>()
    };
    let mut strong = of(Use::Always);
    let mut weak = of(Use::Weak);
    if country {
        weak.extend(of(Use::Abroad));
    }
    let hosted = weak
        .iter()
        .any(|(_, word)| word.class == FundingClass::Partner);
    let state = |(_, word): &(usize, FundingWord)| word.class == FundingClass::StateBudget;
    // "UBND tỉnh Savannakhet đài thọ" is no budget of this state.
    if strong.is_empty() || country && hosted && strong.iter().all(state) {
        strong = weak;
        strong.truncate(1);
        if let (true, Some((_, word))) = (country, strong.first_mut()) {
            word.class = FundingClass::Partner;
        }
    }
    let mut out: Vec<(usize, FundingWord)> = Vec::new();
    for (at, word) in strong {
        let follows = out.last().is_some_and(|(_, before)| {
            let pair = (before.class, word.class);
            matches!(
                pair,
                (FundingClass::Partner, FundingClass::SelfFunded)
                    | (FundingClass::Enterprise, FundingClass::SelfFunded)
                    | (FundingClass::Aid, FundingClass::Partner)
                    | (FundingClass::Partner, FundingClass::Aid)
            )
        });
        // "tự túc của doanh nghiệp": the enterprise is the one that pays for itself.
        if word.class == FundingClass::Enterprise {
            out.retain(|(_, before)| before.class != FundingClass::SelfFunded);
        }
        let again = out
            .iter()
            .any(|(_, w)| (w.class, w.level) == (word.class, word.level));
        if !follows && !again {
            out.push((at, word));
        }
    }
    out
}

/// "Nhật Bản tài trợ": a country named in the piece is the one that pays.
pub(super) fn named_country(
    text: &str,
    all: &[Token<'_>],
    from: usize,
    to: usize,
    vocabulary: &Vocabulary,
) -> bool {
    (from..to).any(|start| {
        (start + 1..=to.min(start + 4)).any(|end| {
            let name = &text[all[start].start..all[end - 1].end()];
            let long = name.chars().filter(|c| c.is_alphabetic()).count() > 3;
            let capital = name.starts_with(char::is_uppercase);
            let abroad = || {
                vocabulary
                    .places
                    .country(name)
                    .filter(|code| code.as_str() != "VN")
            };
            (long || !name.is_ascii())
                && capital
                && vocabulary.countries.exact(name).or_else(abroad).is_some()
        })
    })
}

/// "không sử dụng NSNN", "không dùng ngân sách": the index after what is denied.
pub(super) fn negated(all: &[Token<'_>], at: usize, vocabulary: &Vocabulary) -> Option<usize> {
    if !(all[at].is_word("khong") || all[at].is_word("ko")) {
        return None;
    }
    for next in at + 1..all.len().min(at + 6) {
        let Some((end, word)) = vocabulary.funding.within.longest(all, next) else {
            continue;
        };
        if word.usage == Use::Always && word.class == FundingClass::StateBudget {
            return Some(end);
        }
    }
    None
}
