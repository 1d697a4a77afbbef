//! Findings: where they stand, what is wrong, what to do.

use super::{Cells, Row, Spec, Value, spec};
use crate::edition::Edition;
use crate::model::dataset::FileRead;
use crate::model::finding::Finding;
use crate::report::listing;
use crate::report::speak::Speak;
use crate::rules;
use crate::words::{Words, labels};

/// A finding as a row.
#[derive(Debug)]
pub struct FindingRow<'a> {
    pub edition: &'a Edition<'a>,
    pub finding: &'a Finding,
    /// From 1.
    pub number: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingColumn {
    Number,
    Severity,
    Code,
    Department,
    File,
    Line,
    Column,
    Cell,
    Problem,
    Hint,
    Explained,
    /// The hint with the explanation, for the page, which has no column of it.
    HintMore,
    Print,
    Sheet,
}

use FindingColumn::*;

pub const SHEET: [FindingColumn; 11] = [
    Number, Severity, Code, Department, File, Line, Column, Cell, Problem, Hint, Explained,
];
pub const PAGE: [FindingColumn; 7] = [Department, File, Line, Column, Cell, Problem, HintMore];
pub const CSV: [FindingColumn; 11] = [
    Code, Severity, Department, File, Line, Column, Cell, Problem, Hint, Print, Sheet,
];

impl Row for FindingRow<'_> {
    type Column = FindingColumn;

    fn spec(column: FindingColumn) -> Spec {
        match column {
            Number => spec("number", labels::NUMBER, 5.0, Cells::Numeral),
            Severity => spec("severity", labels::SEVERITY, 9.0, Cells::Centred),
            Code => spec("code", labels::CODE, 7.0, Cells::Centred),
            Department => spec("department", labels::DEPARTMENT, 20.0, Cells::Text),
            File => spec("file", labels::FILE, 24.0, Cells::Path),
            Line => spec("line", labels::LINE, 7.0, Cells::Numeral),
            Column => spec("column", labels::COLUMN, 5.0, Cells::Numeral),
            Cell => spec("cell", labels::CELL, 18.0, Cells::Quoted),
            Problem => spec("message", labels::PROBLEM, 34.0, Cells::Text),
            Hint | HintMore => spec("hint", labels::HINT, 32.0, Cells::Text),
            Explained => spec("explained", labels::EXPLAINED, 12.0, Cells::Text),
            Print => spec("fingerprint", labels::CODE, 18.0, Cells::Text),
            Sheet => spec("sheet", labels::SHEET_OF, 18.0, Cells::Text),
        }
    }

    fn value(&self, column: FindingColumn) -> Value<'_> {
        let (edition, finding) = (self.edition, self.finding);
        let dataset = edition.dataset;
        let place = finding.place;
        match column {
            Number => self.number.to_string().into(),
            Severity => {
                let name = edition.say(labels::severity(finding.severity));
                Value::coded(finding.severity.code(), name)
            }
            Code => finding.code.into(),
            Department => {
                let number = finding.department.map(|number| number as usize);
                let stated = number.and_then(|number| dataset.departments.get(number));
                let slug = stated.map_or("", |department| department.slug.as_str());
                Value::coded(slug, listing::department_of(dataset, finding))
            }
            File => {
                let read = self.file().map_or("", |file| file.submission.path.as_str());
                Value::coded(dataset.path(finding), read)
            }
            Line => Value::coded(stated(place.line), listing::line_of(self.file(), place)),
            Column => stated(place.column).into(),
            Cell => Value::coded(finding.cell.as_ref(), listing::cell_of(edition, finding)),
            Problem => rules::message(finding, edition.lang).into(),
            Hint => rules::hint(finding, edition.lang).into(),
            Explained => match (&finding.more().explained, &finding.more().claim) {
                (Some(reason), _) => reason.as_str().into(),
                (None, Some(claim)) => self.labelled(labels::CLAIMED, claim).into(),
                (None, None) => "".into(),
            },
            HintMore => {
                let text = rules::hint(finding, edition.lang);
                let remark = match (&finding.more().explained, &finding.more().claim) {
                    (Some(reason), _) => self.labelled(labels::EXPLAINED, reason),
                    (None, Some(claim)) => self.labelled(labels::CLAIMED, claim),
                    (None, None) => return text.into(),
                };
                Value::Remarked { text, remark }
            }
            Print => format!("{:016x}", finding.fingerprint).into(),
            Sheet => dataset.sheet_of(finding).into(),
        }
    }
}

impl<'a> FindingRow<'a> {
    fn file(&self) -> Option<&'a FileRead> {
        listing::file_of(self.edition.dataset, self.finding)
    }

    fn labelled(&self, label: Words, text: &str) -> String {
        format!("{}: {text}", self.edition.say(label))
    }
}

/// A line or a column; empty where none is stated.
fn stated(number: u32) -> String {
    match number {
        0 => String::new(),
        number => number.to_string(),
    }
}
