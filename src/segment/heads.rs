//! Section heads and titles: which direction, kind and year a line of words names.

use super::lines::{Numeral, split_numeral};
use super::said::{direction_said, directions, kind_said};
use super::{nil, years};
use crate::model::section::{Direction, Kind};
use crate::vocabulary::fold::fold;
use crate::vocabulary::structure::{Words, find_words};
use smallvec::SmallVec;

/// A heading that later tables may stand under.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    pub line: u32,
    pub text: String,
    pub numeral: Option<Numeral>,
    pub outbound: bool,
    pub inbound: bool,
    plan: bool,
    realised: bool,
    /// Years with the kind that the words near them name.
    years: SmallVec<[(i32, Option<Kind>); 2]>,
    /// "I. ĐOÀN RA: Không có".
    pub nil: bool,
}

impl Heading {
    /// Reads a line that is known to be a heading.
    pub fn read(text: &str, line: u32, numeral: Option<Numeral>) -> Heading {
        let (own, core) = split_numeral(text);
        let folded = fold(core);
        let (outbound, inbound) = directions(&folded);
        let (plan, realised, mut years) = kinds_and_years(&folded);
        if years.is_empty() {
            years.extend(spanned_year(core).map(|year| (year, None)));
        }
        let nil = core
            .split([':', '-', '–', ',', '('])
            .skip(1)
            .any(|part| nil::is_nil(&fold(part)));
        let text = text.to_owned();
        Heading {
            line,
            text,
            numeral: numeral.or(own),
            outbound,
            inbound,
            plan,
            realised,
            years,
            nil,
        }
    }

    /// "THỰC HIỆN 2024 VÀ KẾ HOẠCH 2025".
    pub fn names_both_kinds(&self) -> bool {
        self.plan && self.realised
    }

    /// It names a direction, a kind or a year.
    pub fn says_something(&self) -> bool {
        self.outbound || self.inbound || self.plan || self.realised || !self.years.is_empty()
    }

    /// Reads the title of a block of columns, where a word of a kind column says the kind: "TH 2020".
    pub fn of_block(text: &str, line: u32) -> Heading {
        let mut heading = Heading::read(text, line, None);
        if !heading.plan && !heading.realised {
            let kind = kind_said(text);
            heading.plan = kind == Some(Kind::Plan);
            heading.realised = kind == Some(Kind::Realised);
            heading
                .years
                .iter_mut()
                .for_each(|(_, of)| *of = kind.or(*of));
        }
        heading
    }

    /// The one direction that the heading names.
    pub fn direction(&self) -> Option<Direction> {
        match (self.outbound, self.inbound) {
            (true, false) => Some(Direction::Outbound),
            (false, true) => Some(Direction::Inbound),
            _ => None,
        }
    }

    /// The one kind that the heading names: one that names both decides nothing.
    pub fn kind(&self) -> Option<Kind> {
        match (self.plan, self.realised) {
            (true, false) => Some(Kind::Plan),
            (false, true) => Some(Kind::Realised),
            _ => None,
        }
    }

    /// The year that the heading names without saying of what kind: "Năm 2020".
    pub fn open_year(&self) -> Option<i32> {
        let mut open = self.years.iter().filter(|(_, kind)| kind.is_none());
        let (first, _) = open.next()?;
        open.all(|(year, _)| year == first).then_some(*first)
    }

    /// The kind that the heading gives a year: "KẾT QUẢ NĂM 2020, KẾ HOẠCH NĂM 2021" of 2020.
    pub fn kind_of(&self, year: i32) -> Option<Kind> {
        let mut named = self.years.iter().filter(|(known, _)| *known == year);
        named.find_map(|(_, kind)| *kind)
    }

    /// The year that the heading gives for tables of a kind.
    pub fn year_for(&self, kind: Kind) -> Option<i32> {
        let named = self
            .years
            .iter()
            .find(|(_, of)| *of == Some(kind))
            .map(|(year, _)| *year);
        let open = || {
            self.years
                .iter()
                .find(|(_, of)| of.is_none())
                .map(|(year, _)| *year)
        };
        let alone = self.years.iter().all(|(year, _)| *year == self.years[0].0);
        named.or_else(|| open().filter(|_| alone && self.plan == self.realised))
    }
}

