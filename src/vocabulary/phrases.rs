//! Which phrase of a vocabulary stands at a place in a text: longest first, marks respected.

use super::tokens::{Token, TokenKind, tokens};
use rustc_hash::FxHashMap;

/// One word of a phrase.
#[derive(Debug, Clone)]
struct PhraseWord {
    folded: String,
    /// `None` where the phrase was given without marks: then any marks pass.
    tone: Option<String>,
    /// Letters such as "DA" stand for words, and no word with marks ("đã") is written by them.
    is_abbreviation: bool,
}

impl PartialEq for PhraseWord {
    /// The same word, whether or not it is written in capitals.
    fn eq(&self, other: &PhraseWord) -> bool {
        (&self.folded, &self.tone) == (&other.folded, &other.tone)
    }
}

/// Phrases by their first word.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    by_first: FxHashMap<String, Vec<(Vec<PhraseWord>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Phrases {
            by_first: FxHashMap::default(),
        }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase; `false` for one without a word, or one that is there already.
    pub fn insert(&mut self, phrase: &str, value: T) -> bool {
        let words = phrase_words(phrase);
        let Some(first) = words.first() else {
            return false;
        };
        let list = self.by_first.entry(first.folded.clone()).or_default();
        if list.iter().any(|(known, _)| *known == words) {
            return false;
        }
        let at = list.partition_point(|(known, _)| known.len() >= words.len());
        list.insert(at, (words, value));
        true
    }

    /// The value of a phrase that is there word for word.
    pub fn get(&self, phrase: &str) -> Option<&T> {
        let words = phrase_words(phrase);
        let list = self.by_first.get(&words.first()?.folded)?;
        list.iter()
            .find(|(known, _)| *known == words)
            .map(|(_, value)| value)
    }

    /// The longest phrase that starts at a token: the index after its last token, and its value.
    pub fn longest(&self, tokens: &[Token<'_>], at: usize) -> Option<(usize, &T)> {
        let list = self.by_first.get(&tokens.get(at)?.folded)?;
        list.iter()
            .find_map(|(words, value)| Some((matches(words, tokens, at)?, value)))
    }
}

fn phrase_words(phrase: &str) -> Vec<PhraseWord> {
    let spoken = tokens(phrase)
        .into_iter()
        .filter(|t| !matches!(t.kind, TokenKind::Sign(_)));
    spoken
        .map(|t| PhraseWord {
            is_abbreviation: t.raw.len() > 1 && t.raw.bytes().all(|b| b.is_ascii_uppercase()),
            tone: (!t.raw.is_ascii()).then_some(t.tone),
            folded: t.folded,
        })
        .collect()
}

/// A full stop or a hyphen inside a phrase is no word: "NS. tỉnh", "phi-chính-phủ".
fn matches(words: &[PhraseWord], tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut next = at;
    for (i, word) in words.iter().enumerate() {
        if i > 0 {
            let inner = |t: &Token<'_>| t.is_sign('.') || (t.is_sign('-') && t.glued);
            while tokens.get(next).is_some_and(inner) {
                next += 1;
            }
        }
        let token = tokens.get(next)?;
        let marks = match &word.tone {
            Some(tone) => token.raw.is_ascii() || token.tone == *tone,
            None => !word.is_abbreviation || token.raw.is_ascii(),
        };
        if token.folded != word.folded || !marks {
            return None;
        }
        next += 1;
    }
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_and_marks_decide() {
        let mut phrases = Phrases::default();
        for (phrase, value) in [
            ("ngân sách", 1),
            ("ngân sách tỉnh", 2),
            ("tự chi", 3),
            ("NS", 4),
        ] {
            assert!(phrases.insert(phrase, value));
        }
        assert!(!phrases.insert("Ngân sách", 9), "the same words twice");
        let at = |text: &str| {
            phrases
                .longest(&tokens(text), 0)
                .map(|(end, value)| (end, *value))
        };
        assert_eq!(at("Ngân sách tỉnh cấp"), Some((3, 2)));
        assert_eq!(at("ngan sach TW"), Some((2, 1)));
        assert_eq!(at("từ chi thường xuyên"), None);
        assert_eq!(at("tu chi"), Some((2, 3)));
        assert_eq!(at("NSNN"), None);
    }
}
