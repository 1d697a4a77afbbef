//! What the bytes and letters of encodings from before Unicode mean: one table and one loop for all.

use crate::document::Encoding;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

/// The encodings in the order that settles ties: the likelier first.
pub const CANDIDATES: [Encoding; 6] = [
    Encoding::Tcvn3,
    Encoding::Vni,
    Encoding::Windows1258,
    Encoding::Viscii,
    Encoding::Vps,
    Encoding::Windows1252,
];

/// Bytes decoded, with the places that no letter of the encoding has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decoded {
    pub text: String,
    /// Bytes replaced by U+FFFD.
    pub undefined: u32,
    /// Offset in the text of the first of them.
    pub first_undefined: usize,
}

/// A table of one encoding: single bytes, and pairs that make one letter.
pub struct Table {
    single: [Option<char>; 256],
    /// By the second unit, the first units it joins, and the letter made.
    pairs: FxHashMap<(u8, u8), char>,
    /// Bytes that can be the second of a pair.
    second: [bool; 256],
}

static TCVN3: LazyLock<Table> = LazyLock::new(|| from_rows(include_str!("../data/tcvn3.tsv")));
static VNI: LazyLock<Table> = LazyLock::new(|| from_rows(include_str!("../data/vni.tsv")));
static VISCII: LazyLock<Table> = LazyLock::new(|| from_rows(include_str!("../data/viscii.tsv")));
static VPS: LazyLock<Table> = LazyLock::new(|| from_rows(include_str!("../data/vps.tsv")));
static WINDOWS_1258: LazyLock<Table> = LazyLock::new(|| {
    let mut table = from_code_page(encoding_rs::WINDOWS_1258);
    for first in 0..=255u8 {
        for second in [0xCC, 0xEC, 0xD2, 0xDE, 0xF2] {
            let joined = table.single[first as usize]
                .zip(table.single[second as usize])
                .and_then(|(base, mark)| join(base, mark));
            if let Some(letter) = joined {
                table.add_pair(first, second, letter);
            }
        }
    }
    table
});
static WINDOWS_1252: LazyLock<Table> = LazyLock::new(|| from_code_page(encoding_rs::WINDOWS_1252));

/// A letter and its tone as one character: ô and a dot below are ộ, though not directly composed.
pub fn join(base: char, mark: char) -> Option<char> {
    if let Some(joined) = compose(base, mark) {
        return Some(joined);
    }
    let mut joined = [base, mark].into_iter().nfc();
    joined.next().filter(|_| joined.next().is_none())
}

/// The table of an encoding; `None` for Unicode and workbooks.
pub fn table(encoding: Encoding) -> Option<&'static Table> {
    Some(match encoding {
        Encoding::Tcvn3 => &TCVN3,
        Encoding::Vni => &VNI,
        Encoding::Windows1258 => &WINDOWS_1258,
        Encoding::Viscii => &VISCII,
        Encoding::Vps => &VPS,
        Encoding::Windows1252 => &WINDOWS_1252,
        _ => return None,
    })
}

/// Rows of "bytes, code point, set" as in the data files. The pairs are facts of TCVN 5712:1993 (set
/// VN3 with the two-byte capitals of the ABC fonts), of RFC 1456 and of the VNI and VPS fonts.
fn from_rows(rows: &str) -> Table {
    let mut table = Table::ascii();
    for row in rows.lines().skip(1) {
        let mut fields = row.split('\t');
        let bytes: Vec<u8> = fields
            .next()
            .unwrap_or("")
            .split(' ')
            .filter_map(|byte| u8::from_str_radix(byte, 16).ok())
            .collect();
        let letter = fields
            .next()
            .and_then(|code| u32::from_str_radix(code.trim_start_matches("U+"), 16).ok())
            .and_then(char::from_u32);
        match (bytes.as_slice(), letter) {
            (&[byte], Some(letter)) => table.single[byte as usize] = Some(letter),
            (&[first, second], Some(letter)) => table.add_pair(first, second, letter),
            _ => {}
        }
    }
    table
}

fn from_code_page(encoding: &'static encoding_rs::Encoding) -> Table {
    let mut table = Table::ascii();
    for byte in 0x80..=0xFFu8 {
        let bytes = [byte];
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        // The standard maps unused bytes to C1 controls, which no file means.
        table.single[byte as usize] = text.chars().next().filter(|c| !c.is_control());
    }
    table
}

impl Table {
    fn ascii() -> Table {
        let mut single = [None; 256];
        for byte in 0..0x80u8 {
            single[byte as usize] = Some(char::from(byte));
        }
        Table {
            single,
            pairs: FxHashMap::default(),
            second: [false; 256],
        }
    }

    fn add_pair(&mut self, first: u8, second: u8, letter: char) {
        self.pairs.insert((first, second), letter);
        self.second[second as usize] = true;
    }

    /// The letter that two neighbouring bytes make together.
    fn join(&self, first: u8, second: u8) -> Option<char> {
        if self.second[second as usize] {
            self.pairs.get(&(first, second)).copied()
        } else {
            None
        }
    }

