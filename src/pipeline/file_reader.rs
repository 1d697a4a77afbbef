//! One file: its bytes become a document, tables, delegations, and findings of the rules for one file.

use super::job::Settings;
use crate::interpret::Interpreter;
use crate::model::dataset::{FileRead, LineAccount};
use crate::model::document::{Document, Unreadable};
use crate::model::finding::Finding;
use crate::model::section::{LineClass, SegmentNote, Segmentation};
use crate::model::submission::{Format, Submission};
use crate::read::ReadLimits;
use crate::rules::{self, Campaign, Severities};
use crate::segment::{self, Hints};
use crate::settled::{self, FileState};
use crate::workspace::Workspace;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A file with all that was understood of it, and what the rules for one file find.
#[derive(Debug)]
pub(super) struct Checked {
    /// Its campaign; `None` where nothing says it.
    pub year: Option<i32>,
    pub file: FileRead,
    pub findings: Vec<Finding>,
}

/// A file as read, and how it stood then.
pub(super) struct Seen {
    /// `None` where there were no bytes to look at.
    look: Option<FileState>,
    pub checked: Checked,
}

impl Seen {
    /// All that holds of a data row stands in its delegation and its texts by now.
    pub(super) fn without_rows(mut self) -> Seen {
        self.checked.findings.shrink_to_fit();
        for section in &mut self.checked.file.segmentation.sections {
            section.rows = Vec::new();
        }
        self
    }

    /// Whether it is no longer as it was read. What is gone by now was there, whole, when it was read.
    pub(super) fn is_moved(&self) -> bool {
        let now = FileState::at(&self.checked.file.submission.absolute);
        self.look
            .is_some_and(|look| now.is_ok_and(|now| now != look))
    }
}

/// Bytes in, document out: with or without the reasons for how it was read.
pub(super) type Decode = fn(&[u8], Format, &ReadLimits) -> Result<Document, Unreadable>;

/// Reads files one by one, from any thread.
pub(super) struct FileReader<'a> {
    workspace: &'a Workspace,
    settings: &'a Settings,
    severities: Severities,
    decode: Decode,
    /// One for each thread, and one for whoever is none of them.
    workers: Vec<Mutex<Worker<'a>>>,
}

/// What one thread keeps from file to file.
struct Worker<'a> {
    interpreter: Interpreter<'a>,
    /// The bytes of the file that it reads.
    bytes: Vec<u8>,
}

/// Room for bytes that a thread keeps: a larger file takes its own.
const KEPT_BYTES: usize = 16 << 20;

