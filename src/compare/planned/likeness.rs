//! How like one another a planned delegation and one of the results are, and when that is beyond doubt.

use crate::model::comparison::Planned;
use crate::model::dataset::Opened;
use crate::model::delegation::Delegation;
use crate::model::value::{CountryCode, Quarter};
use crate::vocabulary::fold::fold;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Texts as alike as this are one delegation, if country and quarter agree.
const SAME_TEXT: f64 = 0.6;
/// Texts less alike than this are no sign at all.
const LIKE_TEXT: f64 = 0.3;
/// Rare words that the names and contents must share: "đoàn công tác" alone is no likeness.
const TELLING: f64 = 1.0;
/// What texts without telling words are worth at most.
const VAGUE: f64 = 0.5;
/// A period that is not said speaks neither for nor against.
const UNSAID: f64 = 0.6;

/// What a row is compared by.
#[derive(Debug, Clone)]
pub struct Traits {
    /// The name without marks and case.
    pub name: String,
    pub words: BTreeSet<String>,
    partner: BTreeSet<String>,
    content: BTreeSet<String>,
    pub countries: Vec<String>,
    pub quarter: Quarter,
    people: Option<u32>,
}

impl Traits {
    pub fn of_planned(row: &Planned) -> Traits {
        let codes = row.countries.iter().map(CountryCode::as_str);
        let texts = [&row.name, &row.partner, &row.content, &row.country_text];
        traits(texts.map(String::as_str), codes, row.quarter, row.people)
    }

    pub fn of_result(file: &Opened, row: &Delegation) -> Traits {
        let texts = file.texts(row);
        let texts = [texts.name, texts.partner, texts.content, texts.countries];
        let codes = row.countries.codes.iter().map(CountryCode::as_str);
        let texts = texts.map(|span| file.text(span));
        traits(texts, codes, row.period.class(), row.people().value)
    }

    /// All words, for counting how rare they are.
    pub fn all_words(&self) -> BTreeSet<&String> {
        self.words
            .iter()
            .chain(&self.partner)
            .chain(&self.content)
            .collect()
    }
}

fn traits<'a>(
    [name, partner, content, place]: [&str; 4],
    codes: impl Iterator<Item = &'a str>,
    quarter: Quarter,
    people: Option<u32>,
) -> Traits {
    let mut countries: Vec<String> = codes.map(String::from).collect();
    if countries.is_empty() {
        // A group has no code: its words stand for it.
        countries.push(fold(place));
    }
    countries.sort();
    Traits {
        name: fold(name),
        words: words(name),
        partner: words(partner),
        content: words(content),
        countries,
        quarter,
        people,
    }
}

fn words(text: &str) -> BTreeSet<String> {
    fold(text)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(String::from)
        .collect()
}

/// How rare words are among all rows that are compared.
#[derive(Debug, Default)]
pub struct Rarity {
    rows: f64,
    with: FxHashMap<String, u32>,
}

impl Rarity {
    pub fn of<'a>(rows: impl Iterator<Item = &'a Traits>) -> Rarity {
        let mut rarity = Rarity::default();
        for row in rows {
            rarity.rows += 1.0;
            for word in row.all_words() {
                *rarity.with.entry(word.clone()).or_default() += 1;
            }
        }
        rarity
    }

    /// 1 for a word of one row only, near 0 for a word of every row.
    fn sum<'a>(&self, words: impl Iterator<Item = &'a String>) -> f64 {
        let weight = |word: &String| {
            let with = f64::from(self.with.get(word).copied().unwrap_or(1));
            (1.0 + self.rows / with).ln() / (1.0 + self.rows).ln()
        };
        words.map(weight).sum()
    }

    fn shared(&self, one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
        self.sum(one.intersection(other))
    }

    /// Twice what is shared over all there is; none where one side says nothing.
    fn dice(&self, one: &BTreeSet<String>, other: &BTreeSet<String>) -> Option<f64> {
        let all = self.sum(one.iter()) + self.sum(other.iter());
        let both = !one.is_empty() && !other.is_empty() && all > 0.0;
        both.then(|| 2.0 * self.shared(one, other) / all)
    }
}

/// How alike two rows of one department are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// 0 to 1: text 0.4, country 0.25, quarter 0.2, people 0.15.
    pub score: f64,
    /// Would be beyond doubt, if nothing else came near.
    pub clear: bool,
}

/// The likeness of a planned row and a result; none where they cannot be one delegation.
pub fn likeness(planned: &Traits, result: &Traits, rarity: &Rarity) -> Option<Likeness> {
    let country = countries(planned, result);
    let text = text(planned, result, rarity);
    if country == 0.0 || text < LIKE_TEXT || numbers(planned) != numbers(result) {
        return None;
    }
    let quarter = quarters(planned.quarter, result.quarter);
    let people = match (planned.people, result.people) {
        (Some(a), Some(b)) if a.max(b) > 0 => f64::from(a.min(b)) / f64::from(a.max(b)),
        _ => UNSAID,
    };
    Some(Likeness {
        score: 0.4 * text + 0.25 * country + 0.2 * quarter + 0.15 * people,
        clear: text >= SAME_TEXT && quarter >= UNSAID,
    })
}

/// 1 for the same countries, less for some of them, 0 for none.
pub fn countries(a: &Traits, b: &Traits) -> f64 {
    let shared = a
        .countries
        .iter()
        .filter(|country| b.countries.contains(country))
        .count();
    match shared {
        0 => 0.0,
        _ if a.countries == b.countries => 1.0,
        _ => 0.7,
    }
}

/// Name before content before partner; names that are alike say enough when the rest was worded anew.
fn text(a: &Traits, b: &Traits, rarity: &Rarity) -> f64 {
    let name = rarity.dice(&a.words, &b.words);
    let parts = [
        (0.5, name),
        (0.3, rarity.dice(&a.content, &b.content)),
        (0.2, rarity.dice(&a.partner, &b.partner)),
    ];
    let said = parts
        .into_iter()
        .filter_map(|(weight, likeness)| Some((weight, likeness?)));
    let (sum, weights) = said.fold((0.0, 0.0), |(sum, weights), (weight, likeness)| {
        (sum + weight * likeness, weights + weight)
    });
    let whole = if weights > 0.0 { sum / weights } else { 0.0 };
    let alike = whole.max(0.85 * name.unwrap_or(0.0));
    let telling = rarity.shared(&a.words, &b.words) + rarity.shared(&a.content, &b.content);
    if telling < TELLING {
        alike.min(VAGUE)
    } else {
        alike
    }
}

/// Numbers of a name tell its delegations apart ("đợt 1", "đợt 2"); years do not.
fn numbers(row: &Traits) -> Vec<&String> {
    let number = |word: &&String| {
        let year = word.len() == 4 && word.starts_with("20");
        !year && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    row.words.iter().filter(number).collect()
}

/// 1 for the same quarter, less the farther apart.
fn quarters(a: Quarter, b: Quarter) -> f64 {
    let place = |quarter: Quarter| Quarter::ALL[..4].iter().position(|q| *q == quarter);
    match (place(a), place(b)) {
        (Some(a), Some(b)) => [1.0, 0.7, 0.4, 0.2][a.abs_diff(b)],
        _ if a == b => 1.0,
        _ => UNSAID,
    }
}

/// What two rows are called that nobody could tell apart.
pub fn identity(row: &Traits) -> (&str, &[String], Quarter) {
    (&row.name, &row.countries, row.quarter)
}
