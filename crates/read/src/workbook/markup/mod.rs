//! Web pages and XML spreadsheets that are saved as `.xls`: which bytes they are, and their tables.

mod entities;
mod html;
mod message;
mod spreadsheet;
mod tokens;

use crate::document::{ReadNote, Unreadable};
use crate::encoding;
use crate::grid::Book;
use crate::settings::Settings;

/// The two kinds that web systems export under the name of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// HTML tables, often without the tags that close them.
    Html,
    /// XML Spreadsheet 2003, "SpreadsheetML".
    Spreadsheet,
    /// A web page with its sheets as the parts of a message, "single file web page".
    Message,
}

/// The namespace of the elements of XML Spreadsheet 2003.
const NAMESPACE: &str = "urn:schemas-microsoft-com:office:spreadsheet";
/// Bytes at the start that tell what a file is.
const HEAD: usize = 4096;

/// Whether bytes are markup. `named` says that the file has a workbook's name: then a page may begin
/// with any tag; a text file has to begin as a whole page does.
pub fn kind(bytes: &[u8], named: bool) -> Option<Markup> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    if message::is_message(head) {
        return Some(Markup::Message);
    }
    // UTF-16 has its letters between NULs, or after a mark.
    let plain = head.iter().filter(|&&b| b.is_ascii() && b != 0);
    let plain = plain.map(|&b| char::from(b.to_ascii_lowercase()));
    let mut plain = plain.skip_while(|c| c.is_whitespace()).peekable();
    if plain.peek() != Some(&'<') {
        return None;
    }
    let head: String = plain.collect();
    let xml = head.starts_with("<?xml") || head.starts_with("<workbook");
    if xml && head.contains(NAMESPACE) && head.contains("workbook") {
        return Some(Markup::Spreadsheet);
    }
    let page = ["<html", "<!doctype html"]
        .iter()
        .any(|start| head.starts_with(start));
    let any = named
        && head.starts_with('<')
        && ["<html", "<table", "<tr"]
            .iter()
            .any(|tag| head.contains(tag));
    (page || any).then_some(Markup::Html)
}

/// Reads all tables; gives the evidence for how the bytes were decoded.
///
/// # Errors
/// What ends before its end: half a table would be read, and nobody would know.
pub fn read(
    bytes: &[u8],
    kind: Markup,
    book: &mut Book,
    settings: &Settings<'_>,
) -> Result<Vec<String>, Unreadable> {
    if kind == Markup::Message {
        let mut evidence = vec!["a web page saved as a message of several parts".to_string()];
        for page in message::pages(bytes)? {
            evidence.extend(read_one(&page, Markup::Html, book, settings)?);
        }
        return Ok(evidence);
    }
    read_one(bytes, kind, book, settings)
}

fn read_one(
    bytes: &[u8],
    kind: Markup,
    book: &mut Book,
    settings: &Settings<'_>,
) -> Result<Vec<String>, Unreadable> {
    let decoded = encoding::decode(bytes, settings);
    let what = match kind {
        Markup::Spreadsheet => {
            spreadsheet::read(&decoded.text, book, settings.limits)?;
            "an XML spreadsheet"
        }
        Markup::Html | Markup::Message => {
            html::read(&decoded.text, book, settings.limits)?;
            "a web page saved as a workbook"
        }
    };
    if let Some(damage) = decoded.damage {
        book.notes.push(ReadNote::LettersLost {
            line: 1,
            words: damage.words,
            total: damage.total,
            sample: damage.sample,
        });
    }
    let mut evidence = vec![format!("{what}, in {}", decoded.encoding.name())];
    evidence.extend(decoded.evidence);
    Ok(evidence)
}

#[cfg(test)]
mod tests;
