//! The end of a run: what was read, what it adds up to, and where to look.

use super::findings::tally;
use super::table::{self, Side};
use super::{Style, TABLES, table_name};
use crate::model::dataset::{Dataset, FileState};
use crate::model::finding::Lang;
use crate::model::summary::{Grand, Summary};
use crate::words::shown;
use std::io::{self, Write};

/// Writes the final lines of a consolidation.
///
/// # Errors
/// When `out` cannot be written.
pub fn run_report(
    out: &mut dyn Write,
    dataset: &Dataset,
    summary: &Summary,
    style: &Style,
) -> io::Result<()> {
    let lang = style.lang;
    let title = lang.pick("Tổng hợp năm", "Consolidation of");
    writeln!(out, "{}", style.bold(&format!("{title} {}", dataset.year)))?;
    writeln!(out, "{}", files(dataset, lang))?;
    writeln!(out, "{}", rows(dataset, lang))?;
    writeln!(out, "{}\n", departments(dataset, lang))?;
    let mut lines = vec![head(lang)];
    for (direction, kind) in TABLES {
        if let Some(grand) = summary.grand(kind, direction) {
            lines.push(totals(grand, lang));
        }
    }
    let sides = [
        Side::Left,
        Side::Right,
        Side::Right,
        Side::Right,
        Side::Right,
    ];
    table::write(out, &lines, &sides, style.width())?;
    writeln!(out, "\n{}", tally(&dataset.findings, style))
}

/// Counted things as "a, b, c"; zeros left out but for the first.
fn listed(parts: &[(u64, &str)], lang: Lang) -> String {
    let told = parts
        .iter()
        .enumerate()
        .filter(|(at, (count, _))| *at == 0 || *count > 0);
    let texts: Vec<String> = told
        .map(|(_, (count, word))| format!("{} {word}", shown::count(*count, lang)))
        .collect();
    texts.join(", ")
}

fn files(dataset: &Dataset, lang: Lang) -> String {
    let count = |state| {
        dataset
            .files
            .iter()
            .filter(|file| file.state == state)
            .count() as u64
    };
    let parts = [
        (count(FileState::Read), lang.pick("đọc được", "read")),
        (count(FileState::Rejected), lang.pick("trả lại", "rejected")),
        (
            count(FileState::Superseded),
            lang.pick("đã thay thế", "superseded"),
        ),
        (count(FileState::Duplicate), lang.pick("trùng", "duplicate")),
        (dataset.ignored.len() as u64, lang.pick("bỏ qua", "ignored")),
    ];
    format!("{}: {}", lang.pick("Tệp", "Files"), listed(&parts, lang))
}

fn rows(dataset: &Dataset, lang: Lang) -> String {
    let rows = &dataset.rows;
    let parts = [
        (rows.accepted, lang.pick("được tính", "counted")),
        (
            rows.not_held,
            lang.pick(
                "hoãn, hủy hoặc trực tuyến",
                "postponed, cancelled or online",
            ),
        ),
        (rows.rejected, lang.pick("trả lại", "rejected")),
        (rows.duplicate, lang.pick("trùng", "duplicate")),
        (rows.superseded, lang.pick("đã thay thế", "superseded")),
        (
            rows.excluded,
            lang.pick("bỏ theo quyết định", "left out by decision"),
        ),
    ];
    let read = shown::count(rows.read, lang);
    format!(
        "{}: {read} = {}",
        lang.pick("Dòng", "Rows"),
        listed(&parts, lang)
    )
}

fn departments(dataset: &Dataset, lang: Lang) -> String {
    let due = dataset
        .departments
        .iter()
        .filter(|body| body.is_due(dataset.year))
        .count();
    let missing = dataset
        .ledger
        .iter()
        .filter(|line| line.state == "missing")
        .count() as u64;
    let word = if dataset.after_deadline == Some(true) {
        lang.pick("bảng chưa nộp sau hạn", "tables missing after the deadline")
    } else {
        lang.pick("bảng chưa nộp", "tables not sent yet")
    };
    let head = lang.pick("Đơn vị", "Departments");
    let owe = lang.pick("phải báo cáo", "must report");
    format!(
        "{head}: {}",
        listed(&[(due as u64, owe), (missing, word)], lang)
    )
}

fn head(lang: Lang) -> Vec<String> {
    let words = match lang {
        Lang::Vi => [
            "",
            "Đoàn",
            "Lượt người",
            "Tổng ngày công tác",
            "Kinh phí (đồng)",
        ],
        Lang::En => ["", "Delegations", "People", "Person-days", "Amount (VND)"],
    };
    words.map(str::to_string).to_vec()
}

fn totals(grand: &Grand, lang: Lang) -> Vec<String> {
    let name = table_name(grand.direction, grand.kind, lang);
    vec![
        format!("{name} {}", grand.year),
        shown::count(grand.totals.delegations, lang),
        shown::count(grand.totals.people, lang),
        shown::halves(grand.totals.person_half_days, lang),
        shown::whole(grand.totals.amount_vnd, lang),
    ]
}

/// Writes what people open of a published year: to look, to print, to send.
///
/// # Errors
/// When `out` cannot be written.
pub fn where_to_look(out: &mut dyn Write, folder: &str, lang: Lang) -> io::Result<()> {
    let parts = [
        (lang.pick("xem", "to look"), "report.html"),
        (
            lang.pick("in, ký", "to print and sign"),
            "summary.xlsx, report.docx",
        ),
        (
            lang.pick("gửi đơn vị", "to send"),
            "feedback/, letters/, mailing.csv",
        ),
    ];
    for (what, names) in parts {
        let paths = names.split(", ").map(|name| format!("{folder}/{name}"));
        let paths: Vec<String> = paths.collect();
        writeln!(out, "  {what}: {}", paths.join(", "))?;
    }
    Ok(())
}
