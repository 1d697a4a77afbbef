//! Whether a word can be a Vietnamese syllable: onset, rime and tone by rule, without a dictionary.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use unicode_normalization::char::{compose, decompose_canonical};

use super::marks::is_tone;

/// Toneless small letters in the order of their codes, from 1; five bits hold one.
const ALPHABET: &str = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
/// "nghiêng" is the longest syllable.
const LONGEST: usize = 7;
/// What an ANSI save turns into "?": the vowels, whatever their tone, and đ.
const LOSSY: &str = "aăâeêioôơuưyđ";

/// A letter of the Vietnamese alphabet, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letter {
    code: u8,
    tone: Option<char>,
    upper: bool,
}

/// All letters by character: the Latin blocks up to ư, then the block of toned vowels.
struct Letters {
    low: Vec<Option<Letter>>,
    toned: Vec<Option<Letter>>,
}

const TONED_FIRST: u32 = 0x1EA0;
const TONED_LAST: u32 = 0x1EF9;
const LOW_LAST: u32 = 0x1B0;

static LETTERS: LazyLock<Letters> = LazyLock::new(|| {
    let table = |first: u32, last: u32| {
        (first..=last)
            .map(|code| char::from_u32(code).and_then(take_apart))
            .collect()
    };
    Letters {
        low: table(0, LOW_LAST),
        toned: table(TONED_FIRST, TONED_LAST),
    }
});

fn take_apart(c: char) -> Option<Letter> {
    let (mut base, mut tone) = (None, None);
    decompose_canonical(c, |part| {
        if is_tone(part) {
            tone = Some(part);
        } else {
            base = match base {
                None => Some(part),
                Some(before) => compose(before, part),
            };
        }
    });
    let base = base?;
    let mut lower = base.to_lowercase();
    let small = lower.next().filter(|_| lower.next().is_none())?;
    let code = ALPHABET.chars().position(|letter| letter == small)? as u8 + 1;
    let vowel = "aăâeêioôơuưy".contains(small);
    (tone.is_none() || vowel).then_some(Letter {
        code,
        tone,
        upper: base != small,
    })
}

fn letter(c: char) -> Option<Letter> {
    let code = c as u32;
    if code <= LOW_LAST {
        LETTERS.low[code as usize]
    } else if (TONED_FIRST..=TONED_LAST).contains(&code) {
        LETTERS.toned[(code - TONED_FIRST) as usize]
    } else {
        None
    }
}

/// A letter of the Vietnamese alphabet, with or without its tone, in either case.
pub fn is_vietnamese_letter(c: char) -> bool {
    letter(c).is_some()
}

/// Toneless syllables by their packed letters; the value says that the coda is a stop, which takes
/// no tone but sắc and nặng.
static SYLLABLES: LazyLock<FxHashMap<u64, bool>> = LazyLock::new(|| {
    let mut onsets: Vec<&str> = Vec::new();
    let mut rimes: Vec<&str> = Vec::new();
    for line in include_str!("../data/syllables.tsv").lines().skip(1) {
        let mut fields = line.split('\t');
        let (part, values) = (fields.next().unwrap_or(""), fields.next().unwrap_or(""));
        let list = if part == "onsets" {
            &mut onsets
        } else {
            &mut rimes
        };
        list.extend(values.split(' ').filter(|value| !value.is_empty()));
    }
    let mut syllables = FxHashMap::default();
    for onset in onsets
        .iter()
        .map(|&onset| if onset == "(none)" { "" } else { onset })
    {
        for rime in rimes.iter().filter(|rime| fits(onset, rime)) {
            let stop = ["c", "ch", "p", "t"]
                .iter()
                .any(|coda| rime.ends_with(coda));
            if let Some(key) = pack(onset.chars().chain(rime.chars())) {
                syllables.insert(key, stop);
            }
        }
    }
    syllables
});

/// The spelling rules of c/k, g/gh, ng/ngh, gi and qu.
fn fits(onset: &str, rime: &str) -> bool {
    let first = rime.chars().next().unwrap_or(' ');
    let front = matches!(first, 'i' | 'e' | 'ê' | 'y');
    match onset {
        "k" | "gh" | "ngh" => front,
        "c" | "ng" => !front,
        "g" => !front || first == 'i',
        "gi" => first != 'i' && first != 'y',
        "qu" => !matches!(first, 'u' | 'o'),
        _ => true,
    }
}

fn pack(letters: impl Iterator<Item = char>) -> Option<u64> {
    let mut key = 0;
    for c in letters {
        key = key << 5 | u64::from(letter(c)?.code);
    }
    Some(key)
}

/// A word as letters: packed toneless, with its tone and the shape of its case.
struct Spelling {
    codes: [u8; LONGEST],
    len: usize,
    tone: Option<char>,
}

