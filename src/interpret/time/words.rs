//! What the single words of a period mean: months, quarters, seasons, feasts, and words to pass over.

use crate::interpret::numbers::number_words;
use crate::vocabulary::tokens::{Token, TokenKind};

/// Month of an English abbreviation or name, as spreadsheet programs write it.
pub fn english_month(token: &Token<'_>) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if token.kind != TokenKind::Word {
        return None;
    }
    let word = token.folded.as_str();
    let found = MONTHS.iter().zip(NAMES).position(|(short, name)| {
        word == *short || word == name || (word == "sept" && *short == "sep")
    })?;
    Some(found as u32 + 1)
}

/// A quarter in Roman numerals, also typed with small L for I ("lll", "lV").
pub fn roman(word: &str) -> Option<u32> {
    match word.replace('l', "i").as_str() {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => None,
    }
}

/// A number in words after "quý" or "tháng", and the index after it; "từ" is not "tư", and "năm" is
/// five only where no year follows. What is written without marks can only be a number here.
pub fn spoken(tokens: &[Token<'_>], at: usize) -> Option<(u32, usize)> {
    let first = tokens.get(at)?;
    let year_follows = tokens
        .get(at + 1)
        .and_then(Token::value)
        .is_some_and(|n| n > 12);
    if first.is_word("nam") && year_follows {
        return None;
    }
    // "Tháng sau" is no sixth month: what stands beside marks has its own.
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let unmarked = match first.folded.as_str() {
        _ if !first.raw.is_ascii() || before.is_some_and(|t| !t.raw.is_ascii()) => None,
        "tu" => Some(4),
        "sau" => Some(6),
        "bay" => Some(7),
        "tam" => Some(8),
        _ => None,
    };
    unmarked
        .map(|value| (value, at + 1))
        .or_else(|| number_words(tokens, at))
}

/// Months of a season or feast, first and last.
pub struct Feast {
    words: &'static str,
    pub months: (u32, u32),
    pub event: bool,
}

/// Longest wording first, folded. Lao new year is 14 to 16 April, Lao national day 2 December.
const FEASTS: [Feast; 32] = [
    feast("quoc khanh thai lan", (12, 12)),
    feast("quoc khanh lao", (12, 12)),
    feast("quoc khanh", (9, 9)),
    feast("tet nguyen dan", (1, 2)),
    feast("tet bunpimay", (4, 4)),
    feast("tet bun pi may", (4, 4)),
    feast("tet te nuoc", (4, 4)),
    feast("tet co truyen lao", (4, 4)),
    feast("tet co truyen", (1, 2)),
    feast("tet trung thu", (9, 9)),
    feast("tet lao", (4, 4)),
    feast("tet duong lich", (1, 1)),
    feast("bunpimay", (4, 4)),
    feast("bun pi may", (4, 4)),
    feast("songkran", (4, 4)),
    feast("trung thu", (9, 9)),
    feast("giang sinh", (12, 12)),
    feast("noel", (12, 12)),
    feast("gio to hung vuong", (4, 4)),
    feast("tet", (1, 2)),
    season("mua xuan", (1, 3)),
    season("dau xuan", (1, 3)),
    season("mua he", (6, 8)),
    season("mua ha", (6, 8)),
    season("dip he", (6, 8)),
    season("nghi he", (6, 8)),
    season("he", (6, 8)),
    season("mua thu", (8, 10)),
    season("mua dong", (11, 13)),
    season("giua nam", (5, 8)),
    season("dau nam", (1, 3)),
    season("cuoi nam", (10, 12)),
];

const fn feast(words: &'static str, months: (u32, u32)) -> Feast {
    Feast {
        words,
        months,
        event: true,
    }
}

const fn season(words: &'static str, months: (u32, u32)) -> Feast {
    Feast {
        words,
        months,
        event: false,
    }
}

/// The season or feast that starts at a token, and the index after it.
pub fn feast_at(tokens: &[Token<'_>], at: usize) -> Option<(&'static Feast, usize)> {
    FEASTS
        .iter()
        .find_map(|feast| Some((feast, phrase_at(tokens, at, feast.words)?)))
}

/// The index after a folded phrase that stands at a token.
pub fn phrase_at(tokens: &[Token<'_>], at: usize, phrase: &str) -> Option<usize> {
    let mut next = at;
    for word in phrase.split(' ') {
        let token = tokens.get(next)?;
        if token.folded != word {
            return None;
        }
        next += 1;
    }
    Some(next)
}

/// The index after the first of several phrases that stands at a token.
pub fn any_at(tokens: &[Token<'_>], at: usize, phrases: &[&str]) -> Option<usize> {
    phrases
        .iter()
        .find_map(|phrase| phrase_at(tokens, at, phrase))
}

/// The whole year, month by month.
pub const WHOLE_YEAR: [&str; 13] = [
    "ca nam",
    "quanh nam",
    "suot nam",
    "toan nam",
    "ca 4 quy",
    "4 quy",
    "bon quy",
    "cac quy",
    "cac thang trong nam",
    "12 thang",
    "tat ca cac quy",
    "ca bon quy",
    "trong ca nam",
];

/// Some time, not said when.
pub const UNDETERMINED: [&str; 14] = [
    "chua",
    "khong xac dinh",
    "khong ro",
    "trong nam",
    "thuong xuyen",
    "linh hoat",
    "bat ky",
    "khi can",
    "dot xuat",
    "sap xep sau",
    "thong bao sau",
    "n a",
    "khong co dinh",
    "tuy",
];

/// Depends on something else.
pub const CONDITIONAL: [&str; 14] = [
    "sau khi",
    "neu",
    "khi nao",
    "khi",
    "phu thuoc",
    "tuy thuoc",
    "tuy tinh hinh",
    "tuy theo",
    "trong truong hop",
    "neu nhu",
    "het dich",
    "sau dich",
    "hau covid",
    "cho",
];

/// What is cited, not scheduled, follows: the rest of the clause is no period.
pub const CITING: [&str; 7] = [
    "theo",
    "can cu",
    "so",
    "cong van",
    "quyet dinh",
    "thong bao",
    "thu moi",
];

/// "và", "hoặc": another time is named, not the same one more nearly.
pub fn is_and(token: &Token<'_>) -> bool {
    let is = |folded, word| token.is_word(folded) && token.is_marked(word);
    is("va", "và") || is("hay", "hay") || token.is_word("hoac")
}

/// Words between the parts of a period.
pub fn is_filler(folded: &str) -> bool {
    const FILLERS: [&str; 45] = [
        "du", "kien", "khoang", "vao", "trong", "thoi", "gian", "tu", "ngay", "tuan", "thu", "nam",
        "cua", "dip", "lich", "bat", "dau", "ket", "thuc", "cuoi", "giua", "thang", "quy", "duong",
        "moc", "luc", "hoac", "va", "den", "toi", "mung", "dot", "lan", "gom", "cac", "nhung",
        "to", "chuc", "hien", "thuc", "di", "ve", "diem", "chia", "nua",
    ];
    FILLERS.contains(&folded)
}
