//! Which country a sub-national name stands for; Vietnamese places that look like countries are VN.
//!
//! Sources stand in each line of `data/places.tsv`.

use super::fold::{fold, fold_key, tone_key};
use super::table;
use crate::model::value::CountryCode;
use rustc_hash::FxHashMap;

/// Names at or under this many folded letters must bear their marks, if any are written.
const SHORT: usize = 4;

/// Words before a name that say what kind of place it is, folded.
const PLACE_WORDS: [&str; 19] = [
    "thanh pho",
    "khu tu tri",
    "quoc te",
    "cua khau",
    "thi tran",
    "tinh bang",
    "thu do",
    "dac khu",
    "thi xa",
    "muong",
    "huyen",
    "quan",
    "tinh",
    "bang",
    "vung",
    "cang",
    "tp",
    "tx",
    "ban",
];

/// Sub-national names.
#[derive(Debug, Clone, Default)]
pub struct PlaceNames {
    by_key: FxHashMap<String, (CountryCode, Option<String>)>,
}

impl PlaceNames {
    /// The compiled-in list.
    pub fn built_in() -> PlaceNames {
        let mut names = PlaceNames::default();
        for [code, place, spellings, _source] in table::rows(include_str!("data/places.tsv")) {
            let Some(code) = CountryCode::new(code) else {
                continue;
            };
            for name in std::iter::once(place).chain(table::spellings(spellings)) {
                // The list has no spelling twice: a test holds it to that.
                let _ = names.insert(code, name);
            }
        }
        names
    }

    /// Adds a name. `Err` holds the country that has it already.
    pub fn insert(&mut self, code: CountryCode, name: &str) -> Result<(), CountryCode> {
        let key = fold_key(name);
        if key.is_empty() {
            return Ok(());
        }
        if let Some((taken, _)) = self.by_key.get(&key) {
            return if *taken == code { Ok(()) } else { Err(*taken) };
        }
        let marked = (key.len() <= SHORT && !name.is_ascii()).then(|| joined_tones(name));
        self.by_key.insert(key, (code, marked));
        Ok(())
    }

    /// The country of a place written out whole, with or without "tỉnh", "thành phố", "bang".
    pub fn country(&self, name: &str) -> Option<CountryCode> {
        let mut rest = name.trim();
        for _ in 0..3 {
            let found = self.by_key.get(&fold_key(rest));
            if let Some((code, marked)) = found {
                let passes = |m: &String| rest.is_ascii() || joined_tones(rest) == *m;
                return marked.as_ref().is_none_or(passes).then_some(*code);
            }
            rest = after_place_word(rest)?;
        }
        None
    }
}

fn joined_tones(name: &str) -> String {
    let mut key = tone_key(name);
    key.retain(|c| c != ' ');
    key
}

fn after_place_word(name: &str) -> Option<&str> {
    let folded = fold(name);
    let word = PLACE_WORDS.into_iter().find(|word| {
        folded
            .strip_prefix(word)
            .is_some_and(|rest| rest.starts_with(' '))
    })?;
    let letters = word.bytes().filter(|b| *b != b' ').count();
    let (at, _) = name
        .char_indices()
        .filter(|(_, c)| c.is_alphanumeric())
        .nth(letters)?;
    Some(&name[at..])
}

#[cfg(test)]
mod tests {
    use super::super::countries::CountryNames;
    use super::*;

    #[test]
    fn no_spelling_is_shared_with_another_place_or_country() {
        let countries = CountryNames::built_in();
        let mut names = PlaceNames::default();
        for [code, place, spellings, _] in table::rows::<4>(include_str!("data/places.tsv")) {
            let code = CountryCode::new(code).expect("two letters");
            for name in std::iter::once(place).chain(table::spellings(spellings)) {
                assert_eq!(names.insert(code, name), Ok(()), "{name:?}");
                assert!(countries.exact(name).is_none_or(|c| c == code), "{name:?}");
            }
        }
    }

    #[test]
    fn places_stand_for_their_country() {
        let names = PlaceNames::built_in();
        let cases = [
            ("Savannakhet", Some("LA")),
            ("tỉnh Sanavan", Some("LA")),
            ("TP. Kaysone Phomvihane", Some("LA")),
            ("Mukđahan", Some("TH")),
            ("Lào Cai", Some("VN")),
            ("Lao Bảo", Some("VN")),
            ("cảng Mỹ Thủy", Some("VN")),
            ("Hà Tĩnh Lào", None),
            ("", None),
        ];
        for (name, code) in cases {
            assert_eq!(
                names.country(name),
                code.and_then(CountryCode::new),
                "{name:?}"
            );
        }
    }
}
