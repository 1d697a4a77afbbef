//! How wide the columns of a table by one key are, and how large it prints.

use super::book::{Book, LABEL_WIDTH};
use super::tables::Table;
use crate::report::sheet::{PAPER, Sheet, scale};
use crate::report::speak::Speak;

/// Lines of a table that a page still holds with its bridge, a little smaller than otherwise.
const LINES_FITTED: usize = 34;
/// Points of a line, and of title, header, bridge and notes.
const LINE_POINTS: f64 = 17.6;
const AROUND_POINTS: f64 = 230.0;
/// Width of notes over all columns, in characters.
const NOTE_WIDTH: f64 = 160.0;
/// The figures of a direction: amounts are long, people and person-days longer than counts.
const FIGURE_WIDTHS: [f64; 7] = [7.5, 9.0, 9.0, 15.5, 7.5, 7.5, 7.5];
const NUMBER_WIDTH: f64 = 5.0;
const CODE_WIDTH: f64 = 13.0;
const SHARE_WIDTH: f64 = 8.0;

impl Table {
    /// Columns and paper: quarters and sources are as many as there are classes and fit one page; of the
    /// others each table has a page if it nearly fits one.
    pub(super) fn set_up(&self, book: &Book, sheet: &mut Sheet, most_lines: usize) {
        let mut figures = FIGURE_WIDTHS.to_vec();
        if self.has_share() {
            figures.insert(1, SHARE_WIDTH);
        }
        let labels = [NUMBER_WIDTH, LABEL_WIDTH, CODE_WIDTH];
        sheet.columns(&[&labels[..], &figures, &figures].concat());
        sheet.note_width = NOTE_WIDTH;
        // Codes are for whoever traces a figure; on a paper to be signed they are noise.
        sheet.hide(2..=2);

        sheet.landscape(book.lang());
        if self.has_share() {
            sheet.worksheet().set_print_fit_to_pages(1, 1);
            return;
        }
        let printed = [&labels[..2], &figures, &figures].concat();
        let mut percent = scale(&printed);
        if most_lines <= LINES_FITTED {
            let points = AROUND_POINTS + LINE_POINTS * most_lines as f64;
            percent = percent.min(PAPER.1 * 72.0 / points * 100.0);
        }
        sheet.worksheet().set_print_scale(percent as u16);
    }
}
