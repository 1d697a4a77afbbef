//! What the reader noticed beside the text, and why a file could not be read at all.

/// Text that was repaired after decoding, in one column or in scattered cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Repair {
    /// Unicode cells that hold TCVN3 letters.
    Tcvn3Text,
    /// Unicode cells that hold VNI letters.
    VniText,
    /// UTF-8 decoded as a Windows code page and saved again, once to three times.
    DoubleEncoded,
    /// Letters and marks as separate characters, composed.
    Composed,
}

/// What the reader noticed, beside the text itself. Rules turn notes into findings.
#[derive(Debug, Clone, PartialEq)]
pub enum ReadNote {
    /// Letters were lost before the file was sent ("?" in words): `words` damaged of `total`.
    LettersLost {
        line: u32,
        words: u32,
        total: u32,
        sample: String,
    },
    /// Cells repaired: how many, where the first stands, and what it became.
    Repaired {
        repair: Repair,
        cells: u32,
        line: u32,
        column: u32,
        before: String,
        after: String,
    },
    /// A quote that opens a cell of this line and never closes: that cell was read as it stands.
    UnbalancedQuote { line: u32 },
    /// Bytes that no letter of the encoding has; replaced by U+FFFD.
    UndefinedBytes { line: u32, count: u32 },
    /// NUL characters, dropped.
    NulBytes { line: u32, count: u32 },
    /// More than one kind of line ending.
    MixedNewlines,
    /// A sheet that its author hid.
    HiddenSheet { name: String },
    /// A sheet without a cell.
    EmptySheet { name: String },
    /// A cell beyond the limit; kept up to the limit.
    CellTooLong { line: u32, column: u32, bytes: u32 },
    /// A row with more cells than a spreadsheet has columns; the first of them were read.
    RowTooWide { line: u32, columns: u32 },
    /// Lines of a text file beyond the most rows: the last row stands for all of them, and none was read.
    RowsBeyond { line: u32, lines: u32 },
    /// A cell that the file itself spoils; the cells round it were read.
    CellBroken {
        /// Index of the sheet.
        sheet: u32,
        line: u32,
        column: u32,
        /// What the file holds in its place; the cell was read as this text.
        text: String,
        reason: CellFault,
    },
    /// A sheet whose extent is beyond the limit; the cells within it were read.
    SheetTooLarge {
        name: String,
        rows: u32,
        columns: u32,
    },
}

/// What is wrong with a single cell of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellFault {
    /// It says that it is a number, date or truth value and holds something else.
    Value,
    /// It names a text that the list of texts does not have.
    MissingText,
    /// An error instead of a value: `#N/A`, `#REF!`.
    Error,
    /// A type that the format does not have.
    UnknownType,
    /// A formula that no program has worked out yet.
    NotCalculated,
}

/// Why a file could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("the file is empty")]
    Empty,
    #[error("the file is binary or of a type that is no text and no workbook")]
    Binary,
    #[error("the workbook cannot be opened: {0}")]
    Workbook(String),
    /// Half of it would be read, and nobody would know.
    #[error("the file ends before its end: it was cut off on its way")]
    CutOff,
    #[error("the workbook is locked with a password")]
    Password,
    #[error("the file has {bytes} bytes, more than the limit of {limit}")]
    TooLarge { bytes: u64, limit: u64 },
    #[error("the file cannot be opened: {0}")]
    Io(String),
    /// Someone writes to it, and it did not come to rest: half of it would be read.
    #[error("the file changes each time that it is read")]
    Changing,
    /// It was there when the folder was listed.
    #[error("the file went away before it could be read")]
    Gone,
}
