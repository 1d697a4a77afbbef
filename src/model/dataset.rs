//! A campaign after the merge: every file, row and finding in one place.

pub use super::accounts::{LineAccount, RowAccount};
pub use super::file::{FileRead, FileState, Opened, Reader};
pub use super::ledger::{LedgerLine, LedgerState};

use super::decision::{Correction, Decision};
use super::delegation::{Delegation, RowState};
use super::finding::{Finding, Severity};
use super::frozen::Frozen;
use super::section::{Direction, Field, Kind};
use super::submission::{Department, Due, IgnoreReason, Ignored};
use super::summary::Line;
use jiff::civil::Date;
use std::collections::BTreeSet;

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
    /// Departments, by index, of which nobody knows what they sent: something in their folder could not
    /// be opened, or all of it cannot be read.
    pub unread: Vec<u32>,
    /// Lines by department of the campaigns before, newest first.
    pub earlier: Vec<Line>,
    /// Last day on which a submission is in time, where one is set.
    pub deadline: Option<Date>,
    /// Most journeys abroad of one leader in a year that draw no question.
    pub trips: u32,
    /// Whether the deadline has passed; `None` without one.
    pub after_deadline: Option<bool>,
    /// What people decided, and what became of it.
    pub decisions: Vec<Decision>,
    /// What decisions changed on rows.
    pub corrections: Vec<Correction>,
    /// Joint delegations that decisions credit to further departments.
    pub credits: Vec<Credit>,
    /// What departments of one joint delegation state differently.
    pub contradictions: Vec<Contradiction>,
    /// Sorted by file, line, column, code.
    pub findings: Vec<Finding>,
    /// Published files of this campaign that someone edited, where they are kept under OUTPUTS.
    pub kept: Vec<String>,
    /// What came after the figures were frozen and is in none of them; `None` where nothing did.
    pub frozen: Option<Frozen>,
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
        missing.retain(|(department, _)| !self.unread.contains(department));
        missing
    }

    /// Owed tables of departments of which nobody knows what they sent.
    pub fn unknown(&self) -> Vec<(u32, Due)> {
        let mut unknown = self.not_received();
        unknown.retain(|(department, _)| self.unread.contains(department));
        unknown
    }

    /// Paths of what a department sent and nobody can read, sorted.
    pub fn unread_of(&self, department: u32) -> Vec<String> {
        let files = self.files.iter();
        let files = files.filter(|file| file.department == department && file.unreadable.is_some());
        let kinds = [IgnoreReason::Document, IgnoreReason::NotReadable];
        let ignored = self.ignored.iter();
        let ignored = ignored.filter(|one| one.department == Some(department));
        let ignored = ignored.filter(|one| kinds.contains(&one.reason));
        let mut paths: Vec<String> = files
            .map(|file| file.submission.path.clone())
            .chain(ignored.map(|one| one.path.clone()))
            .collect();
        paths.sort_unstable();
        paths
    }

    fn not_received(&self) -> Vec<(u32, Due)> {
        let received = self.received();
        let mut missing = Vec::new();
        for (index, department) in self.departments.iter().enumerate() {
            if department.is_due(self.year) {
                let owed = department.owes.iter().map(|due| (index as u32, *due));
                missing.extend(owed.filter(|owed| !received.contains(owed)));
            }
        }
        missing
    }

    /// Path of the file that a finding is about; empty for a finding about a department.
    pub fn path(&self, finding: &Finding) -> &str {
        let file = finding
            .file
            .and_then(|index| self.files.get(index as usize));
        let ignored = finding
            .more()
            .ignored
            .and_then(|index| self.ignored.get(index as usize));
        let addenda = self.frozen.as_ref().zip(finding.more().addendum);
        let addendum = addenda.and_then(|(frozen, index)| frozen.addenda.get(index as usize));
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

    /// Indexes of the departments as the register lists them, what it does not have last.
    pub fn in_register_order(&self) -> Vec<u32> {
        let mut order: Vec<u32> = (0..self.departments.len() as u32).collect();
        order.sort_by_key(|&at| {
            let department = &self.departments[at as usize];
            (!department.registered, department.line)
        });
        order
    }

    /// The department of a file.
    pub fn department(&self, file: &FileRead) -> &Department {
        &self.departments[file.department as usize]
    }
}
