//! Findings and rejected rows as people read them: where they stand, whose they are, what was written.

use crate::edition::Edition;
use crate::model::dataset::{Dataset, FileRead, Opened};
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::{Finding, Lang, Scope, Severity};
use crate::model::value::PeriodForm;
use crate::words::{labels, shown};
use jiff::civil::Date;
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

/// The department of a finding, by index.
pub fn department_index(dataset: &Dataset, finding: &Finding) -> Option<u32> {
    let of_file = || file_of(dataset, finding).map(|file| file.department);
    finding.department.or_else(of_file)
}

/// The name of the department of a finding; empty where none is known.
pub fn department_of<'a>(dataset: &'a Dataset, finding: &Finding) -> &'a str {
    department_index(dataset, finding)
        .and_then(|number| dataset.departments.get(number as usize))
        .map_or("", |department| department.name.as_str())
}

/// The name of a file below its department's folder: year and folder are the office's.
pub fn own_name(path: &str) -> &str {
    path.splitn(3, '/').nth(2).unwrap_or(path)
}

/// A text in which the files of a department have the names that it gave them.
pub fn by_own_names<'a>(mut text: String, files: impl Iterator<Item = &'a FileRead>) -> String {
    if text.contains('/') {
        for file in files {
            let path = &file.submission.path;
            text = text.replace(path.as_str(), own_name(path));
        }
    }
    text
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

/// The period as written, last day included; as understood where a program turned it into a date
/// ("Sep-21"); its class where nothing is written.
pub fn period(edition: &Edition, file: &Opened, row: &Delegation) -> String {
    let damaged = [PeriodForm::ExcelDamage, PeriodForm::ExcelSerial].contains(&row.period.form);
    if damaged {
        return match row.period.first {
            Some(first) => understood(first, row.period.last.unwrap_or(first), edition.lang),
            None => labels::quarter(row.period.class())
                .in_lang(edition.lang)
                .to_string(),
        };
    }

    let texts = file.texts(row);
    let first = file.text(texts.period);
    let last = file.text(texts.period_to);
    match (first.is_empty(), last.is_empty()) {
        (true, true) => {
            let class = labels::quarter(row.period.class());
            class.in_lang(edition.lang).to_string()
        }
        (false, false) => format!("{first} – {last}"),
        _ => format!("{first}{last}"),
    }
}

/// A whole month as such, other days as dates.
fn understood(first: Date, last: Date, lang: Lang) -> String {
    let is_month = first.day() == 1 && last == first.last_of_month();
    if is_month {
        let month = format!("{}/{}", first.month(), first.year());
        return labels::fill(labels::MONTH_OF, lang, &[&month]);
    }
    let [first, last] = [first, last].map(|day| shown::day(&day.to_string(), lang).into_owned());
    if first == last {
        first
    } else {
        format!("{first} – {last}")
    }
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
