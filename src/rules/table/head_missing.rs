//! Rows of a table without any head.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Không có đầu cột thì không biết ô nào là số người, ô nào là số ngày. Tệp không được đoán mà trả
    /// lại.
    ///
    /// # English
    /// Without a head nobody can tell people from days. The file is not guessed at but goes back.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B,Hội đàm,08,05,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở A,Giám đốc Sở,Thái Lan,Sở C,Hội nghị,06,04,Quý II/2021,NSNN,
    /// 3,Đoàn công tác Sở A,Giám đốc Sở,Nhật Bản,Sở D,Học tập,03,07,Quý IV/2021,Tự túc,
    /// ```
    "B202" "head-missing" Error
    title:
        "Bảng không có đầu cột"
        / "Table without a head",
    message:
        "Từ dòng {line} có dữ liệu dạng bảng nhưng không có đầu cột nào trong tệp."
        / "From line {line} on there are rows of a table, but no head anywhere in the file.",
    hint:
        "Thêm dòng đầu cột (TT, Tên đoàn, Trưởng đoàn, Nước đi, …) và gửi lại."
        / "Add the row of column names (TT, Tên đoàn, Trưởng đoàn, Nước đi, …) and send it again.",
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    for note in &at.file.segmentation.notes {
        if let SegmentNote::NoHead { line } = note {
            let place = Place {
                line: *line,
                ..Place::default()
            };
            report.add(Scope::File, place, "", []);
        }
    }
}
