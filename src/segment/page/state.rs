//! Where the walk over a sheet stands, and what may follow.

use super::super::header::Header;
use super::super::rows::Builder;
use crate::model::section::LineClass;

/// What the rows that come next belong to.
///
/// ```text
/// Outside ── heading of a section ──▶ Announced ── header or row ──▶ Open
///    ▲  └──────── header and row ───────────────────────────────────▶ │
///    └────── title, heading, end of the sheet ◀───────────────────────┘
/// any ── header of another table ──▶ Foreign ── heading, header ──▶ as from Outside
/// ```
pub(super) enum State {
    /// Titles, letterheads and prose: no section is announced.
    Outside,
    /// A heading announced a section: a header or a row opens it.
    Announced { heading: usize },
    /// The rows of a section are read.
    Open(Box<Builder>),
    /// A table of something else: none of its rows is a delegation.
    Foreign(Foreign),
}

impl State {
    pub fn open(&self) -> Option<&Builder> {
        match self {
            State::Open(builder) => Some(builder),
            _ => None,
        }
    }

    pub fn open_mut(&mut self) -> Option<&mut Builder> {
        match self {
            State::Open(builder) => Some(builder),
            _ => None,
        }
    }

    pub fn is_open(&self) -> bool {
        matches!(self, State::Open(_))
    }

    /// The class that a row of a table of something else has.
    pub fn foreign_class(&self) -> Option<LineClass> {
        match self {
            State::Foreign(foreign) => Some(foreign.class()),
            _ => None,
        }
    }

    pub fn is_foreign(&self) -> bool {
        matches!(self, State::Foreign(_))
    }

    /// The heading that announced the section to come.
    pub fn announced(&self) -> Option<usize> {
        match self {
            State::Announced { heading } => Some(*heading),
            _ => None,
        }
    }

    /// Closes the open section and hands it over.
    pub fn close(&mut self) -> Option<Builder> {
        match std::mem::replace(self, State::Outside) {
            State::Open(builder) => Some(*builder),
            other => {
                *self = other;
                None
            }
        }
    }

    /// Forgets an announcement.
    pub fn withdraw(&mut self) -> Option<usize> {
        let announced = self.announced();
        if announced.is_some() {
            *self = State::Outside;
        }
        announced
    }

    /// Leaves a table of something else.
    pub fn leave_foreign(&mut self) {
        if self.is_foreign() {
            *self = State::Outside;
        }
    }
}

/// What a table is that lists no delegations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foreign {
    /// It adds up the delegations of another table, by country or time.
    Summary,
    /// A budget, a list of staff.
    Other,
}

impl Foreign {
    /// The class of its rows.
    pub fn class(self) -> LineClass {
        match self {
            Foreign::Summary => LineClass::Subtotal,
            Foreign::Other => LineClass::Prose,
        }
    }
}

/// How sections use a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// No section has taken it yet.
    Free,
    /// A section has its rows below it; another one needs a header of its own.
    Taken,
    /// It stood before the headings inside its table, and so holds for all of them.
    Governing,
}

/// The last header of the sheet.
pub(super) struct TableHeader {
    pub head: Header,
    pub used: Use,
}

impl TableHeader {
    pub fn is_free(&self) -> bool {
        self.used == Use::Free
    }
}
