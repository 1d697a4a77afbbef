//! How one file was read, for people and for machines.

use super::clean::clean;
use super::{Style, read_notes};
use crate::model::dataset::FileRead;
use crate::model::delegation::Delegation;
use crate::model::document::{Dialect, Document};
use crate::model::section::{Column, Field, LineClass, Section};
use crate::model::value::Days;
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// The whole reading of a file as JSON (spec section 2).
pub fn json(file: &FileRead) -> Value {
    let Some(document) = &file.document else {
        return json!({
            "file": file.submission.path, "encoding": null, "evidence": [],
            "delimiter": null, "quote": null, "escape": null, "sections": [], "lines": [],
        });
    };
    let dialect = document.dialect;
    let character = |pick: fn(&Dialect) -> Option<u8>| {
        dialect
            .as_ref()
            .and_then(pick)
            .map(|byte| char::from(byte).to_string())
    };
    let sections: Vec<Value> = (0..file.segmentation.sections.len())
        .map(|at| section_json(file, at))
        .collect();
    json!({
        "file": file.submission.path,
        "encoding": document.encoding.name(),
        "evidence": document.evidence,
        "delimiter": character(|d| d.delimiter),
        "quote": character(|d| d.quote),
        "escape": character(|d| d.escape),
        "dialect_evidence": document.dialect_evidence,
        "notes": document.notes.iter().map(read_notes::json).collect::<Vec<_>>(),
        "department_names": file.segmentation.department_names,
        "title_year": file.segmentation.title_year,
        "sections": sections,
        "lines": line_classes(file, document).into_iter().map(|(_, class)| class.code()).collect::<Vec<_>>(),
    })
}

fn section_json(file: &FileRead, at: usize) -> Value {
    let section = &file.segmentation.sections[at];
    let rows = file
        .delegations
        .iter()
        .filter(|row| row.section as usize == at);
    json!({
        "title": section.title,
        "sheet": file.sheet_name(section.sheet),
        "direction": section.direction,
        "kind": section.kind,
        "year": known_year(section.year),
        "line": section.line,
        "head_lines": section.head_lines,
        "head_inherited": section.head_inherited,
        "nil": section.nil,
        "columns": columns_json(section),
        "matched": section.columns.iter().map(matched_json).collect::<Vec<_>>(),
        "rows": rows.map(|row| row_json(file, row)).collect::<Vec<_>>(),
    })
}

/// Years are 0 in the model where nothing says one.
fn known_year(year: i32) -> Option<i32> {
    (year != 0).then_some(year)
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

fn matched_json(column: &Column) -> Value {
    json!({
        "column": column.index + 1,
        "heading": column.heading,
        "field": column.field.map(Field::code),
        "matched": column.matched,
        "unit": column.unit,
    })
}

fn row_json(file: &FileRead, row: &Delegation) -> Value {
    let text = |span| file.text(span);
    let texts = &row.texts;
    let days = row.days.halves.map(|halves| {
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
        "people": row.people.value,
        "people_low": row.people.low,
        "days": days,
        "quarter": row.period.class(),
        "first_day": row.period.first.map(|day| day.to_string()),
        "last_day": row.period.last.map(|day| day.to_string()),
        "funding": row.funding.class,
        "funding_parts": row.funding.part_codes(),
        "amount_vnd": row.money.vnd,
        "amount_usd": row.money.usd_cents.map(|cents| cents as f64 / 100.0),
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
            "people": row.people.form,
            "days": row.days.form,
            "period": row.period.form,
            "funding": row.funding.form,
            "amount": row.money.form,
        },
        "inherited": row.inherited.iter().map(|(field, reason)| json!({"field": field.code(), "reason": reason})).collect::<Vec<_>>(),
    })
}

/// Every physical line with its class, in order; a row of several lines gives each of them.
fn line_classes(file: &FileRead, document: &Document) -> Vec<(u32, LineClass)> {
    let mut lines = Vec::with_capacity(document.lines as usize);
    for (sheet, classes) in document.sheets.iter().zip(&file.segmentation.classes) {
        for (row, class) in sheet.rows.iter().zip(classes) {
            lines.extend((row.line..row.line + row.lines).map(|line| (line, *class)));
        }
    }
    lines
}

