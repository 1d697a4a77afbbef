//! Which field a heading means, in the words that departments use for it.

mod lean;
mod office;
mod unit;

pub use lean::{Lean, TOPICS, Topic, lean};
pub use office::{OfficeHeading, OfficeHeadings};
pub use unit::unit;

use super::fold::{fold, tone_key};
use super::structure::starts_with_words;
use crate::model::section::{Direction, Field, Match};
use crate::model::value::{FundingClass, FundingLevel};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a heading says before the other headings of its table are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Field(Field),
    /// "Kinh phí": the source, or the amount where another column holds the source.
    Cost,
    /// "Đơn vị chủ trì": the name of the delegation, where no other column holds it.
    Host,
    /// Understood, and of no use here ("Số điện thoại").
    Known,
}

/// A heading found in the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    pub meaning: Meaning,
    pub matched: Match,
    /// "Nước đi" and "Đến từ nước" say which way the delegation travels.
    pub direction: Option<Direction>,
    /// How much of the heading the vocabulary explains, in letters.
    pub weight: usize,
}

/// What a phrase means, and how it is spelt with its marks.
#[derive(Debug, Clone)]
struct Entry {
    meaning: Meaning,
    direction: Option<Direction>,
    /// [`tone_key`] of the phrase.
    tone: String,
}

#[derive(Default)]
struct Headings {
    main: FxHashMap<String, Entry>,
    /// Headings that may stand inside longer ones, by their first word.
    inside: FxHashMap<String, Vec<(String, Entry)>>,
    /// Words that mean something only below another heading: "Từ", "Đến".
    below: FxHashMap<String, Entry>,
    /// Sources of money as headings of tick columns.
    parts: FxHashMap<String, (FundingClass, FundingLevel)>,
}