    /// Decodes a whole file or a piece of it; ASCII runs are copied as they are.
    pub fn decode(&self, bytes: &[u8]) -> Decoded {
        let mut decoded = Decoded {
            text: String::with_capacity(bytes.len() + bytes.len() / 4),
            ..Decoded::default()
        };
        // The byte before, if its letter may still grow by a mark.
        let mut open: Option<u8> = None;
        for &byte in bytes {
            if let Some(letter) = open.and_then(|first| self.join(first, byte)) {
                decoded.text.pop();
                decoded.text.push(letter);
                open = None;
                continue;
            }
            match self.single[byte as usize] {
                Some(letter) => decoded.text.push(letter),
                None => {
                    if decoded.undefined == 0 {
                        decoded.first_undefined = decoded.text.len();
                    }
                    decoded.undefined = decoded.undefined.saturating_add(1);
                    decoded.text.push('\u{FFFD}');
                }
            }
            open = Some(byte);
        }
        decoded
    }

    /// The text that the same letters give when each is taken for the byte of its code page 1252
    /// place; `None` if a letter has no such byte or the table lacks it.
    pub fn decode_text(&self, text: &str) -> Option<String> {
        let bytes = text.chars().map(latin_byte).collect::<Option<Vec<u8>>>()?;
        let decoded = self.decode(&bytes);
        (decoded.undefined == 0).then_some(decoded.text)
    }
}

/// The byte that a letter of windows-1252 was stored as, C1 controls as themselves.
pub fn latin_byte(c: char) -> Option<u8> {
    match c as u32 {
        code @ (0..=0x7F | 0xA0..=0xFF) => Some(code as u8),
        code @ 0x80..=0x9F => Some(code as u8),
        _ => page_byte(&HIGH_1252, c),
    }
}

/// The byte that a letter of windows-1258 was stored as, C1 controls as themselves.
pub fn vietnamese_byte(c: char) -> Option<u8> {
    match c as u32 {
        code @ 0..=0x9F => Some(code as u8),
        _ => page_byte(&HIGH_1258, c),
    }
}

type HighBytes = FxHashMap<char, u8>;
static HIGH_1252: LazyLock<HighBytes> = LazyLock::new(|| high_bytes(&WINDOWS_1252));
static HIGH_1258: LazyLock<HighBytes> = LazyLock::new(|| high_bytes(&WINDOWS_1258));

fn high_bytes(table: &Table) -> HighBytes {
    (0x80..=0xFFu8)
        .filter_map(|byte| Some((table.single[byte as usize]?, byte)))
        .collect()
}

fn page_byte(page: &HighBytes, c: char) -> Option<u8> {
    page.get(&c).copied()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// The bytes of a text in an encoding, from the same tables; `None` for letters it lacks.
    pub fn encode(encoding: Encoding, text: &str) -> Option<Vec<u8>> {
        let table = table(encoding)?;
        let mut bytes = Vec::new();
        for c in text.chars() {
            if let Some(byte) = (0..=255u8).find(|&b| table.single[b as usize] == Some(c)) {
                bytes.push(byte);
                continue;
            }
            let mut pairs: Vec<_> = table
                .pairs
                .iter()
                .filter(|&(_, &letter)| letter == c)
                .collect();
            pairs.sort();
            let &(&(first, second), _) = pairs.first()?;
            bytes.extend([first, second]);
        }
        Some(bytes)
    }

    /// Every letter of the alphabet with every tone, in both cases.
    pub fn letters() -> String {
        ('\u{C0}'..='\u{1EF9}')
            .filter(|&c| crate::syllables::is_vietnamese_letter(c))
            .collect()
    }

    #[test]
    fn every_letter_survives_every_encoding() {
        let letters = letters();
        assert_eq!(letters.chars().count(), 134);
        for encoding in CANDIDATES
            .into_iter()
            .filter(|&e| e != Encoding::Windows1252)
        {
            for letter in letters.chars() {
                let word = format!("b{letter}n");
                let bytes =
                    encode(encoding, &word).unwrap_or_else(|| panic!("{encoding:?} {letter}"));
                let decoded = table(encoding).expect("a legacy encoding").decode(&bytes);
                assert_eq!(decoded.text, word, "{encoding:?}");
                assert_eq!(decoded.undefined, 0);
            }
        }
    }

    #[test]
    fn undefined_bytes_are_counted_and_shown() {
        let decoded = TCVN3.decode(b"N\xAD\xEDc \xFF\xFF L\xB5o");
        assert_eq!(decoded.text, "Nước \u{FFFD}\u{FFFD} Lào");
        assert_eq!(
            (decoded.undefined, decoded.first_undefined),
            (2, "Nước ".len())
        );
    }

    #[test]
    fn letters_kept_as_code_points_read_like_their_bytes() {
        assert_eq!(
            TCVN3.decode_text("N\u{AD}íc §oµn").as_deref(),
            Some("Nước Đoàn")
        );
        assert_eq!(VNI.decode_text("Ñoaøn nöôùc").as_deref(), Some("Đoàn nước"));
        assert_eq!(TCVN3.decode_text("Lào ă"), None);
    }
}
