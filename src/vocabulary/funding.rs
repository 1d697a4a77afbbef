//! Which words name a budget source: classes, levels, and how far a word may be trusted alone.
//!
//! Sources stand in each line of `data/funding.tsv`; the classes are those of the contract.

use super::fold::{fold_key, letters};
use super::phrases::Phrases;
use super::table;
use crate::model::value::{FundingClass, FundingLevel};

/// How much likelier one kind of source must be than any other to be proposed.
const CLEARLY: f64 = 0.1;

/// How far a phrase may be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Use {
    /// Names its class wherever it stands.
    Always,
    /// Names its class where nothing else in the same piece does ("tài trợ").
    Weak,
    /// As [`Use::Weak`], and only where a country is named beside it ("Hàn Quốc hỗ trợ"): of whom a
    /// "Quỹ X" is, nobody can tell.
    Abroad,
    /// A body of one's own: pays where the words beside it say so ("Bệnh viện tự chi", "nguồn thu của Trường").
    Body,
    /// Names its class only as a whole piece ("khác").
    Whole,
    /// The level of a state budget that is named beside it ("tỉnh").
    Level,
    /// Names no source ("nguồn", "toàn bộ").
    Filler,
}

/// What a phrase says about who pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FundingWord {
    /// `Unknown` for words that say that the source is not known yet.
    pub class: FundingClass,
    pub level: FundingLevel,
    pub usage: Use,
}

/// Phrases by what they say.
#[derive(Debug, Clone, Default)]
pub struct FundingWords {
    /// A phrase may have a meaning as a whole piece beside its meaning within one.
    pub within: Phrases<FundingWord>,
    pub whole: Phrases<FundingWord>,
    /// Phrases that name a source by themselves, for what is near to a word that is not known.
    sources: Vec<(String, &'static str, FundingWord)>,
}

impl FundingWords {
    /// The compiled-in list.
    pub fn built_in() -> FundingWords {
        let mut words = FundingWords::default();
        for [class, level, usage, phrases, _source] in table::rows(include_str!("data/funding.tsv"))
        {
            let usage = match usage {
                "weak" => Use::Weak,
                "abroad" => Use::Abroad,
                "body" => Use::Body,
                "whole" => Use::Whole,
                "level" => Use::Level,
                "filler" => Use::Filler,
                _ => Use::Always,
            };
            let word = FundingWord {
                class: FundingClass::from_code(class).unwrap_or(FundingClass::Unknown),
                level: FundingLevel::from_code(level).unwrap_or(FundingLevel::Unsaid),
                usage,
            };
            for phrase in table::spellings(phrases) {
                words.insert(phrase, word);
                if usage == Use::Always && word.class != FundingClass::Unknown {
                    words.sources.push((fold_key(phrase), phrase, word));
                }
            }
        }
        words
    }

    /// Adds a phrase; `false` where it is there already.
    pub fn insert(&mut self, phrase: &str, word: FundingWord) -> bool {
        let table = if word.usage == Use::Whole {
            &mut self.whole
        } else {
            &mut self.within
        };
        table.insert(phrase, word)
    }

    /// The listed source that is spelt most like a phrase, if one is near and no other kind of source is
    /// nearly as near.
    pub fn nearest(&self, phrase: &str) -> Option<(&'static str, FundingWord)> {
        let key = fold_key(phrase);
        let set = letters(&key);
        let near = |(known, name, word): &(String, &'static str, FundingWord)| {
            let longer = known.len().max(key.len());
            let apart = known.len().abs_diff(key.len());
            if !(4..=60).contains(&longer) || apart * 5 > longer * 2 {
                return None;
            }
            // Each letter that only one of the two has costs an edit: most end here.
            let other = letters(known);
            let only = (other & !set).count_ones().max((set & !other).count_ones());
            if only as usize * 10 > longer * 3 {
                return None;
            }
            let edits = strsim::osa_distance(known, &key);
            let score = 1.0 - edits as f64 / longer as f64;
            (score >= 0.7).then_some((score, *name, *word))
        };
        let found: Vec<(f64, &'static str, FundingWord)> =
            self.sources.iter().filter_map(near).collect();
        let best = found
            .iter()
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))?;
        let is_rival = |(score, _, word): &(f64, &str, FundingWord)| {
            word.class != best.2.class && score + CLEARLY > best.0
        };
        (!found.iter().any(is_rival)).then_some((best.1, best.2))
    }

    /// A listed phrase that is a whole cell, with the same signs: "doanh nghiệp, tự túc" are two.
    pub fn whole_cell(&self, text: &str) -> Option<FundingWord> {
        const LISTS: [char; 5] = [',', ';', '/', '+', '\n'];
        let word = self.get(text)?;
        let key = fold_key(text);
        let alike = |phrase: &str| {
            LISTS
                .iter()
                .all(|sign| text.contains(*sign) == phrase.contains(*sign))
        };
        let plain = !text.contains(LISTS);
        let listed = || {
            self.sources
                .iter()
                .any(|(known, phrase, _)| *known == key && alike(phrase))
        };
        (plain || listed()).then_some(word)
    }

    /// What a phrase says already, if it is listed.
    pub fn get(&self, phrase: &str) -> Option<FundingWord> {
        self.within
            .get(phrase)
            .or_else(|| self.whole.get(phrase))
            .copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_source_is_spelt_alike() {
        let words = FundingWords::built_in();
        let near = |phrase| words.nearest(phrase).map(|(name, _)| name);
        assert_eq!(
            near("Ngân sách nhà nươc cấp tỉn"),
            Some("ngân sách nhà nước cấp tỉnh")
        );
        assert_eq!(near("Quỹ HTPT"), None);
        assert_eq!(near(""), None);
    }

    #[test]
    fn no_phrase_is_listed_twice_and_every_class_is_one_of_the_contract() {
        let mut words = FundingWords::default();
        for [class, level, usage, phrases, _] in table::rows::<5>(include_str!("data/funding.tsv"))
        {
            assert!(
                usage == "filler" || FundingClass::from_code(class).is_some(),
                "{class}"
            );
            assert!(
                level.is_empty() || FundingLevel::from_code(level).is_some(),
                "{level}"
            );
            let usage = if usage == "whole" {
                Use::Whole
            } else {
                Use::Always
            };
            for phrase in table::spellings(phrases) {
                let class = FundingClass::from_code(class).unwrap_or(FundingClass::Unknown);
                let word = FundingWord {
                    class,
                    level: FundingLevel::Unsaid,
                    usage,
                };
                assert!(words.insert(phrase, word), "{phrase:?} stands twice");
            }
        }
    }
}
