//! One sheet of a submission as sent: its cells in their places, faulty ones marked, room for explanations.

use super::contents::{Copy, Feedback};
use super::entries::{Choices, Table, number};
use super::layout::{ShownRow, class_of};
use super::style::{Content, Look, Looks};
use crate::model::document::{Document, Merge};
use crate::model::finding::{Finding, Severity};
use crate::model::section::LineClass;
use crate::report::sheet::{CELL_LIMIT, Sheet};
use crate::rules;
use crate::words::labels::EXPLANATION;
use crate::words::{labels, shown};
use rust_xlsxwriter::{FormatAlign, Note, Worksheet, XlsxError};
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::ops::RangeInclusive;

/// Rows above a table's header that may be frozen with it: more would leave no room to scroll.
const MOST_FROZEN: u32 = 12;
/// Letters of a note on a line, and of one finding's words in it.
const NOTE_LETTERS: usize = 48;
const WORDS: usize = 600;
/// Cells of the largest merged rectangle that is merged again; larger ones are backgrounds.
const MERGED_CELLS: u32 = 2_000;

/// A copy under construction.
struct CopySheet<'c, 'a> {
    sheet: Sheet,
    copy: &'c Copy<'a>,
    document: &'c Document,
    looks: &'c Looks,
    feedback: &'c Feedback<'a>,
    tables: Vec<Table<'c>>,
    /// Row and column of the cells of merged rectangles; and of those apart from the first of each.
    merged: FxHashSet<(u32, u16)>,
    covered: FxHashSet<(u32, u16)>,
}

/// A cell of a submission in its copy.
struct CopyCell<'c, 'a> {
    column: u16,
    text: &'c str,
    look: Look,
    found: &'c [&'a Finding],
}

/// Writes the copy of a sheet.
pub fn write(
    feedback: &Feedback,
    copy: &Copy,
    looks: &Looks,
    choices: &Choices,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Sheet::named(&copy.name);
    sheet.landscape_fitted();
    let Some(document) = copy.file.document() else {
        return sheet.finish();
    };
    let layout = &copy.layout;
    sheet.columns(&layout.widths[..usize::from(layout.columns)]);
    if let Some(width) = layout.widths.last().filter(|_| layout.explains) {
        sheet.attempt(|sheet| sheet.set_column_width(layout.explanation, *width));
    }
    let mut page = CopySheet {
        sheet,
        copy,
        document,
        looks,
        feedback,
        tables: Table::all(copy),
        merged: FxHashSet::default(),
        covered: FxHashSet::default(),
    };
    page.merge();
    for row in &layout.rows {
        page.row(*row);
    }
    page.headers();
    for table in &page.tables {
        table.offer(choices, &mut page.sheet)?;
    }
    let (last, right) = (layout.rows.last().map_or(0, |row| row.copy), layout.right());
    page.sheet.allow_numbers_as_text(0..=last, right);
    page.sheet.print_to(last, right);
    page.sheet.finish()
}

impl<'c, 'a> CopySheet<'c, 'a> {
    fn class(&self, row: usize) -> LineClass {
        let classes = self.copy.file.segmentation.classes.get(self.copy.sheet);
        class_of(classes, row)
    }

    /// Merges again what the submission had merged.
    fn merge(&mut self) {
        let Some(source) = self.document.sheets.get(self.copy.sheet) else {
            return;
        };
        if !self.copy.layout.complete {
            return;
        }
        for merge in &source.merges {
            self.merge_one(merge);
        }
    }

    fn merge_one(&mut self, merge: &Merge) {
        let layout = &self.copy.layout;
        let row = |row: u32| layout.row(row as usize);
        let (Some(top), Some(bottom)) = (row(merge.first_row), row(merge.last_row)) else {
            return;
        };
        let right = merge.last_col.min(u32::from(layout.columns) - 1);
        let area = (bottom + 1).saturating_sub(top) * (right + 1).saturating_sub(merge.first_col);
        let (left, right) = (merge.first_col as u16, right as u16);
        let cells: Vec<(u32, u16)> = (top..=bottom)
            .flat_map(|row| (left..=right).map(move |column| (row, column)))
            .collect();
        let free = cells.iter().all(|cell| !self.merged.contains(cell));
        if !(2..=MERGED_CELLS).contains(&area) || !free {
            return;
        }

        let look = Look::from(self.class(merge.first_row as usize));
        let mut format = Cow::Borrowed(self.looks.format(look, None, Content::Text));
        if look == Look::Strong {
            format = Cow::Owned(format.into_owned().set_align(FormatAlign::Center));
        }
        self.sheet
            .attempt(|sheet| sheet.merge_range(top, left, bottom, right, "", &format));
        self.covered.extend(&cells[1..]);
        self.merged.extend(cells);
    }

