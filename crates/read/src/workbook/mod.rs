//! Workbooks: which kind the bytes are, and from sheets to the rows of a document.

mod compound;
pub mod markup;
mod number_format;
mod ods;
mod records;
mod returned;
mod value;
mod xls;
mod xlsx;

use super::{repair, unwrapped};
use crate::archive::{measure, open};
use crate::document::{Document, Encoding, Unreadable};
use crate::grid::Book;
use crate::kind::Kind;
use crate::package::Package;
use crate::settings::Settings;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a workbook.
///
/// # Errors
/// Locked with a password, broken, or unpacking to more than the limit.
pub fn read(bytes: &[u8], kind: Kind, settings: &Settings<'_>) -> Result<Document, Unreadable> {
    let limits = settings.limits;
    let mut book = Book::default();
    if let Kind::Markup(kind) = kind {
        let evidence = markup::read(bytes, kind, &mut book, settings)?;
        let mut document = book.document(Encoding::Workbook, evidence);
        unwrapped::unwrap(&mut document);
        repair::repair(&mut document);
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
    let mut document = book.document(Encoding::Workbook, vec![evidence]);
    unwrapped::unwrap(&mut document);
    repair::repair(&mut document);
    returned::mark(&mut document, returned);
    Ok(document)
}
