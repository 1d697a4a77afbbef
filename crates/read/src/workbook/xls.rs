//! `.xls` through calamine, which follows and allocates what a file claims: it gets a tamed copy.

use super::compound::{self, Compound};
use super::grid::{Book, Rectangle};
use super::{records, value};
use crate::document::{ReadNote, Unreadable};
use crate::limits::ReadLimits;
use calamine::{Reader, SheetVisible, Xls, XlsError};
use std::io::Cursor;

/// Reads an old workbook.
pub fn read(bytes: &[u8], book: &mut Book, limits: &ReadLimits) -> Result<(), Unreadable> {
    let broken = || Unreadable::Workbook("its container is broken".into());
    let compound = Compound::open(bytes).ok_or_else(broken)?;
    if compound.has("EncryptedPackage") {
        return Err(Unreadable::Password);
    }
    if !compound.has("Workbook") && !compound.has("Book") {
        return Err(Unreadable::Binary);
    }
    let stream = compound
        .stream("Workbook")
        .or_else(|| compound.stream("Book"));
    let mut stream = stream.ok_or_else(broken)?;
    let far = records::tame(&mut stream)?;
    // calamine follows chains of sectors in circles until memory ends: it gets straight ones.
    let straight = compound::wrap("Workbook", &stream).ok_or_else(broken)?;
    drop(stream);
    let mut workbook: Xls<_> = Xls::new(Cursor::new(straight)).map_err(unreadable)?;
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
    for records::Far {
        sheet,
        rows,
        columns,
    } in far
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

fn unreadable(error: XlsError) -> Unreadable {
    match error {
        XlsError::Password => Unreadable::Password,
        other => Unreadable::Workbook(other.to_string()),
    }
}