static HEADINGS: LazyLock<Headings> = LazyLock::new(|| {
    let mut headings = Headings::default();
    for line in include_str!("data/headers.tsv").lines().skip(1) {
        let mut cells = line.split('\t');
        let (Some(field), Some(direction), Some(words)) =
            (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let direction = Direction::from_code(direction);
        for word in words.split('|') {
            headings.insert(field, direction, word);
        }
    }
    headings.index();
    headings
});

impl Headings {
    fn insert(&mut self, field: &str, direction: Option<Direction>, phrase: &str) {
        let word = fold_heading(phrase);
        let entry = |meaning| Entry {
            meaning,
            direction,
            tone: tone_key(phrase),
        };
        if let Some(part) = field.strip_prefix("part:") {
            let (class, level) = part.split_once(':').unwrap_or((part, ""));
            let class = FundingClass::from_code(class).unwrap_or(FundingClass::Unknown);
            let level = FundingLevel::from_code(level).unwrap_or_default();
            self.parts.insert(word, (class, level));
        } else if let Some(below) = field.strip_prefix("sub:") {
            self.below
                .extend(meaning(below).map(|meaning| (word, entry(meaning))));
        } else {
            self.main
                .extend(meaning(field).map(|meaning| (word, entry(meaning))));
        }
    }

    /// Short single words ("Quý", "Nước") would be found in "Quy mô" and "nước ngoài": they count
    /// only alone.
    fn index(&mut self) {
        for (phrase, entry) in &self.main {
            let (first, single) = match phrase.split_once(' ') {
                Some((first, _)) => (first, false),
                None => (phrase.as_str(), true),
            };
            if !single || phrase.len() >= 5 {
                let bucket = self.inside.entry(first.to_owned()).or_default();
                bucket.push((phrase.clone(), entry.clone()));
            }
        }
    }
}

fn meaning(code: &str) -> Option<Meaning> {
    const FIELDS: [(&str, Field); 21] = [
        ("number", Field::Number),
        ("name", Field::Name),
        ("head", Field::Head),
        ("country", Field::Country),
        ("partner", Field::Partner),
        ("content", Field::Content),
        ("people", Field::People),
        ("delegations", Field::Delegations),
        ("days", Field::Days),
        ("period", Field::Period),
        ("period_from", Field::PeriodFrom),
        ("period_to", Field::PeriodTo),
        ("funding", Field::Funding),
        ("amount", Field::Amount),
        ("notes", Field::Notes),
        ("direction", Field::Direction),
        ("kind", Field::Kind),
        ("decision_no", Field::DecisionNo),
        ("department", Field::Department),
        ("status", Field::Status),
        ("explanation", Field::Explanation),
    ];
    match code {
        "cost" => Some(Meaning::Cost),
        "host" => Some(Meaning::Host),
        "known" => Some(Meaning::Known),
        _ => FIELDS
            .iter()
            .find(|(name, _)| *name == code)
            .map(|(_, f)| Meaning::Field(*f)),
    }
}

/// Stands for one lost letter in a folded heading.
const LOST: char = 'ɂ';

/// [`fold`] that keeps "#" and "№" as words and a lost letter ("Th?i gian") as a letter.
fn fold_heading(text: &str) -> String {
    match text.trim() {
        "#" | "№" => "no".to_owned(),
        text if text.contains('?') => fold(&text.replace('?', "ɂ")),
        text => fold(text),
    }
}

/// The field that a heading means: in the vocabulary's words, with words round them, or one edit away.
pub fn look_up(heading: &str) -> Option<Hit> {
    let folded = fold_heading(heading);
    if folded.is_empty() {
        return None;
    }
    let hit = plain(heading, &folded).or_else(|| near(&folded))?;
    let meaning = match hit.meaning {
        Meaning::Cost if unit(heading).is_some() => Meaning::Field(Field::Amount),
        meaning => meaning,
    };
    Some(Hit { meaning, ..hit })
}

/// Like [`look_up`], without headings that are one edit away: quick enough to ask of any row.
pub fn look_up_quickly(heading: &str) -> Option<Hit> {
    plain(heading, &fold_heading(heading))
}

fn plain(heading: &str, folded: &str) -> Option<Hit> {
    exact(heading, folded)
        .or_else(|| bracketed(heading))
        .or_else(|| containing(heading, folded))
        .or_else(|| lossy(folded))
}

/// "Tiền do" has the letters of "Tiến độ" and not its marks: of a heading that has marks, at least half of
/// the words must have those of the phrase.
fn is_spelt(heading: &str, first_word: usize, entry: &Entry) -> bool {
    if heading.is_ascii() {
        return true;
    }
    let tone = tone_key(heading);
    let pairs = tone.split(' ').skip(first_word).zip(entry.tone.split(' '));
    let (mut words, mut apart) = (0, 0);
    for (own, listed) in pairs {
        words += 1;
        apart += usize::from(own != listed);
    }
    apart * 2 <= words
}

/// The field of a heading that stands below another one: "Từ" below "Thời gian".
pub fn look_up_below(heading: &str) -> Option<Hit> {
    let folded = fold_heading(heading);
    HEADINGS
        .below
        .get(&folded)
        .filter(|entry| is_spelt(heading, 0, entry))
        .map(|entry| hit(entry, Match::Exact, folded.len()))
}

/// The source of money that a tick column stands for.
pub fn funding_part(heading: &str) -> Option<(FundingClass, FundingLevel)> {
    if let Some(part) = HEADINGS.parts.get(&fold_heading(heading)) {
        return Some(*part);
    }
    let base = heading.split(['(', '\n']).next().unwrap_or(heading);
    HEADINGS.parts.get(&fold_heading(base)).copied()
}

fn hit(entry: &Entry, matched: Match, weight: usize) -> Hit {
    Hit {
        meaning: entry.meaning,
        matched,
        direction: entry.direction,
        weight,
    }
}

fn exact(heading: &str, folded: &str) -> Option<Hit> {
    HEADINGS
        .main
        .get(folded)
        .filter(|entry| is_spelt(heading, 0, entry))
        .map(|entry| hit(entry, Match::Exact, folded.len()))
}

/// "Số lượng (người)" by what stands before the bracket, unless the bracket says what is counted.
fn bracketed(heading: &str) -> Option<Hit> {
    let (base, rest) = heading.split_once(['(', '['])?;
    let inner = fold_heading(rest.split([')', ']']).next().unwrap_or(rest));
    let folded = fold_heading(base);
    let counted = match inner.as_str() {
        "nguoi" | "so nguoi" | "luot nguoi" => Some(Field::People),
        "ngay" | "so ngay" | "tuan" | "so tuan" | "gio" | "buoi" | "nua ngay" | "dem" => {
            Some(Field::Days)
        }
        _ => None,
    };
    let found = exact(base, &folded).or_else(|| containing(base, &folded))?;
    let matched = if found.matched == Match::Exact {
        Match::Contains
    } else {
        found.matched
    };
    let meaning = counted.map_or(found.meaning, Meaning::Field);
    Some(Hit {
        meaning,
        matched,
        ..found
    })
}

/// The longest vocabulary heading inside, one at the start before any other; single words only at
/// the start.
fn containing(heading: &str, folded: &str) -> Option<Hit> {
    let mut best: Option<(bool, usize, &Entry)> = None;
    let starts = std::iter::once(0).chain(folded.match_indices(' ').map(|(at, _)| at + 1));
    for (nth, at) in starts.enumerate() {
        let rest = folded.get(at..).unwrap_or("");
        let word = rest.split(' ').next().unwrap_or(rest);
        for (phrase, entry) in HEADINGS.inside.get(word).into_iter().flatten() {
            let fits = starts_with_words(rest, phrase) && (at == 0 || phrase.contains(' '));
            let rank = (at == 0, phrase.len());
            let better = fits && best.is_none_or(|(start, length, _)| rank > (start, length));
            if better && is_spelt(heading, nth, entry) {
                best = Some((rank.0, rank.1, entry));
            }
        }
    }
    best.map(|(_, length, entry)| hit(entry, Match::Contains, length))
}

/// A heading whose letters were lost: "Th?i gian" fits "thoi gian" and nothing else.
fn lossy(folded: &str) -> Option<Hit> {
    if !folded.contains(LOST) {
        return None;
    }
    let fits = |phrase: &str| {
        let mut letters = phrase.chars();
        folded.chars().all(|c| {
            letters
                .next()
                .is_some_and(|l| c == l || (c == LOST && l != ' '))
        }) && letters.next().is_none()
    };
    unique(
        HEADINGS.main.iter().filter(|(phrase, _)| fits(phrase)),
        folded.len(),
    )
}

/// One edit away, for headings of six letters and more, where only one meaning is that near.
fn near(folded: &str) -> Option<Hit> {
    if folded.len() < 6 {
        return None;
    }
    let close = |phrase: &&str| {
        phrase.len().abs_diff(folded.len()) <= 1 && strsim::osa_distance(phrase, folded) == 1
    };
    unique(
        HEADINGS
            .main
            .iter()
            .filter(|(phrase, _)| close(&phrase.as_str())),
        folded.len(),
    )
}

fn unique<'a>(
    mut found: impl Iterator<Item = (&'a String, &'a Entry)>,
    weight: usize,
) -> Option<Hit> {
    let (_, first) = found.next()?;
    found
        .all(|(_, other)| other.meaning == first.meaning)
        .then(|| hit(first, Match::Fuzzy, weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_mean_fields_in_all_their_wordings() {
        let cases = [
            ("TT", Field::Number),
            ("Số\nngười", Field::People),
            ("SL người", Field::People),
            ("Thành phần (người)", Field::People),
            ("Thành phần", Field::Head),
            ("Thời gian (ngày)", Field::Days),
            ("THỜI GIAN", Field::Period),
            ("TG thực hiện", Field::Period),
            ("Nước/vùng lãnh thổ đến", Field::Country),
            ("Kinh phí (triệu đồng)", Field::Amount),
            ("Nguồn KP", Field::Funding),
            ("Tên đoàn/Nội dung", Field::Name),
            ("Kết quả/Tình trạng", Field::Status),
            ("Trưởng Đoàn", Field::Head),
            ("Dự kiến thời gian đi", Field::Period),
            ("Noi dung lam viec voi doi tac", Field::Content),
            ("Tổng số người tham gia", Field::People),
            ("Th?i gian th?c hi?n", Field::Period),
            ("S? ngu?i", Field::People),
            ("Thời gan thực hiện", Field::Period),
            ("Quý/tháng", Field::Period),
            ("Điểm đến", Field::Country),
            ("Họ và tên, chức danh của trưởng đoàn", Field::Head),
            ("Cơ quan/đơn vị mời", Field::Partner),
            ("Số, ngày văn bản", Field::DecisionNo),
        ];
        for (heading, field) in cases {
            let found = look_up(heading).map(|hit| hit.meaning);
            assert_eq!(found, Some(Meaning::Field(field)), "{heading}");
        }
        for heading in ["Số hộ chiếu", "Ngày sinh", "", "1", "Quy trình"] {
            assert_eq!(look_up(heading), None, "{heading}");
        }
    }

    #[test]
    fn no_heading_stands_for_two_fields() {
        let mut seen: FxHashMap<String, &str> = FxHashMap::default();
        for line in include_str!("data/headers.tsv").lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let space = cells[0]
                .split(':')
                .next()
                .filter(|s| ["part", "sub"].contains(s));
            for word in cells[2].split('|') {
                let key = format!("{}/{}", space.unwrap_or(""), fold_heading(word));
                let row = format!("{}{}", cells[0], cells[1]);
                let other = seen.insert(key, line);
                let same = other.is_none_or(|line| {
                    let cells: Vec<&str> = line.split('\t').collect();
                    format!("{}{}", cells[0], cells[1]) == row
                });
                assert!(same, "{word}");
            }
        }
    }
}