    fn row(&mut self, row: ShownRow) {
        self.sheet.go_to(row.copy);
        let (copy, document) = (self.copy, self.document);
        let layout = &copy.layout;
        let cells = document.row(copy.sheet, row.source).iter();
        let cells = cells.take(usize::from(layout.columns));
        let texts: Vec<&str> = cells.map(|cell| document.get(*cell)).collect();
        let text = |column: u16| texts.get(usize::from(column)).copied().unwrap_or("");
        let filled = texts.iter().filter(|text| !text.trim().is_empty()).count();

        let look = Look::from(self.class(row.source));
        let runs_over = look == Look::Group && filled == 1;
        let mut begun = false;
        for column in 0..layout.columns {
            let text = text(column);
            let found = copy
                .marks
                .cells
                .get(&(row.source, column))
                .map(Vec::as_slice);
            let over = runs_over && begun && text.is_empty();
            begun |= !text.is_empty();
            let covered = self.covered.contains(&(row.copy, column));
            if covered && text.is_empty() && found.is_none() {
                continue;
            }
            self.cell(CopyCell {
                column,
                text,
                look: if over { Look::GroupOver } else { look },
                found: found.unwrap_or_default(),
            });
        }
        if look.wraps() {
            self.sheet.fit();
        }
        if filled == 1 && !look.is_framed() {
            self.run_on(row, &texts);
        }
        if copy.marks.asked.contains(&row.source) {
            let frame = self.looks.format(Look::ToFill, None, Content::Text);
            let own = as_written(text(layout.explanation));
            self.sheet.verbatim(layout.explanation, &own, frame);
        }
    }

    /// Breaks a long text outside any table into lines over the columns to its right.
    fn run_on(&mut self, row: ShownRow, texts: &[&str]) {
        let layout = &self.copy.layout;
        let Some(first) = texts.iter().position(|text| !text.trim().is_empty()) else {
            return;
        };
        let widths = &layout.widths[first..usize::from(layout.columns)];
        let short = texts[first].chars().count() as f64 <= widths.iter().sum();
        let mut columns = 0..layout.columns;
        let merged = columns.any(|column| self.covered.contains(&(row.copy, column)));
        if short || merged {
            return;
        }

        let (column, last) = (first as u16, layout.columns - 1);
        let found = self.copy.marks.cells.get(&(row.source, column));
        let worst = found.and_then(|found| found.first().map(|f| weight(f)));
        let look = Look::from(self.class(row.source));
        let format = self
            .looks
            .format(look, worst, Content::Text)
            .clone()
            .set_text_wrap();
        self.sheet.go_to(row.copy);
        self.sheet.across(column..=last, "", &format);
        let text = as_written(texts[first]);
        self.sheet.verbatim(column, &text, &format);
        self.sheet.go_to(row.copy);
        self.sheet.measure(&text, widths.iter().sum());
        self.sheet.fit();
    }

    /// A cell as written, coloured by its worst finding, with a note that says what is wrong.
    fn cell(&mut self, cell: CopyCell) {
        let worst = cell.found.first().map(|finding| weight(finding));
        if worst.is_none() && cell.text.is_empty() && !cell.look.is_framed() {
            return;
        }
        let row = self.sheet.row;
        let mut tables = self.tables.iter();
        let counts = tables.any(|t| t.rows.contains(&row) && t.counts_in(cell.column));
        let content = match counts && cell.look == Look::Data {
            true => Content::Figure,
            false => Content::of(cell.look, cell.text),
        };
        let format = self.looks.format(cell.look, worst, content);
        let known = number(cell.text, self.document.encoding);
        match known.filter(|_| cell.look.is_framed()) {
            Some(number) => self.sheet.number(cell.column, number, format),
            None => self
                .sheet
                .verbatim(cell.column, &as_written(cell.text), format),
        }
        if !cell.found.is_empty() {
            let note = note(cell.found, self.feedback);
            self.sheet
                .attempt(|sheet| sheet.insert_note(row, cell.column, &note));
        }
    }

