//! Which country a name means: every entry of ISO 3166-1, and Kosovo, in all its spellings.
//!
//! Sources of `data/countries.tsv`: CLDR 48 (Unicode-3.0), i18n-iso-countries (MIT), the nationality
//! catalogues of residence forms, Nghị định 118/2022/NĐ-CP; the column `further` is the office's usage.

use super::fold::{fold, fold_key, letters, tone_key};
use super::table;
use crate::model::finding::Lang;
use crate::model::value::CountryCode;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// Names at or under this many folded letters are read only as a whole piece, with their marks.
pub const SHORT: usize = 4;
/// Shortest folded name that one edit may mend.
const FUZZY_LEAST: usize = 6;

/// Least letters of a name that is given as near to an unknown one: "Lào" for "Lèo".
const NEAR_LEAST: usize = 3;

/// More edits than this make no name near, however long it is.
const FARTHEST: usize = 4;

/// Words before a name that say what kind of state it is, folded, longest first.
const STATE_WORDS: [&str; 42] = [
    "cong hoa dan chu xa hoi chu nghia",
    "cong hoa xa hoi chu nghia",
    "cong hoa dan chu nhan dan",
    "cong hoa nhan dan",
    "cong hoa hoi giao",
    "cong hoa thong nhat",
    "cong hoa lien bang",
    "cong hoa a rap",
    "cac tieu vuong quoc",
    "thinh vuong chung",
    "dac khu hanh chinh",
    "vung lanh tho",
    "tong lanh su quan",
    "lanh su quan",
    "dai su quan",
    "dai cong quoc",
    "tieu vuong quoc",
    "cong hoa lb",
    "kingdom of",
    "republic of",
    "cong quoc",
    "vuong quoc",
    "lien bang",
    "ch lien bang",
    "cong hoa",
    "chinh phu",
    "dat nuoc",
    "nha nuoc",
    "quoc gia",
    "quoc dao",
    "lanh tho",
    "dac khu",
    "chdcnd",
    "chxhcn",
    "ch lb",
    "chlb",
    "chnd",
    "nuoc",
    "dsq",
    "ch",
    "lb",
    "vq",
];

#[derive(Debug, Clone)]
struct Country {
    code: CountryCode,
    vi: &'static str,
    en: &'static str,
}

/// One spelling of a country.
#[derive(Debug, Clone)]
struct Alias {
    code: CountryCode,
    /// [`tone_key`] without blanks, where the name is short enough for its marks to matter.
    marked: Option<String>,
    /// [`list_signs`] of the name itself: only those may stand in what is looked up.
    signs: u8,
}

/// A name that others may be near to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct NearKey {
    key: String,
    code: CountryCode,
    /// [`letters`] of the key.
    letters: u32,
}

/// All countries with all their spellings.
#[derive(Debug, Clone)]
pub struct CountryNames {
    countries: Vec<Country>,
    by_key: FxHashMap<String, SmallVec<[Alias; 1]>>,
    /// Keys that a slip may be near to, in one order, so that the result does not depend on hashing.
    near_keys: Vec<NearKey>,
    /// ISO 3166-1 alpha-3, in capitals: such letters name a state, not an organisation.
    alpha3: Vec<&'static str>,
}

impl CountryNames {
    /// The compiled-in list.
    pub fn built_in() -> CountryNames {
        let mut names = CountryNames {
            countries: Vec::with_capacity(250),
            by_key: FxHashMap::default(),
            near_keys: Vec::new(),
            alpha3: Vec::new(),
        };
        for [code, iso3, vi, en, aliases, further, _source] in
            table::rows(include_str!("data/countries.tsv"))
        {
            let Some(code) = CountryCode::new(code) else {
                continue;
            };
            names.countries.push(Country { code, vi, en });
            names.alpha3.push(iso3);
            let listed = table::spellings(aliases).chain(table::spellings(further));
            for name in [vi, en].into_iter().chain(listed) {
                names.add(code, name);
            }
        }
        names.near_keys.sort();
        names
    }

