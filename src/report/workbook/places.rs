//! Where planned rows and results stand in the annexes.

use crate::words::shown;

/// Where rows stand in the annexes, such as `B.XVI.1`: block, department, number.
#[derive(Debug, Default)]
pub struct Places {
    /// By index into the results of the comparison; empty for those that are in no figure.
    pub results: Vec<String>,
    /// By index into its planned rows.
    pub planned: Vec<String>,
}

/// The letter of a block of an annex.
pub fn letter(block: usize) -> String {
    char::from(b'A' + block.min(25) as u8).to_string()
}

/// Block, department and number of a row.
pub fn place(block: usize, department: u32, row: u32) -> String {
    format!("{}.{}.{row}", letter(block), shown::roman(department))
}
