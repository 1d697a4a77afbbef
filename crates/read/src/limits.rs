//! What a file may cost before it is refused or cut.

/// What a file may cost before it is refused or cut.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLimits {
    /// Largest file, in bytes; beyond it [`Unreadable::TooLarge`](crate::Unreadable::TooLarge).
    pub file_bytes: u64,
    /// Longest cell, in bytes; beyond it the cell is cut and noted.
    pub cell_bytes: u32,
    /// Rows of a text file; lines beyond them are counted and noted. A table of a row a byte would take
    /// many times its file otherwise.
    pub text_rows: u32,
    /// Rows and columns of a sheet; what lies beyond is left out and noted.
    pub sheet_rows: u32,
    pub sheet_columns: u32,
    /// Bytes that a workbook may unpack to.
    pub unpacked_bytes: u64,
}

impl Default for ReadLimits {
    fn default() -> ReadLimits {
        ReadLimits {
            file_bytes: 512 << 20,
            cell_bytes: 1 << 20,
            text_rows: 1 << 24,
            sheet_rows: 1 << 20,
            sheet_columns: 1 << 10,
            unpacked_bytes: 1 << 30,
        }
    }
}