    /// Names the explanations beside each header of a table, and keeps the first header in sight.
    fn headers(&mut self) {
        let layout = &self.copy.layout;
        let headers = self.header_rows();
        if layout.explanation >= layout.columns && layout.explains {
            let format = self.looks.format(Look::Header, None, Content::Text);
            let column = layout.explanation;
            for rows in &headers {
                let (first, last) = (*rows.start(), *rows.end());
                self.sheet.go_to(first);
                match first == last {
                    true => self.sheet.verbatim(column, EXPLANATION, format),
                    false => self.sheet.attempt(|sheet| {
                        sheet.merge_range(first, column, last, column, EXPLANATION, format)
                    }),
                }
            }
            if headers.is_empty() {
                self.sheet.go_to(0);
                self.sheet.verbatim(column, EXPLANATION, format);
            }
        }
        if let Some(first) = headers.first() {
            if *first.end() < MOST_FROZEN {
                self.sheet.freeze(first.end() + 1, 0);
            }
            // The header of one table says nothing about the columns of another.
            if headers.len() == 1 {
                self.sheet.repeat(first.clone());
            }
        }
    }

    /// Rows of the copy that are headers, those below one another as one.
    fn header_rows(&self) -> Vec<RangeInclusive<u32>> {
        let mut headers: Vec<RangeInclusive<u32>> = Vec::new();
        let rows = self.copy.layout.rows.iter();
        for row in rows.filter(|row| self.class(row.source) == LineClass::Header) {
            match headers.last_mut() {
                Some(rows) if rows.end() + 1 == row.copy => *rows = *rows.start()..=row.copy,
                _ => headers.push(row.copy..=row.copy),
            }
        }
        headers
    }
}

/// A text exactly as it was written, but for a line break, which is one character in a sheet.
fn as_written(text: &str) -> Cow<'_, str> {
    let text = shown::clipped(text, CELL_LIMIT);
    match text.contains('\r') {
        true => Cow::Owned(text.replace("\r\n", "\n")),
        false => text,
    }
}

/// How a finding is coloured: one that was explained is only worth knowing.
fn weight(finding: &Finding) -> Severity {
    match finding.more().explained {
        Some(_) => Severity::Info,
        None => finding.severity,
    }
}

/// What is wrong, what was expected and what to write, for each finding of a cell.
fn note(found: &[&Finding], feedback: &Feedback) -> Note {
    let mut texts: Vec<String> = found.iter().map(|f| note_on(f, feedback)).collect();
    texts.dedup();
    texts.truncate(8);
    let text = texts.join("\n\n");
    let lines = shown::wrapped_lines(&text, NOTE_LETTERS) as u32;
    Note::new(text)
        .add_author_prefix(false)
        .set_font_size(9)
        .set_width(300)
        .set_height((15 * lines + 12).min(420))
}

fn note_on(finding: &Finding, feedback: &Feedback) -> String {
    let lang = feedback.edition.lang;
    let severity = labels::severity(weight(finding)).in_lang(lang);
    let message = feedback.told(finding);
    let mut text = format!("{} {}: {message}", severity.to_uppercase(), finding.code);
    let hint = Some(rules::department_hint(finding, lang)).filter(|hint| !hint.is_empty());
    let more = finding.more();
    let parts = [
        (labels::NOTE_TO_DO, hint.as_deref()),
        (labels::NOTE_SUGGESTED, more.suggestion.as_deref()),
        (labels::NOTE_EXPLAINED, more.explained.as_deref()),
    ];
    for (label, value) in parts {
        if let Some(value) = value {
            text.push('\n');
            text.push_str(&labels::fill(label, lang, &[value]));
        }
    }
    shown::clipped(&shown::visible(&text), WORDS).into_owned()
}
