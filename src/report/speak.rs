//! The language of a run, for whatever is written in it.

use crate::edition::Edition;
use crate::model::finding::Lang;
use crate::words::{Words, labels, shown};

/// What speaks the language of a run.
pub trait Speak {
    fn lang(&self) -> Lang;

    fn say(&self, words: Words) -> &'static str {
        words.in_lang(self.lang())
    }

    /// A text with its places filled.
    fn fill(&self, words: Words, values: &[&str]) -> String {
        labels::fill(words, self.lang(), values)
    }

    fn count(&self, number: u64) -> String {
        shown::count(number, self.lang())
    }

    /// "Only 5.000 of 12.345 lines are shown; the file has them all."
    fn cut_note(&self, shown: usize, all: usize, file: &str) -> String {
        let counts = [shown, all].map(|lines| self.count(lines as u64));
        self.fill(labels::NOTE_CUT, &[&counts[0], &counts[1], file])
    }
}

impl Speak for Edition<'_> {
    fn lang(&self) -> Lang {
        self.lang
    }
}

impl Speak for Lang {
    fn lang(&self) -> Lang {
        *self
    }
}
