//! `delegations.csv`: every row that counts and those not held, each under an id of its own.

mod order;

use super::tables::{push_field, push_record, safe};
use crate::model::dataset::{Dataset, FileRead};
use crate::model::decision::{Correction, RowId};
use crate::model::delegation::{Delegation, RowState};
use crate::model::section::Field;
use crate::model::value::Days;
use crate::vocabulary::listing;
use order::{Piece, in_order, parts};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::io::{self, Write};

/// The bytes of `delegations.csv`: every accepted row, and those not held.
pub fn delegations_csv(dataset: &Dataset) -> Vec<u8> {
    let mut out = Vec::new();
    // Writing to memory cannot fail.
    let _ = write(dataset, &mut out);
    out
}

/// Writes `delegations.csv` of a campaign: parts are made while others are written.
///
/// # Errors
/// What `out` fails with.
pub fn write(dataset: &Dataset, out: &mut (impl Write + Send)) -> io::Result<()> {
    let mut header = Vec::new();
    push_record(&mut header, listing::HEAD);
    out.write_all(&header)?;

    let pieces = in_order(dataset);
    let parts = parts(&pieces);
    let mut numbering = Numbering::default();
    let corrections = corrections(dataset);
    let make = |batch: &[&[Piece]]| -> Vec<Part> {
        let parts = batch.par_iter();
        let made = parts.map(|pieces| Part::of(dataset, &corrections, pieces));
        made.collect()
    };
    let mut made = Vec::new();
    for batch in parts.chunks(BATCH) {
        let (written, next) = rayon::join(|| numbering.write(made, out), || make(batch));
        written?;
        made = next;
    }
    numbering.write(made, out)
}

/// What was written so far of a table.
#[derive(Default)]
struct Numbering {
    table: u32,
    seen: Seen,
}

impl Numbering {
    /// Goes on with a table. Rows of two tables never have one digest: it begins with what the tables
    /// differ in.
    fn begin(&mut self, table: u32) {
        if table != self.table {
            self.table = table;
            self.seen = Seen::default();
        }
    }

    /// Writes parts in their order, each row under the id of its occurrence.
    fn write(&mut self, parts: Vec<Part>, out: &mut impl Write) -> io::Result<()> {
        for mut part in parts {
            self.begin(part.table);
            part.number(&mut self.seen);
            out.write_all(&part.text)?;
        }
        Ok(())
    }
}

/// The rows that are listed, by their ids: for decisions that name a row.
pub fn rows_by_id(dataset: &Dataset) -> FxHashMap<u64, RowId> {
    let mut rows = FxHashMap::default();
    let mut numbering = Numbering::default();
    let (mut text, mut fields) = (Vec::new(), Vec::new());
    for piece in in_order(dataset) {
        numbering.begin(piece.table);
        let file = &dataset.files[piece.file as usize];
        let own = &file.delegations[piece.rows.start as usize..piece.rows.end as usize];
        for row in own.iter().filter(|row| is_listed(row)) {
            text.clear();
            let slug = &dataset.department(file).slug;
            Record::new(&mut text, &mut fields).values(file, row, slug);
            let digest = *blake3::hash(&fields).as_bytes();
            let id = id(digest, numbering.seen.occurrence(&digest));
            let id = std::str::from_utf8(&id).unwrap_or_default();
            let (file, row) = (piece.file, row.index);
            if let Ok(id) = u64::from_str_radix(id, 16) {
                rows.insert(id, RowId { file, row, digest });
            }
        }
    }
    rows
}

fn is_listed(row: &Delegation) -> bool {
    matches!(row.state, RowState::Accepted | RowState::NotHeld)
}

/// Digests of the rows of a table written before, and how often those stood that stood more than once.
#[derive(Default)]
struct Seen {
    once: FxHashSet<u128>,
    repeated: FxHashMap<u128, u32>,
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
        let times = self.repeated.entry(half).or_default();
        *times += 1;
        *times
    }
}

/// Parts written side by side before they are numbered in their order: few megabytes of text.
const BATCH: usize = 64;

