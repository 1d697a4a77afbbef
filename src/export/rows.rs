//! Rejected rows and findings as CSV.

use super::tables::{finish, push_record, safe, text, writer};
use crate::edition::Edition;
use crate::model::dataset::Reader;
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Finding, Scope, Severity};
use crate::rules;
use rayon::prelude::*;
use std::collections::HashMap;
use std::io::{self, Write};

/// `rejected.csv`: every rejected row as written, with the codes of the errors that reach it.
pub fn rejected(edition: &Edition) -> Result<Vec<u8>, String> {
    let dataset = edition.dataset;
    let errors = ErrorsByScope::of(&dataset.findings);
    let mut out = writer();
    out.write_record(["department", "file", "line", "codes", "text"])
        .map_err(text)?;
    let mut reader = Reader::default();
    for (position, file) in dataset.files.iter().enumerate() {
        for (index, row) in file.delegations.iter().enumerate() {
            if row.state == RowState::Rejected {
                out.write_record([
                    safe(&dataset.department(file).slug).as_ref(),
                    safe(&file.submission.path).as_ref(),
                    &row.line.to_string(),
                    &errors
                        .reaching(position as u32, index as u32, row)
                        .join(";"),
                    safe(&reader.open(file).row_text(row)).as_ref(),
                ])
                .map_err(text)?;
            }
        }
    }
    finish(out)
}

/// Codes of errors by what they reach.
pub struct ErrorsByScope(HashMap<(u32, Scope), Vec<&'static str>>);

impl ErrorsByScope {
    pub fn of(findings: &[Finding]) -> ErrorsByScope {
        let mut errors: HashMap<(u32, Scope), Vec<&'static str>> = HashMap::new();
        for finding in findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
        {
            if let Some(file) = finding.file {
                errors
                    .entry((file, finding.scope))
                    .or_default()
                    .push(finding.code);
            }
        }
        ErrorsByScope(errors)
    }

    /// Codes of the errors that reach a row, each once, in order.
    pub fn reaching(&self, file: u32, index: u32, row: &Delegation) -> Vec<&'static str> {
        let scopes = [Scope::File, Scope::Section(row.section), Scope::Row(index)];
        let mut codes: Vec<&'static str> = scopes
            .iter()
            .filter_map(|scope| self.0.get(&(file, *scope)))
            .flatten()
            .copied()
            .collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }
}

/// Findings that are made before any of them is written, and those that one thread makes of them.
const BATCH: usize = 8192;
const PIECE: usize = 512;

const HEADER: [&str; 10] = [
    "code",
    "severity",
    "department",
    "file",
    "line",
    "column",
    "cell",
    "message",
    "hint",
    "fingerprint",
];

/// Writes `findings.csv`: every finding, also those that a terminal shows as one group.
///
/// # Errors
/// What `out` fails with.
pub fn write_findings(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    let mut header = Vec::new();
    push_record(&mut header, HEADER);
    out.write_all(&header)?;
    for batch in edition.dataset.findings.chunks(BATCH) {
        let pieces = batch.par_chunks(PIECE).map(|findings| {
            let mut piece = Vec::new();
            for finding in findings {
                push_finding(&mut piece, edition, finding);
            }
            piece
        });
        let pieces: Vec<Vec<u8>> = pieces.collect();
        pieces.iter().try_for_each(|piece| out.write_all(piece))?;
    }
    Ok(())
}

fn push_finding(out: &mut Vec<u8>, edition: &Edition, finding: &Finding) {
    let dataset = edition.dataset;
    let department = finding
        .department
        .and_then(|position| dataset.departments.get(position as usize));
    let place = |number: u32| match number {
        0 => String::new(),
        number => number.to_string(),
    };
    let message = rules::message(finding, edition.lang);
    let hint = rules::hint(finding, edition.lang);
    let record = [
        finding.code,
        finding.severity.code(),
        &safe(department.map_or("", |department| &department.slug)),
        &safe(dataset.path(finding)),
        &place(finding.place.line),
        &place(finding.place.column),
        &safe(&finding.cell),
        &safe(&message),
        &safe(&hint),
        &format!("{:016x}", finding.fingerprint),
    ];
    push_record(out, record);
}

/// The text of `findings.csv`, for printing.
///
/// # Errors
/// When a record cannot be written.
pub fn findings_csv(edition: &Edition) -> io::Result<String> {
    let mut out = Vec::new();
    write_findings(edition, &mut out)?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}
