//! The text of a file, apart from what was understood of it: by far the most of what is held of it.

use super::dataset::FileRead;
use super::delegation::{Delegation, Texts};
use super::document::{Document, Returned, Sheet, Span};
use std::borrow::Cow;
use std::ops::Deref;

/// The text and grid of a file, and the texts of its rows in them.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    pub document: Document,
    /// By delegation of the file.
    pub texts: Vec<Texts>,
}

/// What is known of a document whether its text is at hand or not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    pub sheets: Vec<SheetAbout>,
    /// `None` for whatever this program did not make.
    pub returned: Option<Box<Returned>>,
}

/// What is known of a sheet without its cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetAbout {
    /// Empty for a text file.
    pub name: String,
    /// Words of this program to a department, never data.
    pub guide: bool,
    pub rows: usize,
}

impl About {
    /// What stays known of a document.
    pub fn of(document: &Document) -> About {
        let sheet = |sheet: &Sheet| SheetAbout {
            name: sheet.name.clone(),
            guide: sheet.guide,
            rows: sheet.rows.len(),
        };
        About {
            sheets: document.sheets.iter().map(sheet).collect(),
            returned: document.returned.clone(),
        }
    }

    /// The name of the submitted file that a sheet of a returned answer is a copy of.
    pub fn origin(&self, sheet: usize) -> Option<&str> {
        let name = &self.sheets.get(sheet)?.name;
        self.returned.as_ref()?.origin(name)
    }
}

/// A file with its text at hand.
#[derive(Debug)]
pub struct Opened<'a> {
    file: &'a FileRead,
    content: Option<Cow<'a, Content>>,
}

impl Deref for Opened<'_> {
    type Target = FileRead;

    fn deref(&self) -> &FileRead {
        self.file
    }
}

impl<'a> Opened<'a> {
    pub(super) fn new(file: &'a FileRead, content: Option<Cow<'a, Content>>) -> Opened<'a> {
        Opened { file, content }
    }

    /// `None` where nothing of the file was kept.
    pub fn document(&self) -> Option<&Document> {
        self.content.as_ref().map(|content| &content.document)
    }

    /// The text of a span, without blanks round it.
    pub fn text(&self, span: Span) -> &str {
        self.document()
            .map_or("", |document| document.trimmed(span))
    }

    /// The texts of a row.
    pub fn texts(&self, row: &Delegation) -> &Texts {
        const NONE: &Texts = &Texts::NONE;
        let content = self.content.as_ref();
        let texts = content.and_then(|content| content.texts.get(row.index as usize));
        texts.unwrap_or(NONE)
    }

    /// A row as written: its cells joined with bars, blank cells at its end left out.
    pub fn row_text(&self, row: &Delegation) -> String {
        let Some(document) = self.document() else {
            return String::new();
        };
        let cells = document.row(self.section(row).sheet, row.row as usize);
        let cells: Vec<&str> = cells.iter().map(|&cell| document.trimmed(cell)).collect();
        let end = cells
            .iter()
            .rposition(|cell| !cell.is_empty())
            .map_or(0, |last| last + 1);
        cells[..end].join(" | ")
    }
}
