//! One sheet of a submission as sent: its cells in their places, faulty ones marked, room for explanations.

use super::answer::{Answer, Copy};
use super::layout::{CELL_LIMIT, class_of};
use super::room::is_open;
use super::style::{Look, Looks};
use crate::model::document::Document;
use crate::model::finding::{Finding, Lang, Severity};
use crate::model::section::LineClass;
use crate::report::workbook::book::{fit, quoted};
use crate::report::workbook::paint::Paint;
use crate::report::workbook::style::paper;
use crate::rules;
use crate::words::labels::EXPLANATION;
use crate::words::{labels, shown};
use rust_xlsxwriter::{Format, IgnoreError, Note, Worksheet, XlsxError};
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// Rows above a table's head that may be frozen with it: more would leave no room to scroll.
const MOST_FROZEN: u32 = 12;
/// Letters of a note on a line, and of one finding's words in it.
const NOTE_LETTERS: usize = 48;
const WORDS: usize = 600;
/// Cells of the largest merged rectangle that is merged again; larger ones are backgrounds.
const MERGED_CELLS: u32 = 2_000;

/// A copy under construction.
struct Page<'c, 'a> {
    copy: &'c Copy<'a>,
    document: &'c Document,
    looks: &'c Looks,
    lang: Lang,
    /// Cells within merged rectangles, apart from the first of each.
    covered: FxHashSet<(u32, u16)>,
    /// Formats of the cells of tables.
    cells: Paint<'c>,
    /// Frames of what may be explained, over the formats of cells where the submission has such a column.
    explanations: Paint<'c>,
}

/// Writes the copy of a sheet.
pub fn write(answer: &Answer, copy: &Copy, looks: &Looks) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(&copy.name)?;
    let lang = answer.edition.lang;
    paper(
        &mut sheet,
        &labels::fill(labels::PAGE_OF, lang, &["&P", "&N"]),
    );
    let Some(document) = copy.file.document() else {
        return Ok(sheet);
    };
    let mut page = Page {
        copy,
        document,
        looks,
        lang,
        covered: FxHashSet::default(),
        cells: Paint::default(),
        explanations: Paint::default(),
    };
    let layout = &copy.layout;
    for (column, width) in (0..layout.columns).zip(&layout.widths) {
        sheet.set_column_width(column, *width)?;
    }
    if let Some(width) = layout.widths.last().filter(|_| layout.explains) {
        sheet.set_column_width(layout.explanation, *width)?;
    }
    page.merge(&mut sheet)?;
    for &(row, at) in &layout.rows {
        page.row(&mut sheet, row, at)?;
    }
    page.cells.apply(&mut sheet)?;
    page.explanations.apply(&mut sheet)?;
    page.heads(&mut sheet)?;
    let last = layout.rows.last().map_or(0, |(_, at)| *at);
    let right = layout.right();
    sheet.ignore_error_range(0, 0, last, right, IgnoreError::NumberStoredAsText)?;
    sheet.set_print_area(0, 0, last, right)?;
    Ok(sheet)
}

