//! How wide the columns of a table by one key are, on paper and beyond it.

use super::book::LABEL_WIDTH;
use super::tables::Table;
use crate::report::sheet::Sheet;

/// The figures of a direction: amounts are long, people and person-days longer than counts.
const FIGURE_WIDTHS: [f64; 4] = [7.0, 7.5, 16.5, 14.0];
const UNKNOWN_WIDTHS: [f64; 3] = [8.0; 3];
const GAP_WIDTH: f64 = 3.0;
const NUMBER_WIDTH: f64 = 5.0;
const CODE_WIDTH: f64 = 13.0;
const SHARE_WIDTH: f64 = 7.5;

impl Table {
    /// Columns and paper.
    pub(super) fn set_up(&self, sheet: &mut Sheet) {
        let mut figures = FIGURE_WIDTHS.to_vec();
        if self.has_share() {
            figures.insert(1, SHARE_WIDTH);
        }
        let labels = [NUMBER_WIDTH, LABEL_WIDTH, CODE_WIDTH];
        let unknown = [UNKNOWN_WIDTHS; 2].concat();
        let all = [&labels[..], &figures, &figures, &[GAP_WIDTH], &unknown];
        sheet.columns(&all.concat());
        // Codes are for whoever traces a figure; on a paper to be signed they are noise.
        sheet.hide(2..=2);

        let printed = [&labels[..2], &figures, &figures].concat();
        sheet.text_over(0..=self.last_printed(), printed.iter().sum());
        sheet.landscape();
        sheet.print_columns(&printed);
    }
}
