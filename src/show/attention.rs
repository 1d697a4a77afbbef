//! What needs a person, and nothing else: for runs that nobody watches.

use super::{Style, findings, number};
use crate::model::dataset::{Dataset, FileState};
use crate::model::finding::{Finding, Severity};
use crate::rules;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes how much is rejected, unreadable or missing, the errors behind it, and who owes what.
///
/// # Errors
/// When `out` cannot be written.
pub fn attention(out: &mut dyn Write, dataset: &Dataset, style: &Style) -> io::Result<()> {
    let lang = style.lang;
    let files = dataset
        .files
        .iter()
        .filter(|file| file.state == FileState::Rejected)
        .count() as u64;
    let missing = if dataset.after_deadline == Some(true) {
        dataset.missing()
    } else {
        Vec::new()
    };
    let parts = [
        (
            dataset.rows.rejected,
            lang.pick("dòng bị trả lại", "rows rejected"),
        ),
        (files, lang.pick("tệp trả lại", "files rejected")),
        (
            missing.len() as u64,
            lang.pick("bảng chưa nộp sau hạn", "tables missing after the deadline"),
        ),
    ];
    let told = parts.iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> = told
        .map(|(count, word)| format!("{} {word}", number(*count, lang)))
        .collect();
    writeln!(out, "{}: {}", dataset.year, told.join(", "))?;
    let errors = dataset
        .findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    let errors: Vec<Finding> = errors.cloned().collect();
    if !errors.is_empty() {
        findings(out, &dataset.files, &errors, style)?;
    }
    let mut owed: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (department, due) in missing {
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
