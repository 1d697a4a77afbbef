//! Every syllable that Vietnamese spelling allows, through every encoding and back.

use super::letters::{self, Letters};
use std::collections::BTreeSet;
use tonghop::model::document::Document;
use tonghop::model::submission::Format;
use tonghop::read::{self, ReadLimits};
use unicode_normalization::UnicodeNormalization;

const SYLLABLES: &str = include_str!("../../../crates/read/data/syllables.tsv");

const TONES: [&str; 6] = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];

/// More than the words of any dictionary: onsets, rimes and tones as the rules of spelling join them.
pub fn syllables() -> Vec<String> {
    let part = |name: &str| -> Vec<&'static str> {
        let rows = SYLLABLES.lines().filter(|row| row.starts_with(name));
        rows.filter_map(|row| row.split('\t').nth(1))
            .flat_map(str::split_whitespace)
            .collect()
    };
    let mut all = BTreeSet::new();
    for onset in part("onsets") {
        let onset = if onset == "(none)" { "" } else { onset };
        for rime in part("rimes").into_iter().filter(|rime| joins(onset, rime)) {
            let stopped = ["c", "ch", "p", "t"]
                .iter()
                .any(|stop| rime.ends_with(stop));
            for tone in TONES
                .iter()
                .filter(|tone| !stopped || ["\u{301}", "\u{323}"].contains(*tone))
            {
                all.insert(format!("{onset}{}", toned(rime, tone)).nfc().collect());
            }
        }
    }
    all.into_iter().collect()
}

fn joins(onset: &str, rime: &str) -> bool {
    let front = rime.starts_with(['i', 'e', 'ê', 'y']);
    match onset {
        "k" | "gh" | "ngh" => front,
        "c" | "g" | "ng" => !front,
        "qu" => !rime.starts_with(['u', 'o', 'ô', 'ư']),
        "gi" => !rime.starts_with(['i', 'y']),
        // No word begins with them, and "Oó" is Ó in files that write capitals as pairs.
        "" => !rime.starts_with("oo"),
        _ => true,
    }
}

/// A rime with its tone on the main vowel.
fn toned(rime: &str, tone: &str) -> String {
    let letters: Vec<char> = rime.chars().collect();
    let is_vowel = |c: &char| "aăâeêioôơuưy".contains(*c);
    let vowels = letters.iter().take_while(|c| is_vowel(c)).count();
    let marked = letters.iter().rposition(|c| "ăâêôơ".contains(*c));
    let at = match (marked, vowels) {
        (Some(at), _) => at,
        (None, 1) => 0,
        (None, 2) if letters.len() > 2 || ["oa", "oe", "uy"].contains(&rime) => 1,
        (None, 2) => 0,
        _ => 1,
    };
    letters
        .iter()
        .enumerate()
        .map(|(here, c)| {
            if here == at {
                format!("{c}{tone}")
            } else {
                c.to_string()
            }
        })
        .collect()
}

/// The syllables in cells of four, five cells a row.
pub fn rows(shape: fn(&str) -> String) -> Vec<Vec<String>> {
    let syllables = syllables();
    // Neighbours of the alphabet look alike; words of a text do not.
    let apart: Vec<&String> = (0..97)
        .flat_map(|from| syllables.iter().skip(from).step_by(97))
        .collect();
    let cells: Vec<String> = apart
        .chunks(4)
        .map(|words| {
            shape(
                &words
                    .iter()
                    .map(|word| word.as_str())
                    .collect::<Vec<_>>()
                    .join(" "),
            )
        })
        .collect();
    cells.chunks(5).map(<[String]>::to_vec).collect()
}

pub fn lower(text: &str) -> String {
    text.to_string()
}

pub fn title(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters
        .next()
        .map(|c| c.to_uppercase().to_string())
        .unwrap_or_default();
    first + letters.as_str()
}

pub fn upper(text: &str) -> String {
    text.to_uppercase()
}

/// Cells of a text file that are not what was written, of how many.
pub fn changed(bytes: Vec<u8>, rows: &[Vec<String>]) -> (Vec<(String, String)>, Document) {
    let document =
        read::read(&bytes, Format::Text, &ReadLimits::default()).expect("a readable file");
    let mut changed = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let read = if at < document.sheets[0].rows.len() {
                document.get(document.cell(0, at, column))
            } else {
                ""
            };
            if read != cell {
                changed.push((cell.clone(), read.to_string()));
            }
        }
    }
    (changed, document)
}

/// The name that the reader should give the encoding of the bytes.
fn encoding(letters: Letters) -> &'static str {
    match letters {
        Letters::Utf8Bom => "utf-8-bom",
        Letters::Utf16Le | Letters::Utf16LeBom => "utf-16le",
        Letters::Utf16Be | Letters::Utf16BeBom => "utf-16be",
        Letters::Tcvn3 | Letters::Tcvn3Pairs | Letters::Tcvn3SmallForCapitals => "tcvn3",
        Letters::Vni => "vni",
        Letters::Windows1258 | Letters::Windows1258Composed => "windows-1258",
        Letters::Viscii => "viscii",
        Letters::Vps => "vps",
        _ => "utf-8",
    }
}

#[test]
fn every_word_comes_back_from_every_encoding() {
    let mut report = String::new();
    let count = syllables().len();
    assert!(count > 10_000, "{count} syllables");
    for letters in letters::ALL {
        for (shape, shaped) in [
            ("lower", rows(lower)),
            ("title", rows(title)),
            ("upper", rows(upper)),
        ] {
            // Ð for Đ stays as written.
            if letters == Letters::Eth || super::loses_case(letters) && shape != "lower" {
                continue;
            }
            let cells: Vec<String> = shaped
                .iter()
                .map(|row| {
                    let cells = row.iter().enumerate();
                    cells
                        .map(|(column, cell)| letters.cell(cell, column))
                        .collect::<Vec<_>>()
                        .join(";")
                })
                .collect();
            let (changed, document) = changed(letters.bytes(&cells.join("\n")), &shaped);
            if document.encoding.name() != encoding(letters) {
                report.push_str(&format!(
                    "{letters:?} {shape}: taken for {}\n",
                    document.encoding.name()
                ));
            }
            if let Some((written, read)) = changed.first() {
                let cells = changed.len();
                report.push_str(&format!(
                    "{letters:?} {shape}: {cells} cells, first {written:?} as {read:?}\n"
                ));
            }
        }
    }
    println!("{count} syllables through {} encodings", letters::ALL.len());
    assert!(report.is_empty(), "{report}");
}
