//! A readable file without a table and without a nil statement.

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
    /// The file could be read, but holds no table with the columns of a list of delegations (name,
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
        / "No delegation table",
    message:
        "Không tìm thấy bảng đoàn ra hoặc đoàn vào, cũng không thấy câu “không có”."
        / "There is no table of delegations, and no statement that there are none.",
    hint:
        "Dùng biểu mẫu của Sở Ngoại vụ; nếu không có đoàn, ghi rõ “Không có”."
        / "Use the form of the Department of Foreign Affairs; if there is no delegation, say “Không có”.",
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    for note in &at.file.segmentation.notes {
        if *note == SegmentNote::NoTable {
            report.add(Scope::File, Place::default(), "", []);
        }
    }
}
