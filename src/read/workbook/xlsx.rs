//! `.xlsx` and `.xlsm`, cell by cell: calamine's own range would allocate a sheet's whole extent.

use super::Archive;
use super::grid::{Book, Rectangle};
use super::value;
use crate::model::document::{Span, Unreadable};
use crate::read::ReadLimits;
use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use rustc_hash::FxHashMap;
use std::io::{Cursor, Read};

/// Reads all worksheets in their order.
pub fn read(
    bytes: &[u8],
    archive: &mut Archive<'_>,
    book: &mut Book,
    limits: &ReadLimits,
) -> Result<(), Unreadable> {
    check_string_count(archive)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(unreadable)?;
    let sheets = workbook.sheets_metadata().to_vec();
    let mut shared: FxHashMap<(usize, usize), Span> = FxHashMap::default();
    for sheet in sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
    {
        let merges: Vec<Rectangle> = workbook
            .merge_cells_by_sheet_name(&sheet.name)
            .unwrap_or_default()
            .iter()
            .map(|area| (area.start.0, area.end.0, area.start.1, area.end.1))
            .collect();
        let mut grid = book.sheet(&sheet.name, sheet.visible != SheetVisible::Visible, limits);
        let mut cells = workbook
            .worksheet_cells_reader(&sheet.name)
            .map_err(unreadable)?;
        // What a broken sheet holds before its break is still worth reading.
        while let Ok(Some(cell)) = cells.next_cell() {
            let (row, column) = cell.get_position();
            match cell.get_value() {
                DataRef::Empty => {}
                // One string may stand in a million cells: it is kept once.
                DataRef::SharedString(text) => {
                    let key = (text.as_ptr() as usize, text.len());
                    match shared.get(&key) {
                        Some(&span) => {
                            grid.place(row, column, span);
                        }
                        None => {
                            if let Some(span) = grid.push(row, column, text) {
                                shared.insert(key, span);
                            }
                        }
                    }
                }
                other => {
                    grid.push(row, column, &value::text(&Data::from(other.clone())));
                }
            }
        }
        grid.finish(&merges);
    }
    Ok(())
}

/// calamine reserves room for as many strings as the file claims to have.
fn check_string_count(archive: &mut Archive<'_>) -> Result<(), Unreadable> {
    let strings = |name: &str| name.ends_with("sharedStrings.xml");
    let name = archive
        .file_names()
        .flatten()
        .find(|name| strings(name))
        .map(String::from);
    let Some(name) = name else { return Ok(()) };
    let Ok(mut entry) = archive.by_name(&name) else {
        return Ok(());
    };
    let size = entry.size();
    let mut head = vec![0; 4096];
    let length = entry.read(&mut head).unwrap_or(0);
    let head = String::from_utf8_lossy(&head[..length]);
    let claimed = head
        .split_once("uniqueCount=")
        .map(|(_, rest)| rest.trim_start_matches(['"', '\'']))
        .map(|rest| {
            rest.split(|c: char| !c.is_ascii_digit())
                .next()
                .unwrap_or("")
        })
        .map_or(0, |digits| digits.parse::<u64>().unwrap_or(u64::MAX));
    if !claimed_is_possible(claimed, size) {
        return Err(Unreadable::Workbook(format!(
            "it claims {claimed} strings in {size} bytes"
        )));
    }
    Ok(())
}

/// The shortest string takes five bytes, `<si/>`; small counts may be wrong without harm.
fn claimed_is_possible(claimed: u64, size: u64) -> bool {
    claimed < 1 << 16 || claimed <= size / 5
}

fn unreadable(error: XlsxError) -> Unreadable {
    match error {
        XlsxError::Password => Unreadable::Password,
        other => Unreadable::Workbook(other.to_string()),
    }
}
