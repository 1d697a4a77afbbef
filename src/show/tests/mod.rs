//! The exact text of findings, ledger and run report, in both languages.

mod findings;
mod reports;

use super::{Lang, Severity, Style};
use crate::model::dataset::FileRead;
use crate::model::document::{Dialect, Document};
use crate::model::finding::{Finding, Place, Scope};
use crate::model::submission::{Format, Submission, Version};
use std::sync::Arc;

const PLAIN: Style = Style {
    color: false,
    width: 80,
    lang: Lang::Vi,
};

fn file(path: &str, document: Document) -> FileRead {
    let submission = Submission {
        path: path.to_string(),
        absolute: path.into(),
        year: Some(2021),
        folder: "so-y-te".into(),
        bytes: 1,
        format: Format::Text,
        version: Version::default(),
        root: None,
    };
    let mut file = FileRead::new(submission, String::new());
    file.keep(document, Vec::new());
    file
}

fn csv(rows: &[&[&str]]) -> Document {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.to_vec()).collect();
    let mut document = Document::from_rows(&rows);
    document.dialect = Some(Dialect {
        delimiter: Some(b';'),
        quote: Some(b'"'),
        escape: None,
    });
    document
}

fn finding(code: &'static str, line: u32, column: u32, cell: &str, values: &[&str]) -> Finding {
    Finding {
        code,
        severity: if code == "O302" {
            Severity::Error
        } else {
            Severity::Warning
        },
        department: None,
        file: Some(0),
        scope: Scope::File,
        place: Place {
            sheet: 0,
            line,
            column,
        },
        cell: cell.into(),
        values: values.iter().map(|value| Arc::from(*value)).collect(),
        fingerprint: 0,
        ..Finding::default()
    }
}
