//! Who has sent what: a line for every table owed, and one for every file that gave nothing.

use super::Terms;
use super::counts::FindingCounts;
use crate::model::dataset::{Dataset, FileRead, FileState, LedgerLine, LedgerState};
use crate::model::delegation::RowState;
use crate::model::finding::Lang;
use crate::model::frozen::{Addendum, AfterFreeze};
use crate::model::section::Nil;
use crate::model::submission::{Due, IgnoreReason};
use std::collections::{BTreeMap, BTreeSet};

/// What was received for one table of one department.
#[derive(Default)]
struct Receipt {
    files: BTreeSet<usize>,
    rows: u64,
    accepted: u64,
    rejected: u64,
    nil: Option<Nil>,
    readable: bool,
}

/// Writes the ledger: owed tables by department, then superseded, repeated, unreadable and ignored files.
pub fn write(dataset: &Dataset, terms: &Terms) -> Vec<LedgerLine> {
    let received = received(dataset);
    let findings = FindingCounts::of(dataset);
    let mut lines: Vec<LedgerLine> = received
        .iter()
        .map(|((department, due), receipt)| {
            submitted(dataset, terms, *department, *due, receipt, &findings)
        })
        .collect();
    lines.extend(dataset.missing().into_iter().map(|(department, due)| {
        let state = LedgerState::Missing.code();
        lacking(department, due, state)
    }));
    lines.extend(dataset.unknown().into_iter().map(|(department, due)| {
        let state = LedgerState::Unreadable.code();
        LedgerLine {
            files: dataset.unread_of(department),
            ..lacking(department, due, state)
        }
    }));
    for (index, file) in dataset.files.iter().enumerate() {
        lines.extend(file_lines(terms, index, file, &findings));
    }
    lines.extend(dataset.ignored.iter().map(|ignored| LedgerLine {
        files: vec![ignored.path.clone()],
        note: ignored_note(ignored.reason, terms.lang),
        ..blank(ignored.department, "ignored")
    }));
    lines.extend(addenda(dataset, terms));
    lines.sort_by(|a, b| {
        let key = |line: &LedgerLine| {
            (
                line.department.is_none(),
                line.department,
                line.direction.is_none(),
            )
        };
        let table = |line: &LedgerLine| (line.direction, line.kind, line.state);
        key(a)
            .cmp(&key(b))
            .then_with(|| table(a).cmp(&table(b)))
            .then_with(|| a.files.cmp(&b.files))
    });
    lines
}

/// Lines about what came, changed or went after the figures were frozen and is in none of them.
fn addenda(dataset: &Dataset, terms: &Terms) -> Vec<LedgerLine> {
    let addenda = dataset.frozen.iter().flat_map(|frozen| &frozen.addenda);
    let line = |addendum: &Addendum| {
        let [vi, en] = match addendum.what {
            AfterFreeze::Added => [
                "nộp sau khi chốt số liệu, chưa tính",
                "submitted after closing, not counted",
            ],
            AfterFreeze::Changed => [
                "sửa sau khi chốt số liệu, chưa tính",
                "changed after closing, not counted",
            ],
            AfterFreeze::Removed => [
                "không còn sau khi chốt; vẫn tính theo bản đã chốt",
                "gone after closing; the frozen copy is counted",
            ],
        };
        LedgerLine {
            files: vec![addendum.path.clone()],
            first_seen: addendum.first_seen.clone(),
            note: terms.lang.pick(vi, en).to_string(),
            ..blank(addendum.department, "addendum")
        }
    };
    addenda.map(line).collect()
}

fn received(dataset: &Dataset) -> BTreeMap<(u32, Due), Receipt> {
    let mut received: BTreeMap<(u32, Due), Receipt> = BTreeMap::new();
    for (index, file) in dataset.files.iter().enumerate() {
        if file.state == FileState::Duplicate && !file.shared {
            continue;
        }
        for due in file.contained() {
            if !file.superseded.iter().any(|(replaced, _)| *replaced == due) {
                receive(
                    received.entry((file.department, due)).or_default(),
                    index,
                    file,
                    due,
                );
            }
        }
        for due in dataset.nil_in_prose(file) {
            let receipt = received.entry((file.department, due)).or_default();
            receipt.files.insert(index);
            receipt.readable = true;
            receipt.nil = receipt.nil.or(Some(Nil::Stated));
        }
    }
    received
}

fn receive(receipt: &mut Receipt, index: usize, file: &FileRead, due: Due) {
    receipt.files.insert(index);
    receipt.readable |= file.state == FileState::Read || file.shared;
    for row in file
        .delegations
        .iter()
        .filter(|row| FileRead::due(row) == Some(due))
    {
        receipt.rows += 1;
        receipt.accepted += u64::from(row.state == RowState::Accepted);
        receipt.rejected += u64::from(row.state == RowState::Rejected);
    }
    let sections = file.segmentation.sections.iter();
    for section in
        sections.filter(|s| s.direction.map(|direction| (direction, s.kind)) == Some(due))
    {
        if section.nil == Some(Nil::Stated) || receipt.nil.is_none() {
            receipt.nil = section.nil;
        }
    }
}

