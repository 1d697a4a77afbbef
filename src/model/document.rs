//! A file as it was read: decoded text, rows of cells, and the evidence for how it was read.

pub use super::blank::trim;
pub use super::returned::Returned;

use smallvec::SmallVec;

/// A piece of [`Document::text`], in bytes. Eight bytes instead of a `String` per cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Span {
    pub start: u32,
    pub len: u32,
}

impl Span {
    /// The empty text, valid in every document.
    pub const EMPTY: Span = Span { start: 0, len: 0 };

    pub fn is_empty(self) -> bool {
        self.len == 0
    }
}

/// One row of a sheet: its cells and the physical lines that it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Index of the first cell in [`Sheet::cells`].
    pub first_cell: u32,
    /// Number of cells as written: ragged rows keep their own width.
    pub cells: u32,
    /// First physical line (text files) or row of the sheet (workbooks), from 1.
    pub line: u32,
    /// Physical lines covered: more than one where a cell holds line breaks.
    pub lines: u32,
}

/// A rectangle of merged cells of a workbook, inclusive, rows as indexes into [`Sheet::rows`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    pub first_row: u32,
    pub last_row: u32,
    pub first_col: u32,
    pub last_col: u32,
}

/// One grid of cells: a text file has one, a workbook one per sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Name of the sheet; empty for a text file.
    pub name: String,
    /// Hidden by its author: still read, and said so.
    pub hidden: bool,
    /// Words of this program to a department, as the first sheet of an answer: never data.
    pub guide: bool,
    pub rows: Vec<Row>,
    /// Cells of all rows, in order.
    pub cells: Vec<Span>,
    /// Merged rectangles; always empty for text files.
    pub merges: Vec<Merge>,
}

/// How the letters of a file were stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Encoding {
    Ascii,
    Utf8,
    Utf8Bom,
    Utf16Le,
    Utf16Be,
    /// TCVN 5712:1993 (VN3), the bytes of the ABC fonts (.VnTime).
    Tcvn3,
    /// VNI-Windows, the bytes of the VNI fonts (VNI-Times).
    Vni,
    Windows1258,
    Viscii,
    Vps,
    Windows1252,
    /// A workbook: its text is Unicode by definition of the format.
    Workbook,
}

impl Encoding {
    /// The name that `inspect`, findings and documents use.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Ascii => "ascii",
            Encoding::Utf8 => "utf-8",
            Encoding::Utf8Bom => "utf-8-bom",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Tcvn3 => "tcvn3",
            Encoding::Vni => "vni",
            Encoding::Windows1258 => "windows-1258",
            Encoding::Viscii => "viscii",
            Encoding::Vps => "vps",
            Encoding::Windows1252 => "windows-1252",
            Encoding::Workbook => "workbook",
        }
    }

    /// An encoding from before Unicode, whose letters had to be guessed from their bytes.
    pub fn is_legacy(self) -> bool {
        matches!(
            self,
            Encoding::Tcvn3
                | Encoding::Vni
                | Encoding::Windows1258
                | Encoding::Viscii
                | Encoding::Vps
                | Encoding::Windows1252
        )
    }
}

/// How cells are told apart in a text file. `None` for `quote` and `escape` means that there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// `None` when each line is one cell.
    pub delimiter: Option<u8>,
    pub quote: Option<u8>,
    /// A backslash before a quote; `None` where quotes are doubled or do not occur.
    pub escape: Option<u8>,
}

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
    /// A sheet whose extent is beyond the limit; the cells within it were read.
    SheetTooLarge {
        name: String,
        rows: u32,
        columns: u32,
    },
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

/// A file as read: every later stage works on this, never on bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Decoded text, followed by cells that had to be rebuilt (unescaped, repaired).
    pub text: String,
    pub sheets: Vec<Sheet>,
    pub encoding: Encoding,
    /// Why this encoding, in English, for `inspect`: one line per fact, best first.
    pub evidence: Vec<String>,
    /// `None` for a workbook.
    pub dialect: Option<Dialect>,
    /// Why this dialect, for `inspect`.
    pub dialect_evidence: String,
    /// Physical lines of a text file, used rows of all sheets of a workbook.
    pub lines: u32,
    pub notes: SmallVec<[ReadNote; 2]>,
    /// `None` for whatever this program did not make.
    pub returned: Option<Box<Returned>>,
}

