//! How one file was read, for machines: written piece by piece, for a file may have millions of lines.

use super::{LineRun, columns, known_year, line_runs, rows_of};
use crate::model::dataset::Opened;
use crate::model::delegation::Delegation;
use crate::model::document::{Dialect, Document};
use crate::model::section::{Field, Section};
use crate::show::read_notes;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value, json};

/// The whole reading of a file as JSON (spec section 2).
pub struct Inspection<'a>(pub &'a Opened<'a>);

impl Serialize for Inspection<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Inspection(file) = *self;
        let Some(document) = file.document() else {
            return unread(file).serialize(serializer);
        };
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in head(file, document) {
            map.serialize_entry(&key, &value)?;
        }
        map.serialize_entry("sections", &Sections(file))?;
        map.serialize_entry("lines", &Lines(file, document))?;
        map.end()
    }
}

fn unread(file: &Opened) -> Value {
    json!({
        "file": file.submission.path, "encoding": null, "evidence": [],
        "delimiter": null, "quote": null, "escape": null, "sections": [], "lines": [],
    })
}

/// What is known of the file as a whole.
fn head(file: &Opened, document: &Document) -> Map<String, Value> {
    let dialect = document.dialect;
    let character = |pick: fn(&Dialect) -> Option<u8>| {
        dialect
            .as_ref()
            .and_then(pick)
            .map(|byte| char::from(byte).to_string())
    };
    let head = [
        ("file", json!(file.submission.path)),
        ("encoding", json!(document.encoding.name())),
        ("evidence", json!(document.evidence)),
        ("delimiter", json!(character(|d| d.delimiter))),
        ("quote", json!(character(|d| d.quote))),
        ("escape", json!(character(|d| d.escape))),
        ("dialect_evidence", json!(document.dialect_evidence)),
        (
            "notes",
            document.notes.iter().map(read_notes::json).collect(),
        ),
        (
            "department_names",
            json!(file.segmentation.department_names),
        ),
        ("title_year", json!(file.segmentation.title_year)),
    ];
    head.map(|(key, value)| (key.to_owned(), value))
        .into_iter()
        .collect()
}

struct Sections<'a>(&'a Opened<'a>);

impl Serialize for Sections<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Sections(file) = *self;
        let sections = 0..file.segmentation.sections.len();
        serializer.collect_seq(sections.map(|at| OneSection(file, at)))
    }
}

struct OneSection<'a>(&'a Opened<'a>, usize);

impl Serialize for OneSection<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let OneSection(file, at) = *self;
        let section = &file.segmentation.sections[at];
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("title", &section.title)?;
        map.serialize_entry("sheet", file.sheet_name(section.sheet))?;
        map.serialize_entry("direction", &section.direction)?;
        map.serialize_entry("kind", &section.kind)?;
        map.serialize_entry("year", &known_year(section.year))?;
        map.serialize_entry("line", &section.line)?;
        map.serialize_entry("head_lines", &section.head_lines)?;
        map.serialize_entry("head_inherited", &section.head_inherited)?;
        map.serialize_entry("nil", &section.nil)?;
        map.serialize_entry("columns", &columns_json(section))?;
        let matched: Vec<Value> = section.columns.iter().map(columns::json).collect();
        map.serialize_entry("matched", &matched)?;
        map.serialize_entry("rows", &Rows(file, rows_of(file, at)))?;
        map.end()
    }
}

struct Rows<'a>(&'a Opened<'a>, &'a [Delegation]);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.1.iter().map(|row| row_json(self.0, row)))
    }
}

/// Every physical line's class, in order; a row of several lines gives each of them.
struct Lines<'a>(&'a Opened<'a>, &'a Document);

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let runs = line_runs(self.0, self.1);
        let codes = |run: LineRun| {
            let code = run.class.code();
            run.lines.map(move |_| code)
        };
        serializer.collect_seq(runs.flat_map(codes))
    }
}

/// Head as written → field. Headings that repeat are told apart by their column number.
fn columns_json(section: &Section) -> Value {
    let mut columns = Map::new();
    for column in &section.columns {
        let mut heading = column.heading.clone();
        if columns.contains_key(&heading) {
            heading = format!("{heading} [{}]", column.index + 1);
        }
        columns.insert(heading, column.field.map(Field::code).into());
    }
    columns.into()
}

fn row_json(file: &Opened, row: &Delegation) -> Value {
    let text = |span| file.text(span);
    let texts = file.texts(row);
    let days = row.days().halves.map(|halves| {
        if halves % 2 == 0 {
            Value::from(halves / 2)
        } else {
            Value::from(f64::from(halves) / 2.0)
        }
    });
    let codes: Vec<&str> = row
        .countries
        .codes
        .iter()
        .map(|code| code.as_str())
        .collect();
    json!({
        "line": row.line,
        "direction": row.direction,
        "kind": row.kind,
        "year": known_year(row.year),
        "name": text(texts.name),
        "head": text(texts.head),
        "countries": codes,
        "groups": row.countries.groups.as_slice(),
        "partner": text(texts.partner),
        "content": text(texts.content),
        "count": row.count,
        "people": row.people().value,
        "people_low": row.people().low,
        "days": days,
        "quarter": row.period.class(),
        "first_day": row.period.first.map(|day| day.to_string()),
        "last_day": row.period.last.map(|day| day.to_string()),
        "funding": row.funding.class,
        "funding_parts": row.funding.part_codes(),
        "amount_vnd": row.money().vnd,
        "amount_usd": row.money().usd_cents.map(|cents| cents as f64 / 100.0),
        "status": row.status,
        "decision_no": text(texts.decision_no),
        "notes": text(texts.notes),
        "written": {
            "countries": text(texts.countries),
            "people": text(texts.people),
            "days": text(texts.days),
            "period": text(texts.period),
            "period_to": text(texts.period_to),
            "funding": text(texts.funding),
            "amount": text(texts.amount),
            "status": text(texts.status),
        },
        "understood": {
            "people": row.people().form,
            "days": row.days().form,
            "period": row.period.form,
            "funding": row.funding.form,
            "amount": row.money().form,
        },
        "inherited": row.inherited.iter().map(|(field, reason)| json!({"field": field.code(), "reason": reason})).collect::<Vec<_>>(),
    })
}
