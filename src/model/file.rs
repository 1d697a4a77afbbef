//! One submission with all that was made of it.

use super::accounts::{LineAccount, RowAccount};
use super::content::{About, Content};
use super::delegation::{Delegation, Texts};
use super::document::{Document, Returned, Span, Unreadable};
use super::section::{Section, Segmentation};
use super::submission::{Due, Submission};
use std::ops::Deref;

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileState {
    Read,
    /// Unreadable, secret, or its letters are lost.
    Rejected,
    /// All its sections were replaced by a later version.
    Superseded,
    /// Its content was read already.
    Duplicate,
}

/// What somebody should say of a reply that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReplyDoubts {
    /// It lies in the folder of another department than that whose submission it replies to.
    pub misfiled: bool,
    /// Another reply to the same submission counts instead, and no name says which is the later one.
    pub unordered: bool,
}

/// One submission with all that was made of it.
#[derive(Debug, Clone)]
pub struct FileRead {
    pub submission: Submission,
    /// Index into `Dataset::departments`.
    pub department: u32,
    /// BLAKE3 of the bytes, in hexadecimal; empty for a file that could not be opened.
    pub digest: String,
    pub state: FileState,
    /// Tables of this file that a later version replaced, with that version's path.
    pub superseded: Vec<(Due, String)>,
    /// Index of the returned feedback that replaced it.
    pub replied_by: Option<u32>,
    /// What its name and its place leave open, where it is a reply that came back.
    pub doubts: ReplyDoubts,
    /// Path of the file whose content this one repeats.
    pub duplicate_of: Option<String>,
    /// That file is another department's: both have submitted.
    pub shared: bool,
    /// Tables that are of a year which this campaign does not ask for: they are no submission to it.
    pub of_other_years: Vec<Due>,
    /// Day of the first published run that had its content.
    pub first_seen: String,
    /// A run on or after the deadline lacked it.
    pub late: bool,
    /// What was read; `None` where nothing could be, or none of it may be kept.
    pub about: Option<About>,
    /// `None` where nothing could be read, or none of it may be kept.
    content: Option<Box<Content>>,
    pub unreadable: Option<Unreadable>,
    /// No folder, title or option says its year.
    pub undated: bool,
    /// Marked as a state secret: nothing of its content is kept.
    pub secret: bool,
    pub segmentation: Segmentation,
    /// Data rows of its sections: each is to become a delegation.
    pub rows_cut: usize,
    pub delegations: Vec<Delegation>,
    /// Tables that the rows belong to, each once.
    row_tables: Vec<Due>,
    pub lines: LineAccount,
}

impl FileRead {
    /// A file of which nothing is known but its bytes' digest.
    pub fn new(submission: Submission, digest: String) -> FileRead {
        FileRead {
            submission,
            department: 0,
            digest,
            state: FileState::Read,
            superseded: Vec::new(),
            replied_by: None,
            doubts: ReplyDoubts::default(),
            duplicate_of: None,
            shared: false,
            of_other_years: Vec::new(),
            first_seen: String::new(),
            late: false,
            about: None,
            content: None,
            unreadable: None,
            undated: false,
            secret: false,
            segmentation: Segmentation::default(),
            rows_cut: 0,
            delegations: Vec::new(),
            row_tables: Vec::new(),
            lines: LineAccount::default(),
        }
    }

    /// A file without a byte.
    pub fn is_empty_file(&self) -> bool {
        self.unreadable == Some(Unreadable::Empty)
    }

    /// Someone was writing to it or took it away: another look may find another file.
    pub fn is_unsettled(&self) -> bool {
        let unreadable = self.unreadable.as_ref();
        unreadable.is_some_and(|why| matches!(why, Unreadable::Changing | Unreadable::Gone))
    }

    /// What it says of itself where it is feedback that came back.
    pub fn returned(&self) -> Option<&Returned> {
        self.about.as_ref()?.returned.as_deref()
    }

    /// A workbook of ours without a sheet of the department's.
    pub fn is_receipt(&self) -> bool {
        let ours = self.about.as_ref().filter(|d| d.returned.is_some());
        ours.is_some_and(|about| about.sheets.iter().all(|sheet| sheet.guide))
    }

    /// The table that a row belongs to, where its direction is known.
    pub fn due(delegation: &Delegation) -> Option<Due> {
        delegation
            .direction
            .map(|direction| (direction, delegation.kind))
    }

    /// The tables of this campaign that it contains, nil returns included, each once and in order.
    pub fn contained(&self) -> Vec<Due> {
        let mut contained = self.tables();
        contained.retain(|due| !self.of_other_years.contains(due));
        contained
    }

    /// It holds a table or says that there is none, of whatever year.
    pub fn says_something(&self) -> bool {
        !self.tables().is_empty() || !self.segmentation.nil_statements.is_empty()
    }

    /// The tables that it contains, whatever their year, each once and in order.
    pub fn tables(&self) -> Vec<Due> {
        let sections = self.segmentation.sections.iter();
        let heads = sections.filter_map(|s| s.direction.map(|direction| (direction, s.kind)));
        let mut contained: Vec<Due> = heads.chain(self.row_tables.iter().copied()).collect();
        contained.sort_unstable();
        contained.dedup();
        contained
    }

    /// Name of a sheet; empty for text files.
    pub fn sheet_name(&self, sheet: usize) -> &str {
        let sheets = self.about.iter().flat_map(|about| &about.sheets);
        sheets
            .into_iter()
            .nth(sheet)
            .map_or("", |sheet| &sheet.name)
    }

    /// Its rows by state.
    pub fn account(&self) -> RowAccount {
        let mut account = RowAccount::default();
        for row in &self.delegations {
            account.add(row.state);
        }
        account
    }

    /// The section of a row.
    pub fn section(&self, delegation: &Delegation) -> &Section {
        &self.segmentation.sections[delegation.section as usize]
    }

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
        self.content = Some(Box::new(Content { document, texts }));
    }

    /// Gives rows that a delimiter in a cell had cut back the cells that they were written with.
    pub fn cut_again(&mut self) {
        let Some(content) = &mut self.content else {
            return;
        };
        for row in &self.segmentation.realigned {
            if let Some(written) = row.written {
                content.document.sheets[row.sheet].rows[row.row] = written;
            }
        }
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

    /// The file as those see it who show its text.
    pub fn open(&self) -> Opened<'_> {
        Opened(self)
    }
}

/// A file whose text is shown.
#[derive(Debug, Clone, Copy)]
pub struct Opened<'a>(&'a FileRead);

impl Deref for Opened<'_> {
    type Target = FileRead;

    fn deref(&self) -> &FileRead {
        self.0
    }
}

/// Opens the files of rows one after another.
#[derive(Debug, Default)]
pub struct Reader<'a>(Option<Opened<'a>>);

impl<'a> Reader<'a> {
    /// The file of a row.
    pub fn open(&mut self, file: &'a FileRead) -> &Opened<'a> {
        self.0.insert(file.open())
    }
}