/// Letters of an id.
const ID: usize = 16;

/// Rows written under the ids of their first occurrence, each with its digest and where it begins.
#[derive(Default)]
struct Part {
    table: u32,
    text: Vec<u8>,
    rows: Vec<([u8; 32], Option<usize>)>,
}

/// What decisions changed, by file and row.
type Corrections<'a> = FxHashMap<(u32, u32), Vec<&'a Correction>>;

fn corrections(dataset: &Dataset) -> Corrections<'_> {
    let mut corrections = Corrections::default();
    for one in &dataset.corrections {
        let own = corrections.entry((one.row.file, one.row.row)).or_default();
        own.push(one);
    }
    corrections
}

/// "people: 8 → 12 (by telephone, Lan)": what was set, and why.
fn corrected(dataset: &Dataset, own: &[&Correction]) -> String {
    let told = own.iter().map(|one| {
        let decision = &dataset.decisions[one.decision as usize];
        let why = decision.reason_and_author();
        format!("{}: {} → {} ({why})", one.field, one.before, one.after)
    });
    told.collect::<Vec<String>>().join("; ")
}

impl Part {
    fn of(dataset: &Dataset, corrections: &Corrections, pieces: &[Piece]) -> Part {
        let mut part = Part {
            table: pieces.first().map_or(0, |piece| piece.table),
            ..Part::default()
        };
        // The fields of a row, digested in one piece: one of many small pieces costs several times as much.
        let mut fields = Vec::new();
        let rows = pieces.iter().flat_map(|piece| {
            let file = &dataset.files[piece.file as usize];
            let rows = &file.delegations[piece.rows.start as usize..piece.rows.end as usize];
            let own = move |row: &Delegation| corrections.get(&(piece.file, row.index));
            let rows = rows.iter().map(move |row| (file, row, own(row)));
            // What was left out keeps its number: the ids of rows like it stay.
            rows.filter(|(_, row, own)| is_listed(row) || own.is_some())
        });
        for (file, row, own) in rows {
            if let Some(own) = own.filter(|_| !is_listed(row)) {
                part.rows.push((own[0].row.digest, None));
                continue;
            }
            let begins = part.text.len();
            part.text.extend_from_slice(&[b'0'; ID]);
            let mut record = Record::new(&mut part.text, &mut fields);
            record.values(file, row, &dataset.department(file).slug);
            // Under the id that it has without what a decision set: the decision names it so.
            let digest = match own {
                Some(own) => own[0].row.digest,
                None => *blake3::hash(&fields).as_bytes(),
            };

            let mut record = Record::new(&mut part.text, &mut fields);
            record.written(&file.submission.path);
            record.number(u64::from(row.line));
            record.written(sheet_name(file, row));
            match own {
                Some(own) => record.written(&corrected(dataset, own)),
                None => record.code(""),
            }
            part.text.push(b'\n');
            part.text[begins..begins + ID].copy_from_slice(&id(digest, 0));
            part.rows.push((digest, Some(begins)));
        }
        part
    }

    /// Gives rows that were seen before the ids of their occurrence: only this needs their order.
    fn number(&mut self, seen: &mut Seen) {
        for (digest, begins) in &self.rows {
            let occurrence = seen.occurrence(digest);
            if let (true, Some(begins)) = (occurrence > 0, begins) {
                let id = id(*digest, occurrence);
                self.text[*begins..*begins + ID].copy_from_slice(&id);
            }
        }
    }
}

/// Fields of a record, as CSV behind what stands there, and in one piece for their digest: one of many
/// small pieces costs several times as much.
struct Record<'p> {
    text: &'p mut Vec<u8>,
    piece: &'p mut Vec<u8>,
}

