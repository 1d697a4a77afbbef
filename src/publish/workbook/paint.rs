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
        for area in take(&mut self.done) {
            let ((top, bottom), (left, right)) = (area.rows, area.columns);
            sheet.set_range_format(top, left, bottom, right, area.format)?;
            // A range alone does not make a sheet larger.
            sheet.set_cell_format(top, left, area.format)?;
            sheet.set_cell_format(bottom, right, area.format)?;
        }
        Ok(())
    }
}
