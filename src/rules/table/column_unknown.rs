//! A heading that is no known column.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Tiêu đề cột không khớp với cột nào của biểu mẫu. Nội dung cột vẫn còn trong tệp gốc nhưng không
    /// vào bảng tổng hợp.
    ///
    /// # English
    /// The heading matches no column of the form. The content stays in the submission but reaches no
    /// summary.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú,Số hộ chiếu
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,,B1234567
    /// ```
    "B204" "column-unknown" Info
    title:
        "Cột không rõ nghĩa"
        / "Unknown column",
    message:
        "Không rõ cột “{0}” chứa gì; cột không được dùng."
        / "The meaning of the column “{0}” is not known; it is not used.",
    hint:
        "Nếu cột có trong biểu mẫu, sửa tiêu đề cột cho đúng; nếu không, bỏ qua."
        / "If the form has this column, correct its heading; otherwise nothing to do.",
    values: ["Số hộ chiếu"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::UnknownColumn {
            section,
            line,
            column,
            heading,
        } = note
        {
            let place = Place {
                line: *line,
                column: *column as u32 + 1,
                ..context.place_in(*section)
            };
            report.add(
                Scope::Section(*section as u32),
                place,
                heading,
                [heading.clone()],
            );
        }
    }
}
