//! Where tables begin and end: sections with their columns and rows, and one class for every line.

mod beside;
mod blocks;
mod columns;
mod grid;
mod header;
mod heads;
mod hints;
mod lines;
mod listing;
mod names;
mod nil;
mod page;
mod passes;
mod reshape;
mod rows;
mod said;
mod secret;
mod shape;
mod ticks;
mod totals;
mod years;

#[cfg(test)]
mod tests;

use crate::model::document::{Document, ReadNote};
use crate::model::section::{LineClass, Section, SegmentNote, Segmentation};
use crate::vocabulary::headers::OfficeHeadings;
use grid::Grid;
pub use hints::Hints;
use page::Page;

/// Cuts a document into sections and gives every row of every sheet one class.
pub fn segment(document: &Document, hints: &Hints) -> Segmentation {
    segment_with(document, hints, &OfficeHeadings::default())
}

/// As [`segment`], with headings that the office itself has explained.
pub fn segment_with(document: &Document, hints: &Hints, office: &OfficeHeadings) -> Segmentation {
    let shaped = reshape::reshape(document, office);
    let document = shaped.as_ref().map_or(document, |shaped| &shaped.document);
    let mut out = Segmentation::default();
    let mut found = names::Names::default();
    for (sheet, source) in document.sheets.iter().enumerate() {
        if source.guide {
            out.classes.push(guide(document, sheet));
            continue;
        }
        let file_name = document.origin(sheet).unwrap_or(hints.file_name);
        let hints = Hints {
            file_name,
            ..*hints
        };
        let grid = Grid::whole(document, sheet, office);
        let classes = match listing::read(grid, &hints, &mut out) {
            Some(classes) => classes,
            None => walk(grid, &hints, &mut out, &mut found),
        };
        out.classes.push(classes);
    }
    leave_unread(document, &mut out);
    let guides_only =
        document.returned.is_some() && document.sheets.iter().all(|sheet| sheet.guide);
    if let Some(shaped) = shaped {
        shaped.report(&mut out);
    }
    out.department_names = found.finish();
    settle_nil(&mut out);
    let refused = out
        .notes
        .iter()
        .any(|note| matches!(note, SegmentNote::NoHead { .. }));
    if out.sections.is_empty() && out.nil_statements.is_empty() && !refused && !guides_only {
        out.notes.push(SegmentNote::NoTable);
    }
    out
}

/// Reads a sheet of tables: two side by side, blocks of columns side by side, or one below another.
fn walk(
    grid: Grid<'_>,
    hints: &Hints,
    out: &mut Segmentation,
    names: &mut names::Names,
) -> Vec<LineClass> {
    if let Some(halves) = beside::find(grid) {
        return beside::walk(halves, hints, out, names);
    }
    match blocks::find(grid) {
        Some(found) => blocks::walk(&found, grid, hints, out, names),
        None => Page::new(grid, hints, out, names).walk(),
    }
}

/// The last row of a text of too many rows stands for all lines after it.
fn leave_unread(document: &Document, out: &mut Segmentation) {
    let is_beyond = |note: &ReadNote| matches!(note, ReadNote::RowsBeyond { .. });
    let last = out
        .classes
        .last_mut()
        .and_then(|classes| classes.last_mut());
    if let Some(last) = last.filter(|_| document.notes.iter().any(is_beyond)) {
        *last = LineClass::Unread;
    }
}

/// Our own words to a department are prose, whatever they look like.
fn guide(document: &Document, sheet: usize) -> Vec<LineClass> {
    let blank = |row| {
        let mut cells = document.row(sheet, row).iter();
        cells.all(|cell| document.is_blank(*cell))
    };
    let class = |row| {
        if blank(row) {
            LineClass::Blank
        } else {
            LineClass::Prose
        }
    };
    (0..document.sheets[sheet].rows.len()).map(class).collect()
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
