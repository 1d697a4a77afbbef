//! Which encoding a file's bytes are in, decided once per document, and the evidence for it.

use super::damage::Damage;
use super::decoded::Text;
use super::joined;
use super::ranking::single_byte;
use super::salvage::{Lexicon, salvage};
use super::sample;
use super::score::Score;
use super::settings::{Evidence, Settings};
use crate::document::Encoding;

/// Decodes a text file. Order of checks: byte order mark, pattern of NULs, strict UTF-8, lost
/// letters, and only then the ranking of single-byte encodings by the syllable grammar.
pub fn decode(bytes: &[u8], settings: &Settings<'_>) -> Text {
    let decoded = if let Some(bytes) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        utf8_with_bom(bytes)
    } else if let Some(bytes) = utf8_behind_utf16_mark(bytes) {
        let mut text = without_mark(bytes);
        let evidence = "a byte order mark of UTF-16 before bytes that are not".to_string();
        text.evidence.insert(0, evidence);
        text
    } else if bytes.starts_with(&[0xFF, 0xFE]) {
        utf16(
            &bytes[2..],
            Encoding::Utf16Le,
            "byte order mark FF FE".into(),
        )
    } else if bytes.starts_with(&[0xFE, 0xFF]) {
        utf16(
            &bytes[2..],
            Encoding::Utf16Be,
            "byte order mark FE FF".into(),
        )
    } else if let Some((encoding, share)) = utf16_by_nuls(bytes) {
        let evidence = format!(
            "no byte order mark; {:.0} % of the high bytes are NUL",
            share * 100.0
        );
        utf16(bytes, encoding, evidence)
    } else {
        without_mark(bytes)
    };
    finish(decoded, settings)
}

/// Some exports put a UTF-16 mark before UTF-8. A table in UTF-16 has a NUL in every line end, and its
/// letters are hardly ever UTF-8 by chance.
fn utf8_behind_utf16_mark(bytes: &[u8]) -> Option<&[u8]> {
    let rest = bytes
        .strip_prefix(&[0xFF, 0xFE])
        .or_else(|| bytes.strip_prefix(&[0xFE, 0xFF]))?;
    let is_utf8 = memchr::memchr(0, rest).is_none() && strict(rest).is_ok();
    (is_utf8 && !rest.is_empty()).then_some(rest)
}

fn without_mark(bytes: &[u8]) -> Text {
    match strict(bytes) {
        Ok(text) if text.is_ascii() => {
            let evidence = vec!["all bytes are ASCII".into()];
            Text::new(text.to_owned(), Encoding::Ascii, evidence)
        }
        Ok(text) => {
            let evidence = vec!["no byte order mark; every byte is valid UTF-8".into()];
            Text::new(text.to_owned(), Encoding::Utf8, evidence)
        }
        Err(at) => {
            if let Some(text) = joined::decode(bytes) {
                text
            } else if mostly_utf8(bytes) {
                broken_utf8(bytes, at)
            } else {
                single_byte(bytes, at)
            }
        }
    }
}

/// The text of strict UTF-8, or where it ends. The quick look says no more than whether it is.
fn strict(bytes: &[u8]) -> Result<&str, usize> {
    let quick = simdutf8::basic::from_utf8(bytes).ok();
    quick
        .map_or_else(|| std::str::from_utf8(bytes), Ok)
        .map_err(|error| error.valid_up_to())
}

fn utf8_with_bom(bytes: &[u8]) -> Text {
    let evidence = vec!["byte order mark EF BB BF".to_string()];
    match strict(bytes) {
        Ok(text) => Text::new(text.to_owned(), Encoding::Utf8Bom, evidence),
        Err(at) => {
            let mut text = joined::decode(bytes).unwrap_or_else(|| Text {
                encoding: Encoding::Utf8Bom,
                ..broken_utf8(bytes, at)
            });
            text.evidence.splice(0..0, evidence);
            text
        }
    }
}

/// One torn letter does not make a UTF-8 file another one: sequences outnumber errors by far.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut sequences, mut errors) = (0u64, 0u64);
    for piece in sample::around_high_bytes(bytes) {
        for chunk in piece.utf8_chunks() {
            sequences += chunk.valid().chars().filter(|c| !c.is_ascii()).count() as u64;
            errors += u64::from(!chunk.invalid().is_empty());
        }
    }
    sequences > 0 && sequences >= errors * 8
}