impl<'c> Page<'c, '_> {
    fn class(&self, row: usize) -> LineClass {
        class_of(
            self.copy.file.segmentation.classes.get(self.copy.sheet),
            row,
        )
    }

    /// Merges again what the submission had merged.
    fn merge(&mut self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let Some(source) = self.document.sheets.get(self.copy.sheet) else {
            return Ok(());
        };
        if !self.copy.layout.complete {
            return Ok(());
        }
        let mut taken: FxHashSet<(u32, u16)> = FxHashSet::default();
        for merge in &source.merges {
            let row = |row: u32| self.copy.layout.row(row as usize);
            let (Some(top), Some(bottom)) = (row(merge.first_row), row(merge.last_row)) else {
                continue;
            };
            let right = merge.last_col.min(u32::from(self.copy.layout.columns) - 1);
            let area =
                (bottom + 1).saturating_sub(top) * (right + 1).saturating_sub(merge.first_col);
            let (left, right) = (merge.first_col as u16, right as u16);
            let cells: Vec<(u32, u16)> = (top..=bottom)
                .flat_map(|row| (left..=right).map(move |column| (row, column)))
                .collect();
            let free = cells.iter().all(|cell| !taken.contains(cell));
            if !(2..=MERGED_CELLS).contains(&area) || !free {
                continue;
            }
            let look = Look::of(self.class(merge.first_row as usize));
            let format = self.looks.format(look, None, "");
            let format = if look == Look::Strong {
                &format
                    .clone()
                    .set_align(rust_xlsxwriter::FormatAlign::Center)
            } else {
                format
            };
            sheet.merge_range(top, left, bottom, right, "", format)?;
            self.covered.extend(&cells[1..]);
            taken.extend(cells);
        }
        Ok(())
    }

    fn row(&mut self, sheet: &mut Worksheet, row: usize, at: u32) -> Result<(), XlsxError> {
        let copy = self.copy;
        let layout = &copy.layout;
        let class = self.class(row);
        let look = Look::of(class);
        let texts: Vec<&str> = self
            .document
            .row(self.copy.sheet, row)
            .iter()
            .take(usize::from(layout.columns))
            .map(|cell| self.document.get(*cell))
            .collect();
        let filled = texts.iter().filter(|text| !text.trim().is_empty()).count();
        let runs_over = look == Look::Group && filled == 1;
        let (mut tall, mut open) = (Vec::new(), false);
        let mut begun = false;
        for column in 0..layout.columns {
            let text = texts.get(usize::from(column)).copied().unwrap_or("");
            let found = copy.marks.get(&(row, column)).map(Vec::as_slice);
            open |= found.is_some_and(|found| found.iter().any(|finding| is_open(finding)));
            let over = runs_over && begun && text.is_empty();
            begun |= !text.is_empty();
            if self.covered.contains(&(at, column)) && text.is_empty() && found.is_none() {
                continue;
            }
            let look = match look {
                Look::Group if over => Look::GroupOver,
                look => look,
            };
            self.cell(sheet, (at, column), text, look, found.unwrap_or_default())?;
            if look.wraps() {
                tall.push((text, layout.widths[usize::from(column)]));
            }
        }
        if filled == 1 && !look.is_framed() {
            self.run_on(sheet, (row, at), &texts)?;
        }
        if open {
            let frame = self.looks.format(Look::Data, None, "");
            let own = texts.get(usize::from(layout.explanation)).copied();
            let own = as_written(own.unwrap_or(""));
            let place = (at, layout.explanation);
            self.explanations.text(sheet, place, &own, frame)?;
        }
        if look.wraps() {
            fit(sheet, at, &tall)?;
        }
        Ok(())
    }

    /// Breaks a long text outside any table into lines over the columns to its right.
    fn run_on(
        &self,
        sheet: &mut Worksheet,
        (row, at): (usize, u32),
        texts: &[&str],
    ) -> Result<(), XlsxError> {
        let layout = &self.copy.layout;
        let Some(first) = texts.iter().position(|text| !text.trim().is_empty()) else {
            return Ok(());
        };
        let width: f64 = layout.widths[first..usize::from(layout.columns)]
            .iter()
            .sum();
        let short = texts[first].chars().count() as f64 <= width;
        let merged = (0..layout.columns).any(|column| self.covered.contains(&(at, column)));
        if short || merged {
            return Ok(());
        }
        let (column, last) = (first as u16, layout.columns - 1);
        let found = self.copy.marks.get(&(row, column));
        let worst = found.and_then(|found| found.first().map(|f| weight(f)));
        let format = self.looks.format(Look::of(self.class(row)), worst, "");
        let format = format.clone().set_text_wrap();
        if column < last {
            sheet.merge_range(at, column, at, last, "", &format)?;
        }
        put(sheet, (at, column), texts[first], &format)?;
        fit(sheet, at, &[(texts[first], width)])
    }

    /// A cell as written, coloured by its worst finding, with a note that says what is wrong.
    fn cell(
        &mut self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        text: &str,
        look: Look,
        found: &[&Finding],
    ) -> Result<(), XlsxError> {
        let worst = found.first().map(|finding| weight(finding));
        let plain = text.is_empty() && !look.is_framed();
        if worst.is_none() && plain {
            return Ok(());
        }
        let format = self.looks.format(look, worst, text);
        if look.is_framed() {
            let text = as_written(text);
            self.cells.text(sheet, (row, column), &text, format)?;
        } else {
            put(sheet, (row, column), text, format)?;
        }
        if !found.is_empty() {
            sheet.insert_note(row, column, &note(found, self.lang))?;
        }
        Ok(())
    }

    /// Heads the explanations beside each head of a table, and keeps the first head in sight.
    fn heads(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let layout = &self.copy.layout;
        let head = self.looks.format(Look::Head, None, EXPLANATION);
        let is_head = |row: usize| self.class(row) == LineClass::Header;
        let mut groups: Vec<(u32, u32)> = Vec::new();
        for &(_, at) in layout.rows.iter().filter(|(row, _)| is_head(*row)) {
            match groups.last_mut() {
                Some((_, last)) if *last + 1 == at => *last = at,
                _ => groups.push((at, at)),
            }
        }
        if layout.explanation < layout.columns || !layout.explains {
            return self.freeze(sheet, &groups);
        }
        for &(first, last) in &groups {
            if first == last {
                put(sheet, (first, layout.explanation), EXPLANATION, head)?;
            } else {
                let column = layout.explanation;
                sheet.merge_range(first, column, last, column, EXPLANATION, head)?;
            }
        }
        if groups.is_empty() {
            put(sheet, (0, layout.explanation), EXPLANATION, head)?;
        }
        self.freeze(sheet, &groups)
    }

    fn freeze(&self, sheet: &mut Worksheet, heads: &[(u32, u32)]) -> Result<(), XlsxError> {
        let Some(&(first, last)) = heads.first() else {
            return Ok(());
        };
        if last < MOST_FROZEN {
            sheet.set_freeze_panes(last + 1, 0)?;
        }
        // The head of one table says nothing about the columns of another.
        if heads.len() == 1 {
            sheet.set_repeat_rows(first, last)?;
        }
        Ok(())
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

/// Writes a text as it was written, but never as a formula.
fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let value = as_written(value);
    let quoted = quoted(&value, format);
    let format = quoted.as_ref().unwrap_or(format);
    sheet.write_string_with_format(row, column, value, format)?;
    Ok(())
}

