//! Which figures of a cell belong to a document, a date, a list or a footnote beside its value.

use crate::vocabulary::phrases::Phrases;
use crate::vocabulary::tokens::{Token, TokenKind};
use std::sync::LazyLock;

/// How sure a word is to cite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cites {
    /// A number after it is the document's.
    Alone,
    /// "KH", "TT": only before "số" or a number with a stroke, for they mean other things too.
    WithNumber,
    /// "số": before a number with a stroke.
    Number,
}

const DOCUMENTS: [(Cites, &[&str]); 3] = [
    (
        Cites::Alone,
        &[
            "quyết định",
            "QĐ",
            "công văn",
            "CV",
            "thông báo",
            "tờ trình",
            "TTr",
            "nghị quyết",
            "NQ",
            "nghị định",
            "NĐ",
            "thông tư",
            "văn bản",
            "VB",
            "giấy mời",
            "thư mời",
            "hợp đồng",
            "công điện",
            "biên bản",
            "báo cáo",
            "phụ lục",
        ],
    ),
    (
        Cites::WithNumber,
        &[
            "kế hoạch",
            "KH",
            "TT",
            "TB",
            "HĐ",
            "BB",
            "BC",
            "chương trình",
            "CTr",
            "PL",
        ],
    ),
    (Cites::Number, &["số"]),
];

static TABLE: LazyLock<Phrases<Cites>> = LazyLock::new(|| {
    let mut table = Phrases::default();
    for (cites, phrases) in DOCUMENTS {
        for phrase in phrases {
            table.insert(phrase, cites);
        }
    }
    table
});

/// The index after a document that is cited at a token: "QĐ số 15/QĐ-UBND ngày 10/01/2021 của UBND tỉnh".
pub fn citation(all: &[Token<'_>], at: usize) -> Option<usize> {
    let led = all.get(at)?.is_word("theo");
    let (after, cites) = TABLE.longest(all, at + usize::from(led))?;
    let numbered = all.get(after).is_some_and(|t| t.is_word("so"));
    let number = after + usize::from(numbered);
    let stroke = all
        .get(number + 1)
        .is_some_and(|t| t.is_sign('/') && t.glued);
    let sure = match cites {
        Cites::Alone => true,
        Cites::WithNumber => numbered || stroke || led,
        Cites::Number => stroke,
    };
    all.get(number).filter(|t| sure && t.is_number())?;
    let mut end = number + 1;
    while all.get(end).is_some_and(|t| t.glued && goes_on(all, end)) {
        end += 1;
    }
    Some(of_whom(all, dated(all, end).unwrap_or(end)))
}

/// The next token without a blank before it is of the number still, unless a clause ends with it.
fn goes_on(all: &[Token<'_>], at: usize) -> bool {
    match all[at].kind {
        TokenKind::Sign('/' | '-' | '.' | '&') => all.get(at + 1).is_some_and(|t| t.glued),
        TokenKind::Sign(_) => false,
        TokenKind::Word | TokenKind::Number => true,
    }
}

/// "ngày 10/01/2021", "ngày 10 tháng 01 năm 2021".
fn dated(all: &[Token<'_>], at: usize) -> Option<usize> {
    all.get(at)
        .filter(|t| t.is_word("ngay") && t.is_marked("ngày"))?;
    let part = |t: &Token<'_>| {
        t.is_number()
            || t.is_sign('/')
            || t.is_sign('-')
            || t.is_sign('.')
            || t.is_word("thang")
            || t.is_word("nam")
    };
    let length = all[at + 1..].iter().take_while(|t| part(t)).count();
    (length > 0).then_some(at + 1 + length)
}

/// "của UBND tỉnh": to the end of the clause.
fn of_whom(all: &[Token<'_>], at: usize) -> usize {
    if !all.get(at).is_some_and(|t| t.is_word("cua")) {
        return at;
    }
    at + all[at..]
        .iter()
        .take_while(|t| t.kind == TokenKind::Word)
        .count()
}

/// The index after a day that is written out at a token: "ngày 10/01/2021", "15/9/2021".
pub fn date(all: &[Token<'_>], at: usize) -> Option<usize> {
    let lead = usize::from(all.get(at)?.is_word("ngay"));
    let number = |at: usize| all.get(at).filter(|t| t.is_number() && t.raw.len() <= 4);
    let first = at + lead;
    let sign = all
        .get(first + 1)
        .filter(|t| t.is_sign('/') || t.is_sign('.') || t.is_sign('-'))?;
    let TokenKind::Sign(sign) = sign.kind else {
        return None;
    };
    let year = number(first + 4).filter(|_| all.get(first + 3).is_some_and(|t| t.is_sign(sign)));
    number(first).and(number(first + 2))?;
    match year {
        Some(year) if year.raw.len() == 4 => Some(first + 5),
        None if lead == 1 => Some(first + 3),
        _ => None,
    }
}

/// The index after a mark at a token that only points to a note: "(1)", "[1]", "(*)", "*".
pub fn footnote(all: &[Token<'_>], at: usize) -> Option<usize> {
    let inner = all.get(at + 1)?;
    let mark = inner.is_sign('×') || inner.is_number() && inner.raw.len() == 1;
    let last = at > 0 && at + 3 == all.len();
    (last && mark && all[at].is_sign('(') && all[at + 2].is_sign(')')).then_some(at + 3)
}

/// The index after a year at a token: "năm 2021", "2021".
pub fn year(all: &[Token<'_>], at: usize) -> Option<usize> {
    let lead = usize::from(all.get(at)?.is_word("nam"));
    let written = all
        .get(at + lead)
        .filter(|t| t.is_number() && t.raw.len() == 4)?;
    let value = written.value()?;
    (1990..=2099).contains(&value).then_some(at + lead + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::tokens::tokens;

    #[test]
    fn documents_and_days_are_cited_whole() {
        let cases = [
            ("theo QĐ số 15/QĐ-UBND", true),
            ("QĐ 15", true),
            (
                "Quyết định số 1234/QĐ-UBND ngày 05/3/2021 của UBND tỉnh",
                true,
            ),
            ("CV số 1.500/UBND", true),
            ("kế hoạch số 20/KH-UBND", true),
            ("KH 10", false),
            ("số 15/QĐ-UBND", true),
            ("số 15", false),
        ];
        for (text, whole) in cases {
            let all = tokens(text);
            assert_eq!(citation(&all, 0) == Some(all.len()), whole, "{text}");
        }
        assert_eq!(citation(&tokens("QĐ 15: 8 người"), 0), Some(2));
    }
}
