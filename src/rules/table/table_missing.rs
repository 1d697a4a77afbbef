//! A readable file without a table and without a statement that there are no delegations.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Tệp đọc được nhưng không có bảng nào có các cột của danh sách đoàn (tên đoàn, nước, số người,
    /// thời gian…).
    ///
    /// # English
    /// The file could be read, but has no table with the columns of a list of delegations (name,
    /// country, people, period …).
    ///
    /// # Sai · Wrong
    /// ```csv
    /// BÁO CÁO
    /// Đơn vị đã nhận được công văn và sẽ báo cáo sau.
    /// ```
    "B201" "table-missing" Error
    title:
        "Không có bảng đoàn ra, đoàn vào"
        / "No table of delegations",
    message:
        "Không tìm thấy bảng đoàn ra hoặc đoàn vào, cũng không thấy câu “Không có”."
        / "There is no table of delegations, and no statement that there are none.",
    hint:
        "Dùng biểu mẫu của Sở Ngoại vụ; nếu không có đoàn, ghi rõ “Không có”."
        / "Use the form of the Department of Foreign Affairs; if there are no delegations, write “Không có” (none).",
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if *note == SegmentNote::NoTable {
            report.add(Scope::File, Place::default(), "", []);
        }
    }
}
