//! The reader with the words of this field: what letters lost from a submission are filled in from.

use crate::model::document::{Document, Unreadable};
use crate::model::submission::Format;
use std::sync::LazyLock;
use tonghop_read::{Lexicon, Reader};

pub use tonghop_read::ReadLimits;

/// Vocabulary with Vietnamese words; the last column of each tells its sources.
const FILES: [&str; 7] = [
    include_str!("vocabulary/data/headers.tsv"),
    include_str!("vocabulary/data/structure_words.tsv"),
    include_str!("vocabulary/data/funding.tsv"),
    include_str!("vocabulary/data/places.tsv"),
    include_str!("vocabulary/data/groups.tsv"),
    include_str!("vocabulary/data/countries.tsv"),
    include_str!("vocabulary/data/form_words.tsv"),
];

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let lines = FILES.iter().flat_map(|file| file.lines().skip(1));
    Lexicon::new(lines.map(|line| line.rsplit_once('\t').map_or(line, |(columns, _)| columns)))
});

/// Reads a submission from its bytes. The content decides between text and workbook; the name's
/// format only between workbooks that begin alike.
///
/// # Errors
/// An empty, binary, too large, locked or broken file: [`Unreadable`] says which.
pub fn read(bytes: &[u8], format: Format, limits: &ReadLimits) -> Result<Document, Unreadable> {
    reader(limits).read(bytes, format)
}

/// Reads as [`read`] does, but leaves out what only explains how: gathering that takes as long as reading.
///
/// # Errors
/// As [`read`].
pub fn read_unexplained(
    bytes: &[u8],
    format: Format,
    limits: &ReadLimits,
) -> Result<Document, Unreadable> {
    reader(limits).without_evidence().read(bytes, format)
}

fn reader(limits: &ReadLimits) -> Reader<'static> {
    Reader::new()
        .with_limits(limits.clone())
        .with_lexicon(&LEXICON)
}
