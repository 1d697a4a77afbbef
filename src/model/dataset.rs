//! A campaign after the merge: every file, row and finding in one place.

pub use super::accounts::{LineAccount, RowAccount};
pub use super::content::{Opened, Reader};
pub use super::ledger::{LedgerLine, LedgerState};

use super::content::{About, Changed, Held};
use super::decision::Decision;
use super::delegation::{Delegation, RowState};
use super::document::{Returned, Unreadable};
use super::finding::{Finding, Severity};
use super::seal::Sealed;
use super::section::{Direction, Field, Kind, Section, Segmentation};
use super::submission::{Department, Due, Ignored, Submission};
use super::summary::Line;
use jiff::civil::Date;
use std::collections::BTreeSet;

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

/// What somebody should say of an answer that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AnswerDoubts {
    /// It lies in the folder of another department than that whose submission it answers.
    pub misfiled: bool,
    /// Another answer to the same submission counts instead, and no name says which is the later one.
    pub unordered: bool,
}

/// One submission with all that was made of it.
#[derive(Debug, Clone)]
pub struct FileRead {
    pub submission: Submission,
    /// Index into [`Dataset::departments`].
    pub department: u32,
    /// BLAKE3 of the bytes, in hexadecimal; empty for a file that could not be opened.
    pub digest: String,
    pub state: FileState,
    /// Tables of this file that a later version replaced, with that version's path.
    pub superseded: Vec<(Due, String)>,
    /// Index of the returned answer that replaced it.
    pub answered_by: Option<u32>,
    /// What its name and its place leave open, where it is an answer that came back.
    pub doubts: AnswerDoubts,
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
    pub(super) content: Held,
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
    pub(super) row_tables: Vec<Due>,
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
            answered_by: None,
            doubts: AnswerDoubts::default(),
            duplicate_of: None,
            shared: false,
            of_other_years: Vec::new(),
            first_seen: String::new(),
            late: false,
            about: None,
            content: Held::Nothing,
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

    /// What it says of itself where it is an answer that came back.
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
}

/// A delegation that counts for a department beside its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credit {
    /// Index into [`Dataset::files`].
    pub file: u32,
    /// Index into the file's delegations.
    pub row: u32,
    /// Index into [`Dataset::departments`].
    pub department: u32,
}

/// Rows that were decided to be one delegation and say different things of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// Index into [`Dataset::files`] of the row that counts.
    pub file: u32,
    /// Index into the file's delegations.
    pub row: u32,
    pub field: Field,
    /// Each value with the department that states it.
    pub values: String,
}

/// One campaign, merged.
#[derive(Debug, Clone, Default)]
pub struct Dataset {
    /// The plan year.
    pub year: i32,
    /// Year of the results: the year before, unless configured.
    pub results_year: i32,
    /// The register and bodies found beside it, sorted by slug.
    pub departments: Vec<Department>,
    /// In the order of their paths.
    pub files: Vec<FileRead>,
    pub ignored: Vec<Ignored>,
    /// Departments, by index, in whose folder something could not be opened.
    pub closed_to: Vec<u32>,
    /// Lines by department of the campaigns before, newest first.
    pub earlier: Vec<Line>,
    /// Last day on which a submission is in time, where one is set.
    pub deadline: Option<Date>,
    /// Whether the deadline has passed; `None` without one.
    pub after_deadline: Option<bool>,
    /// What people decided, and what became of it.
    pub decisions: Vec<Decision>,
    /// Joint delegations that decisions credit to further departments.
    pub credits: Vec<Credit>,
    /// What departments of one joint delegation state differently.
    pub contradictions: Vec<Contradiction>,
    /// Sorted by file, line, column, code.
    pub findings: Vec<Finding>,
    /// Published files of this campaign that someone edited, where they are kept under OUTPUTS.
    pub kept: Vec<String>,
    /// What came after the figures were sealed and is in none of them; `None` where nothing did.
    pub sealed: Option<Sealed>,
    pub ledger: Vec<LedgerLine>,
    pub lines: LineAccount,
    pub rows: RowAccount,
}

impl Dataset {
    /// Folders and files that were passed over and must not be: errors are told of them.
    pub fn closed(&self) -> usize {
        let errors = self.findings.iter();
        let errors = errors.filter(|finding| finding.severity == Severity::Error);
        errors
            .filter(|finding| finding.more().ignored.is_some())
            .count()
    }

