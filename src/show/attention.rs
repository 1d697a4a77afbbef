//! What needs a person, and nothing else: for runs that nobody watches.

use super::{Style, findings};
use crate::model::dataset::{Dataset, FileState};
use crate::model::finding::{Finding, Lang, Severity};
use crate::model::submission::Due;
use crate::rules;
use crate::words::shown;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// How much is rejected, unreadable or missing, in one line.
pub fn asked(dataset: &Dataset, lang: Lang) -> String {
    let files = dataset
        .files
        .iter()
        .filter(|file| file.state == FileState::Rejected)
        .count() as u64;
    let parts = [
        (
            dataset.rows.rejected,
            lang.pick("dòng trả lại", "rows rejected"),
        ),
        (files, lang.pick("tệp trả lại", "files rejected")),
        (
            dataset.closed() as u64,
            lang.pick(
                "thư mục, tệp không mở hoặc không đọc được",
                "folders or files that cannot be opened or read",
            ),
        ),
        (
            missing(dataset).len() as u64,
            lang.pick("bảng chưa nộp sau hạn", "tables missing after the deadline"),
        ),
    ];
    let told = parts.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> = told
        .map(|(count, word)| format!("{} {word}", shown::count(*count, lang)))
        .collect();
    format!("{}: {}", dataset.year, told.join(", "))
}

/// Tables that are missing after their deadline.
fn missing(dataset: &Dataset) -> Vec<(u32, Due)> {
    match dataset.after_deadline {
        Some(true) => dataset.missing(),
        _ => Vec::new(),
    }
}

/// Writes how much is rejected, unreadable or missing, the errors behind it, and who owes what.
///
/// # Errors
/// When `out` cannot be written.
pub fn attention(out: &mut dyn Write, dataset: &Dataset, style: &Style) -> io::Result<()> {
    let lang = style.lang;
    writeln!(out, "{}", asked(dataset, lang))?;
    let errors = dataset
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let errors: Vec<Finding> = errors.cloned().collect();
    if !errors.is_empty() {
        findings(out, &dataset.files, &errors, style)?;
    }
    let mut owed: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (department, due) in missing(dataset) {
        let [vi, en] = rules::table_name(due);
        owed.entry(department).or_default().push(lang.pick(vi, en));
    }
    for (department, tables) in owed {
        let name = &dataset.departments[department as usize].name;
        let word = lang.pick("chưa nộp", "has not sent");
        writeln!(
            out,
            "{}: {word} {}",
            super::clean::clean(name),
            tables.join(", ")
        )?;
    }
    Ok(())
}