/// `None` for characters of other alphabets, two tones, too many letters, or a case that nobody
/// writes ("hÀ"). "?" is taken as a hole where holes are allowed.
fn spell(word: &str, holes: bool) -> Option<Spelling> {
    let mut spelling = Spelling {
        codes: [0; LONGEST],
        len: 0,
        tone: None,
    };
    let (mut uppers, mut first_upper) = (0, false);
    let (mut ascii, mut ascii_uppers) = (0, 0);
    let mut letters = 0;
    for c in word.chars() {
        if spelling.len == LONGEST {
            return None;
        }
        if holes && c == '?' {
            spelling.len += 1;
            continue;
        }
        let letter = letter(c)?;
        if letter.tone.is_some() && spelling.tone.replace(letter.tone?).is_some() {
            return None;
        }
        first_upper |= letter.upper && spelling.len == 0;
        uppers += usize::from(letter.upper);
        ascii += usize::from(c.is_ascii());
        ascii_uppers += usize::from(c.is_ascii_uppercase());
        letters += 1;
        spelling.codes[spelling.len] = letter.code;
        spelling.len += 1;
    }
    let title = uppers == 1 && first_upper;
    // Small letters of an all-capital font stand between ASCII capitals: "HO¹CH".
    let capitals = ascii > 0 && ascii_uppers == ascii;
    let shaped = uppers == 0 || title || uppers == letters || capitals;
    (spelling.len > 0 && shaped).then_some(spelling)
}

fn tone_fits(stop: bool, tone: Option<char>) -> bool {
    !stop || matches!(tone, Some('\u{301}' | '\u{323}'))
}

/// A word of one syllable as Vietnamese is spelt: small, Title or CAPITALS. Composed letters only.
pub fn is_syllable(word: &str) -> bool {
    let Some(spelling) = spell(word, false) else {
        return false;
    };
    let key = spelling.codes[..spelling.len]
        .iter()
        .fold(0, |key, &code| key << 5 | u64::from(code));
    SYLLABLES
        .get(&key)
        .is_some_and(|&stop| tone_fits(stop, spelling.tone))
}

/// A word with "?" that is a syllable when letters stand in their places: one or two lost letters.
pub fn is_damaged_syllable(word: &str) -> bool {
    let holes = word.bytes().filter(|&b| b == b'?').count();
    let Some(mut spelling) = spell(word, true) else {
        return false;
    };
    (1..=2).contains(&holes) && spelling.len > holes && fill(&mut spelling, 0, false)
}

fn fill(spelling: &mut Spelling, from: usize, filled_vowel: bool) -> bool {
    let Some(hole) = (from..spelling.len).find(|&index| spelling.codes[index] == 0) else {
        let key = spelling.codes[..spelling.len]
            .iter()
            .fold(0, |key, &code| key << 5 | u64::from(code));
        return SYLLABLES
            .get(&key)
            .is_some_and(|&stop| filled_vowel || tone_fits(stop, spelling.tone));
    };
    for c in LOSSY.chars() {
        spelling.codes[hole] = letter(c).map_or(0, |letter| letter.code);
        if fill(spelling, hole + 1, filled_vowel || c != 'đ') {
            return true;
        }
    }
    spelling.codes[hole] = 0;
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_follow_the_rules_of_spelling() {
        let valid = "đoàn nước Quý NGHIÊNG Lào quốc hoà hòa thuỷ Qúy gì giếng giữa khuya ý Úc ở \
            Thái HOạCH KẾ tuệ nghiệp ươm yên được ngoằn xoong Đắk thoả quynh";
        for word in valid.split_whitespace() {
            assert_eq!(is_syllable(word), word != "Đắk", "{word}");
        }
        for word in [
            "hÀ", "cà̀", "bạct", "cát̀", "oÀn", "Müller", "ñi", "kà", "cê", "càt", "ngê", "", "Đ",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
    }

    #[test]
    fn a_question_mark_in_a_word_may_be_a_lost_letter() {
        for word in ["Qu?ng", "Tr?", "?oàn", "n??c", "ngo?i", "v?", "Th?i", "CH?"] {
            assert!(is_damaged_syllable(word), "{word}");
        }
        for word in [
            "what?no", "?page", "n???c", "?", "sao", "http?", "x?1", "id?q",
        ] {
            assert!(!is_damaged_syllable(word), "{word}");
        }
    }

    #[test]
    fn letters_are_those_of_the_alphabet() {
        for c in "aĂđẾỹƯy".chars() {
            assert!(is_vietnamese_letter(c), "{c}");
        }
        for c in "fjwzñöüçð1?\u{300}Ā".chars() {
            assert!(!is_vietnamese_letter(c), "{c}");
        }
    }
}
