//! Who has sent what: departments against the four tables, and the files that gave none.

use super::clean::clean;
use super::table::{self, Side};
use super::{Style, TABLES};
use crate::model::dataset::{Dataset, LedgerLine};
use crate::model::finding::{Lang, Severity};
use crate::model::section::{Direction, Kind};
use crate::words::shown;
use std::io::{self, Write};

/// Columns of a name; a longer one gives way to the short name.
const NAME: usize = 25;

/// Writes the ledger of a campaign; `frozen` is the day on which its figures were, if they are.
///
/// # Errors
/// When `out` cannot be written.
pub fn ledger(
    out: &mut dyn Write,
    dataset: &Dataset,
    frozen: Option<&str>,
    style: &Style,
) -> io::Result<()> {
    let lang = style.lang;
    let title = lang.pick("Tình hình nộp báo cáo", "Submissions");
    writeln!(
        out,
        "{}",
        style.bold(&format!(
            "{title} {}: {} {}, {} {}",
            dataset.year,
            lang.pick("kế hoạch", "plan"),
            dataset.year,
            lang.pick("kết quả", "results"),
            dataset.results_year
        ))
    )?;
    if let Some(day) = frozen {
        let words = lang.pick(
            "Đã chốt số liệu ngày {}; tệp nộp sau khi chốt chưa tính",
            "Figures frozen on {}; what came later is not counted",
        );
        writeln!(out, "{}", style.bold(&words.replace("{}", day)))?;
    }
    let mut rows = vec![head(lang)];
    for department in dataset.in_register_order() {
        rows.extend(department_row(dataset, department, lang));
    }
    let sides = [
        Side::Left,
        Side::Left,
        Side::Left,
        Side::Left,
        Side::Left,
        Side::Right,
        Side::Right,
    ];
    table::write(out, &rows, &sides, style.width())?;
    let others: Vec<&LedgerLine> = dataset
        .ledger
        .iter()
        .filter(|line| is_about_a_file(line))
        .collect();
    if !others.is_empty() {
        writeln!(
            out,
            "\n{}",
            lang.pick(
                "Tệp đã thay thế hoặc không được tính:",
                "Files replaced or not counted:"
            )
        )?;
    }
    for line in others {
        writeln!(out, "  {}", file_line(line, lang))?;
    }
    writeln!(out, "\n{}", standing(dataset, style))?;
    writeln!(out, "{}", legend(lang))
}

fn head(lang: Lang) -> Vec<String> {
    let words = match lang {
        Lang::Vi => [
            "Đơn vị",
            "Ra, KH",
            "Vào, KH",
            "Ra, KQ",
            "Vào, KQ",
            "Lỗi",
            "Cảnh báo",
        ],
        Lang::En => [
            "Department",
            "Out plan",
            "In plan",
            "Out results",
            "In results",
            "Errors",
            "Warnings",
        ],
    };
    words.map(str::to_string).to_vec()
}

/// The row of a department that must report or has sent something.
fn department_row(dataset: &Dataset, department: u32, lang: Lang) -> Option<Vec<String>> {
    let body = &dataset.departments[department as usize];
    let own: Vec<&LedgerLine> = dataset
        .ledger
        .iter()
        .filter(|line| line.department == Some(department))
        .collect();
    if own.is_empty() && !body.is_due(dataset.year) {
        return None;
    }
    let name = if super::clean::width(&body.name) > NAME {
        &body.short_name
    } else {
        &body.name
    };
    let mut row = vec![clean(name).into_owned()];
    for (direction, kind) in TABLES {
        let line = own.iter().find(|line| is_table(line, direction, kind));
        row.push(line.map_or_else(
            || "·".to_string(),
            |line| state(line, dataset.after_deadline, lang),
        ));
    }
    for count in [
        |line: &LedgerLine| line.errors,
        |line: &LedgerLine| line.warnings,
    ] {
        let sum: u64 = own.iter().map(|line| count(line)).sum();
        row.push(if sum == 0 {
            String::new()
        } else {
            shown::count(sum, lang)
        });
    }
    Some(row)
}

