//! Whether a file's letters were lost before it was sent: "?" where a syllable needs a letter.

use super::score::words;
use crate::syllables::{is_damaged_syllable, is_syllable};

/// Words with "?" in the place of a letter, out of all words of a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Damage {
    pub words: u32,
    pub total: u32,
    /// Words that are whole and hold letters which an ANSI save loses: proof that this was none.
    pub whole: u32,
    /// Words that are syllables, plain ones included.
    pub syllables: u32,
    /// Byte offset of the first damaged word.
    pub first: usize,
    /// The first damaged words as they stand.
    pub sample: String,
}

/// Longest sample kept for a finding.
const SAMPLE: usize = 60;

impl Damage {
    /// Counts damaged words. A word is damaged if its "?" can stand for a letter of a syllable and
    /// is no question's end: between letters or before a small letter.
    pub fn of(text: &str) -> Damage {
        let mut damage = Damage::default();
        for token in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '"')) {
            damage.count(token, token.as_ptr() as usize - text.as_ptr() as usize);
        }
        damage
    }

    fn count(&mut self, token: &str, offset: usize) {
        if !token.contains('?') {
            for word in words(token) {
                let syllable = is_syllable(word);
                self.total += 1;
                self.syllables += u32::from(syllable);
                self.whole += u32::from(syllable && word.chars().any(is_lost_letter));
            }
            return;
        }
        // Addresses hold "?" by right.
        if token.contains("://") || token.contains('=') || token.contains("www.") {
            self.total += 1;
            return;
        }
        for word in token.split(|c: char| c != '?' && !c.is_alphabetic()) {
            if word.is_empty() {
                continue;
            }
            self.total += 1;
            if has_inner_mark(word) && is_damaged_syllable(word) {
                if self.words == 0 {
                    self.first = offset;
                }
                self.words += 1;
                if self.sample.len() < SAMPLE {
                    if !self.sample.is_empty() {
                        self.sample.push(' ');
                    }
                    self.sample.push_str(token);
                }
            }
        }
    }

    /// Three damaged words, or more than one word in fifty of a Vietnamese text, make a damaged file.
    /// Where letters stand that such a save loses, single cells were damaged elsewhere and pasted:
    /// only many count.
    pub fn is_lost(&self) -> bool {
        let many = self.words * 50 > self.total;
        let vietnamese = self.syllables * 2 >= self.total - self.words;
        if self.whole > self.words {
            self.words >= 3 && many
        } else {
            self.words >= 3 || (self.words >= 1 && many && vietnamese)
        }
    }
}

/// "?" between letters or before a small one: "Qu?ng", "?oàn". At the end it may be a question.
fn has_inner_mark(word: &str) -> bool {
    let mut before_letter = false;
    for (index, _) in word.match_indices('?') {
        let after = word[index + 1..].chars().next();
        before_letter |= after.is_some_and(char::is_alphabetic)
            && (index > 0 || after.is_some_and(char::is_lowercase));
    }
    before_letter
}

/// Letters that neither of the two Windows code pages of a Vietnamese office can save.
fn is_lost_letter(c: char) -> bool {
    ('\u{1EA0}'..='\u{1EF9}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_letters_are_told_from_questions() {
        let cases = [
            ("S? Khoa h?c và Công ngh? Qu?ng Tr?", 2, true),
            ("SNN: B?ng t?ng h?p d? ki?n ÐOÀN RA", 4, true),
            (
                "What? No. Really? see http://x.vn/?trang=1 or a?b",
                0,
                false,
            ),
            ("Bao nhiêu? Khi nào? Có không?", 0, false),
            ("Sở Y tế tỉnh Quảng Trị", 0, false),
            ("who?me x?y tell?us why?not", 1, false),
            ("", 0, false),
        ];
        for (text, words, lost) in cases {
            let damage = Damage::of(text);
            assert_eq!(
                (damage.words, damage.is_lost()),
                (words, lost),
                "{text} {damage:?}"
            );
        }
    }
}
