//! How the letters of a made file are stored: an encoder for every encoding that the reader knows.

use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A way in which letters reach a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Letters {
    Utf8,
    Utf8Bom,
    Utf16Le,
    Utf16LeBom,
    Utf16Be,
    Utf16BeBom,
    /// Capitals with marks as the small letter, as keyboards for the ABC fonts write them.
    Tcvn3,
    /// Capitals with marks as a bare capital and the small letter, as older tables write them.
    Tcvn3Pairs,
    /// Text in capitals as small letters, for fonts that have capitals only (.VnTimeH).
    Tcvn3SmallForCapitals,
    Vni,
    /// Letter and tone apart, as the keyboard of Windows writes them.
    Windows1258,
    /// Letters with their tone where the code page has them.
    Windows1258Composed,
    Viscii,
    Vps,
    /// All marks apart.
    Nfd,
    /// "Unicode tổ hợp": only the tone apart.
    ToneApart,
    /// `Ð ð` for `Đ đ`.
    Eth,
    Doubled1252,
    Doubled1252Twice,
    Doubled1258,
    Doubled1258Twice,
    /// Valid UTF-8 whose letters are those of an ABC font.
    Tcvn3Text,
    /// The same in the columns that hold names and contents only.
    Tcvn3TextColumns,
    VniText,
    VniTextColumns,
}

pub const ALL: [Letters; 25] = {
    use Letters::*;
    [
        Utf8,
        Utf8Bom,
        Utf16Le,
        Utf16LeBom,
        Utf16Be,
        Utf16BeBom,
        Tcvn3,
        Tcvn3Pairs,
        Tcvn3SmallForCapitals,
        Vni,
        Windows1258,
        Windows1258Composed,
        Viscii,
        Vps,
        Nfd,
        ToneApart,
        Eth,
        Doubled1252,
        Doubled1252Twice,
        Doubled1258,
        Doubled1258Twice,
        Tcvn3Text,
        Tcvn3TextColumns,
        VniText,
        VniTextColumns,
    ]
};

impl Letters {
    /// A cell as it stands in the grid before the file is written: text-level damage is done here.
    pub fn cell(self, text: &str, column: usize) -> String {
        // The long texts: name, head, partner, content, notes.
        let long = matches!(column, 1 | 2 | 4 | 5 | 10);
        match self {
            Letters::Tcvn3SmallForCapitals if is_capitals(text) => text.to_lowercase(),
            Letters::Tcvn3Text => as_latin1(&TCVN3.encode(&small_vowels(text))),
            Letters::Tcvn3TextColumns if long => as_latin1(&TCVN3.encode(&small_vowels(text))),
            Letters::VniText => as_latin1(&VNI.encode(text)),
            Letters::VniTextColumns if long => as_latin1(&VNI.encode(text)),
            _ => text.to_string(),
        }
    }

    /// The bytes of a whole file.
    pub fn bytes(self, text: &str) -> Vec<u8> {
        match self {
            Letters::Utf8
            | Letters::Tcvn3Text
            | Letters::Tcvn3TextColumns
            | Letters::VniText
            | Letters::VniTextColumns => text.as_bytes().to_vec(),
            Letters::Utf8Bom => format!("\u{FEFF}{text}").into_bytes(),
            Letters::Utf16Le => utf16(text, u16::to_le_bytes),
            Letters::Utf16LeBom => utf16(&format!("\u{FEFF}{text}"), u16::to_le_bytes),
            Letters::Utf16Be => utf16(text, u16::to_be_bytes),
            Letters::Utf16BeBom => utf16(&format!("\u{FEFF}{text}"), u16::to_be_bytes),
            Letters::Tcvn3 | Letters::Tcvn3SmallForCapitals => TCVN3.encode(&small_vowels(text)),
            Letters::Tcvn3Pairs => TCVN3.encode(text),
            Letters::Vni => VNI.encode(text),
            Letters::Windows1258 => windows_1258(text, false),
            Letters::Windows1258Composed => windows_1258(text, true),
            Letters::Viscii => VISCII.encode(text),
            Letters::Vps => VPS.encode(text),
            Letters::Nfd => text.nfd().collect::<String>().into_bytes(),
            Letters::ToneApart => tone_apart(text).into_bytes(),
            Letters::Eth => text.replace('Đ', "Ð").replace('đ', "ð").into_bytes(),
            Letters::Doubled1252 => doubled(text, encoding_rs::WINDOWS_1252).into_bytes(),
            Letters::Doubled1252Twice => doubled(
                &doubled(text, encoding_rs::WINDOWS_1252),
                encoding_rs::WINDOWS_1252,
            )
            .into_bytes(),
            Letters::Doubled1258 => doubled(text, encoding_rs::WINDOWS_1258).into_bytes(),
            Letters::Doubled1258Twice => doubled(
                &doubled(text, encoding_rs::WINDOWS_1258),
                encoding_rs::WINDOWS_1258,
            )
            .into_bytes(),
        }
    }
}

