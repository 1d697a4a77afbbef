//! What each department must hear of a run: what to correct, what is still to be sent, or a receipt.

use crate::edition::Edition;
use crate::model::dataset::FileRead;
use crate::model::finding::{Finding, Severity};
use crate::model::submission::{Department, Due, IgnoreReason};
use crate::report::listing;
use crate::rules;
use crate::words::{Words, labels, shown};
use std::collections::BTreeMap;

/// Why a department is written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It sent only what cannot be read.
    Unreadable,
    /// It must correct errors.
    Correct,
    /// It owes tables.
    Missing,
    /// It should look at something that is counted.
    Confirm,
    /// All is counted.
    Receipt,
}

impl Reason {
    /// The code in `mailing.csv`.
    pub fn code(self) -> &'static str {
        match self {
            Reason::Unreadable => "unreadable",
            Reason::Correct => "correct",
            Reason::Missing => "missing",
            Reason::Confirm => "confirm",
            Reason::Receipt => "receipt",
        }
    }
}

/// What one department is to hear.
#[derive(Debug)]
pub struct Notice<'a> {
    pub edition: Edition<'a>,
    pub department: &'a Department,
    pub files: Vec<&'a FileRead>,
    /// Errors and warnings that nobody has explained, but for missing tables; errors first.
    pub points: Vec<&'a Finding>,
    /// The tables that it still owes.
    pub missing: Vec<Due>,
    /// Paths of what it sent in kinds of files that are not read.
    pub unread: Vec<&'a str>,
}

/// What all departments that sent or owe something are to hear, in the order of slugs.
pub fn all<'a>(edition: &Edition<'a>) -> Vec<Notice<'a>> {
    let dataset = edition.dataset;
    let mut notices: BTreeMap<u32, Notice> = BTreeMap::new();
    for file in &dataset.files {
        if let Some(notice) = of(&mut notices, edition, file.department) {
            notice.files.push(file);
        }
    }
    for (department, due) in dataset.missing() {
        if let Some(notice) = of(&mut notices, edition, department) {
            notice.missing.push(due);
        }
    }
    for ignored in &dataset.ignored {
        let unread = ignored.department.filter(|of| dataset.unread.contains(of));
        if let (Some(department), IgnoreReason::Document) = (unread, ignored.reason)
            && let Some(notice) = of(&mut notices, edition, department)
        {
            notice.unread.push(&ignored.path);
        }
    }

    for finding in &dataset.findings {
        // What a whole department owes is told as a missing table.
        let file = listing::file_of(dataset, finding);
        let Some(notice) = file.and_then(|file| notices.get_mut(&file.department)) else {
            continue;
        };
        if finding.severity != Severity::Info && finding.more().explained.is_none() {
            notice.points.push(finding);
        }
    }
    for notice in notices.values_mut() {
        notice.points.sort_by_key(|finding| finding.severity);
    }
    notices.into_values().collect()
}

/// The notice of a department, empty where it has none yet.
fn of<'n, 'a>(
    notices: &'n mut BTreeMap<u32, Notice<'a>>,
    edition: &Edition<'a>,
    number: u32,
) -> Option<&'n mut Notice<'a>> {
    let department = edition.dataset.departments.get(number as usize)?;
    Some(notices.entry(number).or_insert_with(|| Notice {
        edition: *edition,
        department,
        files: Vec::new(),
        points: Vec::new(),
        missing: Vec::new(),
        unread: Vec::new(),
    }))
}