    /// Adds a spelling. `Err` holds the country that has it already.
    pub fn insert(&mut self, code: CountryCode, name: &str) -> Result<(), CountryCode> {
        let key = fold_key(name);
        let taken = self.by_key.get(&key).and_then(|known| known.first());
        if let Some(taken) = taken.filter(|taken| taken.code != code) {
            return Err(taken.code);
        }
        self.add(code, name);
        Ok(())
    }

    fn add(&mut self, code: CountryCode, name: &str) {
        let key = fold_key(name);
        if key.is_empty() {
            return;
        }
        let marked = (key.len() <= SHORT && !name.is_ascii()).then(|| joined_tones(name));
        let signs = list_signs(name);
        if key.len() >= NEAR_LEAST && !self.by_key.contains_key(&key) {
            self.near_keys.push(NearKey {
                letters: letters(&key),
                key: key.clone(),
                code,
            });
        }
        self.by_key.entry(key).or_default().push(Alias {
            code,
            marked,
            signs,
        });
    }

    /// All codes, in the order of ISO 3166-1 alpha-2.
    pub fn codes(&self) -> impl Iterator<Item = CountryCode> + '_ {
        self.countries.iter().map(|country| country.code)
    }

    /// The code of a state in three letters.
    pub fn is_alpha3(&self, name: &str) -> bool {
        self.alpha3.contains(&name)
    }

    pub fn contains(&self, code: CountryCode) -> bool {
        self.country(code).is_some()
    }

    /// The office's name in tables and letters: "Đài Loan (Trung Quốc)", "CHLB Đức"; English names
    /// follow CLDR. "??" for a code that is in no list, which no reading gives.
    pub fn name(&self, code: CountryCode, lang: Lang) -> &str {
        self.country(code).map_or("??", |country| match lang {
            Lang::Vi => country.vi,
            Lang::En => country.en,
        })
    }

    fn country(&self, code: CountryCode) -> Option<&Country> {
        let at = self
            .countries
            .binary_search_by_key(&code, |country| country.code)
            .ok()?;
        self.countries.get(at)
    }

    /// The country of a name that is written out whole, with or without words such as "nước",
    /// "Vương quốc", "CHDCND".
    pub fn exact(&self, name: &str) -> Option<CountryCode> {
        self.alias(name).or_else(|| self.after_state_words(name))
    }

    fn alias(&self, name: &str) -> Option<CountryCode> {
        let known = self.by_key.get(&fold_key(name))?;
        let signs = list_signs(name);
        let found = known.iter().find(|alias| {
            signs & !alias.signs == 0 && alias.marked.as_ref().is_none_or(|m| passes(name, m))
        })?;
        Some(found.code)
    }

    fn after_state_words(&self, name: &str) -> Option<CountryCode> {
        let mut rest = name.trim();
        for _ in 0..3 {
            let (word, after) = state_word(rest)?;
            rest = after;
            let Some(code) = self.alias(rest) else {
                continue;
            };
            return may_be_called(word, code).then_some(code);
        }
        None
    }

    /// The one country whose name is one edit away, for whole names of six letters or more. `None`
    /// where two countries are in reach, or where the name found has a neighbour in another country
    /// (Iran and Iraq, Hà Lan and Ba Lan): there a slip cannot be told from the other name.
    pub fn fuzzy(&self, name: &str) -> Option<CountryCode> {
        let key = fold_key(name);
        if key.len() < FUZZY_LEAST || !key.is_ascii() || self.by_key.contains_key(&key) {
            return None;
        }
        let near: SmallVec<[(&str, CountryCode); 4]> = self.within_one_edit(&key).collect();
        let (_, code) = *near.first()?;
        let elsewhere = |alias: &str| self.within_one_edit(alias).any(|(_, other)| other != code);
        let confusable = near
            .iter()
            .any(|(alias, other)| *other != code || elsewhere(alias));
        (!confusable).then_some(code)
    }

    fn within_one_edit<'a>(
        &'a self,
        key: &'a str,
    ) -> impl Iterator<Item = (&'a str, CountryCode)> + 'a {
        let set = letters(key);
        let near = move |other: &&NearKey| {
            other.key.len() + 1 >= FUZZY_LEAST
                && other.key.len().abs_diff(key.len()) <= 1
                && (other.letters ^ set).count_ones() <= 2
                && strsim::osa_distance(&other.key, key) <= 1
        };
        self.near_keys
            .iter()
            .filter(near)
            .map(|other| (other.key.as_str(), other.code))
    }

    /// The nearest names to one that is not known, best first, three at most, none that is far off.
    pub fn nearest(&self, name: &str) -> SmallVec<[CountryCode; 3]> {
        let key = fold_key(name);
        let mut nearest: SmallVec<[CountryCode; 3]> = SmallVec::new();
        if key.len() < NEAR_LEAST || key.len() > 40 {
            return nearest;
        }
        let set = letters(&key);
        // Each letter that only one of the names has costs an edit: most names fall out by that.
        let may_be_near = |other: &&NearKey| {
            let most = (other.key.len().max(key.len()) * 2 / 5).min(FARTHEST);
            let only = (other.letters & !set)
                .count_ones()
                .max((set & !other.letters).count_ones());
            other.key.len().abs_diff(key.len()) <= most && only as usize <= most
        };
        let score = |other: &NearKey| {
            let edits = strsim::osa_distance(&other.key, &key) as f64;
            (
                1.0 - edits / other.key.len().max(key.len()) as f64,
                other.code,
            )
        };
        let mut scored: Vec<(f64, CountryCode)> = self
            .near_keys
            .iter()
            .filter(may_be_near)
            .map(score)
            .filter(|(score, _)| *score >= 0.6)
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        // "Ân Độ" is "Ấn Độ" but for its marks: no other name is as near.
        let same = scored.first().is_some_and(|(score, _)| *score >= 1.0);
        for (_, code) in scored
            .into_iter()
            .filter(|(score, _)| !same || *score >= 1.0)
        {
            if nearest.len() < 3 && !nearest.contains(&code) {
                nearest.push(code);
            }
        }
        nearest
    }
}

