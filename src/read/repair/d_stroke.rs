//! Which Ð ð Ñ ñ stand for Đ đ.

use crate::read::score::words;
use crate::vocabulary::syllables::is_syllable;

/// The text with Đ and đ where a word needs them. Ð stands for Đ also in abbreviations ("HÐND") of
/// a text that is otherwise Vietnamese; ñ only where it makes a syllable: "ñi", not "El Niño".
pub fn repair(text: &str, vietnamese: bool) -> String {
    let mut repaired = String::with_capacity(text.len());
    let mut rest = 0;
    for word in words(text) {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        repaired.push_str(&text[rest..start]);
        rest = start + word.len();
        match with_strokes(word, vietnamese) {
            Some(changed) => repaired.push_str(&changed),
            None => repaired.push_str(word),
        }
    }
    repaired.push_str(&text[rest..]);
    repaired
}

fn with_strokes(word: &str, vietnamese: bool) -> Option<String> {
    if !vietnamese || !word.contains(['Ð', 'ð', 'Ñ', 'ñ']) {
        return None;
    }
    let all: String = word
        .chars()
        .map(|c| match c {
            'Ð' | 'Ñ' => 'Đ',
            'ð' | 'ñ' => 'đ',
            other => other,
        })
        .collect();
    if is_syllable(&all) {
        return Some(all);
    }
    let capitals = word.contains('Ð') && word.chars().all(char::is_uppercase);
    capitals.then(|| word.replace('Ð', "Đ"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_are_put_where_a_word_needs_them() {
        let cases = [
            ("Ðoàn ra", "Đoàn ra"),
            ("ñi du lịch ñang trở thành", "đi du lịch đang trở thành"),
            ("HÐND, QÐ", "HĐND, QĐ"),
            ("El Niño, España, Muñoz", "El Niño, España, Muñoz"),
            ("Guðmundur Sigurðsson", "Guðmundur Sigurðsson"),
        ];
        for (text, repaired) in cases {
            assert_eq!(repair(text, true), repaired);
            assert_eq!(repair(text, false), text);
        }
    }
}