    /// What was read twice was the same twice.
    ///
    /// # Errors
    /// Names a file that was written to, moved or removed since it was read.
    pub fn unchanged(&self) -> Result<(), Changed> {
        let changed = self.files.iter().find_map(FileRead::changed);
        changed.cloned().map_or(Ok(()), Err)
    }

    /// All rows with their files, in the order of files and lines.
    pub fn rows(&self) -> impl Iterator<Item = (&FileRead, &Delegation)> {
        self.files.iter().flat_map(|file| {
            file.delegations
                .iter()
                .map(move |delegation| (file, delegation))
        })
    }

    /// Rows in every figure.
    pub fn accepted(&self) -> impl Iterator<Item = (&FileRead, &Delegation)> {
        self.rows()
            .filter(|(_, delegation)| delegation.state == RowState::Accepted)
    }

    /// Tables that were received: sections and nil returns of files that are neither repeated nor replaced.
    pub fn received(&self) -> BTreeSet<(u32, Due)> {
        let mut received = BTreeSet::new();
        for file in self
            .files
            .iter()
            .filter(|file| file.state != FileState::Duplicate || file.shared)
        {
            let replaced = |due: &Due| file.superseded.iter().any(|(old, _)| old == due);
            let tables = file.contained().into_iter().filter(|due| !replaced(due));
            received.extend(
                tables
                    .chain(self.nil_in_prose(file))
                    .map(|due| (file.department, due)),
            );
        }
        received
    }

    /// Tables that a file's prose says are nil for this campaign.
    pub fn nil_in_prose(&self, file: &FileRead) -> Vec<Due> {
        let mut due = Vec::new();
        for nil in &file.segmentation.nil_statements {
            let year = match nil.kind {
                Kind::Plan => self.year,
                Kind::Realised => self.results_year,
            };
            if nil.year.is_none_or(|said| said == year) {
                let directions = Direction::ALL.into_iter();
                let said = directions.filter(|d| nil.direction.is_none_or(|said| said == *d));
                due.extend(said.map(|direction| (direction, nil.kind)));
            }
        }
        due
    }

    /// Tables that a department owes in this campaign and has not sent.
    pub fn missing(&self) -> Vec<(u32, Due)> {
        let mut missing = self.not_received();
        missing.retain(|(department, _)| !self.closed_to.contains(department));
        missing
    }

    /// Owed tables of departments in whose folder something could not be opened: nobody knows.
    pub fn unknown(&self) -> Vec<(u32, Due)> {
        let mut unknown = self.not_received();
        unknown.retain(|(department, _)| self.closed_to.contains(department));
        unknown
    }

    fn not_received(&self) -> Vec<(u32, Due)> {
        let received = self.received();
        let mut missing = Vec::new();
        for (at, department) in self.departments.iter().enumerate() {
            if department.is_due(self.year) {
                let owed = department.owes.iter().map(|due| (at as u32, *due));
                missing.extend(owed.filter(|owed| !received.contains(owed)));
            }
        }
        missing
    }

    /// Path of the file that a finding is about; empty for a finding about a department.
    pub fn path(&self, finding: &Finding) -> &str {
        let file = finding.file.and_then(|at| self.files.get(at as usize));
        let ignored = finding
            .more()
            .ignored
            .and_then(|at| self.ignored.get(at as usize));
        let addenda = self.sealed.as_ref().zip(finding.more().addendum);
        let addendum = addenda.and_then(|(sealed, at)| sealed.addenda.get(at as usize));
        let path = file.map(|file| &file.submission.path);
        path.or(ignored.map(|ignored| &ignored.path))
            .or(addendum.map(|addendum| &addendum.path))
            .map_or("", String::as_str)
    }

    /// Name of the sheet that a finding stands on; empty for a text file and for a finding about a whole
    /// file.
    pub fn sheet_of(&self, finding: &Finding) -> &str {
        let file = finding.file.and_then(|at| self.files.get(at as usize));
        let placed = file.filter(|_| finding.place.line > 0);
        placed.map_or("", |file| file.sheet_name(finding.place.sheet as usize))
    }

    /// The department of a file.
    pub fn department(&self, file: &FileRead) -> &Department {
        &self.departments[file.department as usize]
    }
}
