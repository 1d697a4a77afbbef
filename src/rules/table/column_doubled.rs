//! Two columns of one meaning.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Khi hai cột có cùng tên, không biết cột nào đúng. Cột đầu tiên được dùng.
    ///
    /// # English
    /// Where two columns bear one name nobody knows which is right. The first is used.
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
        / "Doubled column",
    message:
        "Cột “{0}” trùng nghĩa với một cột trước; cột trước được dùng."
        / "The column “{0}” means the same as one before it; the first one is used.",
    hint:
        "Giữ một cột, hoặc đặt tên khác nhau cho hai cột."
        / "Keep one of them, or give them different headings.",
    values: ["Số người"],
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    for note in &at.file.segmentation.notes {
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
                ..at.place_in(*section)
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
