//! How one file was read, for people and for machines.

mod columns;
mod json;

pub use json::Inspection;

use super::clean::clean;
use super::{Style, read_notes};
use crate::model::dataset::{FileRead, Opened};
use crate::model::delegation::Delegation;
use crate::model::document::{Dialect, Document};
use crate::model::section::{LineClass, Section};
use crate::model::value::Days;
use std::io::{self, Write};
use std::ops::Range;

/// Years are 0 in the model where nothing says one.
fn known_year(year: i32) -> Option<i32> {
    (year != 0).then_some(year)
}

/// The delegations of a section, which stand together: sections and rows may both be many.
fn rows_of(file: &FileRead, section: usize) -> &[Delegation] {
    let before = |section: usize| {
        let rows = &file.delegations;
        rows.partition_point(|row| (row.section as usize) < section)
    };
    &file.delegations[before(section)..before(section + 1)]
}

/// Physical lines that have one class.
struct LineRun {
    lines: Range<u32>,
    class: LineClass,
}

/// The physical lines of each row with their class, in order.
fn line_runs<'a>(file: &'a FileRead, document: &'a Document) -> impl Iterator<Item = LineRun> + 'a {
    let sheets = document.sheets.iter().zip(&file.segmentation.classes);
    sheets.flat_map(|(sheet, classes)| {
        let rows = sheet.rows.iter().zip(classes);
        rows.map(|(row, class)| LineRun {
            lines: row.line..row.line + row.lines,
            class: *class,
        })
    })
}

/// The reading of a file as text for a terminal.
pub fn text(out: &mut dyn Write, file: &Opened, style: &Style) -> io::Result<()> {
    let say = |vi, en| style.lang.pick(vi, en);
    writeln!(
        out,
        "{}: {}",
        say("Tệp", "File"),
        clean(&file.submission.path)
    )?;
    let Some(document) = file.document() else {
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
    lines_text(out, line_runs(file, document))
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
    file: &Opened,
    index: usize,
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
        columns::text(out, column, style.lang)?;
    }
    for row in rows_of(file, index) {
        row_text(out, file, row, style)?;
    }
    Ok(())
}

/// A row as it was read, and below it as it was written.
fn row_text(out: &mut dyn Write, file: &Opened, row: &Delegation, style: &Style) -> io::Result<()> {
    let codes: Vec<&str> = row
        .countries
        .codes
        .iter()
        .map(|code| code.as_str())
        .collect();
    let people = row
        .people()
        .value
        .map_or("—".into(), |people| people.to_string());
    let days = row.days().halves.map_or("—".into(), Days::display);
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
    let t = file.texts(row);
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
    writeln!(out, "          “{}”", clean(&written.join("” “")))
}

/// Runs of lines of one class: "5-7 header".
fn lines_text(out: &mut dyn Write, rows: impl Iterator<Item = LineRun>) -> io::Result<()> {
    let mut open: Option<LineRun> = None;
    for next in rows.filter(|run| !run.lines.is_empty()) {
        match &mut open {
            Some(run) if run.class == next.class && run.lines.end == next.lines.start => {
                run.lines.end = next.lines.end;
            }
            _ => {
                if let Some(run) = open.replace(next) {
                    run_text(out, &run)?;
                }
            }
        }
    }
    open.map_or(Ok(()), |run| run_text(out, &run))
}

fn run_text(out: &mut dyn Write, run: &LineRun) -> io::Result<()> {
    let LineRun { lines, class } = run;
    let span = match lines.len() {
        1 => lines.start.to_string(),
        _ => format!("{}-{}", lines.start, lines.end - 1),
    };
    writeln!(out, "    {span:<9} {}", class.code())
}