/// Signs that separate the names of a list, one bit each: "Mayotte; Pháp" is not "Mayotte (Pháp)".
fn list_signs(name: &str) -> u8 {
    const SIGNS: [char; 7] = [',', ';', '/', '+', '\n', '|', '&'];
    let bits = SIGNS
        .iter()
        .enumerate()
        .map(|(bit, sign)| u8::from(name.contains(*sign)) << bit);
    bits.fold(0, |set, bit| set | bit)
}

/// [`tone_key`] without blanks.
fn joined_tones(name: &str) -> String {
    let mut key = tone_key(name);
    key.retain(|c| c != ' ');
    key
}

/// A short name written with marks must bear its own: "Bỉ" is Belgium, "bí" is a pumpkin.
fn passes(name: &str, marked: &str) -> bool {
    name.is_ascii() || joined_tones(name) == marked
}

/// The state word that a name begins with, and the name after it.
fn state_word(name: &str) -> Option<(&'static str, &str)> {
    let folded = fold(name);
    let word = STATE_WORDS.into_iter().find(|word| {
        folded
            .strip_prefix(word)
            .is_some_and(|rest| rest.starts_with(' '))
    })?;
    let mut letters = word.bytes().filter(|b| *b != b' ').count();
    let mut chars = name.char_indices();
    while letters > 0 {
        let (_, c) = chars.next()?;
        if c.is_alphanumeric() {
            letters -= 1;
        }
    }
    let rest = chars
        .as_str()
        .trim_start_matches(|c: char| !c.is_alphanumeric());
    Some((word, rest))
}

/// A republic of Korea or of Congo is not the other one; no other state is a "CHDCND".
fn may_be_called(word: &str, code: CountryCode) -> bool {
    let is = |codes: &[&str]| codes.contains(&code.as_str());
    match word {
        "chdcnd" | "cong hoa dan chu nhan dan" => is(&["LA", "KP", "DZ"]),
        "chxhcn" | "cong hoa xa hoi chu nghia" => is(&["VN", "LK"]),
        "chnd" | "cong hoa nhan dan" => is(&["CN", "BD", "LA", "KP"]),
        "ch" | "cong hoa" | "republic of" => !is(&["KP", "TW", "HK", "MO", "CD"]),
        _ => true,
    }
}
