//! Word documents: the province's report for signature, and the covering letter to each department.

mod annex;
mod body;
mod letter;
mod letterhead;
mod package;
mod province;
mod sentences;
mod styles;

#[cfg(test)]
mod tests;

use package::Package;
use std::io;

pub use letter::letters;

use crate::edition::Edition;

/// `report.docx`: figures in sentences and tables, annexes I and II, ready to number and sign.
///
/// # Errors
/// When the parts cannot be packed: a fault of the program, not of the data.
pub fn report(edition: &Edition) -> io::Result<Vec<u8>> {
    let body = province::body(edition);
    Package::new(edition, crate::words::labels::WORD_REPORT_TITLE).pack(body)
}
