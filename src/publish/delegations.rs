//! `delegations.csv`: every row that counts and those not held, each under an id of its own.

use super::Edition;
use super::tables::{push_record, safe};
use crate::model::dataset::{Dataset, FileRead};
use crate::model::delegation::{Delegation, RowState};
use crate::model::section::Field;
use crate::model::value::Days;
use crate::vocabulary::listing;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;

/// `delegations.csv`: every accepted row, and those not held.
pub fn write(edition: &Edition) -> Result<Vec<u8>, String> {
    in_memory(edition.dataset)
}

/// `delegations.csv` of a campaign.
pub fn in_memory(dataset: &Dataset) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let pushed = write_to(dataset, |piece| {
        out.extend_from_slice(piece);
        Ok(())
    });
    pushed.map_err(|error| error.to_string())?;
    Ok(out)
}

/// Gives `delegations.csv` of a campaign away piece by piece: the next one is made while one is taken.
///
/// # Errors
/// What `push` fails with.
pub fn write_to(
    dataset: &Dataset,
    push: impl FnMut(&[u8]) -> io::Result<()> + Send,
) -> io::Result<()> {
    let rows = in_order(dataset);
    let mut out = Out {
        seen: Seen::default(),
        push,
    };
    let mut head = Vec::new();
    push_record(&mut head, listing::HEAD);
    (out.push)(&head)?;
    let made = |batch: &[(&FileRead, &Delegation)]| -> Vec<Part> {
        let parts = batch.par_chunks(BATCH / 16);
        parts.map(|rows| Part::of(dataset, rows)).collect()
    };
    let mut before = Vec::new();
    for batch in rows.chunks(BATCH) {
        let (taken, next) = rayon::join(|| out.take(before), || made(batch));
        taken?;
        before = next;
    }
    out.take(before)
}

/// Where finished rows go, in their order.
struct Out<P> {
    seen: Seen,
    push: P,
}

impl<P: FnMut(&[u8]) -> io::Result<()>> Out<P> {
    fn take(&mut self, parts: Vec<Part>) -> io::Result<()> {
        for mut part in parts {
            part.number(&mut self.seen);
            (self.push)(&part.text)?;
        }
        Ok(())
    }
}

/// Rows that count and those not held: by kind, direction and department, there in the order of files.
fn in_order(dataset: &Dataset) -> Vec<(&FileRead, &Delegation)> {
    let mut tables: BTreeMap<_, Vec<(&FileRead, &Delegation)>> = BTreeMap::new();
    let key = |file: &FileRead, row: &Delegation| (row.kind, row.direction, file.department);
    for file in &dataset.files {
        // Rows of one table stand together.
        for rows in file
            .delegations
            .chunk_by(|a, b| key(file, a) == key(file, b))
        {
            let listed = rows
                .iter()
                .filter(|row| is_listed(row))
                .map(|row| (file, row));
            tables
                .entry(key(file, &rows[0]))
                .or_default()
                .extend(listed);
        }
    }
    tables.into_values().flatten().collect()
}

fn is_listed(row: &Delegation) -> bool {
    matches!(row.state, RowState::Accepted | RowState::NotHeld)
}

/// Digests of rows written before, and how often those stood that stood more than once.
#[derive(Default)]
struct Seen {
    once: FxHashSet<u128>,
    again: FxHashMap<u128, u32>,
}

impl Seen {
    /// How often a row of this digest stood before.
    fn occurrence(&mut self, digest: &[u8; 32]) -> u32 {
        // Half of it tells rows apart as surely, in half the memory.
        let half = digest
            .iter()
            .take(16)
            .fold(0, |half, b| half << 8 | u128::from(*b));
        if self.once.insert(half) {
            return 0;
        }
        let again = self.again.entry(half).or_default();
        *again += 1;
        *again
    }
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
    fn number(&mut self, seen: &mut Seen) {
        for (digest, begins) in &self.rows {
            let occurrence = seen.occurrence(digest);
            if occurrence > 0 {
                let id = id(*digest, occurrence);
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
