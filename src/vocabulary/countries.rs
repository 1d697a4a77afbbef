//! Which country a name means: every entry of ISO 3166-1, and Kosovo, in all its spellings.
//!
//! Sources of `data/countries.tsv`: CLDR 48 (Unicode-3.0), i18n-iso-countries (MIT), the nationality
//! catalogues of residence forms, Nghị định 118/2022/NĐ-CP; the column `further` is the office's usage.

use super::fold::{fold, fold_key, tone_key};
use super::table;
use crate::model::finding::Lang;
use crate::model::value::CountryCode;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::borrow::Cow;

/// Names at or under this many folded letters are read only as a whole piece, with their marks.
pub const SHORT: usize = 4;
/// Shortest folded name that one edit may mend.
const FUZZY_LEAST: usize = 6;

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
    /// The name itself holds a comma: only then may one stand in what is looked up.
    comma: bool,
}

/// All countries with all their spellings.
#[derive(Debug, Clone)]
pub struct CountryNames {
    countries: Vec<Country>,
    by_key: FxHashMap<String, SmallVec<[Alias; 1]>>,
    /// Keys long enough for a fuzzy match, sorted, so that the result does not depend on hashing.
    long_keys: Vec<(String, CountryCode)>,
}

impl CountryNames {
    /// The compiled-in list.
    pub fn built_in() -> CountryNames {
        let mut names = CountryNames {
            countries: Vec::with_capacity(250),
            by_key: FxHashMap::default(),
            long_keys: Vec::new(),
        };
        for [code, _iso3, vi, en, aliases, further, _source] in
            table::rows(include_str!("data/countries.tsv"))
        {
            let Some(code) = CountryCode::new(code) else {
                continue;
            };
            names.countries.push(Country { code, vi, en });
            let listed = table::spellings(aliases).chain(table::spellings(further));
            for name in [vi, en].into_iter().chain(listed) {
                names.add(code, name);
            }
        }
        names.long_keys.sort();
        names
    }

    /// Adds a spelling. `Err` holds the country that has it already.
    pub fn insert(&mut self, code: CountryCode, name: &str) -> Result<(), CountryCode> {
        let key = fold_key(name);
        if let Some(taken) = self.by_key.get(&key).and_then(|known| known.first()) {
            if taken.code != code {
                return Err(taken.code);
            }
        }
        self.add(code, name);
        self.long_keys.sort();
        Ok(())
    }

    fn add(&mut self, code: CountryCode, name: &str) {
        let key = fold_key(name);
        if key.is_empty() {
            return;
        }
        let marked = (key.len() <= SHORT && !name.is_ascii()).then(|| joined_tones(name));
        let comma = name.contains(',');
        if key.len() + 1 >= FUZZY_LEAST && !self.by_key.contains_key(&key) {
            self.long_keys.push((key.clone(), code));
        }
        self.by_key.entry(key).or_default().push(Alias {
            code,
            marked,
            comma,
        });
    }