impl Notice<'_> {
    pub fn say(&self, words: Words) -> &'static str {
        words.in_lang(self.edition.lang)
    }

    pub fn fill(&self, words: Words, values: &[&str]) -> String {
        labels::fill(words, self.edition.lang, values)
    }

    fn count(&self, number: usize) -> String {
        shown::count(number as u64, self.edition.lang)
    }

    /// Points of a severity.
    pub fn points_of(&self, severity: Severity) -> usize {
        let points = self.points.iter();
        points.filter(|point| point.severity == severity).count()
    }

    /// What it is about first of all.
    pub fn reason(&self) -> Reason {
        if !self.unread.is_empty() {
            Reason::Unreadable
        } else if self.points_of(Severity::Error) > 0 {
            Reason::Correct
        } else if !self.missing.is_empty() {
            Reason::Missing
        } else if !self.points.is_empty() {
            Reason::Confirm
        } else {
            Reason::Receipt
        }
    }

    /// No list of it has come: it gets the blank form.
    pub fn needs_form(&self) -> bool {
        self.files.is_empty() && matches!(self.reason(), Reason::Missing | Reason::Unreadable)
    }

    /// Its subject, as a letter has it.
    pub fn subject(&self) -> String {
        let words = match self.reason() {
            _ if self.files.is_empty() => labels::WORD_LETTER_REMIND,
            Reason::Receipt => labels::WORD_LETTER_RECEIPT,
            _ => labels::WORD_LETTER_CORRECT,
        };
        self.fill(words, &[&self.edition.dataset.year.to_string()])
    }

    /// The feedback workbook that goes with it.
    pub fn workbook(&self) -> String {
        format!("{}.xlsx", self.department.slug)
    }

    pub fn received(&self) -> String {
        let office = &self.edition.office.name;
        if !self.unread.is_empty() {
            let unread = self.unread.iter().map(|path| quoted_name(path));
            let unread: Vec<String> = unread.collect();
            return self.fill(labels::WORD_UNREADABLE, &[office, &unread.join(", ")]);
        }
        if self.files.is_empty() {
            return self.fill(labels::WORD_NOTHING_RECEIVED, &[office]);
        }
        let files = self.files.iter();
        let names = files.map(|file| quoted_name(&file.submission.path));
        let names: Vec<String> = names.collect();
        self.fill(labels::WORD_RECEIVED, &[office, &names.join(", ")])
    }

    /// How much is to be corrected; nothing where nothing is.
    pub fn asked(&self) -> Option<String> {
        let errors = self.points_of(Severity::Error);
        let warnings = self.points_of(Severity::Warning);
        let (errors_shown, warnings_shown) = (self.count(errors), self.count(warnings));
        match (errors, warnings) {
            (0, 0) => None,
            (0, _) => Some(self.fill(labels::WORD_ASKED_WARNINGS, &[&warnings_shown])),
            _ => Some(self.fill(labels::WORD_ASKED, &[&errors_shown, &warnings_shown])),
        }
    }

    /// What follows the list of points: how to correct, what to send and by when, or that all is well.
    pub fn what_to_do(&self) -> Vec<String> {
        let mut said = Vec::new();
        if !self.points.is_empty() {
            said.push(self.fill(labels::WORD_HOW_TO_CORRECT, &[&self.workbook()]));
        }
        if !self.missing.is_empty() {
            let lang = self.edition.lang;
            let tables = self.missing.iter().map(|due| rules::table_name(*due));
            let tables: Vec<&str> = tables.map(|[vi, en]| lang.pick(vi, en)).collect();
            said.push(self.fill(labels::WORD_NOT_SENT, &[&tables.join(", ")]));
        }
        if self.files.is_empty() {
            said.push(self.fill(labels::WORD_HOW_TO_SEND, &[&self.edition.office.name]));
        }
        if self.reason() == Reason::Receipt {
            said.push(self.say(labels::WORD_ALL_COUNTED).to_string());
        }
        said
    }

    /// By when it is to be done; nothing where nothing must be.
    pub fn deadline(&self) -> Option<String> {
        if matches!(self.reason(), Reason::Receipt | Reason::Confirm) {
            return None;
        }
        let dataset = self.edition.dataset;
        let Some(day) = dataset.deadline else {
            return Some(self.say(labels::NO_DEADLINE).to_string());
        };
        let words = match dataset.after_deadline {
            Some(true) => labels::AFTER_DEADLINE,
            _ => labels::BY_DEADLINE,
        };
        let day = shown::day(&day.to_string(), self.edition.lang).into_owned();
        Some(self.fill(words, &[&day]))
    }

    /// The office, with telephone and address where they are set.
    pub fn contact(&self) -> String {
        let office = self.edition.office;
        let parts = [&office.name, &office.phone, &office.email];
        let said: Vec<&str> = parts
            .into_iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect();
        self.fill(labels::WORD_CONTACT, &[&said.join(", ")])
    }

    /// Tells two notices to one department apart: whoever heard this one need not hear it again.
    pub fn digest(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for file in &self.files {
            hasher.update(file.digest.as_bytes());
        }
        let mut prints: Vec<u64> = self.points.iter().map(|point| point.fingerprint).collect();
        prints.sort_unstable();
        for print in prints {
            hasher.update(&print.to_le_bytes());
        }
        let rest = format!("{:?} {:?} {:?}", self.missing, self.unread, self.deadline());
        hasher.update(rest.as_bytes());
        hasher.finalize().to_hex()[..16].to_string()
    }
}

/// The name of a file below its department's folder: year and folder are the office's.
pub fn own_name(path: &str) -> String {
    shown::visible(listing::own_name(path)).into_owned()
}

fn quoted_name(path: &str) -> String {
    format!("“{}”", own_name(path))
}
