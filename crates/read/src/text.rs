//! A text file from bytes to document: decode, find the dialect, split, repair.

use super::decoded::Text;
use super::dialect::{self, Detected};
use super::encoding;
use super::repair;
use super::settings::Settings;
use super::split::{Rules, Split, split};
use super::unwrapped::{is_table, unwrap, without_line_quotes};
use crate::document::{Dialect, Document, ReadNote, Sheet};
use crate::limits::ReadLimits;
use smallvec::SmallVec;

/// First bytes of files that are no text, whatever their name.
const MAGIC: [&[u8]; 14] = [
    b"%PDF-",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"\x1F\x8B",
    b"\x7FELF",
    b"MZ\x90",
    b"Rar!",
    b"7z\xBC\xAF",
    b"\xD0\xCF\x11\xE0",
    b"BZh",
    b"\xFD7zXZ",
];

/// Bytes of no text: a known signature, or control characters that no encoding uses.
pub fn is_binary(bytes: &[u8]) -> bool {
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
        return true;
    }
    let sample = &bytes[..bytes.len().min(64 * 1024)];
    let utf16 = sample.starts_with(&[0xFF, 0xFE]) || sample.starts_with(&[0xFE, 0xFF]);
    if utf16 || encoding::utf16_by_nuls(bytes).is_some() {
        return false;
    }
    let control = count(sample, |b| matches!(b, 1..=8 | 0x0E..=0x19 | 0x7F));
    let nuls = memchr::memchr_iter(0, sample);
    control * 20 > sample.len() || nuls.count() * 4 > sample.len()
}

/// Bytes of a kind, many in one step.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    // A byte counts no further than 255.
    let few = |few: &[u8]| few.iter().fold(0u8, |sum, &b| sum + u8::from(is(b)));
    bytes.chunks(255).map(|part| usize::from(few(part))).sum()
}

/// Reads a text file. Never fails: what cannot be read well is noted.
pub fn read(bytes: &[u8], settings: &Settings<'_>) -> Document {
    let limits = settings.limits;
    let mut decoded = encoding::decode(bytes, settings);
    let mut detected = dialect::detect(&decoded.text, settings.evidence);
    if detected.dialect.delimiter.is_none()
        && let Some(bare) = without_line_quotes(&decoded.text)
    {
        let within = dialect::detect(&bare, settings.evidence);
        if is_table(&split(&bare, &rules_of(&within, limits))) {
            decoded.text = bare;
            detected = within;
        }
    }
    let rules = rules_of(&detected, limits);
    let whole = detected.whole.take();
    let short = decoded.text.len() <= limits.cell_bytes as usize;
    let split = whole
        .filter(|_| short)
        .unwrap_or_else(|| split(&decoded.text, &rules));
    let mut document = assemble(decoded, detected, &rules, split);
    unwrap(&mut document);
    repair::repair(&mut document);
    document
}

fn rules_of(detected: &Detected, limits: &ReadLimits) -> Rules {
    Rules {
        delimiter: detected.dialect.delimiter,
        quote: detected.dialect.quote,
        escape: detected.dialect.escape,
        blank_after: detected.blank_after,
        cell_bytes: limits.cell_bytes,
        rows: limits.text_rows,
    }
}

fn assemble(decoded: Text, detected: Detected, rules: &Rules, mut split: Split) -> Document {
    split.rows.shrink_to_fit();
    split.cells.shrink_to_fit();
    let mut notes: SmallVec<[ReadNote; 2]> = SmallVec::new();
    let line_at = |offset: usize| line_of(&decoded.text, offset);
    if let Some(damage) = &decoded.damage {
        notes.push(ReadNote::LettersLost {
            line: line_at(damage.first),
            words: damage.words,
            total: damage.total,
            sample: damage.sample.clone(),
        });
    }
    if decoded.undefined.0 > 0 {
        let (count, first) = decoded.undefined;
        notes.push(ReadNote::UndefinedBytes {
            line: line_at(first),
            count,
        });
    }
    if decoded.nuls.0 > 0 {
        let (count, first) = decoded.nuls;
        notes.push(ReadNote::NulBytes {
            line: line_at(first),
            count,
        });
    }
    notes.extend(split.notes);
    let mut text = decoded.text;
    text.reserve_exact(split.arena.len());
    text.push_str(&split.arena);
    Document {
        text,
        sheets: vec![Sheet {
            rows: split.rows,
            cells: split.cells,
            ..Sheet::default()
        }],
        encoding: decoded.encoding,
        evidence: decoded.evidence,
        // What never occurred is not claimed.
        dialect: Some(Dialect {
            delimiter: rules.delimiter,
            quote: rules.quote.filter(|_| split.quoted > 0),
            escape: rules.escape.filter(|_| split.escaped > 0),
        }),
        dialect_evidence: detected.evidence,
        lines: split.lines,
        notes,
        returned: None,
    }
}

/// The physical line of an offset, from 1.
fn line_of(text: &str, offset: usize) -> u32 {
    let bytes = text.as_bytes();
    let before = &bytes[..offset.min(bytes.len())];
    let breaks = memchr::memchr2_iter(b'\n', b'\r', before)
        .filter(|&at| bytes[at] == b'\r' || at == 0 || bytes[at - 1] != b'\r')
        .count();
    breaks as u32 + 1
}