/// Letters to bytes, turned round from a data file of the reader.
struct Table(HashMap<char, Vec<u8>>);

static TCVN3: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../../../crates/read/data/tcvn3.tsv")));
static VNI: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../../../crates/read/data/vni.tsv")));
static VISCII: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../../../crates/read/data/viscii.tsv")));
static VPS: LazyLock<Table> =
    LazyLock::new(|| Table::new(include_str!("../../../crates/read/data/vps.tsv")));

impl Table {
    fn new(rows: &str) -> Table {
        let mut letters = HashMap::new();
        for row in rows.lines().skip(1) {
            let fields: Vec<&str> = row.split('\t').collect();
            let bytes = fields[0]
                .split(' ')
                .map(|byte| u8::from_str_radix(byte, 16));
            let bytes: Vec<u8> = bytes.collect::<Result<_, _>>().expect("bytes");
            let code = u32::from_str_radix(&fields[1][2..], 16).expect("a code point");
            let letter = char::from_u32(code).expect("a character");
            letters.entry(letter).or_insert(bytes);
        }
        Table(letters)
    }

    fn encode(&self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(text.len());
        for letter in text.chars() {
            match self.0.get(&letter) {
                Some(of) => bytes.extend_from_slice(of),
                None => bytes.push(
                    u8::try_from(letter)
                        .ok()
                        .filter(u8::is_ascii)
                        .unwrap_or_else(|| {
                            panic!("{letter:?} has no byte in this encoding: {text:?}")
                        }),
                ),
            }
        }
        bytes
    }
}

/// In capitals: at least two letters, none small.
fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1 && !text.chars().any(char::is_lowercase)
}

/// Capital vowels with a tone as small letters: the ABC keyboards have one byte for both.
fn small_vowels(text: &str) -> String {
    text.chars()
        .map(|c| {
            let single = "ĂÂĐÊÔƠƯ".contains(c) || c.is_ascii();
            if single {
                c
            } else {
                c.to_lowercase().next().unwrap_or(c)
            }
        })
        .collect()
}

/// Bytes taken for letters one by one.
fn as_latin1(bytes: &[u8]) -> String {
    bytes.iter().map(|&byte| char::from(byte)).collect()
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn tone_apart(text: &str) -> String {
    text.nfc().flat_map(split_tone).flatten().collect()
}

/// A letter without its tone, and the tone.
fn split_tone(letter: char) -> [Option<char>; 2] {
    const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
    let parts: Vec<char> = std::iter::once(letter).nfd().collect();
    let Some(&tone) = parts.iter().find(|part| TONES.contains(part)) else {
        return [Some(letter), None];
    };
    let rest = parts.into_iter().filter(|&part| part != tone).nfc().next();
    [rest, Some(tone)]
}

/// UTF-8 taken for a code page and saved as UTF-8 again.
fn doubled(text: &str, page: &'static encoding_rs::Encoding) -> String {
    page.decode_without_bom_handling(text.as_bytes())
        .0
        .into_owned()
}

static PAGE_1258: LazyLock<HashMap<char, u8>> = LazyLock::new(|| {
    let decode = |byte: u8| {
        let text = [byte];
        let (text, _) = encoding_rs::WINDOWS_1258.decode_without_bom_handling(&text);
        (text.chars().next().expect("a letter"), byte)
    };
    (0..=255).map(decode).collect()
});

fn windows_1258(text: &str, composed: bool) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.nfc() {
        match PAGE_1258.get(&letter) {
            Some(&byte) if composed || split_tone(letter)[1].is_none() => bytes.push(byte),
            _ => bytes.extend(split_tone(letter).into_iter().flatten().map(|part| {
                *PAGE_1258
                    .get(&part)
                    .unwrap_or_else(|| panic!("{part:?} is not in windows-1258"))
            })),
        }
    }
    bytes
}
