//! Which words a damaged word can have been: the project's own vocabulary, damaged the same way.

use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;
use std::sync::LazyLock;

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

/// Vocabulary with Vietnamese words; the last column of each tells its sources.
const FILES: [&str; 7] = [
    include_str!("../../vocabulary/data/headers.tsv"),
    include_str!("../../vocabulary/data/structure_words.tsv"),
    include_str!("../../vocabulary/data/funding.tsv"),
    include_str!("../../vocabulary/data/places.tsv"),
    include_str!("../../vocabulary/data/groups.tsv"),
    include_str!("../../vocabulary/data/countries.tsv"),
    include_str!("../../vocabulary/data/form_words.tsv"),
];

/// Words and phrases by their damaged form; `None` where more than one fits.
pub struct Lexicon {
    /// Whole entries of the vocabulary: what a whole cell can have been.
    entries: Phrases,
    /// Words and phrases inside entries.
    phrases: Phrases,
}

type Phrases = FxHashMap<String, Option<String>>;

static WESTERN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(Page::Western));
static VIETNAMESE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(Page::Vietnamese));

/// The lexicon as one code page damages it.
pub fn lexicon(page: Page) -> &'static Lexicon {
    match page {
        Page::Western => &WESTERN,
        Page::Vietnamese => &VIETNAMESE,
    }
}

impl Lexicon {
    fn of(page: Page) -> Lexicon {
        let mut lexicon = Lexicon {
            entries: FxHashMap::default(),
            phrases: FxHashMap::default(),
        };
        for line in FILES.iter().flat_map(|file| file.lines().skip(1)) {
            let columns = line.rsplit_once('\t').map_or(line, |(columns, _)| columns);
            for text in columns.split(|c: char| c == '\t' || is_break(c)) {
                let words: Vec<&str> = words(text).collect();
                add(&mut lexicon.entries, &words, page);
                for length in 1..=LONGEST {
                    for words in words.windows(length) {
                        add(&mut lexicon.phrases, words, page);
                    }
                }
            }
        }
        lexicon
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
