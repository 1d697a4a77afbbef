//! Department by department: whom to call, and each table with its files.

use super::clean::clean;
use super::ledger::{file_line, is_about_a_file, state};
use super::table::{self, Side};
use super::{Style, table_name};
use crate::model::dataset::{Dataset, LedgerLine};
use crate::model::finding::Lang;
use crate::model::submission::Department;
use crate::words::shown;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the lines of a ledger under the departments that they are about, in the order of the register;
/// a quiet one says nothing where there are none.
///
/// # Errors
/// When `out` cannot be written.
pub fn by_department(
    out: &mut dyn Write,
    dataset: &Dataset,
    quiet: bool,
    style: &Style,
) -> io::Result<()> {
    let lang = style.lang;
    let mut of: BTreeMap<u32, Vec<&LedgerLine>> = BTreeMap::new();
    for line in &dataset.ledger {
        if let Some(department) = line.department {
            of.entry(department).or_default().push(line);
        }
    }
    if quiet && of.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", style.bold(&title(dataset, of.len(), lang)))?;
    for number in dataset.in_register_order() {
        let Some(lines) = of.get(&number) else {
            continue;
        };
        let department = &dataset.departments[number as usize];
        writeln!(out, "\n{}", style.bold(&heading(department)))?;
        if let Some(contact) = contact(department, lang) {
            writeln!(out, "  {contact}")?;
        }
        write_lines(out, dataset, lines, style)?;
    }
    Ok(())
}

/// "Tình hình nộp báo cáo 2021: 3 đơn vị; hạn nộp 10/11/2020".
fn title(dataset: &Dataset, departments: usize, lang: Lang) -> String {
    let word = lang.pick("Tình hình nộp báo cáo", "Submissions");
    let bodies = lang.pick("đơn vị", "departments");
    let count = shown::count(departments as u64, lang);
    let mut title = format!("{word} {}: {count} {bodies}", dataset.year);
    if let Some(deadline) = dataset.deadline {
        let word = lang.pick("hạn nộp", "deadline");
        let day = deadline.to_string();
        title.push_str(&format!("; {word} {}", shown::day(&day, lang)));
    }
    title
}

fn heading(department: &Department) -> String {
    format!("{} ({})", clean(&department.name), department.slug)
}

/// What the register says of whom to call; nothing where it says nothing.
fn contact(department: &Department, lang: Lang) -> Option<String> {
    let contact = &department.contact;
    let parts = [
        (lang.pick("đầu mối", "contact"), &contact.person),
        (lang.pick("điện thoại", "phone"), &contact.phone),
        ("email", &contact.email),
        (lang.pick("kênh", "channel"), &contact.channel),
    ];
    let said = parts.into_iter().filter(|(_, text)| !text.is_empty());
    let said: Vec<String> = said
        .map(|(word, text)| format!("{word}: {}", clean(text)))
        .collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// One line a table, then one a file that gave none.
fn write_lines(
    out: &mut dyn Write,
    dataset: &Dataset,
    lines: &[&LedgerLine],
    style: &Style,
) -> io::Result<()> {
    let lang = style.lang;
    let is_table = |line: &&&LedgerLine| !is_about_a_file(line);
    let row = |line: &&LedgerLine| {
        let name = line.direction.zip(line.kind);
        let name = name.map_or("", |(direction, kind)| table_name(direction, kind, lang));
        let files: Vec<_> = line.files.iter().map(|path| clean(path)).collect();
        let state = state(line, dataset.after_deadline, lang);
        let asked = asked(line, lang);
        vec![format!("  {name}"), state, asked, files.join(", ")]
    };
    let rows: Vec<Vec<String>> = lines.iter().filter(is_table).map(row).collect();
    table::write(out, &rows, &[Side::Left; 4], usize::MAX)?;
    for line in lines.iter().filter(|line| is_about_a_file(line)) {
        writeln!(out, "  {}", file_line(line, lang))?;
    }
    Ok(())
}

/// "2 lỗi, 5 cảnh báo"; nothing where nothing is asked.
fn asked(line: &LedgerLine, lang: Lang) -> String {
    let parts = [
        (line.errors, lang.pick("lỗi", "errors")),
        (line.warnings, lang.pick("cảnh báo", "warnings")),
    ];
    let said = parts.iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = said
        .map(|(count, word)| format!("{} {word}", shown::count(*count, lang)))
        .collect();
    said.join(", ")
}
