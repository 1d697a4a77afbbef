//! Findings for the person who corrects them: where, what is wrong, what to try.

use super::clean::{clean, clip};
use super::excerpt::excerpt;
use super::table::{self, Side};
use super::{Style, severity};
use crate::model::dataset::{FileRead, Opened, Reader};
use crate::model::finding::{Finding, Severity};
use crate::rules;
use crate::words::shown;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Further places of a group that are named.
const PLACES: usize = 5;

/// Columns of a cell that stands beside such a place.
const CELL: usize = 24;

/// Longest message, in lines of the terminal: a cell quoted in it may be a megabyte.
const MESSAGE_LINES: usize = 4;

/// Findings of one rule in one file.
type Group<'a> = Vec<&'a Finding>;

/// Writes findings in their order, those of one rule in one file as one, and how many there are.
///
/// # Errors
/// When `out` cannot be written.
pub fn findings(
    out: &mut dyn Write,
    files: &[FileRead],
    findings: &[Finding],
    style: &Style,
) -> io::Result<()> {
    let mut reader = Reader::default();
    for group in grouped(findings) {
        // Each stands by itself: a page of them is read in steps.
        let file = group[0].file.and_then(|file| files.get(file as usize));
        let file = file.map(|file| reader.open(file));
        write_group(out, file, &group, style)?;
        writeln!(out)?;
    }
    writeln!(out, "{}", tally(findings, style))
}

/// Groups in the order of their first findings.
fn grouped(findings: &[Finding]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: FxHashMap<(Option<u32>, &str, Severity, bool), usize> = FxHashMap::default();
    for finding in findings {
        let key = (
            finding.file,
            finding.code,
            finding.severity,
            finding.more().explained.is_some(),
        );
        let at = *known.entry(key).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[at].push(finding);
    }
    groups
}

fn write_group(
    out: &mut dyn Write,
    file: Option<&Opened>,
    group: &[&Finding],
    style: &Style,
) -> io::Result<()> {
    let (first, others) = (group[0], &group[1..]);
    let place = file.map_or_else(String::new, |file| format!("{}: ", place(file, first)));
    let label = format!("{} {}", severity(first.severity, style.lang), first.code);
    let (bold, label) = (style.bold(&place), style.severe(first.severity, &label));
    writeln!(
        out,
        "{bold}{label}: {}",
        said(&rules::message(first, style.lang), style)
    )?;
    let gutter = match file {
        Some(file) => write_excerpt(out, file, first, style)?,
        None => 1,
    };
    let indent = " ".repeat(gutter);
    let hint = rules::hint(first, style.lang);
    if !hint.is_empty() {
        writeln!(out, "{indent} = {}", said(&hint, style))?;
    }
    if let Some(value) = &first.more().suggestion {
        let word = style.lang.pick("đề nghị", "suggested");
        writeln!(out, "{indent} = {word}: {}", said(value, style))?;
    }
    if let Some(reason) = &first.more().explained {
        let word = style.lang.pick("đã giải trình", "explained");
        writeln!(out, "{indent} = {word}: {}", said(reason, style))?;
    }
    if others.is_empty() {
        return Ok(());
    }
    let count = shown::count(others.len() as u64, style.lang);
    let more = format!(
        "{indent} + {count} {}:",
        style.lang.pick("vị trí khác", "more")
    );
    match file {
        Some(file) => writeln!(out, "{more} {}", said(&further(file, others, style), style)),
        None => {
            writeln!(out, "{more}")?;
            for finding in others.iter().take(PLACES) {
                let message = rules::message(finding, style.lang);
                writeln!(out, "{indent}   {}", said(&message, style))?;
            }
            if others.len() > PLACES {
                writeln!(out, "{indent}   …")?;
            }
            Ok(())
        }
    }
}

/// `path:line:column`, or `path [sheet!D5]` for a workbook; what is not known is left out.
fn place(file: &FileRead, finding: &Finding) -> String {
    let path = clean(&file.submission.path);
    let at = finding.place;
    let sheet = file.sheet_name(at.sheet as usize);
    match (sheet, at.line, at.column) {
        (_, 0, _) => path.into_owned(),
        ("", line, 0) => format!("{path}:{line}"),
        ("", line, column) => format!("{path}:{line}:{column}"),
        (sheet, line, column) => format!("{path} [{}!{}{line}]", clean(sheet), letters(column)),
    }
}

