//! What is to be done with one distinct text of a document.

use crate::document::{Encoding, Repair};

/// What is to be done with a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Proves that its column and row hold Unicode.
    Unicode,
    Neutral,
    /// Words of another language.
    Foreign,
    Repaired(Repair, String),
    /// Letters of TCVN3 or VNI, beyond doubt.
    Legacy(Encoding, String),
    Open,
}
