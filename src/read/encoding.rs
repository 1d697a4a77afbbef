//! Which encoding a file's bytes are in, decided once per document, and the evidence for it.

use super::damage::Damage;
use super::legacy::{self, CANDIDATES, Decoded};
use super::sample;
use super::score::{Score, words};
use crate::model::document::Encoding;
use crate::vocabulary::syllables::is_syllable;
use rustc_hash::FxHashSet;

/// Decoded text with what was noticed on the way.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub text: String,
    pub encoding: Encoding,
    pub evidence: Vec<String>,
    /// Places replaced by U+FFFD, and the offset of the first.
    pub undefined: (u32, usize),
    /// NUL characters dropped, and the offset where the first stood.
    pub nuls: (u32, usize),
    /// Damage found, if the letters are lost.
    pub damage: Option<Damage>,
}

/// A share of Vietnamese words below which a file is rather of another Western language.
const VIETNAMESE: f64 = 0.6;

/// Decodes a text file. Order of checks: byte order mark, pattern of NULs, strict UTF-8, lost
/// letters, and only then the ranking of single-byte encodings by the syllable grammar.
pub fn decode(bytes: Vec<u8>) -> Text {
    let decoded = if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        utf8_with_bom(bytes)
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
    } else if let Some((encoding, share)) = utf16_by_nuls(&bytes) {
        let evidence = format!(
            "no byte order mark; {:.0} % of the high bytes are NUL",
            share * 100.0
        );
        utf16(&bytes, encoding, evidence)
    } else {
        without_mark(bytes)
    };
    finish(decoded)
}

fn without_mark(bytes: Vec<u8>) -> Text {
    match String::from_utf8(bytes) {
        Ok(text) if text.is_ascii() => {
            Text::new(text, Encoding::Ascii, vec!["all bytes are ASCII".into()])
        }
        Ok(text) => {
            let evidence = vec!["no byte order mark; every byte is valid UTF-8".into()];
            Text::new(text, Encoding::Utf8, evidence)
        }
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            if mostly_utf8(&bytes) {
                broken_utf8(&bytes, at)
            } else {
                single_byte(&bytes, at)
            }
        }
    }
}

