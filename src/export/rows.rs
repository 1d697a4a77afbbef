//! Rejected rows and findings as CSV.

use super::tables::{push_record, push_row, records, safe};
use crate::edition::Edition;
use crate::model::dataset::Reader;
use crate::report::listing;
use crate::report::table::findings::{self, FindingRow};
use rayon::prelude::*;
use std::io::{self, Write};

/// `rejected.csv`: every rejected row as written, with the codes of the errors that reach it.
pub fn rejected(edition: &Edition) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    push_record(&mut out, ["department", "file", "line", "codes", "text"]);
    let mut reader = Reader::default();
    for rejected in listing::rejected(edition.dataset) {
        let (file, row) = (rejected.file, rejected.row);
        let mut codes: Vec<&str> = rejected.errors.iter().map(|error| error.code).collect();
        codes.sort_unstable();
        codes.dedup();
        let written = reader.open(file).row_text(row);
        let fields = [
            &safe(&edition.dataset.department(file).slug),
            &safe(&file.submission.path),
            &*row.line.to_string(),
            &codes.join(";"),
            &safe(&written),
        ];
        push_record(&mut out, fields);
    }
    Ok(out)
}

/// Findings that are made before any of them is written, and those that one thread makes of them.
const BATCH: usize = 8192;
const PIECE: usize = 512;

/// Writes `findings.csv`: every finding, also those that a terminal shows as one group.
///
/// # Errors
/// What `out` fails with.
pub fn write_findings(edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(&records::<FindingRow>(&findings::CSV, std::iter::empty()))?;
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
        pieces.iter().try_for_each(|piece| out.write_all(piece))?;
    }
    Ok(())
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
