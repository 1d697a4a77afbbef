//! In which cell of its sheet a finding is shown: the one that a person sees and has to change.

use super::room::is_open;
use crate::model::dataset::Opened;
use crate::model::document::Document;
use crate::model::finding::{Finding, Scope};
use rustc_hash::{FxHashMap, FxHashSet};

/// A cell of a document's sheet: row and column from 0.
pub type SheetCell = (usize, u16);

/// What was found in a sheet.
#[derive(Debug, Default)]
pub struct Marks<'a> {
    /// By cell, the worst first.
    pub cells: FxHashMap<SheetCell, Vec<&'a Finding>>,
    /// Rows beside which the department may explain something.
    pub asked: FxHashSet<usize>,
}

impl<'a> Marks<'a> {
    /// Those of one sheet, from the findings in it.
    pub fn new(file: &Opened, sheet: usize, findings: &[&'a Finding]) -> Marks<'a> {
        let mut marks = Marks::default();
        for finding in findings {
            let Some(row) = row_of(file, sheet, finding) else {
                continue;
            };
            if is_open(finding) {
                marks.asked.insert(row);
            }
            if let Some(cell) = cell_of(file, sheet, finding) {
                marks.cells.entry(cell).or_default().push(finding);
            }
        }
        let cells = marks.cells.values_mut();
        cells.for_each(|here| here.sort_by_key(|f| (f.more().explained.is_some(), f.severity)));
        marks
    }
}

/// The row of a finding; none for a whole file.
fn row_of(file: &Opened, sheet: usize, finding: &Finding) -> Option<usize> {
    let line = finding.place.line;
    if line == 0 {
        return None;
    }
    if let Scope::Row(index) = finding.scope
        && let Some(row) = file.delegations.get(index as usize)
        && row.line == line
    {
        return Some(row.row as usize);
    }
    let rows = &file.document()?.sheets.get(sheet)?.rows;
    rows.partition_point(|row| row.line <= line).checked_sub(1)
}

/// The cell of a finding: of a whole line the first that says something, and of merged cells the one
/// that is seen.
pub fn cell_of(file: &Opened, sheet: usize, finding: &Finding) -> Option<SheetCell> {
    let row = row_of(file, sheet, finding)?;
    let document = file.document()?;
    let column = match finding.place.column.checked_sub(1) {
        Some(column) => column as usize,
        None => first_filled(document, sheet, row),
    };
    let merges = &document.sheets.get(sheet)?.merges;
    let seen = merges.iter().find(|merge| {
        let rows = merge.first_row as usize..=merge.last_row as usize;
        let columns = merge.first_col as usize..=merge.last_col as usize;
        rows.contains(&row) && columns.contains(&column)
    });
    let (row, column) = seen.map_or((row, column), |merge| {
        (merge.first_row as usize, merge.first_col as usize)
    });
    Some((row, u16::try_from(column).ok()?))
}

fn first_filled(document: &Document, sheet: usize, row: usize) -> usize {
    let mut cells = document.row(sheet, row).iter();
    cells
        .position(|cell| !document.is_blank(*cell))
        .unwrap_or(0)
}
