//! Which rows of a submission its copy shows, where, and how wide its columns are.

use super::marks::Marks;
use crate::model::dataset::Opened;
use crate::model::document::{Document, Sheet, Span};
use crate::model::finding::Severity;
use crate::model::section::LineClass;
use crate::report::sheet::CELL_LIMIT;
use crate::words::labels;
use rustc_hash::FxHashMap;

/// Rows of a sheet down to which empty ones in between are kept in their place.
const DEEPEST: u32 = 20_000;
/// Columns of a submission that are shown.
const MOST_COLUMNS: usize = 256;

/// Width of the column for explanations, in characters.
const EXPLANATION_WIDTH: f64 = 28.0;
/// Widths of all columns of the table together that print well on A4 landscape.
const PAGE_WIDTH: f64 = 142.0;
/// The least width of a page of text.
const TEXT_WIDTH: f64 = 80.0;
/// The widest column, and the narrowest.
const WIDEST: f64 = 44.0;
const NARROWEST: f64 = 5.0;
/// The longest word that widens its column.
const LONGEST_WORD: usize = 16;

/// A row of a submission that is shown.
#[derive(Debug, Clone, Copy)]
pub struct ShownRow {
    /// Index into the rows of the document's sheet.
    pub source: usize,
    /// Row of the copy.
    pub copy: u32,
}

/// Where the rows and columns of one sheet of a submission stand in its copy.
#[derive(Debug)]
pub struct Layout {
    /// Rows of the document's sheet, in order.
    pub rows: Vec<ShownRow>,
    /// Columns of the table; the explanations stand right of them, unless they have a column already.
    pub columns: u16,
    pub explanation: u16,
    /// Widths of the columns and of the explanations.
    pub widths: Vec<f64>,
    /// There is something to explain, or a table to explain beside.
    pub explains: bool,
    /// Every row, column and letter of the sheet is there.
    pub complete: bool,
}

impl Layout {
    /// Lays out a sheet of which so many rows have room; where it has more, those with findings go first.
    pub fn new(file: &Opened, sheet: usize, marks: &Marks, room: usize) -> Layout {
        let empty = Layout {
            rows: Vec::new(),
            columns: 1,
            explanation: 1,
            widths: vec![NARROWEST, EXPLANATION_WIDTH],
            explains: false,
            complete: false,
        };
        let Some(document) = file.document() else {
            return empty;
        };
        let Some(source) = document.sheets.get(sheet) else {
            return empty;
        };
        let classes = file.segmentation.classes.get(sheet);
        let class_of = |row: usize| class_of(classes, row);
        let used = used_columns(document, source);
        let columns = used.clamp(1, MOST_COLUMNS);
        let deepest = source.rows.last().map_or(0, |row| row.line);
        let is_text = source.name.is_empty();
        let in_place = source.rows.len() <= room && (is_text || deepest <= DEEPEST);
        let rows = if in_place {
            // A spreadsheet program shows record n of a text file in row n.
            let rows = source.rows.iter().enumerate();
            let rows = rows.map(|(index, row)| ShownRow {
                source: index,
                copy: if is_text { index as u32 } else { row.line - 1 },
            });
            rows.collect()
        } else {
            chosen(source.rows.len(), room, marks, class_of)
        };
        let clipped = source
            .cells
            .iter()
            .any(|cell| cell.len as usize > CELL_LIMIT);
        let explanation = explained_already(document, sheet, class_of).unwrap_or(columns as u16);
        let widths = widths(document, sheet, &rows, columns, class_of);
        let has_header = (0..source.rows.len()).any(|row| class_of(row) == LineClass::Header);
        Layout {
            complete: in_place && used <= MOST_COLUMNS && !clipped,
            columns: columns as u16,
            explanation,
            rows,
            widths,
            explains: has_header || !marks.cells.is_empty(),
        }
    }

    /// The last column that is printed.
    pub fn right(&self) -> u16 {
        let explanation = if self.explains { self.explanation } else { 0 };
        explanation.max(self.columns - 1)
    }

    /// The row of the copy in which a row of the document's sheet stands.
    pub fn row(&self, source: usize) -> Option<u32> {
        let found = self.rows.binary_search_by_key(&source, |row| row.source);
        Some(self.rows[found.ok()?].copy)
    }
}

/// The class of a row; prose where the file was not cut into tables.
pub fn class_of(classes: Option<&Vec<LineClass>>, row: usize) -> LineClass {
    let class = classes.and_then(|classes| classes.get(row));
    class.copied().unwrap_or(LineClass::Prose)
}

