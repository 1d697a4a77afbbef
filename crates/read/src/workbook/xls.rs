//! `.xls` through calamine, which follows and allocates what a file claims: it gets a tamed copy.

use super::compound::{self, Compound};
use super::number_format::{FIRST_DAY, NumberFormat};
use super::{records, value};
use crate::document::{CellFault, ReadNote, Unreadable};
use crate::grid::{Book, Rectangle};
use crate::limits::ReadLimits;
use calamine::{Data, ExcelDateTime, Reader, SheetVisible, Xls, XlsError};
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
            let (row, column) = (first_row + row as u32, first_column + column as u32);
            let text = text_of(cell);
            if matches!(cell, Data::Error(_)) {
                grid.fault(row, column, &text, CellFault::Error);
            }
            grid.push(row, column, &text);
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

fn text_of(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => value::number(*number),
        Data::String(text) => text.clone(),
        Data::Bool(value) => value::boolean(*value).to_string(),
        Data::DateTime(moment) => moment_of(moment),
        Data::DateTimeIso(moment) => value::iso_date(moment),
        Data::DurationIso(duration) => value::iso_duration(duration),
        Data::Error(error) => error.to_string(),
    }
}

/// The calendar of old Macintosh files is known to the moment alone, and not what it counts as a day.
fn moment_of(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return NumberFormat::of_code("[h]:mm").show(moment.as_f64(), false);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let seconds = u32::from(hour) * 3600 + u32::from(minute) * 60 + u32::from(second);
    let date = value::day_number(year.into(), month.into(), day.into()) as f64;
    let days = if moment.as_f64() < FIRST_DAY {
        moment.as_f64()
    } else {
        date + f64::from(seconds) / 86_400.0
    };
    NumberFormat::of_code("dd/mm/yyyy").show(days, false)
}

fn unreadable(error: XlsError) -> Unreadable {
    match error {
        XlsError::Password => Unreadable::Password,
        other => Unreadable::Workbook(other.to_string()),
    }
}
