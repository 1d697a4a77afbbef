//! Whole files through the reader: made here from known rows, in every encoding and dialect.

mod bombs;
mod broken;
mod dialects;
mod encodings;
mod old_workbooks;
mod properties;
mod repairs;
mod splitting;
mod workbooks;

use crate::document::Unreadable;
use crate::document::{Document, Encoding};
use crate::format::Format;
use crate::legacy;
use crate::{ReadLimits, Reader};

/// Reads bytes under limits.
fn read(bytes: &[u8], format: Format, limits: &ReadLimits) -> Result<Document, Unreadable> {
    Reader::new()
        .with_limits(limits.clone())
        .read(bytes, format)
}

/// Reads bytes as a text file.
fn text(bytes: impl Into<Vec<u8>>) -> Document {
    read(&bytes.into(), Format::Text, &ReadLimits::default()).expect("a readable text")
}

/// The cells of the first sheet as they were read.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let rows = 0..document.sheets[0].rows.len();
    rows.map(|row| cells(document, row)).collect()
}

fn cells(document: &Document, row: usize) -> Vec<String> {
    document
        .row(0, row)
        .iter()
        .map(|&cell| document.get(cell).to_string())
        .collect()
}

/// The bytes of a text in an encoding; `None` where it has letters that the encoding lacks.
fn encode(encoding: Encoding, text: &str) -> Option<Vec<u8>> {
    match encoding {
        Encoding::Utf8 => Some(text.into()),
        Encoding::Utf8Bom => Some([b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        Encoding::Utf16Le => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Encoding::Utf16Be => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        _ => legacy::tests::encode(encoding, text),
    }
}

/// Lines add up: every physical line is in one row, and rows follow each other without a gap.
fn assert_lines_add_up(document: &Document) {
    let sheet = &document.sheets[0];
    let mut next = 1;
    for row in &sheet.rows {
        assert_eq!(row.line, next);
        assert!(row.lines >= 1);
        next += row.lines;
    }
    assert_eq!(document.lines, next - 1);
    let cells: u32 = sheet.rows.iter().map(|row| row.cells).sum();
    assert_eq!(cells as usize, sheet.cells.len());
    for &cell in &sheet.cells {
        let range = cell.start as usize..cell.start as usize + cell.len as usize;
        assert!(document.text.get(range).is_some(), "{cell:?}");
    }
}
