//! Tables in a document: where they stand, what their columns mean, what class each line is of.

use super::document::{Row, Span};
use super::value::MoneyUnit;
use serde::Serialize;

pub use super::evidence::{CellFacts, CellKind, Doubt, Evidence, FieldCode, Reason, Rival, Why};
pub use super::field::Field;

/// Which way the delegation travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Đoàn ra: sent abroad.
    Outbound,
    /// Đoàn vào: received.
    Inbound,
}

impl Direction {
    pub const ALL: [Direction; 2] = [Direction::Outbound, Direction::Inbound];

    /// The code in every machine output.
    pub fn code(self) -> &'static str {
        match self {
            Direction::Outbound => "outbound",
            Direction::Inbound => "inbound",
        }
    }

    /// The direction of a code.
    pub fn from_code(code: &str) -> Option<Direction> {
        Direction::ALL.into_iter().find(|d| d.code() == code)
    }
}

/// Planned for the campaign's year, or realised in the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Plan,
    Realised,
}

impl Kind {
    pub const ALL: [Kind; 2] = [Kind::Plan, Kind::Realised];

    /// The code in every machine output.
    pub fn code(self) -> &'static str {
        match self {
            Kind::Plan => "plan",
            Kind::Realised => "realised",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How a heading was matched to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// A heading of the office's own list.
    Office,
    /// A heading of the vocabulary, as written there after folding.
    Exact,
    /// A heading of the vocabulary with words round it.
    Contains,
    /// One edit away from a heading of the vocabulary.
    Fuzzy,
    /// By words that headings of the vocabulary have.
    Words,
    /// By what stands in the column.
    Content,
    /// Taken over with the head of the section before.
    Inherited,
    /// Not matched.
    #[default]
    None,
}

/// One column of a section.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Column {
    /// Position, from 0.
    pub index: usize,
    /// Heading as written; the lines of a head of several rows joined with " | ".
    pub heading: String,
    pub field: Option<Field>,
    pub matched: Match,
    /// Unit said in the heading or a caption ("ĐVT: triệu đồng").
    pub unit: Option<MoneyUnit>,
    pub facts: CellFacts,
    pub evidence: Evidence,
}

/// Why a section holds no rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Nil {
    /// "Không có", "không phát sinh": a return.
    Stated,
    /// An empty table without such words.
    Unconfirmed,
}

/// Text of a cell taken from a row above, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inherited {
    pub field: Field,
    pub text: Span,
    /// Row index in the sheet where the text stands.
    pub from_row: u32,
    pub reason: InheritReason,
}

/// Why a text of a row above holds for a row below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum InheritReason {
    /// `-nt-`, `"`, `//`, "như trên".
    Ditto,
    /// A group row ("a. CHDCND Lào").
    Group,
    /// Blank because the cell was merged.
    Merged,
    /// Of the row itself, where a delimiter in an unquoted cell had cut it in two ([`Realigned`]).
    Realigned,
}

/// A data row of a section.
#[derive(Debug, Clone, PartialEq)]
pub struct DataRow {
    /// Row index in the sheet.
    pub row: u32,
    /// First physical line, from 1.
    pub line: u32,
    /// Texts that hold for this row though they stand above it.
    pub inherited: Vec<Inherited>,
    /// Direction, where a column or group row says it for this row alone.
    pub direction: Option<Direction>,
    /// Kind, where a column or group row says it for this row alone.
    pub kind: Option<Kind>,
    /// The head is repeated or a cell too many: cells as against columns.
    pub ragged: bool,
    /// What lines below add to the row.
    pub joined: Option<Box<JoinedLines>>,
}

/// What the lines below a row add to it: they are no rows of their own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct JoinedLines {
    /// Further countries, each on a line of its own.
    pub countries: Vec<Span>,
    /// The rest of a source that was broken over lines.
    pub funding: Vec<Span>,
    /// Persons listed one a line, the row itself among them.
    pub persons: Option<u32>,
}

/// A total that the office wrote itself: compared with the rows, never trusted.
#[derive(Debug, Clone, PartialEq)]
pub struct StatedTotal {
    pub row: u32,
    pub line: u32,
    pub field: Field,
    /// Column index.
    pub column: usize,
    pub text: Span,
    /// First and last index into [`Section::rows`] that the total covers, end exclusive.
    pub from: usize,
    pub to: usize,
    /// Sections before this one that the total also covers ("Cộng (I+II)"), by number.
    pub sections_before: usize,
}

/// One table: outbound or inbound, planned or realised.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Sheet index in the document.
    pub sheet: usize,
    pub direction: Option<Direction>,
    pub kind: Kind,
    /// Where the kind was said; `false` when nothing said it and a plan was assumed.
    pub kind_stated: bool,
    /// Year in the head or title, where one stands.
    pub stated_year: Option<i32>,
    /// The section's year after the campaign's rules were applied.
    pub year: i32,
    /// Line of the section's own head or title; of the table head where it has none.
    pub line: u32,
    /// First and last line of the table head, from 1; empty for a section without one.
    pub head_lines: Vec<u32>,
    pub columns: Vec<Column>,
    /// The head was taken from the section before.
    pub head_inherited: bool,
    pub rows: Vec<DataRow>,
    pub nil: Option<Nil>,
    pub totals: Vec<StatedTotal>,
    /// Title or section head as written, for messages.
    pub title: String,
}