fn used_columns(document: &Document, sheet: &Sheet) -> usize {
    sheet.rows.iter().fold(0, |used, row| {
        let first = row.first_cell as usize;
        // Cells left of those that another row has filled tell nothing new.
        let beyond = sheet.cells.get(first + used..first + row.cells as usize);
        let is_filled = |cell: &Span| !document.trimmed(*cell).is_empty();
        let last = beyond.and_then(|cells| cells.iter().rposition(is_filled));
        last.map_or(used, |last| used + last + 1)
    })
}

/// Headers first, then rows by their worst finding, then the others; in the order of the submission.
fn chosen(
    rows: usize,
    room: usize,
    marks: &Marks,
    class_of: impl Fn(usize) -> LineClass,
) -> Vec<ShownRow> {
    let mut worst: FxHashMap<usize, Severity> = FxHashMap::default();
    for ((row, _), findings) in &marks.cells {
        for finding in findings {
            let known = worst.entry(*row).or_insert(finding.severity);
            *known = (*known).min(finding.severity);
        }
    }
    let rank = |row: &usize| {
        let first = [LineClass::Section, LineClass::Header, LineClass::NumberRow];
        match worst.get(row) {
            _ if first.contains(&class_of(*row)) => 0,
            Some(severity) => 1 + *severity as usize,
            None => 4,
        }
    };
    let mut order: Vec<usize> = (0..rows).collect();
    order.sort_by_key(rank);
    order.truncate(room);
    order.sort_unstable();
    let rows = order.into_iter().zip(0..);
    rows.map(|(source, copy)| ShownRow { source, copy })
        .collect()
}

/// The column of explanations that the submission has itself: it is a reply.
fn explained_already(
    document: &Document,
    sheet: usize,
    class_of: impl Fn(usize) -> LineClass,
) -> Option<u16> {
    let rows = 0..document.sheets.get(sheet)?.rows.len();
    let headers = rows.filter(|row| class_of(*row) == LineClass::Header);
    let mut found = headers.flat_map(|row| document.row(sheet, row).iter().enumerate());
    let (column, _) = found.find(|(_, cell)| document.trimmed(**cell) == labels::EXPLANATION)?;
    u16::try_from(column)
        .ok()
        .filter(|column| usize::from(*column) < MOST_COLUMNS)
}

/// Widths by the words and lengths of headers and data: long texts get wide columns, but share the page.
fn widths(
    document: &Document,
    sheet: usize,
    rows: &[ShownRow],
    columns: usize,
    class_of: impl Fn(usize) -> LineClass,
) -> Vec<f64> {
    let mut lengths: Vec<Vec<usize>> = vec![Vec::new(); columns];
    let mut words = vec![0usize; columns];
    for ShownRow { source: row, .. } in rows {
        let class = class_of(*row);
        if !matches!(class, LineClass::Data | LineClass::Header) {
            continue;
        }
        for (column, cell) in document.row(sheet, *row).iter().enumerate().take(columns) {
            let (mut letters, mut word) = (0, 0);
            for c in document.trimmed(*cell).chars() {
                letters += 1;
                word = if c.is_whitespace() { 0 } else { word + 1 };
                words[column] = words[column].max(word);
            }
            if class == LineClass::Data {
                lengths[column].push(letters);
            }
        }
    }
    let mut least = Vec::with_capacity(columns);
    let mut wanted = Vec::with_capacity(columns);
    for (lengths, word) in lengths.iter_mut().zip(words) {
        lengths.sort_unstable();
        let typical = lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(0);
        let narrow = (word.min(LONGEST_WORD) as f64 + 1.5).max(NARROWEST);
        // The root makes a text of 100 letters three lines and one of 30 letters two.
        let wide = (typical as f64 * 13.0).sqrt().min(typical as f64 + 2.0);
        least.push(narrow);
        wanted.push(wide.clamp(narrow, WIDEST.max(narrow)));
    }
    let mut widths = fitted(&least, &wanted);
    let sum: f64 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        // Letters without a table need room to be read.
        *last += (TEXT_WIDTH - sum).max(0.0);
    }
    widths.push(EXPLANATION_WIDTH);
    widths
}

/// Takes from the columns what is too much for the page, each in proportion to what it can spare.
fn fitted(least: &[f64], wanted: &[f64]) -> Vec<f64> {
    let sum = |widths: &[f64]| widths.iter().sum::<f64>();
    let (slack, excess) = (sum(wanted) - sum(least), sum(wanted) - PAGE_WIDTH);
    let share = if slack > 0.0 {
        (excess / slack).clamp(0.0, 1.0)
    } else {
        0.0
    };
    let pairs = least.iter().zip(wanted);
    pairs
        .map(|(least, wanted)| wanted - (wanted - least) * share)
        .collect()
}