impl<'a> FileReader<'a> {
    pub(super) fn new(
        workspace: &'a Workspace,
        settings: &'a Settings,
        decode: Decode,
    ) -> FileReader<'a> {
        let worker = |_| {
            Mutex::new(Worker {
                interpreter: Interpreter::new(&workspace.vocabulary),
                bytes: Vec::new(),
            })
        };
        FileReader {
            workspace,
            settings,
            severities: Severities::new(|rule| workspace.config.severity(rule)),
            decode,
            workers: (0..=rayon::current_num_threads()).map(worker).collect(),
        }
    }

    /// Reads a file and makes of it what can be made of it alone.
    pub(super) fn read(&self, submission: Submission) -> Seen {
        let last = self.workers.len() - 1;
        let number = rayon::current_thread_index().unwrap_or(last).min(last);
        let mut worker = self.workers[number]
            .lock()
            .unwrap_or_else(PoisonError::into_inner);

        let limits = ReadLimits::default();
        let (path, root) = (&submission.absolute, submission.root.as_deref());
        let settled = settled::read_settled(path, root, limits.file_bytes, &mut worker.bytes);
        let (look, digest, document) = match settled {
            Err(refused) => (None, String::new(), Err(refused.into())),
            Ok(look) => {
                let digest = blake3::hash(&worker.bytes).to_hex().to_string();
                let document = (self.decode)(&worker.bytes, submission.format, &limits);
                (Some(look), digest, document)
            }
        };
        if worker.bytes.capacity() > KEPT_BYTES {
            worker.bytes = Vec::new();
        }

        let mut year = submission.year;
        let mut file = FileRead::new(submission, digest);
        match document {
            Err(unreadable) => file.unreadable = Some(unreadable),
            Ok(document) => year = self.understand(&mut file, document, &mut worker),
        }
        Seen {
            look,
            checked: self.check(year, file),
        }
    }

    /// Finds the tables of a document and what their rows mean. Gives the year of its campaign.
    fn understand(
        &self,
        file: &mut FileRead,
        mut document: Document,
        worker: &mut Worker,
    ) -> Option<i32> {
        let segmented = |year: Option<i32>| {
            let hints = Hints {
                file_name: name_of(&file.submission),
                plan_year: year,
                results_year: year.and_then(|year| self.workspace.config.year(year).results),
            };
            let office = &self.workspace.vocabulary.headings;
            segment::segment_with(&document, &hints, office)
        };
        let mut year = file.submission.year;
        let mut segmentation = segmented(year);
        if year.is_none() {
            year = segmentation.title_year.or(self.settings.year);
            segmentation = segmented(year);
        }

        file.lines = count_lines(&document, &segmentation);
        let is_secret = |note: &SegmentNote| matches!(note, SegmentNote::Secret { .. });
        if segmentation.notes.iter().any(is_secret) {
            // A secret's content stays nowhere: neither its rows nor the lines of its titles.
            file.secret = true;
            file.lines.classes = BTreeMap::from([(LineClass::Unread, file.lines.total)]);
            return year;
        }

        realign(&mut document, &mut segmentation);
        let (rows, texts) = worker.interpreter.delegations(&document, &segmentation);
        file.understood(rows);
        let sections = segmentation.sections.iter();
        file.rows_cut = sections.map(|section| section.rows.len()).sum();
        file.segmentation = segmentation;
        file.keep(document, texts);
        year
    }

    /// Asks the rules for one file.
    fn check(&self, year: Option<i32>, mut file: FileRead) -> Checked {
        file.undated = year.is_none();
        let campaign = campaign(year.unwrap_or_default(), self.workspace);
        Checked {
            year,
            findings: rules::check_file(&file, 0, campaign, &self.severities),
            file,
        }
    }

    /// A file that was another one each time: what was read of it last may be half of it.
    pub(super) fn unsettled(&self, last: Checked) -> Seen {
        let mut file = FileRead::new(last.file.submission, String::new());
        file.unreadable = Some(Unreadable::Changing);
        Seen {
            look: None,
            checked: self.check(last.year, file),
        }
    }
}

/// What the rules know of a campaign.
pub(super) fn campaign(year: i32, workspace: &Workspace) -> Campaign<'_> {
    Campaign {
        year,
        results_year: workspace.config.year(year).results.unwrap_or(year - 1),
        limits: workspace.config.limits,
        vocabulary: &workspace.vocabulary,
    }
}

/// The name of a submitted file without its folders.
fn name_of(submission: &Submission) -> &str {
    submission.path.rsplit('/').next().unwrap_or_default()
}

/// Gives rows that a delimiter in a cell had cut the cells that they belong under.
fn realign(document: &mut Document, segmentation: &mut Segmentation) {
    for row in &mut segmentation.realigned {
        row.written = document.put_cells(row.sheet, row.row, &row.cells);
    }
}

fn count_lines(document: &Document, segmentation: &Segmentation) -> LineAccount {
    let mut lines = LineAccount {
        total: u64::from(document.lines),
        ..LineAccount::default()
    };
    for (sheet, classes) in document.sheets.iter().zip(&segmentation.classes) {
        for (row, class) in sheet.rows.iter().zip(classes) {
            lines.add(*class, u64::from(row.lines));
        }
    }
    lines
}
