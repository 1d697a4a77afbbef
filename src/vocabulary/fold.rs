//! When two spellings are one word: folding of case, marks, punctuation and tone placement.

use std::sync::LazyLock;
use tonghop_read::{is_mark, is_tone};
use unicode_normalization::char::decompose_canonical;

/// Lower case without marks, đ as d; runs of anything but letters and digits become one blank, none
/// at the ends. `"Quý III/2021"` gives `"quy iii 2021"`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        let pushed = push_base(&mut folded, c, &mut gap);
        if !pushed {
            gap = !folded.is_empty();
        }
    }
    folded
}

/// [`fold`] without blanks: `"Cam-pu-chia"` and `"Campuchia"` share `"campuchia"`.
pub fn fold_key(text: &str) -> String {
    let mut key = fold(text);
    key.retain(|c| c != ' ');
    key
}

/// The set of ASCII letters in a key, one bit each.
pub fn letters(key: &str) -> u32 {
    key.bytes()
        .filter(u8::is_ascii_lowercase)
        .fold(0, |set, b| set | 1 << (b - b'a'))
}

/// Whether [`fold`] makes `folded` of a text: without making it, and only up to the first difference.
pub fn folds_to(text: &str, folded: &str) -> bool {
    let mut rest = folded;
    let mut piece = String::with_capacity(8);
    let mut gap = false;
    for c in text.chars() {
        piece.clear();
        if !push_base(&mut piece, c, &mut gap) {
            gap = rest.len() < folded.len();
            continue;
        }
        match rest.strip_prefix(piece.as_str()) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty()
}

/// Latin letters with marks, in two runs; nearly every letter beyond ASCII is one of them.
const LATIN: std::ops::RangeInclusive<char> = '\u{C0}'..='\u{24F}';
const VIETNAMESE: std::ops::RangeInclusive<char> = '\u{1EA0}'..='\u{1EFF}';
const LATIN_LETTERS: usize = 0x24F - 0xC0 + 1;

/// The one ASCII letter that each of these folds to; 0 for those that fold otherwise.
static BASES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let base = |c| {
        let mut folded = String::new();
        match (push_any(&mut folded, c, &mut false), folded.as_bytes()) {
            (true, [only]) => *only,
            _ => 0,
        }
    };
    LATIN.chain(VIETNAMESE).map(base).collect()
});

/// Folding is most of what the rules across files cost: the usual letters are looked up.
fn known_base(c: char) -> Option<u8> {
    let at = if LATIN.contains(&c) {
        c as usize - *LATIN.start() as usize
    } else if VIETNAMESE.contains(&c) {
        LATIN_LETTERS + c as usize - *VIETNAMESE.start() as usize
    } else {
        return None;
    };
    BASES.get(at).copied().filter(|base| *base != 0)
}

/// Pushes the base letters of a character, with a blank first where one is due. `false` for
/// characters that are no letter and no digit; combining marks are swallowed.
#[inline]
fn push_base(folded: &mut String, c: char, gap: &mut bool) -> bool {
    let base = match u8::try_from(c) {
        Ok(ascii @ 0..0x80) if ascii.is_ascii_alphanumeric() => ascii.to_ascii_lowercase(),
        Ok(0..0x80) => return false,
        _ => match known_base(c) {
            Some(base) => base,
            None => return push_any(folded, c, gap),
        },
    };
    if std::mem::take(gap) {
        folded.push(' ');
    }
    folded.push(char::from(base));
    true
}

/// [`push_base`] for every character there is.
fn push_any(folded: &mut String, c: char, gap: &mut bool) -> bool {
    if c.is_ascii() {
        if !c.is_ascii_alphanumeric() {
            return false;
        }
        if std::mem::take(gap) {
            folded.push(' ');
        }
        folded.push(c.to_ascii_lowercase());
        return true;
    }
    if is_mark(c) {
        return true;
    }
    if !c.is_alphanumeric() {
        return false;
    }
    if std::mem::take(gap) {
        folded.push(' ');
    }
    match c {
        _ if is_d_stroke(c) => folded.push('d'),
        'Ⅰ'..='Ⅻ' | 'ⅰ'..='ⅻ' => folded.push_str(roman(c)),
        _ => decompose_canonical(c, |part| {
            if !is_mark(part) {
                folded.extend(part.to_lowercase().filter(|&lower| !is_mark(lower)));
            }
        }),
    }
    true
}