fn is_table(line: &LedgerLine, direction: Direction, kind: Kind) -> bool {
    line.direction == Some(direction) && line.kind == Some(kind) && line.state != "superseded"
}

pub(super) fn is_about_a_file(line: &LedgerLine) -> bool {
    line.direction.is_none() || line.state == "superseded"
}

/// A table in a word or two: rows counted, rows rejected, none, missing.
pub(super) fn state(line: &LedgerLine, after_deadline: Option<bool>, lang: Lang) -> String {
    let mut text = match line.state {
        "submitted" => shown::count(line.accepted, lang),
        "nil" => lang.pick("không", "none").to_string(),
        "nil_unconfirmed" => lang.pick("trống?", "empty?").to_string(),
        "missing" if after_deadline == Some(true) => lang.pick("CHƯA NỘP", "MISSING").to_string(),
        "missing" => lang.pick("chưa nộp", "awaited").to_string(),
        "unreadable" if line.rows > 0 => lang.pick("trả lại", "rejected").to_string(),
        "unreadable" => lang.pick("chưa đọc", "unread").to_string(),
        other => other.to_string(),
    };
    if line.state == "submitted" && line.rejected > 0 {
        text.push_str(&format!(" (−{})", shown::count(line.rejected, lang)));
    }
    if line.late {
        text.push_str(lang.pick(", trễ", ", late"));
    }
    text
}

pub(super) fn file_line(line: &LedgerLine, lang: Lang) -> String {
    let state = match line.state {
        "superseded" => lang.pick("đã thay thế", "superseded"),
        "duplicate" => lang.pick("trùng", "duplicate"),
        "addendum" => lang.pick("nộp sau khi chốt số liệu", "submitted after closing"),
        "ignored" => lang.pick("bỏ qua", "ignored"),
        "unreadable" => lang.pick("không đọc được", "unreadable"),
        other => other,
    };
    let files: Vec<_> = line.files.iter().map(|path| clean(path)).collect();
    let mut text = format!("{state}: {}", files.join(", "));
    if !line.superseded_by.is_empty() {
        text.push_str(&format!(" → {}", clean(&line.superseded_by)));
    }
    if !line.note.is_empty() {
        text.push_str(&format!(" ({})", clean(&line.note)));
    }
    text
}

/// What the cells of the table say.
fn legend(lang: Lang) -> &'static str {
    lang.pick(
        "KH: kế hoạch; KQ: kết quả; số: dòng được tính; (−n): dòng trả lại;\nkhông: không phát sinh; ·: không phải nộp.",
        "A number: rows counted; (−n): rows rejected; none: no delegations; ·: not required.",
    )
}

/// "45 đơn vị; bảng: 105 đã nộp, 49 không phát sinh, 16 chưa nộp".
fn standing(dataset: &Dataset, style: &Style) -> String {
    let lang = style.lang;
    let due = dataset
        .departments
        .iter()
        .filter(|body| body.is_due(dataset.year))
        .count();
    let words = [
        ("submitted", lang.pick("đã nộp", "submitted")),
        ("nil", lang.pick("không phát sinh", "none")),
        ("nil_unconfirmed", lang.pick("để trống", "left empty")),
        ("unreadable", lang.pick("không đọc được", "unreadable")),
        ("missing", lang.pick("chưa nộp", "missing")),
    ];
    let tables = |state: &str| {
        dataset
            .ledger
            .iter()
            .filter(|line| line.direction.is_some() && line.state == state)
            .count()
    };
    let counts: Vec<String> = words
        .into_iter()
        .filter(|(state, _)| tables(state) > 0)
        .map(|(state, word)| {
            let text = format!("{} {word}", shown::count(tables(state) as u64, lang));
            if state == "missing" && dataset.after_deadline == Some(true) {
                style.severe(Severity::Warning, &text)
            } else {
                text
            }
        })
        .collect();
    let bodies = lang.pick("đơn vị phải báo cáo", "departments must report");
    format!(
        "{} {bodies}; {}: {}",
        shown::count(due as u64, lang),
        lang.pick("số bảng", "tables"),
        counts.join(", ")
    )
}
