//! The machine tables of figures and the ledger as CSV.

use crate::edition::Edition;
use crate::model::summary::Line;
use crate::report::table::Row;
use crate::report::table::ledger::{self, LedgerRow};
use crate::report::table::measures::Measure;

/// A CSV writer as spec section 5 has it: UTF-8, RFC 4180, LF.
pub fn writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .flexible(false)
        .from_writer(Vec::new())
}

/// The bytes of a finished table.
pub fn finish(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, String> {
    writer.into_inner().map_err(|error| error.to_string())
}

/// Writes one record as [`writer`] does, onto the end of a text: for the tables with millions of rows.
pub fn push_record<'t>(out: &mut Vec<u8>, fields: impl IntoIterator<Item = &'t str>) {
    for (index, field) in fields.into_iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        push_field(out, field);
    }
    out.push(b'\n');
}

/// Writes one field as [`writer`] does.
pub fn push_field(out: &mut Vec<u8>, field: &str) {
    let special = |b: u8| matches!(b, b',' | b'"' | b'\n' | b'\r');
    // Without a way out in the middle, so that many bytes are looked at in one step.
    if !field.bytes().fold(false, |any, b| any | special(b)) {
        out.extend_from_slice(field.as_bytes());
        return;
    }
    out.push(b'"');
    for (index, part) in field.split('"').enumerate() {
        if index > 0 {
            out.extend_from_slice(b"\"\"");
        }
        out.extend_from_slice(part.as_bytes());
    }
    out.push(b'"');
}

/// A text cell that a spreadsheet cannot take for a formula.
pub fn safe(text: &str) -> std::borrow::Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

/// A table of rows with these columns, as CSV.
pub fn records<R: Row>(columns: &[R::Column], rows: impl Iterator<Item = R>) -> Vec<u8> {
    let mut out = Vec::new();
    push_record(
        &mut out,
        columns.iter().map(|column| R::spec(*column).field),
    );
    for row in rows {
        push_row(&mut out, columns, &row);
    }
    out
}

/// Writes a row onto the end of a text.
pub fn push_row<R: Row>(out: &mut Vec<u8>, columns: &[R::Column], row: &R) {
    for (nth, column) in columns.iter().enumerate() {
        if nth > 0 {
            out.push(b',');
        }
        push_field(out, &safe(&row.value(*column).for_machines()));
    }
    out.push(b'\n');
}

/// `by_<key>.csv`.
pub fn by(key: &str, _edition: &Edition, lines: &[Line]) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let keys = ["kind", "year", "direction", key];
    push_record(
        &mut out,
        keys.into_iter().chain(Measure::ALL.map(Measure::field)),
    );
    for line in lines {
        let (year, key) = (line.year.to_string(), safe(&line.key));
        let keys = [line.kind.code(), &year, line.direction.code(), &key];
        let measures = Measure::ALL.map(|measure| measure.plain(&line.totals));
        push_record(
            &mut out,
            keys.into_iter().chain(measures.iter().map(String::as_str)),
        );
    }
    Ok(out)
}

/// `cube.csv`.
pub fn cube(edition: &Edition) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let keys = ["kind", "year", "direction", "country", "quarter", "funding"];
    push_record(
        &mut out,
        keys.into_iter().chain(Measure::FIGURES.map(Measure::field)),
    );
    for cell in &edition.summary.cube {
        let year = cell.year.to_string();
        let keys = [
            cell.kind.code(),
            &year,
            cell.direction.code(),
            &cell.country,
            cell.quarter.code(),
            cell.funding.code(),
        ];
        let measures = Measure::FIGURES.map(|measure| measure.plain(&cell.totals));
        push_record(
            &mut out,
            keys.into_iter().chain(measures.iter().map(String::as_str)),
        );
    }
    Ok(out)
}

/// `submissions.csv`: the ledger.
pub fn submissions(edition: &Edition) -> Result<Vec<u8>, String> {
    Ok(records(&ledger::CSV, LedgerRow::all(edition)))
}

/// A CSV error as text: it can only come from memory.
pub fn text(error: csv::Error) -> String {
    error.to_string()
}

/// The text of `submissions.csv`, for printing.
///
/// # Errors
/// When a record cannot be written.
pub fn submissions_csv(edition: &Edition) -> Result<String, String> {
    submissions(edition).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::{finish, push_record, safe, writer};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn records_are_written_as_the_writer_writes_them(
            fields in prop::collection::vec("[a,\"\r\n\tđ #' ]{0,6}", 2..5)
        ) {
            let mut pushed = Vec::new();
            push_record(&mut pushed, fields.iter().map(String::as_str));
            let mut slow = writer();
            slow.write_record(&fields).unwrap();
            prop_assert_eq!(pushed, finish(slow).unwrap());
        }
    }

    #[test]
    fn no_cell_starts_a_formula() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("-nt-", "'-nt-"),
            ("@x", "'@x"),
            ("+84", "'+84"),
            ("\tx", "'\tx"),
            ("Lào", "Lào"),
            ("'x", "'x"),
            ("", ""),
        ] {
            assert_eq!(safe(cell), written);
        }
    }
}