/// The letters of a workbook's column, counted from 1; none for 0.
fn letters(mut column: u32) -> String {
    let mut letters = Vec::new();
    while column > 0 {
        column -= 1;
        letters.push(char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    letters.iter().rev().collect()
}

/// A text of a finding in one piece that a terminal can take.
fn said(text: &str, style: &Style) -> String {
    let text = clean(text);
    clip(&text, style.width() * MESSAGE_LINES).into_owned()
}

/// The line and its underlining; gives the columns of the gutter. Nothing of a secret file is shown.
fn write_excerpt(
    out: &mut dyn Write,
    file: &Opened,
    finding: &Finding,
    style: &Style,
) -> io::Result<usize> {
    let digits = finding.place.line.to_string().len().max(4);
    let columns = style.width().saturating_sub(digits + 3);
    let document = file
        .document()
        .filter(|_| !file.secret && finding.place.line > 0);
    let Some(excerpt) = document.and_then(|d| excerpt(d, finding.place, columns)) else {
        return Ok(1);
    };
    writeln!(out, "{:>digits$} | {}", excerpt.line, excerpt.text)?;
    if let Some((from, length)) = excerpt.mark {
        let underline = style.severe(finding.severity, &"^".repeat(length));
        writeln!(out, "{:digits$} | {:from$}{underline}", "", "")?;
    }
    Ok(digits)
}

/// The first further places of a file with their cells.
fn further(file: &FileRead, others: &[&Finding], style: &Style) -> String {
    let named = others.iter().take(PLACES).map(|finding| {
        let (at, lang) = (finding.place, style.lang);
        let cell = clean(&finding.cell);
        let sheet = file.sheet_name(at.sheet as usize);
        let beside = match cell.trim() {
            _ if file.secret => String::new(),
            "" if at.column > 0 && sheet.is_empty() => {
                format!(" {} {}", lang.pick("cột", "column"), at.column)
            }
            "" => String::new(),
            cell => format!(" “{}”", clip(cell, CELL)),
        };
        match sheet {
            _ if at.line == 0 => lang.pick("cả tệp", "the whole file").to_string(),
            "" => format!("{} {}{beside}", lang.pick("dòng", "line"), at.line),
            sheet => format!("{}!{}{}{beside}", clean(sheet), letters(at.column), at.line),
        }
    });
    let mut text = named.collect::<Vec<String>>().join(", ");
    if others.len() > PLACES {
        text.push_str(", …");
    }
    text
}

/// "2 lỗi, 14 cảnh báo": every severity that occurs.
pub(super) fn tally(findings: &[Finding], style: &Style) -> String {
    let parts: Vec<String> = Severity::ALL
        .into_iter()
        .filter_map(|level| {
            let count = findings.iter().filter(|f| f.severity == level).count();
            let word = severity(level, style.lang);
            let plural = if count != 1 {
                style.lang.pick("", "s")
            } else {
                ""
            };
            let text = format!("{} {word}{plural}", shown::count(count as u64, style.lang));
            (count > 0).then(|| style.severe(level, &text))
        })
        .collect();
    if parts.is_empty() {
        style
            .lang
            .pick("Không có nội dung nào cần xem lại.", "Nothing to review.")
            .to_string()
    } else {
        parts.join(", ")
    }
}

/// Writes how often each rule found something, most often first.
///
/// # Errors
/// When `out` cannot be written.
pub fn by_rule(out: &mut dyn Write, findings: &[Finding], style: &Style) -> io::Result<()> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.code).or_default() += 1;
    }
    let mut counts: Vec<(&str, u64)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let row = |(code, count): (&str, u64)| {
        let title = rules::find(code).map_or("", |rule| rule.title.in_lang(style.lang));
        vec![
            code.to_string(),
            shown::count(count, style.lang),
            title.to_string(),
        ]
    };
    let rows: Vec<Vec<String>> = counts.into_iter().map(row).collect();
    table::write(
        out,
        &rows,
        &[Side::Left, Side::Right, Side::Left],
        usize::MAX,
    )
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_of_a_workbook_have_letters() {
        for (column, name) in [(0, ""), (1, "A"), (26, "Z"), (27, "AA"), (16_384, "XFD")] {
            assert_eq!(letters(column), name);
        }
    }
}