    /// All codes, in the order of ISO 3166-1 alpha-2.
    pub fn codes(&self) -> impl Iterator<Item = CountryCode> + '_ {
        self.countries.iter().map(|country| country.code)
    }

    pub fn contains(&self, code: CountryCode) -> bool {
        self.country(code).is_some()
    }

    /// The office's name in tables and letters: "Đài Loan (Trung Quốc)", "CHLB Đức"; English names
    /// follow CLDR. The code itself where it is unknown: never blank.
    pub fn name(&self, code: CountryCode, lang: Lang) -> Cow<'static, str> {
        match self.country(code) {
            Some(country) => Cow::Borrowed(match lang {
                Lang::Vi => country.vi,
                Lang::En => country.en,
            }),
            None => Cow::Owned(code.to_string()),
        }
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
        let comma = name.contains(',');
        let found = known.iter().find(|alias| {
            (!comma || alias.comma) && alias.marked.as_ref().is_none_or(|m| passes(name, m))
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
        let near = move |alias: &str| {
            alias.len().abs_diff(key.len()) <= 1 && strsim::osa_distance(alias, key) <= 1
        };
        self.long_keys
            .iter()
            .filter(move |(alias, _)| near(alias))
            .map(|(a, c)| (a.as_str(), *c))
    }

    /// The nearest names to one that is not known, best first, three at most, none that is far off.
    pub fn nearest(&self, name: &str) -> SmallVec<[CountryCode; 3]> {
        let key = fold_key(name);
        let mut nearest: SmallVec<[CountryCode; 3]> = SmallVec::new();
        if key.len() < 3 || key.len() > 40 {
            return nearest;
        }
        let mut scored: Vec<(f64, CountryCode)> = self
            .long_keys
            .iter()
            .map(|(alias, code)| (strsim::normalized_damerau_levenshtein(alias, &key), *code))
            .filter(|(score, _)| *score >= 0.6)
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        for (_, code) in scored {
            if nearest.len() < 3 && !nearest.contains(&code) {
                nearest.push(code);
            }
        }
        nearest
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn code(text: &str) -> Option<CountryCode> {
        CountryCode::new(text)
    }

    #[test]
    fn every_name_of_every_country_reads_back_to_it() {
        let names = CountryNames::built_in();
        assert_eq!(names.countries.len(), 250);
        for [iso2, _, vi, en, aliases, further, _] in
            table::rows::<7>(include_str!("data/countries.tsv"))
        {
            let listed = table::spellings(aliases).chain(table::spellings(further));
            for name in [vi, en].into_iter().chain(listed) {
                let spellings = [name.to_owned(), name.to_uppercase(), fold(name)];
                for spelling in &spellings[..if name.contains(',') { 2 } else { 3 }] {
                    assert_eq!(names.exact(spelling), code(iso2), "{spelling:?}");
                }
                assert_eq!(
                    names.exact(&format!("nước {name}")),
                    code(iso2),
                    "nước {name:?}"
                );
            }
        }
    }

    #[test]
    fn no_spelling_is_shared_by_two_countries() {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for [iso2, _, vi, en, aliases, further, _] in
            table::rows::<7>(include_str!("data/countries.tsv"))
        {
            let listed = table::spellings(aliases).chain(table::spellings(further));
            for name in [vi, en].into_iter().chain(listed) {
                let owner = *owners.entry(fold_key(name)).or_insert(iso2);
                assert_eq!(owner, iso2, "{name:?} means two countries");
            }
        }
    }

    #[test]
    fn state_words_are_taken_off_but_do_not_make_a_country() {
        let names = CountryNames::built_in();
        let cases = [
            ("nước Anh", Some("GB")),
            ("Nước CHDCND Lào", Some("LA")),
            ("Vương quốc Thái Lan", Some("TH")),
            ("Vương Quốc Nhật Bản", Some("JP")),
            ("Cộng hòa Pháp", Some("FR")),
            ("CH. Pháp", Some("FR")),
            ("CH Triều Tiên", Some("KR")),
            ("CHDCND Triều Tiên", Some("KP")),
            ("Cộng hòa Dân chủ Công-gô", Some("CD")),
            ("Cộng hòa Công-gô", Some("CG")),
            ("Cộng hòa Dominica", Some("DO")),
            ("Dominica", Some("DM")),
            ("CHDCND Pháp", None),
            ("CH", None),
            ("nước", None),
            ("Bỉ", Some("BE")),
            ("bí", None),
            ("bi", Some("BE")),
            ("ÁO", Some("AT")),
            ("ảo", None),
            ("Ý", Some("IT")),
            ("Nhất", None),
            ("Lào Cai", None),
            ("Nga Sơn", None),
            ("Đại sứ quán Hoa Kỳ", Some("US")),
        ];
        for (name, expected) in cases {
            assert_eq!(names.exact(name), expected.and_then(code), "{name:?}");
        }
    }

    #[test]
    fn one_edit_is_mended_only_where_no_other_country_is_near() {
        let names = CountryNames::built_in();
        let cases = [
            ("Singapora", Some("SG")),
            ("Campuchi", Some("KH")),
            ("Trung Quôck", Some("CN")),
            ("Hàa Lan", None),
            ("Xungari", None),
            ("Iram", None),
            ("Lào Cai", None),
        ];
        for (name, expected) in cases {
            assert_eq!(names.fuzzy(name), expected.and_then(code), "{name:?}");
        }
        assert_eq!(names.nearest("Singgapore"), names.nearest("SINGGAPORE"));
        assert!(names.nearest("zzzzzz").is_empty());
    }

    #[test]
    fn names_follow_the_offices_usage() {
        let names = CountryNames::built_in();
        let cases = [
            ("LA", "Lào", "Laos"),
            ("TW", "Đài Loan (Trung Quốc)", "Taiwan"),
            ("HK", "Hồng Kông (Trung Quốc)", "Hong Kong SAR China"),
            ("US", "Hoa Kỳ", "United States"),
            ("DE", "CHLB Đức", "Germany"),
            ("RU", "LB Nga", "Russia"),
            ("GB", "Anh", "United Kingdom"),
        ];
        for (iso2, vi, en) in cases {
            let country = code(iso2).unwrap();
            assert_eq!(names.name(country, Lang::Vi), vi);
            assert_eq!(names.name(country, Lang::En), en);
        }
        assert_eq!(names.name(code("QQ").unwrap(), Lang::Vi), "QQ");
    }
}
