//! Whose money the words of a piece name: payers by pattern, other states, strong words before weak ones.

use super::scan::{Cell, Piece};
use super::shares::Event;
use crate::model::value::{FundingClass, FundingLevel};
use crate::vocabulary::funding::{FundingWord, Use};
use crate::vocabulary::tokens::{Token, TokenKind};

/// A listed phrase, and the tokens that it takes.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    pub from: usize,
    pub to: usize,
    pub word: FundingWord,
}

/// The sources of a piece. Weak words count only alone; of a project paid for by a partner, or a
/// partner who pays for himself, the first word says whose money it is.
pub fn sources(cell: &Cell<'_>, piece: Piece, hits: &[Hit]) -> Vec<(usize, FundingWord)> {
    let hits = possessed(cell, piece, hits);
    let abroad = named_country(cell, piece);
    if let Some(body) = own_body(cell, piece, &hits) {
        let mut word = body.word;
        word.class = if abroad {
            FundingClass::Partner
        } else {
            FundingClass::OwnFunds
        };
        return vec![(body.from, word)];
    }
    let mut strong = of(&hits, Use::Always);
    let mut weak = of(&hits, Use::Weak);
    if abroad {
        weak.extend(of(&hits, Use::Abroad));
        weak.extend(of(&hits, Use::Body));
        weak.sort_by_key(|(at, _)| *at);
    }
    let hosted = weak
        .iter()
        .any(|(_, word)| word.class == FundingClass::Partner);
    let state = |(_, word): &(usize, FundingWord)| word.class == FundingClass::StateBudget;
    // "UBND tỉnh Savannakhet đài thọ" is no budget of this state.
    if strong.is_empty() || abroad && hosted && strong.iter().all(state) {
        // "Bệnh viện Chợ Rẫy tài trợ": whether that is a body of the province, nobody can tell.
        let by_a_body = hits.iter().any(|hit| hit.word.usage == Use::Body);
        if by_a_body && !abroad && weak.iter().all(|(_, word)| word.class == FundingClass::Aid) {
            return Vec::new();
        }
        strong = weak;
        strong.truncate(1);
        if let (true, Some((_, word))) = (abroad, strong.first_mut()) {
            word.class = FundingClass::Partner;
        }
    }
    one_each(strong)
}

fn of(hits: &[Hit], usage: Use) -> Vec<(usize, FundingWord)> {
    let known =
        |word: &FundingWord| !matches!(word.class, FundingClass::Unknown | FundingClass::None);
    let of_usage = hits
        .iter()
        .filter(|hit| hit.word.usage == usage && known(&hit.word));
    of_usage.map(|hit| (hit.from, hit.word)).collect()
}

