//! Joins letters and marks that stand as separate characters, in any order of the marks.

use crate::legacy::join;
use crate::marks::is_mark;

/// The text with each mark joined to the letter before it, where both make one character: what NFC
/// gives for Vietnamese, in one pass.
pub fn compose(text: &str) -> String {
    let mut composed = String::with_capacity(text.len());
    for c in text.chars() {
        if is_mark(c)
            && let Some(letter) = composed.chars().next_back()
            && let Some(joined) = join(letter, c)
        {
            composed.pop();
            composed.push(joined);
        } else {
            composed.push(c);
        }
    }
    composed
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn every_letter_is_joined_as_the_standard_does() {
        for letter in crate::legacy::tests::letters().chars() {
            let marks: Vec<char> = letter.to_string().nfd().collect();
            let text: String = marks.iter().collect();
            assert_eq!(compose(&text), letter.to_string());
            if let [base, first, second] = marks[..] {
                let swapped: String = [base, second, first].iter().collect();
                assert_eq!(compose(&swapped), swapped.nfc().collect::<String>());
            }
        }
        assert_eq!(compose("\u{301}a\u{301}\u{301}"), "\u{301}á\u{301}");
    }
}
