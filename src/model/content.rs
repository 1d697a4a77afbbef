//! The text of a file, apart from what was understood of it: by far the most of what is held of it.

use super::dataset::FileRead;
use super::delegation::{Delegation, Texts};
use super::document::{Document, Returned, Sheet, Span};
use std::borrow::Cow;
use std::fmt::Debug;
use std::ops::Deref;
use std::sync::Arc;

/// The text and grid of a file, and the texts of its rows in them.
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    pub document: Document,
    /// By delegation of the file.
    pub texts: Vec<Texts>,
}

impl Content {
    /// Bytes that it takes, but for a few names.
    pub fn bytes(&self) -> usize {
        let grid = |sheet: &Sheet| size_of_val(&sheet.rows[..]) + size_of_val(&sheet.cells[..]);
        let grids: usize = self.document.sheets.iter().map(grid).sum();
        self.document.text.len() + grids + size_of_val(&self.texts[..])
    }
}

/// A file that was let go is no longer what it was: nothing that was made since is to be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {reason}", reason = Changed::REASON)]
pub struct Changed {
    pub path: String,
}

impl Changed {
    pub const REASON: &str = "the file changed while the run read it; run again";
}

/// Reads the content of a file again that was let go.
pub trait Source: Debug + Send + Sync {
    /// `None` where it is no longer what it was; [`Source::changed`] names it from then on.
    fn content(&self, file: &FileRead) -> Option<Content>;

    /// A file that was no longer what it was.
    fn changed(&self) -> Option<&Changed>;
}

/// Where the content of a file is.
#[derive(Debug, Clone, Default)]
pub(super) enum Held {
    #[default]
    Nothing,
    Here(Box<Content>),
    Away(Arc<dyn Source>),
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

impl FileRead {
    /// Takes what was understood of the rows. To which tables they belong is asked often, and does not change.
    pub fn understood(&mut self, delegations: Vec<Delegation>) {
        for due in delegations.iter().filter_map(FileRead::due) {
            if !self.row_tables.contains(&due) {
                self.row_tables.push(due);
            }
        }
        self.delegations = delegations;
    }

    /// Keeps what was read, and the texts of the rows in it.
    pub fn keep(&mut self, document: Document, texts: Vec<Texts>) {
        self.about = Some(About::of(&document));
        self.content = Held::Here(Box::new(Content { document, texts }));
    }

    /// Bytes of the content at hand.
    pub fn held(&self) -> usize {
        match &self.content {
            Held::Here(content) => content.bytes(),
            Held::Nothing | Held::Away(_) => 0,
        }
    }

    /// Lets the content go: who asks for it has it read again.
    pub fn let_go(&mut self, source: Arc<dyn Source>) {
        self.content = Held::Away(source);
    }

    /// A file that was let go and is no longer what it was.
    pub fn changed(&self) -> Option<&Changed> {
        match &self.content {
            Held::Away(source) => source.changed(),
            Held::Nothing | Held::Here(_) => None,
        }
    }

    /// Gives rows that a delimiter in a cell had cut back the cells that they were written with.
    pub fn cut_again(&mut self) {
        let Held::Here(content) = &mut self.content else {
            return;
        };
        for row in &self.segmentation.realigned {
            if let Some(written) = row.written {
                content.document.sheets[row.sheet].rows[row.row] = written;
            }
        }
    }

    /// The file with its text at hand: taken once for all that is asked of it.
    pub fn open(&self) -> Opened<'_> {
        Opened::new(self, &self.content)
    }
}

/// A file with its text at hand. Where the text was let go, it is there as long as this is.
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
    pub(super) fn new(file: &'a FileRead, held: &'a Held) -> Opened<'a> {
        let content = match held {
            Held::Nothing => None,
            Held::Here(content) => Some(Cow::Borrowed(content.as_ref())),
            Held::Away(source) => source.content(file).map(Cow::Owned),
        };
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

/// Opens the files of rows that stand in their order: the one opened last stays open.
#[derive(Debug, Default)]
pub struct Reader<'a>(Option<Opened<'a>>);

impl<'a> Reader<'a> {
    /// The file with its text at hand.
    pub fn open(&mut self, file: &'a FileRead) -> &Opened<'a> {
        let last = self.0.take();
        let same = last.filter(|opened| std::ptr::eq(opened.file, file));
        self.0.insert(same.unwrap_or_else(|| file.open()))
    }
}
