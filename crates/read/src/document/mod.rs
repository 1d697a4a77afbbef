//! A file as it was read: decoded text, rows of cells, and the evidence for how it was read.

mod blank;
mod note;
mod returned;
mod sheet;

pub use blank::trim;
pub use note::{CellFault, ReadNote, Repair, Unreadable};
pub use returned::Returned;
pub use sheet::{Merge, Row, Sheet, Span, TableLines};

use smallvec::SmallVec;

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
    /// A Word document: Unicode but for runs in fonts of old encodings, which prove themselves.
    Word,
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
            Encoding::Word => "word",
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

/// A file as read: every later stage works on this, never on bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Decoded text, followed by cells that had to be rebuilt (unescaped, repaired).
    pub text: String,
    pub sheets: Vec<Sheet>,
    pub encoding: Encoding,
    /// Why this encoding, in English, for `inspect`: one line per fact, best first.
    pub evidence: Vec<String>,
    /// `None` for a workbook and a Word document.
    pub dialect: Option<Dialect>,
    /// Why this dialect, for `inspect`.
    pub dialect_evidence: String,
    /// Physical lines of a text file, used rows of all sheets of a workbook, paragraphs and table rows of a
    /// Word document.
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