impl Section {
    /// The first column of a field.
    pub fn column(&self, field: Field) -> Option<&Column> {
        self.columns
            .iter()
            .find(|column| column.field == Some(field))
    }
}

/// What a physical line of a file is. Every line is in exactly one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LineClass {
    /// Letterhead, document title, caption of a table.
    Title,
    /// Head of a section: "I. ĐOÀN RA".
    Section,
    /// Head of a table.
    Header,
    /// "1 2 3 …" under a head.
    NumberRow,
    /// A row that holds for the rows below it: a country, a department.
    Group,
    /// A delegation.
    Data,
    /// A line of the delegation above it: one of its persons or countries, the rest of a broken line or form.
    Joined,
    /// A numbered row with nothing in it, or with fillers only.
    Filler,
    /// "Không có": a nil return.
    Nil,
    /// Stated totals.
    Subtotal,
    /// Signatures, recipients, notes below a table.
    Footer,
    /// Text that belongs to no table.
    Prose,
    Blank,
    /// A line of a file that could not be read as text or table.
    Unread,
}

impl LineClass {
    pub const ALL: [LineClass; 14] = [
        LineClass::Title,
        LineClass::Section,
        LineClass::Header,
        LineClass::NumberRow,
        LineClass::Group,
        LineClass::Data,
        LineClass::Joined,
        LineClass::Filler,
        LineClass::Nil,
        LineClass::Subtotal,
        LineClass::Footer,
        LineClass::Prose,
        LineClass::Blank,
        LineClass::Unread,
    ];

    /// The key in `run.json` and `inspect`.
    pub fn code(self) -> &'static str {
        match self {
            LineClass::Title => "title",
            LineClass::Section => "section",
            LineClass::Header => "header",
            LineClass::NumberRow => "number_row",
            LineClass::Group => "group",
            LineClass::Data => "data",
            LineClass::Joined => "joined",
            LineClass::Filler => "filler",
            LineClass::Nil => "nil",
            LineClass::Subtotal => "subtotal",
            LineClass::Footer => "footer",
            LineClass::Prose => "prose",
            LineClass::Blank => "blank",
            LineClass::Unread => "unread",
        }
    }
}

/// A nil return said in prose, outside any table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NilStatement {
    pub line: u32,
    /// `None`: both directions.
    pub direction: Option<Direction>,
    pub kind: Kind,
    pub year: Option<i32>,
}

/// What the segmenter noticed. Rules turn notes into findings.
#[derive(Debug, Clone, PartialEq)]
pub enum SegmentNote {
    /// Neither a table nor a nil statement in the whole file.
    NoTable,
    /// Rows that look like a table, but no head anywhere that says what they are.
    NoHead { line: u32 },
    /// A table head without a column that every row needs.
    MissingColumn {
        section: usize,
        line: u32,
        field: Field,
    },
    /// A column whose heading is not understood.
    UnknownColumn {
        section: usize,
        line: u32,
        column: usize,
        heading: String,
    },
    /// Two columns with one meaning; the first was taken.
    DoubledColumn {
        section: usize,
        line: u32,
        column: usize,
        heading: String,
    },
    /// The direction of a section is said nowhere.
    DirectionUnclear { section: usize, line: u32 },
    /// Rows of more or fewer cells than the head.
    RaggedRow {
        section: usize,
        line: u32,
        cells: u32,
        expected: u32,
        /// Cells cut in two by a delimiter in them and read as one again.
        joined: Vec<Span>,
    },
    /// The section has no head of its own and took the one before.
    HeadInherited { section: usize, line: u32 },
    /// Running numbers that jump or repeat: the first place in a section.
    NumberingBroken {
        section: usize,
        line: u32,
        expected: u32,
        found: u32,
    },
    /// Records that stood in one cell, under another delimiter or on two lines, put under the columns.
    RecordsCut { line: u32, rows: u32 },
    /// A list of persons: lines that make one row each delegation.
    PersonsJoined {
        section: usize,
        line: u32,
        persons: u32,
        delegations: u32,
    },
    /// A line that adds a country to the delegation above it.
    CountryJoined { line: u32, to: u32 },
    /// A line below a header that holds a figure, period, country or source and is nothing.
    LineLeft { line: u32, text: String },
    /// More such lines than are named.
    LinesLeft { line: u32, lines: u32 },
    /// A secret document's mark at the top.
    Secret { line: u32 },
}

/// A row that a delimiter in an unquoted cell had cut: its cells as they belong under the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Realigned {
    pub sheet: usize,
    pub row: usize,
    pub cells: Vec<Span>,
    /// The row as it was written, once the document has it as above.
    pub written: Option<Row>,
}

/// A document cut into sections.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Segmentation {
    pub sections: Vec<Section>,
    /// One class for each row of each sheet.
    pub classes: Vec<Vec<LineClass>>,
    pub nil_statements: Vec<NilStatement>,
    pub notes: Vec<SegmentNote>,
    pub realigned: Vec<Realigned>,
    /// Names in letterheads, titles and captions that may be the department, best first, as written.
    pub department_names: Vec<String>,
    /// Plan year that the titles speak of, for files that stand under no year folder.
    pub title_year: Option<i32>,
}
