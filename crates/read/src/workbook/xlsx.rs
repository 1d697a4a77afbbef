//! `.xlsx` and `.xlsm`, cell by cell: calamine's own range would allocate a sheet's whole extent.

use super::archive::Archive;
use super::grid::{Book, Rectangle};
use super::value;
use crate::document::{Span, Unreadable};
use crate::limits::ReadLimits;
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
                            grid.repeat(row, column, span);
                        }
                        None => {
                            if let Some(span) = grid.push(row, column, text) {
                                shared.insert(key, span);
                            }
                        }
                    }
                }
                DataRef::String(text) => {
                    grid.push(row, column, text);
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

/// Bytes before the list of strings begins: a declaration and a few names.
const STRINGS_HEAD: u64 = 1 << 16;

/// calamine reserves room for as many strings as the file claims to have.
fn check_string_count(archive: &mut Archive<'_>) -> Result<(), Unreadable> {
    let names = archive.file_names().flatten();
    let strings = names.filter(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
    let names: Vec<String> = strings.map(String::from).collect();
    for name in names {
        let Ok(entry) = archive.by_name(&name) else {
            continue;
        };
        let size = entry.size();
        let mut head = Vec::new();
        // What unpacks before a break is looked at all the same.
        let _ = entry.take(STRINGS_HEAD).read_to_end(&mut head);
        let head = String::from_utf8_lossy(&head);
        let number = |rest: &str| {
            let rest = rest.trim_start_matches([' ', '=', '"', '\'', '\t', '\r', '\n']);
            let end = rest.find(|c: char| !c.is_ascii_digit());
            rest[..end.unwrap_or(rest.len())].parse::<u64>()
        };
        let claims = head.split("uniqueCount").skip(1);
        let claimed = claims.map(|rest| number(rest).unwrap_or(u64::MAX)).max();
        // A claim that comes later than any program writes it cannot be judged.
        let hidden = !head.contains("<sst") && !head.contains(":sst") && size > STRINGS_HEAD;
        if hidden || !claimed_is_possible(claimed.unwrap_or(0), size) {
            let claimed = claimed.map_or("?".into(), |claimed| claimed.to_string());
            return Err(Unreadable::Workbook(format!(
                "it claims {claimed} strings in {size} bytes"
            )));
        }
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
