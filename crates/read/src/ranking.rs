//! Which single-byte encoding a file is in, ranked by how Vietnamese each reading is.

use super::damage::Damage;
use super::decoded::Text;
use super::legacy::{self, CANDIDATES, Decoded};
use super::sample;
use super::score::{Score, words};
use crate::document::Encoding;
use crate::syllables::is_syllable;
use rustc_hash::FxHashSet;

/// A share of Vietnamese words below which a file is rather of another Western language.
const VIETNAMESE: f64 = 0.6;

/// Ranks the single-byte encodings on a sample, then decodes all.
pub fn single_byte(bytes: &[u8], invalid_at: usize) -> Text {
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
    let encoding = if lost {
        let (encoding, why) = lossy_page(&pieces);
        evidence.push(why);
        encoding
    } else {
        let ranking = rank(&pieces);
        let encoding = choose(&ranking, &pieces);
        evidence.extend(describe(&ranking, encoding));
        encoding
    };
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

/// The old Vietnamese encoding that pieces of text are in; `None` where none reads well.
pub fn old_encoding(pieces: &[&[u8]]) -> Option<Encoding> {
    let encoding = choose(&rank(pieces), pieces);
    (encoding != Encoding::Windows1252).then_some(encoding)
}

/// The page that letters were lost to. The syllables cannot tell: "Quý" and "Quư" share a byte. Only
/// the Vietnamese page keeps đ, and it writes ì and ò as "?", where the Western one has its bytes.
fn lossy_page(pieces: &[&[u8]]) -> (Encoding, String) {
    let bytes = || pieces.iter().copied().flatten();
    let strokes = bytes().filter(|&&b| b == 0xF0).count();
    let graves = bytes().filter(|&&b| matches!(b, 0xEC | 0xF2)).count();
    let encoding = if strokes > graves {
        Encoding::Windows1258
    } else {
        Encoding::Windows1252
    };
    let why = format!(
        "the letters left are those of {}: {strokes} times đ, {graves} times ì or ò",
        encoding.name()
    );
    (encoding, why)
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