impl Document {
    /// The name of the submitted file that a sheet of a returned answer is a copy of.
    pub fn origin(&self, sheet: usize) -> Option<&str> {
        let name = &self.sheets.get(sheet)?.name;
        self.returned.as_ref()?.origin(name)
    }

    /// The text of a span as it stands in the file, blanks included.
    pub fn get(&self, span: Span) -> &str {
        let start = span.start as usize;
        self.text
            .get(start..start + span.len as usize)
            .unwrap_or("")
    }

    /// The text of a span without blanks round it, no-break and zero-width ones included.
    pub fn trimmed(&self, span: Span) -> &str {
        trim(self.get(span))
    }

    /// Nothing but blanks: most cells are not, as their first letter says.
    pub fn is_blank(&self, span: Span) -> bool {
        match self.text.as_bytes().get(span.start as usize) {
            Some(0x21..=0x7E) if span.len > 0 => false,
            _ => self.trimmed(span).is_empty(),
        }
    }

    /// A cell's span; empty where the row is shorter.
    pub fn cell(&self, sheet: usize, row: usize, column: usize) -> Span {
        let sheet = &self.sheets[sheet];
        let row = sheet.rows[row];
        if column < row.cells as usize {
            sheet.cells[row.first_cell as usize + column]
        } else {
            Span::EMPTY
        }
    }

    /// The cells of a row as spans.
    pub fn row(&self, sheet: usize, row: usize) -> &[Span] {
        let sheet = &self.sheets[sheet];
        let row = sheet.rows[row];
        &sheet.cells[row.first_cell as usize..(row.first_cell + row.cells) as usize]
    }

    /// A document of one text sheet from rows of cells, one line each: for tests and for made documents.
    pub fn from_rows<S: AsRef<str>>(rows: &[Vec<S>]) -> Document {
        let mut document = Document {
            text: String::new(),
            sheets: vec![Sheet::default()],
            encoding: Encoding::Utf8,
            evidence: Vec::new(),
            dialect: None,
            dialect_evidence: String::new(),
            lines: 0,
            notes: SmallVec::new(),
            returned: None,
        };
        for cells in rows {
            document.push_row(0, document.lines + 1, cells);
        }
        document
    }

    /// Gives a row other cells, and back what it was. The old ones stay where they are.
    pub fn put_cells(&mut self, sheet: usize, row: usize, cells: &[Span]) -> Option<Row> {
        let sheet = self.sheets.get_mut(sheet)?;
        let place = sheet.rows.get_mut(row)?;
        let first_cell = u32::try_from(sheet.cells.len()).ok()?;
        let new = Row {
            first_cell,
            cells: cells.len() as u32,
            ..*place
        };
        sheet.cells.extend_from_slice(cells);
        Some(std::mem::replace(place, new))
    }

    /// Appends a row to a sheet; its height is the number of lines in its tallest cell.
    pub fn push_row<S: AsRef<str>>(&mut self, sheet: usize, line: u32, cells: &[S]) {
        let breaks = cells.iter().map(|c| c.as_ref().matches('\n').count()).max();
        let lines = 1 + breaks.unwrap_or(0) as u32;
        let first_cell = self.sheets[sheet].cells.len() as u32;
        for cell in cells {
            let span = self.push_text(cell.as_ref());
            self.sheets[sheet].cells.push(span);
        }
        self.sheets[sheet].rows.push(Row {
            first_cell,
            cells: cells.len() as u32,
            line,
            lines,
        });
        self.lines += lines;
    }

    /// Appends text to the arena and gives its span.
    pub fn push_text(&mut self, text: &str) -> Span {
        let span = Span {
            start: self.text.len() as u32,
            len: text.len() as u32,
        };
        self.text.push_str(text);
        span
    }
}
