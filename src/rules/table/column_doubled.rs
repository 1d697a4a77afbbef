//! Two columns of one meaning.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Khi hai cột có cùng tiêu đề, không biết cột nào đúng. Cột đầu tiên được dùng.
    ///
    /// # English
    /// If two columns have the same heading, it is not known which is right. The first one is used.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú,Số người
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,,09
    /// ```
    "B205" "column-doubled" Warning
    title:
        "Hai cột cùng nghĩa"
        / "Duplicate column",
    message:
        "Cột “{0}” trùng nghĩa với một cột trước; cột trước được dùng."
        / "The column “{0}” means the same as an earlier one; the earlier one is used.",
    hint:
        "Giữ một cột, hoặc đặt tiêu đề khác nhau cho hai cột."
        / "Keep one of them, or give them different headings.",
    values: ["Số người"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::DoubledColumn {
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
