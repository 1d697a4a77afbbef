//! Reads a submission however it was saved: bytes in, decoded text and rows of cells out.

mod damage;
mod dialect;
mod encoding;
mod joined;
mod legacy;
mod ranking;
mod repair;
mod salvage;
mod sample;
mod score;
mod settled;
mod split;
mod text;
mod within;
mod workbook;

use crate::model::document::{Document, Unreadable};
use crate::model::submission::Format;

pub use settled::{Look, Refused, open, settled};

/// What a file may cost before it is refused or cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLimits {
    /// Largest file, in bytes; beyond it [`Unreadable::TooLarge`].
    pub file_bytes: u64,
    /// Longest cell, in bytes; beyond it the cell is cut and noted.
    pub cell_bytes: u32,
    /// Rows of a text file; lines beyond them are counted and noted. A table of a row a byte would take
    /// many times its file otherwise.
    pub text_rows: u32,
    /// Rows and columns of a sheet; what lies beyond is left out and noted.
    pub sheet_rows: u32,
    pub sheet_columns: u32,
    /// Bytes that a workbook may unpack to.
    pub unpacked_bytes: u64,
}

impl Default for ReadLimits {
    fn default() -> ReadLimits {
        ReadLimits {
            file_bytes: 512 << 20,
            cell_bytes: 1 << 20,
            text_rows: 1 << 24,
            sheet_rows: 1 << 20,
            sheet_columns: 1 << 10,
            unpacked_bytes: 1 << 30,
        }
    }
}

/// Reads a submission from its bytes. The content decides between text and workbook; the name's
/// format only between workbooks that begin alike.
///
/// # Errors
/// An empty, binary, too large, locked or broken file: [`Unreadable`] says which.
pub fn read(bytes: &[u8], format: Format, limits: &ReadLimits) -> Result<Document, Unreadable> {
    read_as(bytes, format, limits, Reasons::Told)
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
    read_as(bytes, format, limits, Reasons::Untold)
}

/// Whether the evidence for an encoding and a dialect is told beyond what deciding them needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reasons {
    Told,
    Untold,
}

fn read_as(
    bytes: &[u8],
    format: Format,
    limits: &ReadLimits,
    reasons: Reasons,
) -> Result<Document, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    let size = bytes.len() as u64;
    if size > limits.file_bytes {
        return Err(Unreadable::TooLarge {
            bytes: size,
            limit: limits.file_bytes,
        });
    }
    match workbook::kind(bytes, format) {
        Some(kind) => workbook::read(bytes, kind, limits),
        None if text::is_binary(bytes) => Err(Unreadable::Binary),
        None => Ok(text::read(bytes, limits, reasons)),
    }
}

#[cfg(test)]
mod tests;