/// The reading of a file as text for a terminal.
pub fn text(out: &mut dyn Write, file: &FileRead, style: &Style) -> io::Result<()> {
    let say = |vi, en| style.lang.pick(vi, en);
    writeln!(
        out,
        "{}: {}",
        say("Tệp", "File"),
        clean(&file.submission.path)
    )?;
    let Some(document) = &file.document else {
        return writeln!(
            out,
            "{}",
            say("Tệp rỗng, hoặc có dấu mật.", "Empty, or marked secret.")
        );
    };
    writeln!(
        out,
        "{}: {}",
        say("Bảng mã", "Encoding"),
        document.encoding.name()
    )?;
    for evidence in &document.evidence {
        writeln!(out, "    {}", clean(evidence))?;
    }
    if let Some(dialect) = document.dialect {
        writeln!(
            out,
            "{}: {}",
            say("Phân cách", "Dialect"),
            dialect_text(dialect)
        )?;
        writeln!(out, "    {}", clean(&document.dialect_evidence))?;
    }
    for note in &document.notes {
        writeln!(
            out,
            "{}: {}",
            say("Ghi nhận", "Note"),
            clean(&read_notes::text(note, style.lang))
        )?;
    }
    for (at, section) in file.segmentation.sections.iter().enumerate() {
        section_text(out, file, at, section, style)?;
    }
    writeln!(out, "\n{}:", say("Dòng", "Lines"))?;
    lines_text(out, &line_classes(file, document))
}

fn dialect_text(dialect: Dialect) -> String {
    let name = |byte: Option<u8>| match byte {
        None => "—".to_string(),
        Some(b'\t') => "TAB".to_string(),
        Some(byte) => char::from(byte).to_string(),
    };
    let [delimiter, quote, escape] = [dialect.delimiter, dialect.quote, dialect.escape].map(name);
    format!("delimiter {delimiter}  quote {quote}  escape {escape}")
}

fn section_text(
    out: &mut dyn Write,
    file: &FileRead,
    at: usize,
    section: &Section,
    style: &Style,
) -> io::Result<()> {
    let direction = section.direction.map_or("?", |direction| direction.code());
    let title = clean(&section.title);
    let year = known_year(section.year).map_or("?".to_owned(), |year| year.to_string());
    writeln!(
        out,
        "\n{direction} {} {year} (L{}) {title}",
        section.kind.code(),
        section.line
    )?;
    for column in &section.columns {
        let field = column.field.map_or("—", Field::code);
        let heading = column.heading.replace('\n', " ");
        let heading = clean(&heading);
        let matched = format!("{:?}", column.matched).to_lowercase();
        writeln!(
            out,
            "    {:>2} {heading} → {field} ({matched})",
            column.index + 1
        )?;
    }
    for row in file
        .delegations
        .iter()
        .filter(|row| row.section as usize == at)
    {
        let codes: Vec<&str> = row
            .countries
            .codes
            .iter()
            .map(|code| code.as_str())
            .collect();
        let people = row
            .people
            .value
            .map_or("—".into(), |people| people.to_string());
        let days = row.days.halves.map_or("—".into(), Days::display);
        let read = format!(
            "{} | {people} {} | {days} {} | {} | {}",
            if codes.is_empty() {
                row.countries.groups.join("; ")
            } else {
                codes.join(";")
            },
            style.lang.pick("người", "people"),
            style.lang.pick("ngày", "days"),
            row.period.class().code(),
            row.funding.class.code(),
        );
        writeln!(out, "    L{:<4} {read}", row.line)?;
        let t = &row.texts;
        let written = [
            t.name,
            t.countries,
            t.people,
            t.days,
            t.period,
            t.period_to,
            t.funding,
            t.amount,
        ];
        let written = written.map(|span| file.text(span).replace('\n', " "));
        let written: Vec<&str> = written
            .iter()
            .map(String::as_str)
            .filter(|t| !t.is_empty())
            .collect();
        writeln!(out, "          “{}”", clean(&written.join("” “")))?;
    }
    Ok(())
}

/// Runs of lines of one class: "5-7 header".
fn lines_text(out: &mut dyn Write, lines: &[(u32, LineClass)]) -> io::Result<()> {
    let mut start = 0;
    for at in 1..=lines.len() {
        if at < lines.len() && lines[at].1 == lines[start].1 && lines[at].0 == lines[at - 1].0 + 1 {
            continue;
        }
        let (first, class) = lines[start];
        let (last, _) = lines[at - 1];
        let span = if first == last {
            first.to_string()
        } else {
            format!("{first}-{last}")
        };
        writeln!(out, "    {span:<9} {}", class.code())?;
        start = at;
    }
    Ok(())
}