impl<'p> Record<'p> {
    fn new(text: &'p mut Vec<u8>, piece: &'p mut Vec<u8>) -> Record<'p> {
        piece.clear();
        Record { text, piece }
    }

    fn code(&mut self, field: &str) {
        // With its length before it no field runs into the next; most need one byte for it.
        match u8::try_from(field.len()) {
            Ok(length) if length < u8::MAX => self.piece.push(length),
            _ => {
                self.piece.push(u8::MAX);
                self.piece.extend((field.len() as u64).to_le_bytes());
            }
        }
        self.piece.extend_from_slice(field.as_bytes());
        self.text.push(b',');
        push_field(self.text, field);
    }

    fn written(&mut self, text: &str) {
        self.code(&safe(text));
    }

    fn number(&mut self, mut number: u64) {
        let mut digits = [b'0'; 20];
        let mut first = digits.len() - 1;
        digits[first] += (number % 10) as u8;
        while number >= 10 {
            number /= 10;
            first -= 1;
            digits[first] += (number % 10) as u8;
        }
        self.code(std::str::from_utf8(&digits[first..]).unwrap_or_default());
    }

    fn known(&mut self, text: Option<String>) {
        self.code(&text.unwrap_or_default());
    }

    /// All columns of a row between `id` and `file`, in the order of the header.
    fn values(&mut self, file: &FileRead, row: &Delegation, department: &str) {
        let texts = file.texts(row);
        self.code(row.kind.code());
        self.code(row.direction.map_or("", |direction| direction.code()));
        match u64::try_from(row.year) {
            Ok(year) => self.number(year),
            Err(_) => self.code(&row.year.to_string()),
        }
        self.written(department);
        self.written(file.text(texts.name));
        self.written(file.text(texts.head));
        match row.countries.codes.as_slice() {
            [only] => self.code(only.as_str()),
            codes => {
                let codes: Vec<&str> = codes.iter().map(|code| code.as_str()).collect();
                self.code(&codes.join(";"));
            }
        }
        self.written(file.text(texts.countries));
        self.written(file.text(texts.partner));
        self.written(file.text(texts.content));
        self.number(u64::from(row.count));
        match row.people().value {
            Some(people) => self.number(u64::from(people)),
            None => self.code(""),
        }
        match row.days().halves {
            Some(halves) if halves % 2 == 0 => self.number(u64::from(halves / 2)),
            halves => self.known(halves.map(Days::display)),
        }
        self.code(row.period.class().code());
        match (file.text(texts.period), file.text(texts.period_to)) {
            (period, "") => self.written(period),
            ("", last) => self.written(last),
            (first, last) => self.written(&format!("{first} - {last}")),
        }
        self.code(row.funding.class.code());
        match row.funding.part_codes().as_slice() {
            [] => self.code(""),
            codes => self.code(&codes.join(";")),
        }
        match (file.text(texts.funding), file.text(texts.amount)) {
            ("", "") => self.written(&ticked(file, row)),
            ("", amount) => self.written(amount),
            (funding, _) => self.written(funding),
        }
        self.known(row.money().vnd.map(|vnd| vnd.to_string()));
        self.known(row.money().usd_cents.map(usd));
        self.code(row.status.map_or("", |status| status.code()));
        self.written(file.text(texts.decision_no));
        self.written(file.text(texts.notes));
    }
}

/// What stands in split source columns: "NSNN: x; Khác: x".
fn ticked(file: &FileRead, row: &Delegation) -> String {
    let Some(document) = file.document() else {
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

/// The id of a row: its digest, or that of the digest and how often it stood before.
fn id(digest: [u8; 32], occurrence: u32) -> [u8; ID] {
    let hex = if occurrence == 0 {
        blake3::Hash::from_bytes(digest).to_hex()
    } else {
        let mut seed = [0; 36];
        seed[..32].copy_from_slice(&digest);
        seed[32..].copy_from_slice(&occurrence.to_le_bytes());
        blake3::hash(&seed).to_hex()
    };
    let mut id = [b'0'; ID];
    id.copy_from_slice(&hex.as_bytes()[..ID]);
    id
}

/// Name of the sheet that a row stands in; empty for text files.
fn sheet_name<'a>(file: &'a FileRead, row: &Delegation) -> &'a str {
    file.sheet_name(file.section(row).sheet)
}
