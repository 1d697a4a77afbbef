//! Which kind of file the bytes are: by what they hold, and by the name only where two begin alike.

use crate::format::Format;
use crate::package::holds;
use crate::word;
use crate::workbook::markup::{self, Markup};
use std::io::Cursor;
use zip::ZipArchive;

/// Kind of file that is no text, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Ods,
    Word,
    /// A compound file: an old workbook, or a new file under a password.
    Compound,
    /// A web page or an XML spreadsheet under a workbook's name.
    Markup(Markup),
}

impl Kind {
    /// The kind of bytes; `None` for text and for other archives.
    pub fn of(bytes: &[u8], format: Format) -> Option<Kind> {
        if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
            return Some(Kind::Compound);
        }
        if !bytes.starts_with(b"PK\x03\x04") {
            return markup::kind(bytes, format != Format::Text).map(Kind::Markup);
        }
        match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) if word::is_document(&archive) => Some(Kind::Word),
            Ok(archive) if holds(&archive, "[Content_Types].xml") => Some(Kind::Xlsx),
            Ok(archive) => holds(&archive, "content.xml").then_some(Kind::Ods),
            // A torn archive is still what its name says.
            Err(_) => match format {
                Format::Xlsx => Some(Kind::Xlsx),
                Format::Ods => Some(Kind::Ods),
                Format::Docx => Some(Kind::Word),
                Format::Text | Format::Xls => None,
            },
        }
    }
}
