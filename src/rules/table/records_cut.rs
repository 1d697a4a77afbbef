//! Records in one cell or on two lines, put under their columns.

use crate::model::finding::{Place, Scope};
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Cả dòng nằm trong một ô (đóng ngoặc kép cả dòng, dùng dấu phân cách khác, bị ngắt làm hai dòng hoặc căn
    /// bằng dấu cách); chương trình đã tách theo các cột của bảng.
    ///
    /// # English
    /// The whole line stands in one cell (quoted whole, another delimiter, broken in two, laid out with blanks);
    /// it was cut as the table's columns ask for.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// 2;Đoàn công tác Sở C;Giám đốc Sở;Thái Lan;Sở B;Học tập;06;04;Quý II/2021;Tự túc
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B235" "records-cut" Info
    title:
        "Dòng được tách lại theo cột"
        / "Lines cut anew",
    message:
        "{0} dòng không phân cột như bảng; đã tách theo các cột của bảng."
        / "{0} lines are not divided as the table is; they were cut by its columns.",
    hint:
        "Kiểm tra các dòng này; lưu lại tệp với một dấu phân cách duy nhất."
        / "Check these lines; save the file with one delimiter.",
    values: ["1"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::RecordsCut { line, rows } = note {
            let place = Place {
                line: *line,
                ..Place::default()
            };
            report.add(Scope::File, place, "", [rows.to_string()]);
        }
    }
}
