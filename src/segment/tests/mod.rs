//! The stage as a whole, on documents as departments send them.

mod beside;
mod denials;
mod forms;
mod heads;
mod layouts;
mod letterheads;
mod made;
mod patterns;
mod properties;
mod rows;
mod samples;

use super::{Hints, segment};
use crate::model::document::Document;
use crate::model::section::{
    DataRow, Direction, Field, InheritReason, LineClass, Section, Segmentation,
};

/// Cells of a text as the reading stage gives them: quotes around cells, doubled quotes inside.
fn document(text: &str, delimiter: char) -> Document {
    let mut document = Document::from_rows::<&str>(&[]);
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut line = 1;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let cell = cells.last_mut().expect("a row has a cell");
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            '\n' if !quoted => {
                document.push_row(0, line, &cells);
                line = document.lines + 1;
                cells = vec![String::new()];
            }
            c if c == delimiter && !quoted => cells.push(String::new()),
            c => cell.push(c),
        }
    }
    if cells.len() > 1 || !cells[0].is_empty() {
        document.push_row(0, line, &cells);
    }
    document
}

const HINTS: Hints = Hints {
    file_name: "bieu.csv",
    plan_year: Some(2021),
    results_year: None,
};

fn read(text: &str) -> (Document, Segmentation) {
    read_named(text, "bieu.csv")
}

fn read_named(text: &str, file_name: &str) -> (Document, Segmentation) {
    let document = document(text, ',');
    let segmentation = segment(&document, &Hints { file_name, ..HINTS });
    check(&document, &segmentation);
    (document, segmentation)
}

/// What holds for every document: a class for each row, and data rows in sections alone.
fn check(document: &Document, segmentation: &Segmentation) {
    assert_eq!(segmentation.classes.len(), document.sheets.len());
    for (sheet, classes) in document.sheets.iter().zip(&segmentation.classes) {
        assert_eq!(sheet.rows.len(), classes.len());
    }
    let mut data = std::collections::BTreeSet::new();
    for section in &segmentation.sections {
        for row in &section.rows {
            assert_eq!(
                segmentation.classes[section.sheet][row.row as usize],
                LineClass::Data
            );
            data.insert((section.sheet, row.row));
        }
    }
    let classed = segmentation
        .classes
        .iter()
        .flatten()
        .filter(|c| **c == LineClass::Data)
        .count();
    assert_eq!(data.len(), classed, "each data line is a row of a section");
}

/// The text of a field that holds for a row.
fn value<'d>(document: &'d Document, section: &Section, row: &DataRow, field: Field) -> &'d str {
    if let Some(inherited) = row
        .inherited
        .iter()
        .find(|inherited| inherited.field == field)
    {
        return document.trimmed(inherited.text);
    }
    let column = section.column(field).map(|column| column.index);
    let span = column.map(|c| document.cell(section.sheet, row.row as usize, c));
    span.map_or("", |span| document.trimmed(span))
}

fn values<'d>(document: &'d Document, section: &Section, field: Field) -> Vec<&'d str> {
    section
        .rows
        .iter()
        .map(|row| value(document, section, row, field))
        .collect()
}

fn reason(row: &DataRow, field: Field) -> Option<InheritReason> {
    row.inherited
        .iter()
        .find(|i| i.field == field)
        .map(|i| i.reason)
}

/// Classes of the first sheet, one letter each, in order: for table tests.
fn letters(segmentation: &Segmentation) -> String {
    segmentation.classes[0]
        .iter()
        .map(|class| letter(*class))
        .collect()
}

fn letter(class: LineClass) -> char {
    match class {
        LineClass::Title => 'T',
        LineClass::Section => 'S',
        LineClass::Header => 'H',
        LineClass::NumberRow => '#',
        LineClass::Group => 'G',
        LineClass::Data => 'D',
        LineClass::Joined => 'j',
        LineClass::Filler => 'f',
        LineClass::Nil => 'n',
        LineClass::Subtotal => '+',
        LineClass::Footer => 'F',
        LineClass::Prose => 'p',
        LineClass::Blank => '.',
        LineClass::Unread => '?',
    }
}

fn directions(segmentation: &Segmentation) -> Vec<Option<Direction>> {
    segmentation
        .sections
        .iter()
        .map(|section| section.direction)
        .collect()
}