/// How a finding is coloured: one that was explained is only worth knowing.
fn weight(finding: &Finding) -> Severity {
    match finding.more().explained {
        Some(_) => Severity::Info,
        None => finding.severity,
    }
}

/// What is wrong, what was expected and what to write, for each finding of a cell.
fn note(found: &[&Finding], lang: Lang) -> Note {
    let mut said = Vec::new();
    for finding in found {
        let severity = labels::severity(weight(finding)).in_lang(lang);
        let message = rules::message(finding, lang);
        let mut words = format!("{} {}: {message}", severity.to_uppercase(), finding.code);
        let hint = rules::department_hint(finding, lang);
        let more = [
            (
                labels::NOTE_TO_DO,
                Some(hint.as_str()).filter(|hint| !hint.is_empty()),
            ),
            (labels::NOTE_SUGGESTED, finding.more().suggestion.as_deref()),
            (labels::NOTE_EXPLAINED, finding.more().explained.as_deref()),
        ];
        for (label, value) in more {
            if let Some(value) = value {
                words.push('\n');
                words.push_str(&labels::fill(label, lang, &[value]));
            }
        }
        said.push(shown::clipped(&shown::visible(&words), WORDS).into_owned());
    }
    said.dedup();
    said.truncate(8);
    let said = said.join("\n\n");
    let lines = shown::wrapped_lines(&said, NOTE_LETTERS) as u32;
    Note::new(said)
        .add_author_prefix(false)
        .set_font_size(9)
        .set_width(300)
        .set_height((15 * lines + 12).min(420))
}
