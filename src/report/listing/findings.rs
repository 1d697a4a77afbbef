//! Findings and rejected rows as people read them: where they stand, whose they are, what was written.

use crate::edition::Edition;
use crate::model::dataset::{Dataset, FileRead, Opened};
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Finding, Place, Scope, Severity};
use crate::words::{labels, shown};
use rustc_hash::FxHashMap;

/// Findings, worst first; those that a person has explained come last.
pub fn findings_worst_first(dataset: &Dataset) -> Vec<&Finding> {
    let mut findings: Vec<&Finding> = dataset.findings.iter().collect();
    findings.sort_by_key(|finding| (finding.more().explained.is_some(), finding.severity));
    findings
}

/// The file of a finding.
pub fn file_of<'a>(dataset: &'a Dataset, finding: &Finding) -> Option<&'a FileRead> {
    dataset.files.get(finding.file? as usize)
}

/// The name of the department of a finding; empty where none is known.
pub fn department_of<'a>(dataset: &'a Dataset, finding: &Finding) -> &'a str {
    let of_file = || file_of(dataset, finding).map(|file| file.department);
    finding
        .department
        .or_else(of_file)
        .and_then(|number| dataset.departments.get(number as usize))
        .map_or("", |department| department.name.as_str())
}

/// The cell of a finding, unless it stands in a secret document.
pub fn cell_of<'a>(edition: &Edition<'a>, finding: &'a Finding) -> &'a str {
    let secret = file_of(edition.dataset, finding).is_some_and(|file| file.secret);
    if secret && !finding.cell.is_empty() {
        labels::SECRET_TEXT.in_lang(edition.lang)
    } else {
        &finding.cell
    }
}

/// The line of a place, with the sheet's name where the file has several.
pub fn line_of(file: Option<&FileRead>, place: Place) -> String {
    if place.line == 0 {
        return String::new();
    }
    let sheets = file
        .and_then(|file| file.about.as_ref())
        .map_or(&[][..], |about| &about.sheets);
    match sheets.get(place.sheet as usize) {
        Some(sheet) if sheets.len() > 1 => {
            format!("{}!{}", shown::visible(&sheet.name), place.line)
        }
        _ => place.line.to_string(),
    }
}

/// The line of a row, with the sheet's name where the file has several.
pub fn line_of_row(file: &FileRead, row: &Delegation) -> String {
    let sheet = file
        .segmentation
        .sections
        .get(row.section as usize)
        .map_or(0, |section| section.sheet as u32);
    let place = Place {
        sheet,
        line: row.line,
        column: 0,
    };
    line_of(Some(file), place)
}

/// A row that went back, with its reasons.
#[derive(Debug, Clone)]
pub struct Rejected<'a> {
    pub file: &'a FileRead,
    pub row: &'a Delegation,
    /// The errors that reach the row: its own, its section's, its file's.
    pub errors: Vec<&'a Finding>,
}

/// Rejected rows in the order of files and lines.
pub fn rejected(dataset: &Dataset) -> Vec<Rejected<'_>> {
    if dataset.rows.rejected == 0 {
        return Vec::new();
    }
    let mut errors: FxHashMap<(u32, Scope), Vec<&Finding>> = FxHashMap::default();
    for finding in &dataset.findings {
        if let (Severity::Error, Some(file)) = (finding.severity, finding.file) {
            errors
                .entry((file, finding.scope))
                .or_default()
                .push(finding);
        }
    }
    let mut rejected = Vec::new();
    for (number, file) in dataset.files.iter().enumerate() {
        for (index, row) in file.delegations.iter().enumerate() {
            if row.state != RowState::Rejected {
                continue;
            }
            let scopes = [
                Scope::Row(index as u32),
                Scope::Section(row.section),
                Scope::File,
            ];
            let reach = scopes
                .iter()
                .filter_map(|scope| errors.get(&(number as u32, *scope)));
            let errors = reach.flatten().copied().collect();
            rejected.push(Rejected { file, row, errors });
        }
    }
    rejected
}

/// The cells of a row as its department wrote them, joined with " | ".
pub fn as_written(edition: &Edition, file: &Opened, row: &Delegation) -> String {
    if file.secret {
        return labels::SECRET_TEXT.in_lang(edition.lang).to_string();
    }
    let section = file.segmentation.sections.get(row.section as usize);
    let (Some(document), Some(section)) = (file.document(), section) else {
        return String::new();
    };
    let exists = document
        .sheets
        .get(section.sheet)
        .is_some_and(|sheet| (row.row as usize) < sheet.rows.len());
    if !exists {
        return String::new();
    }
    let cells: Vec<&str> = document
        .row(section.sheet, row.row as usize)
        .iter()
        .map(|span| document.trimmed(*span))
        .collect();
    let used = cells.iter().rposition(|cell| !cell.is_empty());
    cells[..used.map_or(0, |last| last + 1)].join(" | ")
}
