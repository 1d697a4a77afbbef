//! The machine tables of figures and the ledger as CSV.

use crate::edition::Edition;
use crate::model::summary::{Line, Totals};

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

/// `by_<key>.csv`.
pub fn by(key: &str, _edition: &Edition, lines: &[Line]) -> Result<Vec<u8>, String> {
    let mut out = writer();
    let head = [
        "kind",
        "year",
        "direction",
        key,
        "delegations",
        "people",
        "person_days",
        "amount_vnd",
    ];
    let counts = [
        "rows_without_people",
        "rows_without_days",
        "rows_without_amount",
    ];
    out.write_record(head.iter().chain(&counts)).map_err(text)?;
    for line in lines {
        let totals = &line.totals;
        let mut record = vec![
            line.kind.code().into(),
            line.year.to_string(),
            line.direction.code().into(),
        ];
        record.push(safe(&line.key).into_owned());
        record.extend(measures(totals));
        record.extend([
            totals.rows_without_people.to_string(),
            totals.rows_without_days.to_string(),
            totals.rows_without_amount.to_string(),
        ]);
        out.write_record(record).map_err(text)?;
    }
    finish(out)
}

/// `cube.csv`.
pub fn cube(edition: &Edition) -> Result<Vec<u8>, String> {
    let mut out = writer();
    let head = ["kind", "year", "direction", "country", "quarter", "funding"];
    out.write_record(
        head.iter()
            .chain(&["delegations", "people", "person_days", "amount_vnd"]),
    )
    .map_err(text)?;
    for cell in &edition.summary.cube {
        let mut record = vec![
            cell.kind.code().into(),
            cell.year.to_string(),
            cell.direction.code().into(),
            cell.country.clone(),
            cell.quarter.code().into(),
            cell.funding.code().into(),
        ];
        record.extend(measures(&cell.totals));
        out.write_record(record).map_err(text)?;
    }
    finish(out)
}

fn measures(totals: &Totals) -> [String; 4] {
    [
        totals.delegations.to_string(),
        totals.people.to_string(),
        totals.person_days(),
        totals.amount_vnd.to_string(),
    ]
}

/// `submissions.csv`: the ledger.
pub fn submissions(edition: &Edition) -> Result<Vec<u8>, String> {
    let mut out = writer();
    out.write_record([
        "department",
        "direction",
        "kind",
        "state",
        "files",
        "rows",
        "accepted",
        "rejected",
        "errors",
        "warnings",
        "first_seen",
        "superseded_by",
        "note",
    ])
    .map_err(text)?;
    for line in &edition.dataset.ledger {
        let department = line
            .department
            .and_then(|index| edition.dataset.departments.get(index as usize));
        let late = edition.lang.pick("trễ hạn", "late");
        let note = match (line.late, line.note.is_empty()) {
            (false, _) => line.note.clone(),
            (true, true) => late.to_string(),
            (true, false) => format!("{late}; {}", line.note),
        };
        out.write_record([
            safe(department.map_or("", |department| &department.slug)).as_ref(),
            line.direction.map_or("", |direction| direction.code()),
            line.kind.map_or("", |kind| kind.code()),
            line.state,
            safe(&line.files.join(";")).as_ref(),
            &line.rows.to_string(),
            &line.accepted.to_string(),
            &line.rejected.to_string(),
            &line.errors.to_string(),
            &line.warnings.to_string(),
            &line.first_seen,
            safe(&line.superseded_by).as_ref(),
            safe(&note).as_ref(),
        ])
        .map_err(text)?;
    }
    finish(out)
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
