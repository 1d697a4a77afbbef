//! Records of an old workbook, tamed: what would make a reader allocate without end is taken out.

use super::compound::{u16_at, u32_at};
use crate::document::Unreadable;

/// Cells of one sheet's extent that may be allocated, and of all sheets together.
const EXTENT: u64 = 4 << 20;
const EXTENTS: u64 = 2 * EXTENT;
/// Sheets lie one behind the other. One without an end reaches over those behind it, but a stream that
/// is read more often than this was made to be.
const READINGS: usize = 4;

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const FORMULA: u16 = 0x0006;
/// The text of the formula before it.
const FORMULA_TEXT: u16 = 0x0207;
/// Numbers of several cells in a row: the last column is its last two bytes.
const NUMBERS: u16 = 0x00BD;
/// Records that hold one cell: row and column are their first four bytes.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, FORMULA];
/// A record type that means nothing to any reader.
const NOTHING: [u8; 2] = [0xFF, 0x7F];
/// Where a formula's own length stands in its record: after cell, format, value and flags.
const FORMULA_LENGTH: usize = 20;

/// A sheet whose far cells were taken out: its index, and its extent with them.
#[derive(Debug, PartialEq, Eq)]
pub struct Far {
    pub sheet: usize,
    pub rows: u32,
    pub columns: u32,
}

/// A record of the stream: its offset, and what it holds.
#[derive(Clone, Copy)]
struct Record<'b> {
    at: usize,
    kind: u16,
    data: &'b [u8],
}

/// Takes out cells that would make a sheet too large, claims of sizes, and the words of formulas, of
/// which only the values count. Gives the sheets that were cut.
///
/// # Errors
/// Sheets that lie over one another, so that a small file reads as an endless one.
pub fn tame(stream: &mut [u8]) -> Result<Vec<Far>, Unreadable> {
    let mut far = Vec::new();
    let mut out = Vec::new();
    let mut lengths = Vec::new();
    let mut left = EXTENTS;
    let mut readings = stream.len() * READINGS;
    for (index, &start) in sheet_starts(stream).iter().enumerate() {
        let records = sheet(stream, start);
        let read = records
            .last()
            .map_or(0, |last| last.at + 4 + last.data.len() - start);
        readings = readings
            .checked_sub(read + 4)
            .ok_or_else(|| Unreadable::Workbook("its sheets lie over one another".into()))?;
        let kept = keep(&records, left.min(EXTENT), &mut out);
        left -= kept.cells;
        far.extend(kept.cut.map(|(rows, columns)| Far {
            sheet: index,
            rows,
            columns,
        }));
        let formulas = records.iter().filter(|record| record.kind == FORMULA);
        lengths.extend(formulas.map(|record| record.at + 4 + FORMULA_LENGTH));
    }
    for at in out {
        overwrite(stream, at, NOTHING);
    }
    for at in lengths {
        overwrite(stream, at, [0, 0]);
    }
    Ok(far)
}

/// What of a sheet stays: cells of its extent, and its whole extent if it was cut.
struct Kept {
    cells: u64,
    cut: Option<(u32, u32)>,
}

/// Offsets of the records that are taken out of a sheet of which `most` cells may stay, into `out`.
fn keep(records: &[Record<'_>], most: u64, out: &mut Vec<usize>) -> Kept {
    let (mut rows, mut columns) = (0u32, 0u32);
    for record in records {
        if let Some((row, last)) = place(record) {
            rows = rows.max(row + 1);
            columns = columns.max(last + 1);
        }
    }
    let whole = u64::from(rows) * u64::from(columns);
    let width = if whole > most {
        most / u64::from(rows)
    } else {
        u64::from(columns)
    };
    let mut formula_is_out = false;
    for record in records {
        let is_out = match record.kind {
            DIMENSIONS => true,
            FORMULA_TEXT => formula_is_out,
            _ => place(record).is_some_and(|(_, last)| u64::from(last) >= width),
        };
        if record.kind == FORMULA {
            formula_is_out = is_out;
        }
        if is_out {
            out.push(record.at);
        }
    }
    Kept {
        cells: u64::from(rows) * width,
        cut: (whole > most).then_some((rows, columns)),
    }
}

/// Row and last column of a record of cells, from 0.
fn place(record: &Record<'_>) -> Option<(u32, u32)> {
    let last = match record.kind {
        NUMBERS => record.data.len().checked_sub(2)?,
        kind if CELLS.contains(&kind) => 2,
        _ => return None,
    };
    let number = |at| u16_at(record.data, at).map(u32::from);
    Some((number(0)?, number(last)?))
}

/// Where the sheets begin, as the first part of the stream says.
fn sheet_starts(stream: &[u8]) -> Vec<usize> {
    records(stream, 0)
        .take_while(|record| record.kind != END)
        .filter(|record| record.kind == SHEET)
        .filter_map(|record| u32_at(record.data, 0))
        .map(|start| start as usize)
        .collect()
}

/// The records of a sheet up to its end, without those of charts in it.
fn sheet(stream: &[u8], start: usize) -> Vec<Record<'_>> {
    let mut depth = 0usize;
    let mut begun = false;
    let mut sheet = Vec::new();
    for record in records(stream, start) {
        match record.kind {
            BEGIN if begun => depth += 1,
            BEGIN => begun = true,
            END if depth == 0 => break,
            END => depth -= 1,
            _ if depth == 0 => sheet.push(record),
            _ => {}
        }
    }
    sheet
}

fn records(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut at = start;
    std::iter::from_fn(move || {
        let kind = u16_at(stream, at)?;
        let length = usize::from(u16_at(stream, at + 2)?);
        let record = Record {
            at,
            kind,
            data: stream.get(at + 4..at + 4 + length)?,
        };
        at += 4 + length;
        Some(record)
    })
}

fn overwrite(stream: &mut [u8], at: usize, bytes: [u8; 2]) {
    if let Some(target) = stream.get_mut(at..at + 2) {
        target.copy_from_slice(&bytes);
    }
}