/// Đ đ, and the letters that fonts and code pages put in their place: "Ðoàn", "ñi".
fn is_d_stroke(c: char) -> bool {
    matches!(c, 'đ' | 'Đ' | 'ð' | 'Ð' | 'ñ' | 'Ñ')
}

fn roman(c: char) -> &'static str {
    const NUMERALS: [&str; 12] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ];
    let first = if c >= 'ⅰ' { 'ⅰ' } else { 'Ⅰ' };
    NUMERALS[(c as usize - first as usize).min(11)]
}

/// Lower case with each syllable's tone mark moved to its end and y as i, so that `hoà` and `hòa`,
/// `Quý` and `Quí` share a key while `hóa` and `hòa` do not. No two of 6,632 dictionary syllables
/// share one before i and y are joined. Punctuation becomes blanks as in [`fold`].
pub fn tone_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    let mut tone: Option<char> = None;
    let mut gap = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            if std::mem::take(&mut gap) {
                key.push(' ');
            }
            push_toneless(&mut key, c, &mut tone);
        } else if is_tone(c) {
            tone = Some(c);
        } else if is_mark(c) {
            key.push(c);
        } else {
            key.extend(tone.take());
            gap = !key.is_empty();
        }
    }
    key.extend(tone);
    key
}

fn push_toneless(key: &mut String, c: char, tone: &mut Option<char>) {
    if is_d_stroke(c) {
        key.push('đ');
        return;
    }
    decompose_canonical(c, |part| {
        if is_tone(part) {
            *tone = Some(part);
        } else {
            for lower in part.to_lowercase() {
                key.push(if lower == 'y' { 'i' } else { lower });
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_joins_what_clerks_write_alike() {
        let cases = [
            ("Quý III/2021", "quy iii 2021"),
            ("  ĐÒAN  RA ", "doan ra"),
            ("Ðoàn\nra", "doan ra"),
            ("ñoàn ra", "doan ra"),
            ("ÐỊA ÑIỂM", "dia diem"),
            ("Đo\u{61}\u{300}n", "doan"),
            ("Cam-pu-chia", "cam pu chia"),
            ("(08)", "08"),
            ("Quý Ⅲ", "quy iii"),
            ("", ""),
            ("--", ""),
            ("Ươm", "uom"),
            ("Ộ", "o"),
        ];
        for (text, folded) in cases {
            assert_eq!(fold(text), folded, "{text:?}");
            assert!(folds_to(text, folded), "{text:?}");
            assert!(!folds_to(text, &format!("{folded}x")), "{text:?}");
        }
        assert!(!folds_to("Đoàn ra", "doan vao"));
        assert_eq!(fold_key("Cam-pu-chia"), "campuchia");
    }

    #[test]
    fn letters_that_are_looked_up_fold_as_all_others_do() {
        for c in LATIN.chain(VIETNAMESE) {
            let mut slow = String::from("a");
            let pushed = push_any(&mut slow, c, &mut true);
            let mut fast = String::from("a");
            assert_eq!(push_base(&mut fast, c, &mut true), pushed, "{c}");
            assert_eq!(fast, slow, "{c}");
        }
    }

    #[test]
    fn tone_keys_unite_placements_and_keep_tones_apart() {
        let alike = [
            ("hoà", "hòa"),
            ("ÐỊA ĐIỂM", "địa ñiểm"),
            ("Qúy", "Quý"),
            ("đòan", "đoàn"),
            ("ĐÒAN RA", "Đoàn ra"),
            ("thuý", "thúy"),
            ("quí", "quý"),
            ("Mĩ", "Mỹ"),
            ("tụê", "tuệ"),
            ("Hòa\u{300}", "Hoà"),
        ];
        for (a, b) in alike {
            assert_eq!(tone_key(a), tone_key(b), "{a} {b}");
        }
        for (a, b) in [
            ("hóa", "hòa"),
            ("Bỉ", "bi"),
            ("Áo", "ảo"),
            ("đa", "da"),
            ("ơn", "on"),
        ] {
            assert_ne!(tone_key(a), tone_key(b), "{a} {b}");
        }
    }
}
