//! A finding: one coded result of a rule, at a place.

use serde::Serialize;
use smallvec::SmallVec;
use std::sync::Arc;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row, section or file goes back to its department.
    Error,
    /// Counted, but a person should look.
    Warning,
    /// Worth knowing.
    #[default]
    Info,
}

impl Severity {
    pub const ALL: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Info];

    /// The code in every machine output and in `tonghop.toml`.
    pub fn code(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// Language of what people read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    #[default]
    Vi,
    En,
}

impl Lang {
    /// The text in this language.
    pub fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

/// Where in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place {
    /// Sheet index.
    pub sheet: u32,
    /// Physical line or row of the sheet, from 1; 0 when the finding is about the whole file.
    pub line: u32,
    /// Cell of the line, from 1; 0 when the finding is about the whole line.
    pub column: u32,
}

/// What a finding is about inside its file: errors reach the rows behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Scope {
    /// All rows of the file.
    #[default]
    File,
    /// All rows of a section, by index.
    Section(u32),
    /// One row, by index into the file's delegations.
    Row(u32),
}

/// One coded result of a rule. Its words are made from the rule's templates and [`Finding::values`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Finding {
    /// Code of the rule: `O312`.
    pub code: &'static str,
    pub severity: Severity,
    /// Index into the dataset's departments; `None` until it is known.
    pub department: Option<u32>,
    /// Index into the dataset's files; `None` for a finding about a department.
    pub file: Option<u32>,
    pub scope: Scope,
    pub place: Place,
    /// The cell as written; empty when the finding is about no cell.
    pub cell: Arc<str>,
    /// What the rule's message and hint name, in the order of their placeholders.
    pub values: SmallVec<[Arc<str>; 1]>,
    /// Digest of rule, department and the values concerned; no line numbers. 0 until merged.
    pub fingerprint: u64,
    /// To be asked by [`Finding::more`].
    pub more: Option<Box<More>>,
}

/// What few findings have: it takes room in those alone.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct More {
    /// What else the words name, numbered on behind the values: places, which move from version to
    /// version and so stay out of the fingerprint.
    pub details: Vec<String>,
    /// The other row of a pair: file and row, by index.
    pub other: Option<(u32, u32)>,
    /// A value to put into the cell instead, where one is certain enough to propose.
    pub suggestion: Option<String>,
    /// What the department says about it, beside it in the column for explanations. A person decides.
    pub claim: Option<String>,
    /// A person's reason, where a decision settled it.
    pub explained: Option<String>,
    /// Index into the dataset's ignored files, for a finding about one of them.
    pub ignored: Option<u32>,
    /// Index into the addenda of a frozen dataset, for a finding about one of them.
    pub addendum: Option<u32>,
}

impl More {
    const NONE: &More = &More {
        details: Vec::new(),
        other: None,
        suggestion: None,
        claim: None,
        explained: None,
        ignored: None,
        addendum: None,
    };
}

impl Finding {
    /// What few findings have.
    pub fn more(&self) -> &More {
        self.more.as_deref().unwrap_or(More::NONE)
    }

    /// To give a finding what few have.
    pub fn more_mut(&mut self) -> &mut More {
        self.more.get_or_insert_default()
    }
}
