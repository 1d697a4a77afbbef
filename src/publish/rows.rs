//! Rows and findings as CSV: every row that was read stands in one of these files.

use super::Edition;
use super::tables::{finish, push_record, safe, text, writer};
use crate::model::dataset::{Dataset, FileRead};
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Finding, Scope, Severity};
use crate::model::section::Field;
use crate::model::value::Days;
use crate::rules;
use crate::vocabulary::listing;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::HashMap;

/// `delegations.csv`: every accepted row, and those not held.
pub fn delegations(edition: &Edition) -> Result<Vec<u8>, String> {
    delegations_of(edition.dataset)
}

/// `delegations.csv` of a campaign.
pub fn delegations_of(dataset: &Dataset) -> Result<Vec<u8>, String> {
    let mut rows: Vec<(&FileRead, &Delegation)> = dataset
        .rows()
        .filter(|(_, row)| matches!(row.state, RowState::Accepted | RowState::NotHeld))
        .collect();
    rows.sort_by_key(|(file, row)| (row.kind, row.direction, file.department));
    let mut out = Vec::new();
    push_record(&mut out, listing::HEAD);
    let mut seen: FxHashMap<[u8; 32], u32> = FxHashMap::default();
    for batch in rows.chunks(BATCH) {
        let written: Vec<Part> = batch
            .par_chunks(BATCH / 16)
            .map(|rows| Part::of(dataset, rows))
            .collect();
        for mut part in written {
            part.number(&mut seen);
            out.extend_from_slice(&part.text);
        }
    }
    Ok(out)
}

/// Rows written side by side before they are numbered in their order: few megabytes of text.
const BATCH: usize = 16 * 1024;

/// Letters of an id.
const ID: usize = 16;

/// Rows written under the ids of their first occurrence, each with its digest and where it begins.
#[derive(Default)]
struct Part {
    text: Vec<u8>,
    rows: Vec<([u8; 32], usize)>,
}

impl Part {
    fn of(dataset: &Dataset, rows: &[(&FileRead, &Delegation)]) -> Part {
        let mut part = Part::default();
        let mut piece = Vec::new();
        for (file, row) in rows {
            let values = values(file, row, &dataset.department(file).slug);
            let digest = digest(&values, &mut piece);
            part.rows.push((digest, part.text.len()));
            let id = id(digest, 0);
            let line = row.line.to_string();
            let place = [
                safe(&file.submission.path),
                line.into(),
                safe(sheet_name(file, row)),
            ];
            let texts = values.iter().chain(&place).map(AsRef::as_ref);
            push_record(&mut part.text, std::iter::once(id.as_str()).chain(texts));
        }
        part
    }

    /// Gives rows that were seen before the ids of their occurrence: only this needs their order.
    fn number(&mut self, seen: &mut FxHashMap<[u8; 32], u32>) {
        for (digest, begins) in &self.rows {
            let occurrence = seen.entry(*digest).and_modify(|n| *n += 1).or_insert(0);
            if *occurrence > 0 {
                let id = id(*digest, *occurrence);
                self.text[*begins..*begins + ID].copy_from_slice(id.as_bytes());
            }
        }
    }
}

/// All columns of a row between `id` and `file`, in the order of the head.
fn values<'a>(file: &'a FileRead, row: &'a Delegation, department: &'a str) -> Vec<Cow<'a, str>> {
    let written = |span| safe(file.text(span));
    let number = |value: Option<String>| Cow::from(value.unwrap_or_default());
    let texts = &row.texts;
    let period = match (file.text(texts.period), file.text(texts.period_to)) {
        (period, "") => safe(period),
        ("", last) => safe(last),
        (first, last) => safe(&format!("{first} - {last}")).into_owned().into(),
    };
    let funding = match (file.text(texts.funding), file.text(texts.amount)) {
        ("", "") => safe(&ticked(file, row)).into_owned().into(),
        ("", amount) => safe(amount),
        (funding, _) => safe(funding),
    };
    let codes: Vec<&str> = row
        .countries
        .codes
        .iter()
        .map(|code| code.as_str())
        .collect();
    vec![
        row.kind.code().into(),
        row.direction
            .map_or("", |direction| direction.code())
            .into(),
        row.year.to_string().into(),
        safe(department),
        written(texts.name),
        written(texts.head),
        codes.join(";").into(),
        written(texts.countries),
        written(texts.partner),
        written(texts.content),
        row.count.to_string().into(),
        number(row.people.value.map(|people| people.to_string())),
        number(row.days.halves.map(Days::display)),
        row.period.class().code().into(),
        period,
        row.funding.class.code().into(),
        row.funding.part_codes().join(";").into(),
        funding,
        number(row.money.vnd.map(|vnd| vnd.to_string())),
        number(row.money.usd_cents.map(usd)),
        row.status.map_or("", |status| status.code()).into(),
        written(texts.decision_no),
        written(texts.notes),
    ]
}

/// What stands in split source columns: "NSNN: x; Khác: x".
fn ticked(file: &FileRead, row: &Delegation) -> String {
    let Some(document) = &file.document else {
        return String::new();
    };
    let section = file.section(row);
    let mut texts = Vec::new();
    for column in &section.columns {
        let cell = document.trimmed(document.cell(section.sheet, row.row as usize, column.index));
        if matches!(column.field, Some(Field::FundingPart(..))) && !cell.is_empty() {
            let source = column.heading.rsplit(" | ").next().unwrap_or_default();
            texts.push(format!("{source}: {cell}"));
        }
    }
    texts.join("; ")
}

fn usd(cents: i64) -> String {
    match (cents / 100, cents % 100) {
        (dollars, 0) => dollars.to_string(),
        (dollars, cents) => format!("{dollars}.{cents:02}"),
    }
}

/// In one piece: a digest of many small pieces costs several times as much.
fn digest(values: &[Cow<str>], piece: &mut Vec<u8>) -> [u8; 32] {
    piece.clear();
    for value in values {
        piece.extend_from_slice(&(value.len() as u64).to_le_bytes());
        piece.extend_from_slice(value.as_bytes());
    }
    *blake3::hash(piece).as_bytes()
}

fn id(digest: [u8; 32], occurrence: u32) -> String {
    let mut seed = [0; 36];
    seed[..32].copy_from_slice(&digest);
    seed[32..].copy_from_slice(&occurrence.to_le_bytes());
    blake3::hash(&seed).to_hex()[..ID].to_string()
}

/// Name of the sheet that a row stands in; empty for text files.
fn sheet_name<'a>(file: &'a FileRead, row: &Delegation) -> &'a str {
    file.sheet_name(file.section(row).sheet)
}

/// `rejected.csv`: every rejected row as written, with the codes of the errors that reach it.
pub fn rejected(edition: &Edition) -> Result<Vec<u8>, String> {
    let dataset = edition.dataset;
    let errors = ErrorsByScope::of(&dataset.findings);
    let mut out = writer();
    out.write_record(["department", "file", "line", "codes", "text"])
        .map_err(text)?;
    for (at, file) in dataset.files.iter().enumerate() {
        for (index, row) in file.delegations.iter().enumerate() {
            if row.state == RowState::Rejected {
                out.write_record([
                    safe(&dataset.department(file).slug).as_ref(),
                    safe(&file.submission.path).as_ref(),
                    &row.line.to_string(),
                    &errors.reaching(at as u32, index as u32, row).join(";"),
                    safe(&file.row_text(row)).as_ref(),
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
