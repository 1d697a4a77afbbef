//! Rejected rows and findings as CSV.

use super::Push;
use super::tables::{push_record, push_row, records, safe};
use crate::edition::Edition;
use crate::model::dataset::Reader;
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Finding, Scope, Severity};
use crate::report::table::findings::{self, FindingRow};
use rayon::prelude::*;
use std::collections::HashMap;
use std::io;

/// `rejected.csv`: every rejected row as written, with the codes of the errors that reach it.
pub fn rejected(edition: &Edition) -> Result<Vec<u8>, String> {
    let dataset = edition.dataset;
    let errors = ErrorsByScope::of(&dataset.findings);
    let mut out = Vec::new();
    push_record(&mut out, ["department", "file", "line", "codes", "text"]);
    let mut reader = Reader::default();
    for (number, file) in (0..).zip(&dataset.files) {
        for (index, row) in (0..).zip(&file.delegations) {
            if row.state == RowState::Rejected {
                let written = reader.open(file).row_text(row);
                let fields = [
                    &safe(&dataset.department(file).slug),
                    &safe(&file.submission.path),
                    &*row.line.to_string(),
                    &errors.reaching(number, index, row).join(";"),
                    &safe(&written),
                ];
                push_record(&mut out, fields);
            }
        }
    }
    Ok(out)
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

/// Findings that are made before any of them is given away, and those that one thread makes of them.
const BATCH: usize = 8192;
const PIECE: usize = 512;

/// `findings.csv`: every finding, also those that a terminal shows as one group.
pub fn findings(edition: &Edition) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let written = write_findings(edition, &mut |piece| {
        out.extend_from_slice(piece);
        Ok(())
    });
    written.map_err(|error| error.to_string())?;
    Ok(out)
}

/// Gives `findings.csv` away piece by piece.
///
/// # Errors
/// What `push` fails with.
pub fn write_findings(edition: &Edition, push: &mut Push) -> io::Result<()> {
    push(&records::<FindingRow>(&findings::CSV, std::iter::empty()))?;
    for batch in edition.dataset.findings.chunks(BATCH) {
        let pieces = batch.par_chunks(PIECE).map(|findings| {
            let mut piece = Vec::new();
            for (number, finding) in (1..).zip(findings) {
                let row = FindingRow {
                    edition,
                    finding,
                    number,
                };
                push_row(&mut piece, &findings::CSV, &row);
            }
            piece
        });
        let pieces: Vec<Vec<u8>> = pieces.collect();
        pieces.iter().try_for_each(|piece| push(piece))?;
    }
    Ok(())
}

/// The text of `findings.csv`, for printing.
///
/// # Errors
/// When a record cannot be written.
pub fn findings_csv(edition: &Edition) -> Result<String, String> {
    findings(edition).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}
