//! An empty table that does not say that there are no delegations.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::Nil;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Bảng trống có thể là không phát sinh, cũng có thể là quên điền. Đơn vị không bị coi là chưa nộp
    /// nhưng cần xác nhận.
    ///
    /// # English
    /// An empty table may mean that there are no delegations, or that it was forgotten. The department
    /// is not listed as missing, but should confirm.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// TT:
    /// Tên đoàn: Không có
    /// ```
    "B212" "nil-unconfirmed" Warning
    title:
        "Bảng trống, chưa rõ có phải không phát sinh"
        / "Empty table, not confirmed",
    message:
        "Bảng không có dòng nào và không ghi “Không có”."
        / "The table has no rows and does not say that there are none.",
    hint:
        "Nếu không có đoàn, ghi “Không có” trong bảng; nếu có, bổ sung các dòng."
        / "If there are no delegations, write “Không có” (none) in the table; otherwise add the rows.",
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for (index, section) in context.file.segmentation.sections.iter().enumerate() {
        if section.nil == Some(Nil::Unconfirmed) {
            let place = Place {
                line: section.line,
                ..context.place_in(index)
            };
            report.add(Scope::Section(index as u32), place, "", []);
        }
    }
}
