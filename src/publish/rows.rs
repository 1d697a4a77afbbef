//! Rejected rows and findings as CSV.

use super::Edition;
use super::tables::{finish, safe, text, writer};
use crate::model::dataset::Reader;
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Finding, Scope, Severity};
use crate::rules;
use std::collections::HashMap;

/// `rejected.csv`: every rejected row as written, with the codes of the errors that reach it.
pub fn rejected(edition: &Edition) -> Result<Vec<u8>, String> {
    let dataset = edition.dataset;
    let errors = ErrorsByScope::of(&dataset.findings);
    let mut out = writer();
    out.write_record(["department", "file", "line", "codes", "text"])
        .map_err(text)?;
    let mut reader = Reader::default();
    for (at, file) in dataset.files.iter().enumerate() {
        for (index, row) in file.delegations.iter().enumerate() {
            if row.state == RowState::Rejected {
                out.write_record([
                    safe(&dataset.department(file).slug).as_ref(),
                    safe(&file.submission.path).as_ref(),
                    &row.line.to_string(),
                    &errors.reaching(at as u32, index as u32, row).join(";"),
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

/// `findings.csv`: every finding, also those that a terminal shows as one group.
pub fn findings(edition: &Edition) -> Result<Vec<u8>, String> {
    let dataset = edition.dataset;
    let mut out = writer();
    out.write_record([
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
    ])
    .map_err(text)?;
    for finding in &dataset.findings {
        let department = finding
            .department
            .and_then(|at| dataset.departments.get(at as usize));
        let place = |number: u32| {
            if number == 0 {
                String::new()
            } else {
                number.to_string()
            }
        };
        out.write_record([
            finding.code,
            finding.severity.code(),
            safe(department.map_or("", |department| &department.slug)).as_ref(),
            safe(dataset.path(finding)).as_ref(),
            &place(finding.place.line),
            &place(finding.place.column),
            safe(&finding.cell).as_ref(),
            safe(&rules::message(finding, edition.lang)).as_ref(),
            safe(&rules::hint(finding, edition.lang)).as_ref(),
            &format!("{:016x}", finding.fingerprint),
        ])
        .map_err(text)?;
    }
    finish(out)
}
