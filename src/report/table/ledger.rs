//! The ledger of submissions: who sent what, and what became of it.

use super::{Cells, Row, Spec, Value, spec};
use crate::edition::Edition;
use crate::model::ledger::LedgerLine;
use crate::model::section;
use crate::model::submission::Department;
use crate::report::speak::Speak;
use crate::words::labels;

/// The code of lines that came after the deadline.
pub const LATE: &str = "late";

/// A line of the ledger.
#[derive(Debug)]
pub struct LedgerRow<'a> {
    pub edition: &'a Edition<'a>,
    pub line: &'a LedgerLine,
    /// From 1.
    pub number: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LedgerColumn {
    Number,
    Department,
    Direction,
    Kind,
    State,
    Late,
    Files,
    Rows,
    Accepted,
    Rejected,
    Errors,
    Warnings,
    FirstSeen,
    ReplacedBy,
    Note,
    /// The note with what replaced the submission, and with its lateness, for looks without those columns.
    NoteReplaced,
    NoteLate,
}

use LedgerColumn::*;

pub const SHEET: [LedgerColumn; 14] = [
    Number,
    Department,
    Direction,
    Kind,
    State,
    Late,
    Files,
    Rows,
    Accepted,
    Rejected,
    Errors,
    Warnings,
    FirstSeen,
    NoteReplaced,
];
/// Hidden behind those of the sheet: what its counts are found by.
pub const CODES: [LedgerColumn; 4] = [Direction, Kind, State, Late];
pub const PAGE: [LedgerColumn; 12] = [
    Department,
    Direction,
    Kind,
    State,
    Files,
    Rows,
    Accepted,
    Rejected,
    Errors,
    Warnings,
    FirstSeen,
    NoteReplaced,
];
pub const CSV: [LedgerColumn; 13] = [
    Department, Direction, Kind, State, Files, Rows, Accepted, Rejected, Errors, Warnings,
    FirstSeen, ReplacedBy, NoteLate,
];

impl Row for LedgerRow<'_> {
    type Column = LedgerColumn;

    fn spec(column: LedgerColumn) -> Spec {
        match column {
            Number => spec("number", labels::NUMBER, 5.0, Cells::Centred),
            Department => spec("department", labels::DEPARTMENT, 36.0, Cells::RowHeading),
            Direction => spec("direction", labels::DIRECTION, 11.0, Cells::Centred),
            Kind => spec("kind", labels::KIND, 12.0, Cells::Centred),
            State => spec("state", labels::STATE, 19.0, Cells::Centred),
            Late => spec(LATE, labels::LATE, 7.0, Cells::Centred),
            Files => spec("files", labels::FILE, 48.0, Cells::Path),
            Rows => spec("rows", labels::ROWS, 7.0, Cells::Count),
            Accepted => spec("accepted", labels::ACCEPTED, 7.0, Cells::Count),
            Rejected => spec("rejected", labels::REJECTED_ROWS, 7.0, Cells::Count),
            Errors => spec("errors", labels::ERRORS, 5.5, Cells::Count),
            Warnings => spec("warnings", labels::WARNINGS, 7.0, Cells::Count),
            FirstSeen => spec("first_seen", labels::FIRST_SEEN, 11.0, Cells::Centred),
            ReplacedBy => spec("superseded_by", labels::REPLACED_BY, 14.0, Cells::Text),
            Note | NoteReplaced | NoteLate => spec("note", labels::FORM_NOTES, 30.0, Cells::Text),
        }
    }

    fn value(&self, column: LedgerColumn) -> Value<'_> {
        let line = self.line;
        match column {
            Number => Value::Number(self.number),
            Department => {
                let department = self.department();
                department.map_or("".into(), |d| Value::coded(&d.slug, &d.name))
            }
            Direction => {
                let name = line
                    .direction
                    .map(|d| self.edition.say(labels::direction(d)));
                let code = line.direction.map(section::Direction::code);
                Value::coded(code.unwrap_or(""), name.unwrap_or(""))
            }
            Kind => {
                let name = line.kind.map(|kind| self.edition.say(labels::kind(kind)));
                let code = line.kind.map(section::Kind::code);
                Value::coded(code.unwrap_or(""), name.unwrap_or(""))
            }
            State => state(self.edition, line),
            Late if line.late => Value::coded(LATE, self.edition.say(labels::YES)),
            Late => "".into(),
            Files => Value::Lines(&line.files),
            Rows => Value::Number(line.rows),
            Accepted => Value::Number(line.accepted),
            Rejected => Value::Number(line.rejected),
            Errors => Value::Number(line.errors),
            Warnings => Value::Number(line.warnings),
            FirstSeen => Value::Day(&line.first_seen, self.edition.lang),
            ReplacedBy => line.superseded_by.as_str().into(),
            Note => line.note.as_str().into(),
            NoteReplaced if line.superseded_by.is_empty() => line.note.trim().into(),
            NoteReplaced => {
                let replaced = self.edition.say(labels::REPLACED_BY);
                let note = format!("{replaced}: {}. {}", line.superseded_by, line.note);
                note.trim().to_string().into()
            }
            NoteLate => {
                let late = self.edition.lang.pick("trễ hạn", "late");
                match (line.late, line.note.as_str()) {
                    (false, note) => note.into(),
                    (true, "") => late.into(),
                    (true, note) => format!("{late}; {note}").into(),
                }
            }
        }
    }
}

impl<'a> LedgerRow<'a> {
    /// The lines of the ledger.
    pub fn all(edition: &'a Edition<'a>) -> impl Iterator<Item = LedgerRow<'a>> {
        let lines = (1..).zip(&edition.dataset.ledger);
        lines.map(|(number, line)| LedgerRow {
            edition,
            line,
            number,
        })
    }

    fn department(&self) -> Option<&'a Department> {
        let departments = &self.edition.dataset.departments;
        departments.get(self.line.department? as usize)
    }
}

/// The state of a line, and that it came late.
pub fn state<'v>(edition: &Edition, line: &LedgerLine) -> Value<'v> {
    Value::State {
        code: line.state,
        name: labels::ledger_state(line.state, edition.lang),
        late: line.late.then(|| edition.say(labels::LATE)),
    }
}