fn broken_utf8(bytes: &[u8], at: usize) -> Text {
    let mut text = String::with_capacity(bytes.len() + 16);
    let (mut count, mut first) = (0u32, 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            if count == 0 {
                first = text.len();
            }
            count = count.saturating_add(1);
            text.push('\u{FFFD}');
        }
    }
    let evidence = format!("UTF-8 but for {count} torn letters, the first at byte {at}");
    let mut text = Text::new(text, Encoding::Utf8, vec![evidence]);
    text.undefined = (count, first);
    text
}

/// UTF-16 has a NUL in one half of nearly every unit, always the same half.
pub fn utf16_by_nuls(bytes: &[u8]) -> Option<(Encoding, f64)> {
    let sample = &bytes[..bytes.len().min(64 * 1024)];
    if sample.len() < 4 || memchr::memchr(0, sample).is_none() {
        return None;
    }
    let units = (sample.len() / 2) as f64;
    let nuls = |half: usize| {
        sample
            .iter()
            .skip(half)
            .step_by(2)
            .filter(|&&b| b == 0)
            .count() as f64
            / units
    };
    let (even, odd) = (nuls(0), nuls(1));
    if odd > 0.3 && even < 0.05 {
        Some((Encoding::Utf16Le, odd))
    } else if even > 0.3 && odd < 0.05 {
        Some((Encoding::Utf16Be, even))
    } else {
        None
    }
}

fn utf16(bytes: &[u8], encoding: Encoding, evidence: String) -> Text {
    let mut text = String::with_capacity(bytes.len() / 2 + bytes.len() / 8);
    let (mut count, mut first) = (0u32, 0);
    let units = bytes.chunks(2).map(|unit| match (encoding, unit) {
        (Encoding::Utf16Be, &[high, low]) => u16::from_be_bytes([high, low]),
        (_, &[low, high]) => u16::from_le_bytes([low, high]),
        // Half a unit at the end: an unpaired surrogate stands for it.
        _ => 0xD800,
    });
    for unit in char::decode_utf16(units) {
        text.push(unit.unwrap_or_else(|_| {
            if count == 0 {
                first = text.len();
            }
            count = count.saturating_add(1);
            '\u{FFFD}'
        }));
    }
    let mut text = Text::new(text, encoding, vec![evidence]);
    text.undefined = (count, first);
    text
}

/// What holds for every encoding: NULs dropped, lost letters looked for.
fn finish(mut decoded: Text, settings: &Settings<'_>) -> Text {
    if let Some(first) = memchr::memchr(0, decoded.text.as_bytes()) {
        let before = decoded.text.len();
        decoded.text.retain(|c| c != '\0');
        let dropped = u32::try_from(before - decoded.text.len()).unwrap_or(u32::MAX);
        decoded.nuls = (dropped, first);
    }
    let unicode = !decoded.encoding.is_legacy() && decoded.encoding != Encoding::Ascii;
    if unicode && settings.evidence == Evidence::Full {
        decoded.evidence.push(readable(&decoded.text));
    }
    if memchr::memchr(b'?', decoded.text.as_bytes()).is_some() {
        let damage = sample::damage(&decoded.text);
        if damage.is_lost() {
            fill_gaps(&mut decoded, damage, settings.lexicon);
        }
    }
    decoded
}

/// Puts known words where letters were lost: what they were is no certainty, so the damage stays.
fn fill_gaps(decoded: &mut Text, mut damage: Damage, lexicon: &Lexicon) {
    let mut marks = [damage.first, decoded.undefined.1, decoded.nuls.1];
    let (text, filled) = salvage(&decoded.text, decoded.encoding, lexicon, &mut marks);
    decoded.text = text;
    [damage.first, decoded.undefined.1, decoded.nuls.1] = marks;
    decoded.evidence.push(format!(
        "{filled} words with lost letters filled in from the vocabulary"
    ));
    decoded.damage = Some(damage);
}

/// Bytes of a Unicode text that are read for its evidence: it decides nothing.
const READ_FOR_EVIDENCE: usize = 8 * 1024;

/// How Vietnamese the beginning of a Unicode text reads: low where its letters are those of an old font.
fn readable(text: &str) -> String {
    let mut end = text.len().min(READ_FOR_EVIDENCE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let score = Score::of(text.get(..end).unwrap_or(text));
    format!(
        "{} of {} words with marks are Vietnamese syllables",
        score.valid, score.words
    )
}