fn submitted(
    dataset: &Dataset,
    terms: &Terms,
    department: u32,
    due: Due,
    receipt: &Receipt,
    findings: &FindingCounts,
) -> LedgerLine {
    let state = match receipt {
        _ if !receipt.readable => LedgerState::Unreadable,
        _ if receipt.rows > 0 => LedgerState::Submitted,
        Receipt {
            nil: Some(Nil::Stated),
            ..
        } => LedgerState::Nil,
        _ => LedgerState::NilUnconfirmed,
    };
    let files: Vec<&FileRead> = receipt
        .files
        .iter()
        .map(|&index| &dataset.files[index])
        .collect();
    let body = &dataset.departments[department as usize];
    let owed = !body.registered || body.is_due(dataset.year) && body.owes.contains(&due);
    let not_owed = terms
        .lang
        .pick("không thuộc đối tượng báo cáo", "not required");
    let (errors, warnings) = findings.of_table(&receipt.files, due);
    LedgerLine {
        direction: Some(due.0),
        kind: Some(due.1),
        late: files.iter().any(|file| file.late),
        files: files
            .iter()
            .map(|file| file.submission.path.clone())
            .collect(),
        rows: receipt.rows,
        accepted: receipt.accepted,
        rejected: receipt.rejected,
        errors,
        warnings,
        first_seen: files
            .iter()
            .map(|file| file.first_seen.clone())
            .min()
            .unwrap_or_default(),
        note: if owed {
            String::new()
        } else {
            not_owed.to_string()
        },
        ..blank(Some(department), state.code())
    }
}

/// Lines about files: what was replaced, repeated, or gave no table.
fn file_lines(
    terms: &Terms,
    index: usize,
    file: &FileRead,
    findings: &FindingCounts,
) -> Vec<LedgerLine> {
    let (errors, warnings) = findings.of_file(index);
    let line = |state| LedgerLine {
        files: vec![file.submission.path.clone()],
        first_seen: file.first_seen.clone(),
        late: file.late,
        ..blank(Some(file.department), state)
    };
    let mut lines: Vec<LedgerLine> = file
        .superseded
        .iter()
        .map(|((direction, kind), by)| LedgerLine {
            direction: Some(*direction),
            kind: Some(*kind),
            superseded_by: by.clone(),
            rows: file
                .delegations
                .iter()
                .filter(|row| FileRead::due(row) == Some((*direction, *kind)))
                .count() as u64,
            note: marks(file, terms.lang),
            ..line("superseded")
        })
        .collect();
    if let Some(original) = &file.duplicate_of {
        lines.push(LedgerLine {
            superseded_by: original.clone(),
            rows: file.delegations.len() as u64,
            note: terms.lang.pick("cùng nội dung", "same content").to_string(),
            ..line("duplicate")
        });
    } else if !file.of_other_years.is_empty() && file.contained().is_empty() {
        let account = file.account();
        let words = ["của năm khác, đã trả lại", "of another year, sent back"];
        lines.push(LedgerLine {
            rows: account.read,
            rejected: account.rejected,
            errors,
            warnings,
            note: terms.lang.pick(words[0], words[1]).to_string(),
            ..line("ignored")
        });
    } else if file.contained().is_empty() && file.segmentation.nil_statements.is_empty() {
        let words = [
            "phiếu tiếp nhận báo cáo, không có số liệu",
            "our own receipt, no data",
        ];
        let (state, note) = match file.state {
            _ if file.is_receipt() => ("ignored", terms.lang.pick(words[0], words[1])),
            FileState::Superseded => ("superseded", ""),
            _ => ("unreadable", ""),
        };
        lines.push(LedgerLine {
            errors,
            warnings,
            note: note.to_string(),
            ..line(state)
        });
    }
    lines
}

/// A line about an owed table that was not received.
fn lacking(department: u32, (direction, kind): Due, state: &'static str) -> LedgerLine {
    LedgerLine {
        direction: Some(direction),
        kind: Some(kind),
        ..blank(Some(department), state)
    }
}

fn marks(file: &FileRead, lang: Lang) -> String {
    if file.replied_by.is_some() {
        let words = [
            "đơn vị đã gửi lại tệp phản hồi",
            "the department sent a reply",
        ];
        return lang.pick(words[0], words[1]).to_string();
    }
    let own = &file.submission.version.marks;
    let own = if own.is_empty() {
        lang.pick("không", "none").to_string()
    } else {
        own.join(", ")
    };
    format!(
        "{} “{}”; {}: {own}",
        lang.pick("phiên bản của", "a version of"),
        file.submission.version.stem,
        lang.pick("dấu phiên bản", "version marks")
    )
}

fn blank(department: Option<u32>, state: &'static str) -> LedgerLine {
    LedgerLine {
        department,
        direction: None,
        kind: None,
        state,
        late: false,
        files: Vec::new(),
        rows: 0,
        accepted: 0,
        rejected: 0,
        errors: 0,
        warnings: 0,
        first_seen: String::new(),
        superseded_by: String::new(),
        note: String::new(),
    }
}

fn ignored_note(reason: IgnoreReason, lang: Lang) -> String {
    let [vi, en] = reason.words();
    lang.pick(vi, en).to_string()
}