/// "Từ 01/01/2022 đến 15/12/2022": the year that two dates share.
fn spanned_year(text: &str) -> Option<i32> {
    let dates = text
        .split([' ', '(', ')', ',', ';', '–'])
        .filter(|word| word.matches('/').count() == 2);
    let mut years = dates.map(|date| date.rsplit('/').next()?.parse().ok());
    let first: i32 = years.next()??;
    let more: Vec<Option<i32>> = years.collect();
    let same = !more.is_empty() && more.iter().all(|year| *year == Some(first));
    (same && (2000..2100).contains(&first)).then_some(first)
}

type Years = SmallVec<[(i32, Option<Kind>); 2]>;

/// Kinds and years in the order of the words; a year belongs to the kind named before it.
fn kinds_and_years(folded: &str) -> (bool, bool, Years) {
    let words: Vec<&str> = folded.split(' ').collect();
    let mut years = Years::new();
    let (mut plan, mut realised, mut listed) = (false, false, false);
    let mut last = None;
    let mut at = 0;
    while at < words.len() {
        let start = words[at].as_ptr() as usize - folded.as_ptr() as usize;
        let listed_words = folded.get(start..).and_then(kind_at);
        if let Some((kind, length)) = listed_words.or_else(|| kind_by_tense(&words, at)) {
            if words[at] == "thong" && words.get(at + 2) == Some(&"hoach") {
                // "Sở Thông tin và Truyền thông - Kế hoạch" counts nothing.
                at += 1;
                continue;
            }
            if words[at] == "thong" {
                // "Thống kê" counts as results only where nothing says that it is a plan.
                listed = true;
            } else {
                plan |= kind == Kind::Plan;
                realised |= kind == Kind::Realised;
                last = Some(kind);
            }
            at += length;
            continue;
        }
        years.extend(years::year_at(&words, at).map(|year| (year, last)));
        at += 1;
    }
    realised |= listed && !plan;
    let only = (plan != realised).then_some(if plan { Kind::Plan } else { Kind::Realised });
    if only.is_some() {
        years.iter_mut().for_each(|(_, of)| *of = only);
    }
    (plan, realised, years)
}

/// "Đã tiếp", "sẽ đón", "thực hiện năm 2020", "thực hiện 6 tháng": what was done and what is to come.
fn kind_by_tense(words: &[&str], at: usize) -> Option<(Kind, usize)> {
    const VERBS: [&str; 17] = [
        "di", "don", "tiep", "den", "cu", "to", "thuc", "lam", "tham", "vao", "hoan", "dien",
        "cong", "trien", "xuat", "nhap", "sang",
    ];
    let next = words.get(at + 1).copied().unwrap_or("");
    let after = words.get(at + 2).copied().unwrap_or("");
    match words[at] {
        "da" if VERBS.contains(&next) => Some((Kind::Realised, 1)),
        "se" if VERBS.contains(&next) => Some((Kind::Plan, 1)),
        "thuc" if next == "hien" => {
            let numbered = after.starts_with(|c: char| c.is_ascii_digit());
            let timed = numbered || matches!(after, "trong" | "quy" | "thang" | "den");
            let alone = at == 0 && after.is_empty();
            (timed || alone).then_some((Kind::Realised, 2))
        }
        _ => None,
    }
}

/// The longest words of a kind at the start of a text, and how many words they are.
fn kind_at(rest: &str) -> Option<(Kind, usize)> {
    let of = |words: Words, kind| {
        let fits = words.starting(rest);
        fits.map(|phrase| phrase.split(' ').count())
            .max()
            .map(|length| (length, kind))
    };
    let plan = of(Words::Plan, Kind::Plan);
    let realised = of(Words::Realised, Kind::Realised);
    let longest = match (plan, realised) {
        (Some(p), Some(r)) => Some(if p.0 >= r.0 { p } else { r }),
        (one, other) => one.or(other),
    };
    longest.map(|(length, kind)| (kind, length))
}

