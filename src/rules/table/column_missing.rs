//! A header without a column of the form.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::field_name;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Bảng thiếu một cột mà biểu mẫu yêu cầu; các dòng vẫn được tính theo những gì có.
    ///
    /// # English
    /// The table lacks a column of the form; its rows are counted with what they have.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B,Hội đàm,05,Quý III/2021,NSNN,
    /// ```
    "B203" "column-missing" Warning
    title:
        "Thiếu cột"
        / "Column missing",
    message:
        "Bảng không có cột “{0}”."
        / "The table has no column “{0}” ({1}).",
    hint:
        "Thêm cột theo biểu mẫu, hoặc sửa tiêu đề cột cho đúng."
        / "Add the column from the form, or correct its heading.",
    values: ["Số người", "People"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::MissingColumn {
            section,
            line,
            field,
        } = note
        {
            let place = Place {
                line: *line,
                ..context.place_in(*section)
            };
            let [vi, en] = field_name(*field);
            report.add(Scope::Section(*section as u32), place, "", [vi.to_string()]);
            report.detail([en.to_string()]);
        }
    }
}
