//! Workbooks: which kind the bytes are, and from sheets to the rows of a document.

mod compound;
mod grid;
mod markup;
mod number_format;
mod ods;
mod records;
mod returned;
mod value;
mod xls;
mod xlsx;

use super::repair;
use crate::archive::{measure, open};
use crate::document::{Document, Encoding, ReadNote, Unreadable};
use crate::format::Format;
use crate::package::{Package, holds};
use crate::settings::Settings;
use grid::Book;
use markup::Markup;
use smallvec::SmallVec;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use zip::ZipArchive;

/// Kind of workbook, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Ods,
    /// A compound file: an old workbook, or a new one under a password.
    Compound,
    /// A web page or an XML spreadsheet under a workbook's name.
    Markup(Markup),
}

/// The kind of workbook that the bytes are; `None` for text and for other archives.
pub fn kind(bytes: &[u8], format: Format) -> Option<Kind> {
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Some(Kind::Compound);
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return markup::kind(bytes, format != Format::Text).map(Kind::Markup);
    }
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => {
            if holds(&archive, "[Content_Types].xml") && !holds(&archive, "word/document.xml") {
                Some(Kind::Xlsx)
            } else {
                holds(&archive, "content.xml").then_some(Kind::Ods)
            }
        }
        // A torn archive is still the workbook that its name says.
        Err(_) => match format {
            Format::Xlsx => Some(Kind::Xlsx),
            Format::Ods => Some(Kind::Ods),
            Format::Text | Format::Xls => None,
        },
    }
}

/// Reads a workbook.
///
/// # Errors
/// Locked with a password, broken, or unpacking to more than the limit.
pub fn read(bytes: &[u8], kind: Kind, settings: &Settings<'_>) -> Result<Document, Unreadable> {
    let limits = settings.limits;
    let mut book = Book::default();
    if let Kind::Markup(kind) = kind {
        let evidence = markup::read(bytes, kind, &mut book, settings)?;
        let mut document = document(book, evidence);
        returned::mark(&mut document, None);
        return Ok(document);
    }
    let mut returned = None;
    // calamine indexes into records as the file says they are: a broken file can make it panic.
    let result = catch_unwind(AssertUnwindSafe(|| match kind {
        Kind::Xlsx => {
            let mut archive = open(bytes)?;
            measure(&mut archive, limits)?;
            returned = returned::of_archive(&mut archive);
            xlsx::read(&mut Package::new(archive), &mut book, limits)
        }
        Kind::Ods => {
            let mut archive = open(bytes)?;
            measure(&mut archive, limits)?;
            returned = returned::of_archive(&mut archive);
            ods::read(&mut archive, &mut book, limits)
        }
        _ => xls::read(bytes, &mut book, limits),
    }));
    match result {
        Ok(done) => done?,
        Err(_) => return Err(Unreadable::Workbook("its structure is broken".into())),
    }
    let evidence = "a workbook: its text is Unicode by its format".into();
    let mut document = document(book, vec![evidence]);
    returned::mark(&mut document, returned);
    Ok(document)
}

fn document(book: Book, evidence: Vec<String>) -> Document {
    let lines = book
        .sheets
        .iter()
        .flat_map(|sheet| &sheet.rows)
        .map(|row| row.lines)
        .sum();
    let mut document = Document {
        text: book.text,
        sheets: book.sheets,
        encoding: Encoding::Workbook,
        evidence,
        dialect: None,
        dialect_evidence: String::new(),
        lines,
        notes: SmallVec::new(),
        returned: None,
    };
    document.notes.extend::<Vec<ReadNote>>(book.notes);
    repair::repair(&mut document);
    document
}
