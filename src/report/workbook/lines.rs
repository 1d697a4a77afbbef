//! What all lines of the overview have: number, label, and where their figures stand.

use crate::report::sheet::Sheet;
use crate::report::sheet::style::{STYLES, Weight};

/// First column of figures, and the last of the sheet.
pub const FIGURES: u16 = 2;
pub const LAST: u16 = 9;

/// Number and label of a line.
pub fn open_line(sheet: &mut Sheet, number: u32, label: &str) {
    sheet.number(0, f64::from(number), STYLES.centred(Weight::Plain));
    sheet.text(1, label, STYLES.text(Weight::Plain));
    sheet.fit();
}