/// A line that heads what follows: opened by a title's words or a direction, or in capitals, and no sentence.
pub fn is_heading(text: &str, folded: &str, numeral: Option<Numeral>) -> bool {
    let (own, core) = split_numeral(text);
    let core_folded = if own.is_some() {
        fold(core)
    } else {
        String::new()
    };
    let folded = if own.is_some() {
        core_folded.as_str()
    } else {
        folded
    };
    let words = folded.split(' ').count();
    if folded.is_empty() || words > 40 || text.len() > 400 {
        return false;
    }
    let before_colon = core.split(':').next().unwrap_or(core);
    let capitals = is_capitals(before_colon);
    let sentence = !capitals && is_sentence(core, words);
    let opened = Words::Opener.start(folded) || opens_with_direction(folded);
    let numbered = numeral
        .or(own)
        .is_some_and(|n| !matches!(n, Numeral::Bullet));
    let names = || directions(folded) != (false, false);
    let phrase = || folded.starts_with("doan ") && words <= 12 && numeral.is_none() && names();
    !sentence
        && (opened || (capitals && words > 1) || phrase() || (numbered && words <= 15 && names()))
}

fn is_sentence(text: &str, words: usize) -> bool {
    let end = text.trim_end();
    (end.ends_with(['.', ';', ',']) && words > 8) || words > 32
}

fn opens_with_direction(folded: &str) -> bool {
    let starts = Words::Outbound.start(folded) || Words::Inbound.start(folded);
    let both = Words::Both.start(folded) || folded.starts_with("cac doan");
    (starts || both) && !Words::NotOutbound.start(folded)
}

/// At least two capitals and no small letter.
pub fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() >= 2 && !text.chars().any(char::is_lowercase)
}

/// The kind that a file's name says.
pub fn kind_of_name(file_name: &str) -> Option<Kind> {
    let folded = name_words(file_name);
    let key: String = folded.chars().filter(|c| *c != ' ').collect();
    let words: Vec<&str> = folded.split(' ').collect();
    let short = words.windows(2).any(|pair| {
        pair[0] == "kh" && (pair[1] == "doan" || years::year_at(&[pair[1]], 0).is_some())
    });
    let plan = Words::FilePlan.within(&folded)
        || short
        || ["kehoach", "dukien"].iter().any(|w| key.contains(w));
    let realised = Words::FileRealised.within(&folded) || key.contains("ketqua");
    match (plan, realised) {
        (true, false) => Some(Kind::Plan),
        (false, true) => Some(Kind::Realised),
        _ => None,
    }
}

/// The direction that a file's or sheet's name says.
pub fn direction_of_name(name: &str) -> Option<Direction> {
    let folded = name_words(name);
    let key: String = folded.chars().filter(|c| *c != ' ').collect();
    let mut words = folded
        .split(' ')
        .filter(|word| word.bytes().any(|b| !b.is_ascii_digit()));
    if let (Some(only), None) = (words.next(), words.next())
        && let Some(said) = direction_said(only)
    {
        return Some(said);
    }
    let (outbound, inbound) = directions(&folded);
    let apart = find_words(&folded, "doan ra soat").is_none();
    let outbound = (outbound || key.contains("doanra")) && apart;
    let inbound = inbound || key.contains("doanvao") || key.contains("ravao");
    match (outbound, inbound) {
        (true, false) => Some(Direction::Outbound),
        (false, true) if !key.contains("ravao") => Some(Direction::Inbound),
        _ => None,
    }
}

/// A name without its folders and its ending, folded.
fn name_words(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let known = |ending: &str| (2..=4).contains(&ending.len());
    let stem = name
        .rsplit_once('.')
        .filter(|(_, ending)| known(ending))
        .map_or(name, |(s, _)| s);
    fold(stem)
}

/// The plan year that headings speak of: a plan's own, else the one after the results.
pub fn title_year(headings: &[Heading]) -> Option<i32> {
    let plan = headings
        .iter()
        .find_map(|heading| heading.year_for(Kind::Plan));
    let realised = || {
        headings
            .iter()
            .find_map(|heading| heading.year_for(Kind::Realised))
    };
    plan.or_else(|| realised().map(|year| year + 1))
}
