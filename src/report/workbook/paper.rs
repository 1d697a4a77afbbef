//! How wide the columns of a table by one key are, and how large it prints.

use super::book::{Book, LABEL_WIDTH};
use super::codes::MEASURES;
use super::style;
use super::tables::Table;
use crate::model::section::Direction;
use crate::words::labels;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// Lines of a table that a page still holds with its bridge, a little smaller than otherwise.
const LINES_FITTED: usize = 34;
/// Points of a line, and of title, head, bridge and notes.
const LINE_POINTS: f64 = 17.6;
const AROUND_POINTS: f64 = 230.0;
/// Number, label, and twice the figures: amounts are long, people and person-days longer than counts.
const WIDTHS: [f64; 16] = [
    5.0,
    LABEL_WIDTH,
    7.5,
    9.0,
    9.0,
    15.5,
    7.5,
    7.5,
    7.5,
    7.5,
    9.0,
    9.0,
    15.5,
    7.5,
    7.5,
    7.5,
];
impl Table {
    /// The paper: quarters and sources are as many as there are classes and fit one page; of the others
    /// each table has a page if it nearly fits one.
    pub(super) fn print(&self, book: &Book, sheet: &mut Worksheet, most_lines: usize) {
        let page_of = book.fill(labels::PAGE_OF, &["&P", "&N"]);
        if self.has_share() {
            style::paper(sheet, &page_of);
            sheet.set_print_fit_to_pages(1, 1);
            return;
        }
        style::page(sheet, &page_of);
        let mut scale = style::scale(&WIDTHS);
        if most_lines <= LINES_FITTED {
            let points = AROUND_POINTS + LINE_POINTS * most_lines as f64;
            scale = scale.min(style::PAPER.1 * 72.0 / points * 100.0);
        }
        sheet.set_print_scale(scale as u16);
    }

    pub(super) fn widths(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_column_width(0, WIDTHS[0])?;
        sheet.set_column_width(1, WIDTHS[1])?;
        sheet.set_column_width(2, 13)?;
        // Codes are for whoever traces a figure; on a paper to be signed they are noise.
        sheet.set_column_hidden(2)?;
        for direction in Direction::ALL {
            for at in 0..MEASURES.len() {
                sheet.set_column_width(self.column(direction, at), WIDTHS[2 + at])?;
            }
            if self.has_share() {
                sheet.set_column_width(self.share(direction), 8)?;
            }
        }
        Ok(())
    }
}
