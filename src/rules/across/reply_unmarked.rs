//! A workbook that looks like a reply and has lost its mark.

use crate::model::dataset::{Dataset, FileRead, FileState};
use crate::model::finding::{Place, Scope};
use crate::model::section::Field;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Tệp có cột “Giải trình” của tệp phản hồi nhưng không còn mã nhận biết, nên không thay được bản nộp mà nó
    /// trả lời: các dòng có thể bị tính hai lần.
    ///
    /// # English
    /// The file has the column “Giải trình” of a reply but its mark is lost, so that it replaces nothing: its
    /// rows may be counted twice.
    "L517" "reply-unmarked" Warning
    title:
        "Tệp gửi lại mất mã nhận biết"
        / "Reply without its mark",
    message:
        "Tệp giống một tệp phản hồi gửi lại nhưng không có mã; được tính thêm vào {0}."
        / "The file looks like a reply but has no mark; it is counted beside {0}.",
    hint:
        "Gửi lại chính tệp phản hồi (giữ trang “Hướng dẫn”), hoặc bỏ tệp cũ."
        / "Send back the feedback file itself with its guide sheet, or remove the older file.",
    values: ["2021/so-y-te/ke hoach.csv"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    let counts = |file: &FileRead| file.state == FileState::Read && !file.delegations.is_empty();
    for (at, file) in dataset.files.iter().enumerate() {
        if !counts(file) || file.returned().is_some() || !is_explained(file) {
            continue;
        }
        let others = dataset.files.iter().enumerate();
        let mut beside = others.filter(|(other, beside)| {
            let own = beside.department == file.department;
            *other != at && own && counts(beside)
        });
        if let Some((_, beside)) = beside.next() {
            let place = (Scope::File, Place::default());
            let values = [beside.submission.path.clone()];
            report.across(Some(at as u32), Some(file.department), place, values);
        }
    }
}

/// Its last column is the one in which a department explains.
fn is_explained(file: &FileRead) -> bool {
    let mut sections = file.segmentation.sections.iter();
    sections.any(|section| {
        let last = section.columns.iter().max_by_key(|column| column.index);
        last.is_some_and(|column| column.field == Some(Field::Explanation))
    })
}
