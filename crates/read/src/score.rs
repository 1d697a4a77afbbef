//! How Vietnamese a decoded text reads: syllables that can exist against letters that cannot.

use crate::marks::is_mark;
use crate::syllables::{is_syllable, is_vietnamese_letter};

/// Counts over the words that hold letters beyond ASCII; plain words say nothing about an encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Words with a letter beyond ASCII.
    pub words: u32,
    /// Those that are Vietnamese syllables.
    pub valid: u32,
    /// Symbols that no office writes.
    pub stray: u32,
    /// Places without a letter in the encoding.
    pub undefined: u32,
}

impl Score {
    /// Counts the words of a text.
    pub fn of(text: &str) -> Score {
        let mut score = Score::default();
        for word in words(text) {
            if !word.is_ascii() {
                score.words += 1;
                score.valid += u32::from(is_syllable(word));
            }
        }
        for c in text.chars().filter(|c| !c.is_ascii() && !is_letter(*c)) {
            if c == '\u{FFFD}' {
                score.undefined += 1;
            } else if !is_usual(c) {
                score.stray += 1;
            }
        }
        score
    }

    /// Adds another piece of the same document.
    pub fn add(&mut self, other: Score) {
        self.words += other.words;
        self.valid += other.valid;
        self.stray += other.stray;
        self.undefined += other.undefined;
    }

    /// The share of words that can be Vietnamese, less what cannot be; at most 1, often below 0.
    pub fn value(&self) -> f64 {
        let signed =
            f64::from(self.valid) - 2.0 * f64::from(self.undefined) - f64::from(self.stray);
        signed / f64::from(self.words.max(1))
    }
}

/// Words of a text: runs of letters and combining marks.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_letter(c))
        .filter(|word| !word.is_empty())
}

fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    is_vietnamese_letter(c) || ((c.is_alphabetic() || is_mark(c)) && !is_sign(c))
}

/// Signs that Unicode counts as letters.
fn is_sign(c: char) -> bool {
    matches!(c, 'ª' | 'º')
}

/// Signs beyond ASCII that do occur in offices' texts.
fn is_usual(c: char) -> bool {
    matches!(
        c,
        '\u{A0}' | '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{201F}' | '•' | '…' | '€' | '°'
            | '\u{FEFF}' | '\u{200B}' | '²' | '™' | '→' | '☐' | '☑' | '\u{F000}'..='\u{F0FF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_letters_score_high_and_wrong_ones_low() {
        let cases = [
            ("Sở Khoa học và Công nghệ Quảng Trị", 1.0),
            ("plain words only", 0.0),
            ("Š Œ", 0.0),
            ("N\u{AD}íc CHDCND Lµo", -0.5),
        ];
        for (text, value) in cases {
            assert!(
                (Score::of(text).value() - value).abs() < 0.01,
                "{text} {:?}",
                Score::of(text)
            );
        }
    }
}