fn utf8_with_bom(mut bytes: Vec<u8>) -> Text {
    bytes.drain(..3);
    let evidence = vec!["byte order mark EF BB BF".to_string()];
    match String::from_utf8(bytes) {
        Ok(text) => Text::new(text, Encoding::Utf8Bom, evidence),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let mut text = broken_utf8(&error.into_bytes(), at);
            text.encoding = Encoding::Utf8Bom;
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
    if sample.len() < 4 {
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

/// Ranks the single-byte encodings on a sample, then decodes all.
fn single_byte(bytes: &[u8], invalid_at: usize) -> Text {
    let pieces = sample::around_high_bytes(bytes);
    let mut evidence = vec![format!(
        "no byte order mark; not UTF-8 at byte {invalid_at}"
    )];
    let damage = sampled_damage(&pieces);
    let lost = damage.is_lost();
    if lost {
        evidence.push(format!(
            "letters lost: \"?\" stands in {} of {} words of the sample",
            damage.words, damage.total
        ));
    }
    let mut ranking = rank(&pieces);
    if lost {
        ranking.retain(|(encoding, _)| {
            matches!(encoding, Encoding::Windows1252 | Encoding::Windows1258)
        });
    }
    let encoding = choose(&ranking, &pieces);
    evidence.extend(describe(&ranking, encoding));
    let decoded = legacy::table(encoding).map(|table| table.decode(bytes));
    let Decoded {
        text,
        undefined,
        first_undefined,
    } = decoded.unwrap_or_default();
    let mut text = Text::new(text, encoding, evidence);
    text.undefined = (undefined, first_undefined);
    text
}

/// Damage of bytes that are in no known encoding yet: windows-1252 keeps what is ASCII.
fn sampled_damage(pieces: &[&[u8]]) -> Damage {
    let mut text = String::new();
    if let Some(table) = legacy::table(Encoding::Windows1258) {
        for piece in pieces {
            text.push_str(&table.decode(piece).text);
            text.push('\n');
        }
    }
    Damage::of(&text)
}

/// Scores of all candidates on the sample, best first; ties keep the order of [`CANDIDATES`].
fn rank(pieces: &[&[u8]]) -> Vec<(Encoding, Score)> {
    let mut ranking: Vec<(Encoding, Score)> = CANDIDATES
        .into_iter()
        .filter_map(|encoding| {
            let table = legacy::table(encoding)?;
            let mut score = Score::default();
            for piece in pieces {
                let decoded = table.decode(piece);
                score.add(Score::of(&decoded.text));
            }
            Some((encoding, score))
        })
        .collect();
    ranking.sort_by(|(_, a), (_, b)| b.value().total_cmp(&a.value()));
    ranking
}

/// The best, if it reads as Vietnamese; else the code page of Western Europe.
fn choose(ranking: &[(Encoding, Score)], pieces: &[&[u8]]) -> Encoding {
    let western = ranking
        .iter()
        .find(|(encoding, _)| *encoding == Encoding::Windows1252);
    let western = western.map(|(_, score)| *score).unwrap_or_default();
    let Some(&(encoding, score)) = ranking.first() else {
        return Encoding::Windows1252;
    };
    // These share their commonest letters with the Western page: they have to read better.
    let shared = matches!(
        encoding,
        Encoding::Windows1258 | Encoding::Viscii | Encoding::Vps
    );
    let better = !shared || score.value() > western.value();
    let foreign = western.stray + western.undefined == 0 && is_foreign(pieces, encoding);
    if score.value() >= VIETNAMESE && better && !foreign {
        encoding
    } else {
        Encoding::Windows1252
    }
}

/// Few different words with marks among plain words of another language: "Sí" and "No" of a Spanish
/// table read as Vietnamese by chance.
fn is_foreign(pieces: &[&[u8]], encoding: Encoding) -> bool {
    let Some(table) = legacy::table(encoding) else {
        return false;
    };
    let text: String = pieces
        .iter()
        .map(|piece| table.decode(piece).text + "\n")
        .collect();
    let (mut plain, mut vietnamese) = (0u32, 0u32);
    let mut marked: FxHashSet<&str> = FxHashSet::default();
    for word in words(&text) {
        if !word.is_ascii() {
            marked.insert(word);
        } else if word.len() > 2 {
            plain += 1;
            vietnamese += u32::from(is_syllable(word));
        }
    }
    marked.len() <= 3 && plain >= 4 && vietnamese * 5 < plain * 2
}

fn describe(ranking: &[(Encoding, Score)], chosen: Encoding) -> Vec<String> {
    let mut lines: Vec<String> = ranking
        .iter()
        .map(|(encoding, score)| {
            format!(
                "{} {:.2}: {} of {} words with marks are Vietnamese syllables, {} stray signs, {} undefined bytes",
                encoding.name(),
                score.value(),
                score.valid,
                score.words,
                score.stray,
                score.undefined
            )
        })
        .collect();
    if ranking
        .first()
        .is_none_or(|(encoding, _)| *encoding != chosen)
    {
        lines.insert(
            0,
            format!(
                "no encoding reads as Vietnamese: taken for {}",
                chosen.name()
            ),
        );
    }
    lines
}

/// What holds for every encoding: NULs dropped, lost letters looked for.
fn finish(mut decoded: Text) -> Text {
    if let Some(first) = memchr::memchr(0, decoded.text.as_bytes()) {
        let before = decoded.text.len();
        decoded.text.retain(|c| c != '\0');
        let dropped = u32::try_from(before - decoded.text.len()).unwrap_or(u32::MAX);
        decoded.nuls = (dropped, first);
    }
    if !decoded.encoding.is_legacy() && decoded.encoding != Encoding::Ascii {
        decoded.evidence.push(readable(&decoded.text));
    }
    if memchr::memchr(b'?', decoded.text.as_bytes()).is_some() {
        let damage = sample::damage(&decoded.text);
        decoded.damage = damage.is_lost().then_some(damage);
    }
    decoded
}

/// How Vietnamese a Unicode text reads: low where its letters are those of an old font.
fn readable(text: &str) -> String {
    let mut score = Score::default();
    for piece in sample::around_high_bytes(text.as_bytes()) {
        score.add(Score::of(&String::from_utf8_lossy(piece)));
    }
    format!(
        "{} of {} words with marks are Vietnamese syllables",
        score.valid, score.words
    )
}

impl Text {
    fn new(text: String, encoding: Encoding, evidence: Vec<String>) -> Text {
        Text {
            text,
            encoding,
            evidence,
            undefined: (0, 0),
            nuls: (0, 0),
            damage: None,
        }
    }
}
