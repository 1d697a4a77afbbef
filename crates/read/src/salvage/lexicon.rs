//! Which words a damaged word can have been: the words of a lexicon, damaged the same way.

use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::sync::{LazyLock, OnceLock};

/// The Windows code page that letters were lost to, by Microsoft's best-fit tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// 1252: đ ơ ư ă ĩ ũ become d o u a i u, other letters of Vietnamese alone become "?".
    Western,
    /// 1258: đ ơ ư ă stay; ì ò õ ã ý, which it writes with two bytes, become "?" too.
    Vietnamese,
}

/// Most words that are looked up together.
pub const LONGEST: usize = 4;

/// What stands for any number in a phrase: "năm 2021" and "năm 2020" are one.
pub const NUMBER: &str = "0";

/// The lexicon that a reader has unless it is given another: words of any office's tables.
const BUILT_IN: &str = include_str!("../../data/words.txt");

/// Words and phrases that letters lost from a text are filled in from. Nothing else asks it.
///
/// A damaged word is filled only where one phrase alone fits, so that more words fill more and also
/// keep each other from being guessed wrongly.
#[derive(Debug)]
pub struct Lexicon {
    phrases: Vec<Cow<'static, str>>,
    western: OnceLock<Damaged>,
    vietnamese: OnceLock<Damaged>,
}

impl Lexicon {
    /// A lexicon of these phrases, spelt right.
    pub fn new<P>(phrases: impl IntoIterator<Item = P>) -> Lexicon
    where
        P: Into<Cow<'static, str>>,
    {
        Lexicon {
            phrases: phrases.into_iter().map(P::into).collect(),
            western: OnceLock::new(),
            vietnamese: OnceLock::new(),
        }
    }

    /// Words of any office's tables.
    pub fn built_in() -> &'static Lexicon {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(BUILT_IN.lines()));
        &LEXICON
    }

    /// Its phrases as they were given.
    pub fn phrases(&self) -> impl Iterator<Item = &str> {
        self.phrases.iter().map(AsRef::as_ref)
    }

    /// The lexicon as one code page damages it: made when it is first needed.
    pub(super) fn damaged(&self, page: Page) -> &Damaged {
        let cell = match page {
            Page::Western => &self.western,
            Page::Vietnamese => &self.vietnamese,
        };
        cell.get_or_init(|| Damaged::of(&self.phrases, page))
    }
}

/// Words and phrases by their damaged form; `None` where more than one fits.
#[derive(Debug)]
pub struct Damaged {
    /// Whole entries of the lexicon: what a whole cell can have been.
    entries: Phrases,
    /// Words and phrases inside entries.
    phrases: Phrases,
}

type Phrases = FxHashMap<String, Option<String>>;

impl Damaged {
    fn of(phrases: &[Cow<'static, str>], page: Page) -> Damaged {
        let mut damaged = Damaged {
            entries: FxHashMap::default(),
            phrases: FxHashMap::default(),
        };
        for text in phrases.iter().flat_map(|phrase| phrase.split(is_break)) {
            let words: Vec<&str> = words(text).collect();
            add(&mut damaged.entries, &words, page);
            for length in 1..=LONGEST {
                for words in words.windows(length) {
                    add(&mut damaged.phrases, words, page);
                }
            }
        }
        damaged
    }

    /// The one entry that a whole damaged cell can have been, as the vocabulary writes it.
    pub fn entry(&self, damaged: &str) -> Option<&str> {
        // A cell with "?" alone asks, or says that nothing is known.
        let lettered = damaged.contains(char::is_alphabetic);
        self.entries.get(damaged).filter(|_| lettered)?.as_deref()
    }

    /// The one phrase that a damaged one can have been. Too many words that are in no vocabulary
    /// share the form of a short one: "T?t" is rather Tết than tắt.
    pub fn phrase(&self, damaged: &str) -> Option<&str> {
        let least = if damaged.contains('?') { 4 } else { 3 };
        if damaged.chars().count() < least {
            return None;
        }
        self.phrases.get(damaged)?.as_deref()
    }
}

fn add(phrases: &mut Phrases, words: &[&str], page: Page) {
    let phrase = words.join(" ");
    let lower = phrase.to_lowercase();
    let damaged: String = lower.chars().map(|c| lost(c, page)).collect();
    match phrases.entry(damaged) {
        Entry::Vacant(place) => {
            place.insert(Some(phrase));
        }
        Entry::Occupied(mut place) => {
            let known = place.get().as_ref();
            if known.is_some_and(|known| known.to_lowercase() != lower) {
                place.insert(None);
            }
        }
    }
}

/// What becomes of a small letter.
pub fn lost(c: char, page: Page) -> char {
    match (page, c) {
        (_, '\u{1EA0}'..='\u{1EF9}') => '?',
        (_, 'ĩ') => 'i',
        (_, 'ũ') => 'u',
        (Page::Western, 'đ') => 'd',
        (Page::Western, 'ơ') => 'o',
        (Page::Western, 'ư') => 'u',
        (Page::Western, 'ă') => 'a',
        (Page::Vietnamese, 'ì' | 'ò' | 'õ' | 'ã' | 'ý') => '?',
        _ => c,
    }
}

/// Words with their "?": runs of letters, digits and question marks.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_word(c))
        .filter(|word| !word.is_empty())
}

pub fn is_word(c: char) -> bool {
    c == '?' || c.is_alphanumeric()
}

/// Signs that part cells or sentences: no phrase goes on beyond them.
pub fn is_break(c: char) -> bool {
    matches!(c, ',' | ';' | '|' | '\t' | '\n' | '\r' | '"' | ':')
}