/// Each source once, and of two words for one payer the one that says who it is.
fn one_each(strong: Vec<(usize, FundingWord)>) -> Vec<(usize, FundingWord)> {
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
                    | (FundingClass::StateBudget, FundingClass::OwnFunds)
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

/// "ngân sách nhà nước Lào" is a partner's, "ngân sách của công ty" an enterprise's: whose budget it is
/// stands behind it.
fn possessed(cell: &Cell<'_>, piece: Piece, hits: &[Hit]) -> Vec<Hit> {
    let mut out = Vec::with_capacity(hits.len());
    for (at, hit) in hits.iter().enumerate() {
        let mut hit = *hit;
        let state = hit.word.usage == Use::Always && hit.word.class == FundingClass::StateBudget;
        if state && is_another_states(cell, piece, hit.to) {
            (hit.word.class, hit.word.level) = (FundingClass::Partner, FundingLevel::Unsaid);
        } else if state && owner_follows(cell, &hit, &hits[at + 1..]) {
            continue;
        }
        out.push(hit);
    }
    out
}

/// A country, "nước ngoài" or "nước bạn" behind a budget or a ministry, with nothing but a name between.
fn is_another_states(cell: &Cell<'_>, piece: Piece, from: usize) -> bool {
    const GOING: [&str; 14] = [
        "di", "sang", "cho", "tai", "o", "tham", "den", "lam", "va", "doi", "tinh", "tu", "chi",
        "lo",
    ];
    for at in from..piece.to {
        let token = &cell.all[at];
        let next = |word: &str| {
            cell.all
                .get(at + 1)
                .filter(|_| at + 1 < piece.to)
                .is_some_and(|t| t.is_word(word))
        };
        if token.is_word("nuoc") && token.is_marked("nước") && (next("ngoai") || next("ban"))
            || is_country_at(cell, piece, at)
        {
            return true;
        }
        if token.kind != TokenKind::Word || GOING.contains(&token.folded.as_str()) {
            return false;
        }
    }
    false
}

/// "ngân sách công ty", "NSNN của đối tác".
fn owner_follows(cell: &Cell<'_>, hit: &Hit, rest: &[Hit]) -> bool {
    let owner = rest.iter().find(|other| {
        let class = other.word.class;
        other.word.usage == Use::Always
            && !matches!(
                class,
                FundingClass::StateBudget
                    | FundingClass::Unknown
                    | FundingClass::None
                    | FundingClass::OwnFunds
            )
    });
    let Some(owner) = owner else { return false };
    let between = &cell.all[hit.to..owner.from];
    let of_whom = between.first().is_some_and(|t| t.is_word("cua"));
    let vague = cell.all[hit.from..hit.to].iter().all(|t| {
        matches!(
            t.folded.as_str(),
            "ngan" | "sach" | "ns" | "kinh" | "phi" | "nguon" | "von"
        )
    });
    of_whom || vague && between.is_empty()
}

/// What persons do who pay for themselves: "tự đóng", "tự mua", but "từ chi thường xuyên" is another "tu".
pub fn pays_for_himself(all: &[Token<'_>], at: usize) -> Option<usize> {
    const PAYING: [&str; 13] = [
        "chi", "tra", "lo", "dong", "nop", "gop", "bo", "chiu", "mua", "bao", "thanh", "dai",
        "trang",
    ];
    let itself = all[at].is_word("tu") && !all[at].is_marked("từ");
    let verb = all.get(at + 1).filter(|_| itself)?;
    PAYING.contains(&verb.folded.as_str()).then_some(at + 2)
}

/// "Huyện chi", "tỉnh hỗ trợ": a level of the state that pays.
pub fn level_pays(cell: &Cell<'_>, piece: Piece, level: &Hit) -> bool {
    const PAYING: [&str; 6] = ["chi", "cap", "tra", "ho", "dam", "lo"];
    cell.all[level.to..piece.to]
        .first()
        .is_some_and(|t| PAYING.contains(&t.folded.as_str()))
}

/// "Bệnh viện tự chi", "nguồn thu của Trường": a body of our own that pays from what it has.
fn own_body(cell: &Cell<'_>, piece: Piece, hits: &[Hit]) -> Option<Hit> {
    const OWNING: [&str; 5] = ["phi", "thu", "quy", "nguon", "von"];
    const PAYING: [&str; 8] = ["tu", "chi", "tra", "dai", "lo", "thanh", "dam", "ho"];
    let body = hits.iter().find(|hit| hit.word.usage == Use::Body)?;
    let others = hits
        .iter()
        .filter(|hit| matches!(hit.word.usage, Use::Always | Use::Weak));
    let mut classes = others.map(|hit| hit.word.class);
    let alone = classes.all(|class| {
        matches!(
            class,
            FundingClass::SelfFunded | FundingClass::OwnFunds | FundingClass::Unknown
        )
    });
    let before = &cell.all[piece.from..body.from];
    let of_whom = before.iter().rev().find(|t| !t.is_word("cua"));
    let owns = |t: &Token<'_>| OWNING.contains(&t.folded.as_str());
    // "Quỹ nhân đạo của Hội": what lies between is the name of what is owned.
    let named = before.last().is_some_and(|t| t.is_word("cua")) && before.first().is_some_and(owns);
    let owned = named || of_whom.is_some_and(owns);
    // "Tổng cục", "Trung ương Hội" is no body of the province.
    let known = |t: &Token<'_>| owns(t) || ["cua", "do", "tu", "kinh"].contains(&t.folded.as_str());
    if !named && !before.iter().all(known) {
        return None;
    }
    let paying = cell.all[body.to..piece.to]
        .iter()
        .any(|t| PAYING.contains(&t.folded.as_str()) && !(t.is_word("tu") && t.is_marked("từ")));
    (alone && (owned || paying)).then_some(*body)
}

/// "Doanh nghiệp mời và đài thọ": words of paying alone go on about the payer before them.
pub fn without_verbs(
    mut sources: Vec<(usize, FundingWord)>,
    scanned_alone: bool,
    before: Option<(usize, Event)>,
) -> Vec<(usize, FundingWord)> {
    let pays = matches!(
        before,
        Some((
            _,
            Event::Source(
                FundingClass::Enterprise | FundingClass::Aid | FundingClass::Donations,
                _
            )
        ))
    );
    if pays && scanned_alone {
        sources.retain(|(_, word)| word.usage != Use::Weak);
    }
    sources
}

/// "NSNN (chi thường xuyên)": what the state's money is for is no second source.
pub fn without_attribute(
    cell: &Cell<'_>,
    piece: Piece,
    mut sources: Vec<(usize, FundingWord)>,
    before: Option<(usize, Event)>,
) -> Vec<(usize, FundingWord)> {
    let open = piece
        .from
        .checked_sub(1)
        .filter(|at| cell.all[*at].is_sign('('));
    let Some((open, (source, event))) = open.zip(before) else {
        return sources;
    };
    let next_to = source <= open
        && cell.all[source..open]
            .iter()
            .all(|t| t.kind == TokenKind::Word);
    let state = next_to && matches!(event, Event::Source(FundingClass::StateBudget, _));
    let paid = cell
        .amounts
        .iter()
        .any(|amount| (piece.from..piece.to).contains(&amount.from));
    if state && !paid {
        sources.retain(|(_, word)| word.class != FundingClass::OwnFunds);
    }
    sources
}

/// "đề nghị UBND tỉnh hỗ trợ", "xin NSNN": asked for, not given.
pub fn is_asked_for(cell: &Cell<'_>, piece: Piece) -> bool {
    let first = &cell.all[piece.from];
    let pair = |a: &str, b: &str| {
        first.is_word(a) && cell.all.get(piece.from + 1).is_some_and(|t| t.is_word(b))
    };
    first.is_word("xin") || pair("de", "nghi") || pair("de", "xuat") || pair("kien", "nghi")
}

/// "Nhật Bản tài trợ": a country named in the piece is the one that pays.
fn named_country(cell: &Cell<'_>, piece: Piece) -> bool {
    let ours = cell.all[piece.from..piece.to]
        .iter()
        .any(|t| t.is_word("viet"));
    !ours && (piece.from..piece.to).any(|at| is_country_at(cell, piece, at))
}

fn is_country_at(cell: &Cell<'_>, piece: Piece, start: usize) -> bool {
    let vocabulary = cell.vocabulary;
    (start + 1..=piece.to.min(start + 4)).any(|end| {
        let last: &Token<'_> = &cell.all[end - 1];
        let name = &cell.text[cell.all[start].start..last.end()];
        let long = name.chars().filter(|c| c.is_alphabetic()).count() > 3;
        let capital = name.starts_with(char::is_uppercase);
        let abroad = || vocabulary.places.country(name);
        let country = || vocabulary.countries.exact(name).or_else(abroad);
        (long || !name.is_ascii()) && capital && country().is_some_and(|code| code.as_str() != "VN")
    })
}
