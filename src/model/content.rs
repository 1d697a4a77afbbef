//! The text of a file, apart from what was understood of it: by far the most of what is kept of it.

use super::delegation::Texts;
use super::document::{Document, Returned, Sheet};

/// The text and grid of a file, and the texts of its rows in them.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    pub document: Document,
    /// By delegation of the file.
    pub texts: Vec<Texts>,
}

/// What is known of a document beside its text.
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

    /// The name of the submitted file that a sheet of returned feedback is a copy of.
    pub fn origin(&self, sheet: usize) -> Option<&str> {
        let name = &self.sheets.get(sheet)?.name;
        self.returned.as_ref()?.origin(name)
    }
}
