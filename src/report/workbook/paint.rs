//! Formats of many cells, told to their sheet by rectangles: the library looks through a whole format each time that it is told one.

use super::book::quoted;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};
use std::mem::{swap, take};
use std::ptr;

/// Formats of cells that were written without one.
#[derive(Debug, Default)]
pub struct Paint<'f> {
    done: Vec<Area<'f>>,
    /// Those that end in the row above the current one, and those of the current row.
    above: Vec<Area<'f>>,
    current: Vec<Area<'f>>,
    row: u32,
}

/// A rectangle of cells that have the very same format.
#[derive(Debug, Clone, Copy)]
struct Area<'f> {
    rows: (u32, u32),
    columns: (u16, u16),
    format: &'f Format,
}

impl<'f> Paint<'f> {
    /// Writes a text cell; it is never taken for a formula, not even when a person edits it.
    pub fn text(
        &mut self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        text: &str,
        format: &'f Format,
    ) -> Result<(), XlsxError> {
        if let Some(quoted) = quoted(text, format) {
            sheet.write_string_with_format(row, column, text, &quoted)?;
            return Ok(());
        }
        sheet.write_string(row, column, text)?;
        self.cell((row, column), format);
        Ok(())
    }

    /// Writes a number.
    pub fn number(
        &mut self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        number: f64,
        format: &'f Format,
    ) -> Result<(), XlsxError> {
        sheet.write_number(row, column, number)?;
        self.cell((row, column), format);
        Ok(())
    }

    /// Each cell once, row by row from the top.
    fn cell(&mut self, (row, column): (u32, u16), format: &'f Format) {
        if row != self.row {
            self.end_row();
            if row != self.row + 1 {
                self.done.append(&mut self.above);
            }
            self.row = row;
        }
        match self.current.last_mut() {
            Some(area) if area.columns.1 + 1 == column && ptr::eq(area.format, format) => {
                area.columns.1 = column;
            }
            _ => self.current.push(Area {
                rows: (row, row),
                columns: (column, column),
                format,
            }),
        }
    }

    /// Joins what the current row has with the same columns above.
    fn end_row(&mut self) {
        for area in &mut self.current {
            let is_same =
                |above: &Area| above.columns == area.columns && ptr::eq(above.format, area.format);
            if let Some(at) = self.above.iter().position(is_same) {
                area.rows.0 = self.above.swap_remove(at).rows.0;
            }
        }
        self.done.append(&mut self.above);
        swap(&mut self.above, &mut self.current);
    }

    /// Tells the sheet the formats of all cells until now. Those without content are there from now on.
    ///
    /// # Errors
    /// When a cell lies outside any sheet.
    pub fn apply(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        self.end_row();
        self.done.append(&mut self.above);
        let areas = take(&mut self.done);
        for area in &areas {
            let ((top, bottom), (left, right)) = (area.rows, area.columns);
            sheet.set_range_format(top, left, bottom, right, area.format)?;
        }
        // Ranges alone do not make a sheet larger.
        let first = [
            areas.iter().min_by_key(|area| area.rows.0),
            areas.iter().min_by_key(|area| area.columns.0),
        ];
        for area in first.into_iter().flatten() {
            sheet.set_cell_format(area.rows.0, area.columns.0, area.format)?;
        }
        let last = [
            areas.iter().max_by_key(|area| area.rows.1),
            areas.iter().max_by_key(|area| area.columns.1),
        ];
        for area in last.into_iter().flatten() {
            sheet.set_cell_format(area.rows.1, area.columns.1, area.format)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_xlsxwriter::Workbook;
    use std::io::{Cursor, Read};

    #[test]
    fn painted_cells_have_their_formats_and_empty_ones_at_the_rim_are_there() {
        let (bold, italic) = (Format::new().set_bold(), Format::new().set_italic());
        let mut sheet = Worksheet::new();
        let mut paint = Paint::default();
        let rows = [
            ["", "b", ""],
            ["a", "-b", "c"],
            ["a", "b", "c"],
            ["", "", ""],
        ];
        for (row, texts) in (3..).zip(rows) {
            for (column, text) in (2..).zip(texts) {
                let format = if column < 4 { &bold } else { &italic };
                paint.text(&mut sheet, (row, column), text, format).unwrap();
            }
        }
        paint.number(&mut sheet, (9, 2), 1.0, &bold).unwrap();
        paint.apply(&mut sheet).unwrap();
        let mut workbook = Workbook::new();
        workbook.push_worksheet(sheet);
        let bytes = workbook.save_to_buffer().unwrap();
        let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut part = package.by_name("xl/worksheets/sheet1.xml").unwrap();
        let mut xml = String::new();
        part.read_to_string(&mut xml).unwrap();
        let cells = xml.split("<c r=\"").skip(1).map(|cell| {
            let (place, rest) = cell.split_once("\" s=\"").unwrap();
            format!("{place}:{}", rest.split('"').next().unwrap())
        });
        // The quoted text has a format of its own: it is the first that the sheet is told.
        let painted = "C4:2 D4:2 E4:3 C5:2 D5:1 E5:3 C6:2 D6:2 E6:3 C7:2 D7:2 E7:3 C10:2";
        assert_eq!(cells.collect::<Vec<_>>().join(" "), painted);
    }
}
