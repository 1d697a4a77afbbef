//! `.xls` through calamine, which allocates a sheet's whole extent: far cells are taken out first.

use super::compound::{Compound, u16_at, u32_at};
use super::grid::{Book, Rectangle};
use super::value;
use crate::model::document::{ReadNote, Unreadable};
use crate::read::ReadLimits;
use calamine::{Reader, SheetVisible, Xls, XlsError};
use std::io::Cursor;

/// Cells of one sheet's extent that may be allocated.
const EXTENT: u64 = 4 << 20;
/// The format's own limits: a sheet that claims more is broken.
const ROWS: u32 = 1 << 16;
const COLUMNS: u32 = 1 << 8;

/// Records that hold cells: row and column are their first four bytes.
const CELLS: [u16; 10] = [
    0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6, 0x0006, 0x00BD, 0x0201, 0x00BE,
];
const DIMENSIONS: u16 = 0x0200;
const BEGIN: u16 = 0x0809;
/// A record type that means nothing to any reader.
const NOTHING: [u8; 2] = [0xFF, 0x7F];

/// Reads an old workbook.
pub fn read(mut bytes: Vec<u8>, book: &mut Book, limits: &ReadLimits) -> Result<(), Unreadable> {
    let broken = || Unreadable::Workbook("its container is broken".into());
    let compound = Compound::open(&bytes).ok_or_else(broken)?;
    if compound.has("EncryptedPackage") {
        return Err(Unreadable::Password);
    }
    if !compound.has("Workbook") && !compound.has("Book") {
        return Err(Unreadable::Binary);
    }
    let far = take_out_far_cells(&mut bytes, &compound);
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = workbook.sheets_metadata().to_vec();
    for sheet in &sheets {
        let range = workbook.worksheet_range(&sheet.name).map_err(unreadable)?;
        let merges: Vec<Rectangle> = workbook
            .merge_cells_by_sheet_name(&sheet.name)
            .unwrap_or_default()
            .iter()
            .map(|area| (area.start.0, area.end.0, area.start.1, area.end.1))
            .collect();
        let mut grid = book.sheet(&sheet.name, sheet.visible != SheetVisible::Visible, limits);
        let (first_row, first_column) = range.start().unwrap_or((0, 0));
        for (row, column, cell) in range.used_cells() {
            let text = value::text(cell);
            grid.push(first_row + row as u32, first_column + column as u32, &text);
        }
        grid.finish(&merges);
    }
    if let Some(Far {
        sheet,
        rows,
        columns,
    }) = far
    {
        let name = sheets
            .get(sheet)
            .map_or(String::new(), |sheet| sheet.name.clone());
        book.notes.push(ReadNote::SheetTooLarge {
            name,
            rows,
            columns,
        });
    }
    Ok(())
}

/// A sheet whose far cells were taken out: its index, and its extent with them.
struct Far {
    sheet: usize,
    rows: u32,
    columns: u32,
}

/// A record of the workbook stream.
struct Record {
    /// Offset of its head in the stream.
    at: usize,
    kind: u16,
    row: u32,
    column: u32,
}

/// Renames the records of cells whose sheet would be too large, and claims of such a size.
/// Gives the last sheet that was cut.
fn take_out_far_cells(bytes: &mut [u8], compound: &Compound) -> Option<Far> {
    let place = compound
        .stream("Workbook")
        .or_else(|| compound.stream("Book"))?;
    let stream = place.bytes(bytes);
    let mut far = None;
    let mut renamed = Vec::new();
    for (index, sheet) in sheets(&stream).iter().enumerate() {
        let extent = |cells: &[&Record]| {
            let rows = cells.iter().map(|cell| cell.row + 1).max().unwrap_or(0);
            let columns = cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0);
            (rows, columns)
        };
        let cells: Vec<&Record> = sheet
            .iter()
            .filter(|record| record.kind != DIMENSIONS)
            .collect();
        let (rows, columns) = extent(&cells);
        if u64::from(rows) * u64::from(columns) > EXTENT {
            // The first part of the stream is about the workbook as a whole.
            far = Some(Far {
                sheet: index.saturating_sub(1),
                rows,
                columns,
            });
            let most = EXTENT / u64::from(rows.max(1));
            let out = |cell: &&&Record| u64::from(cell.column) >= most;
            renamed.extend(cells.iter().filter(out).map(|cell| cell.at));
        }
        let claims = sheet.iter().filter(|record| record.kind == DIMENSIONS);
        let wrong = |claim: &&Record| claim.row > ROWS || claim.column > COLUMNS;
        renamed.extend(claims.filter(wrong).map(|claim| claim.at));
    }
    for at in renamed {
        for (index, byte) in NOTHING.into_iter().enumerate() {
            if let Some(target) = place.place(at + index).and_then(|at| bytes.get_mut(at)) {
                *target = byte;
            }
        }
    }
    far
}

/// Cell records and claims of size, by sheet.
fn sheets(stream: &[u8]) -> Vec<Vec<Record>> {
    let mut sheets: Vec<Vec<Record>> = Vec::new();
    let mut at = 0;
    while let (Some(kind), Some(length)) = (u16_at(stream, at), u16_at(stream, at + 2)) {
        let data = at + 4;
        if kind == BEGIN {
            sheets.push(Vec::new());
        } else if let Some(sheet) = sheets.last_mut() {
            if kind == DIMENSIONS {
                let row = u32_at(stream, data + 4).unwrap_or(0);
                let column = u16_at(stream, data + 10).map_or(0, u32::from);
                sheet.push(Record {
                    at,
                    kind,
                    row,
                    column,
                });
            } else if CELLS.contains(&kind) {
                let row = u16_at(stream, data).map_or(0, u32::from);
                let column = u16_at(stream, data + 2).map_or(0, u32::from);
                sheet.push(Record {
                    at,
                    kind,
                    row,
                    column,
                });
            }
        }
        at = data + usize::from(length);
    }
    sheets
}

fn unreadable(error: XlsError) -> Unreadable {
    match error {
        XlsError::Password => Unreadable::Password,
        other => Unreadable::Workbook(other.to_string()),
    }
}
