//! Where tables begin and end: sections with their columns and rows, and one class for every line.

mod guess;
mod header;
mod heads;
mod lines;
mod names;
mod nil;
mod page;
mod rows;
mod ticks;
mod totals;
mod years;

#[cfg(test)]
mod tests;

use crate::model::document::Document;
use crate::model::section::{LineClass, Section, SegmentNote, Segmentation};
use page::Page;

/// What is known about a file beside its content.
#[derive(Debug, Clone, Copy)]
pub struct Hints<'a> {
    /// Name of the file, with or without its folders.
    pub file_name: &'a str,
    /// The campaign's plan year: the year folder, or `--year`.
    pub plan_year: Option<i32>,
    /// The year of results where it is configured; else the year before the plan year.
    pub results_year: Option<i32>,
}

/// Cuts a document into sections and gives every row of every sheet one class.
pub fn segment(document: &Document, hints: &Hints) -> Segmentation {
    let mut out = Segmentation::default();
    let mut found = names::Names::default();
    for sheet in 0..document.sheets.len() {
        let classes = Page::new(document, sheet, hints, &mut out, &mut found).walk();
        out.classes.push(classes);
    }
    out.department_names = found.finish();
    settle_nil(&mut out);
    let refused = out
        .notes
        .iter()
        .any(|note| matches!(note, SegmentNote::NoHead { .. }));
    if out.sections.is_empty() && out.nil_statements.is_empty() && !refused {
        out.notes.push(SegmentNote::NoTable);
    }
    out
}

/// "Năm 2021 đơn vị không có đoàn ra, đoàn vào" below empty tables confirms that they are empty.
fn settle_nil(out: &mut Segmentation) {
    let statements = &out.nil_statements;
    let covers = |section: &Section| {
        statements.iter().any(|said| {
            said.kind == section.kind
                && (said.direction.is_none() || said.direction == section.direction)
                && said.year.is_none_or(|year| year == section.year)
        })
    };
    for section in &mut out.sections {
        if section.nil == Some(crate::model::section::Nil::Unconfirmed) && covers(section) {
            section.nil = Some(crate::model::section::Nil::Stated);
        }
    }
    debug_assert!(out.sections.iter().all(|s| {
        s.rows
            .iter()
            .all(|row| out.classes[s.sheet][row.row as usize] == LineClass::Data)
    }));
}
