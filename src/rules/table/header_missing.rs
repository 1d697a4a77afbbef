//! Rows of a table without any header.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Không có hàng tiêu đề thì không biết ô nào là số người, ô nào là số ngày. Chương trình không
    /// đoán; tệp được trả lại.
    ///
    /// # English
    /// Without a header, people cannot be told from days. Nothing is guessed; the file is returned.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B,Hội đàm,08,05,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở A,Giám đốc Sở,Thái Lan,Sở C,Hội nghị,06,04,Quý II/2021,NSNN,
    /// 3,Đoàn công tác Sở A,Giám đốc Sở,Nhật Bản,Sở D,Học tập,03,07,Quý IV/2021,Tự túc,
    /// ```
    "B202" "header-missing" Error
    title:
        "Bảng không có hàng tiêu đề"
        / "Table without a header",
    message:
        "Từ dòng {line} có dữ liệu dạng bảng nhưng cả tệp không có hàng tiêu đề."
        / "From line {line} on there are table rows, but no header anywhere in the file.",
    hint:
        "Thêm hàng tiêu đề (TT, Tên đoàn, Trưởng đoàn, Nước đi, …) và gửi lại."
        / "Add the header row (TT, Tên đoàn, Trưởng đoàn, Nước đi, …) and send the file again.",
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::NoHead { line } = note {
            let place = Place {
                line: *line,
                ..Place::default()
            };
            report.add(Scope::File, place, "", []);
        }
    }
}
