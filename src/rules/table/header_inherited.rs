//! A table read by the header of the table above.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Khi bảng thứ hai không có hàng tiêu đề, các ô được hiểu theo bảng trước nếu số cột khớp.
    ///
    /// # English
    /// If the second table has no header, its cells are read by the previous table’s, provided that the
    /// columns fit.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// II. ĐOÀN VÀO
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,Hoa Kỳ,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// II. ĐOÀN VÀO
    /// TT,Tên đoàn,Trưởng đoàn,Đến từ nước,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,Hoa Kỳ,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B210" "header-inherited" Warning
    title:
        "Bảng dùng hàng tiêu đề của bảng trước"
        / "Header taken from the table above",
    message:
        "Bảng ở dòng {line} không có hàng tiêu đề riêng; dùng hàng tiêu đề của bảng trước."
        / "The table on line {line} has no header of its own; the previous table’s is used.",
    hint:
        "Thêm hàng tiêu đề cho bảng này để các cột không bị hiểu nhầm."
        / "Give this table its own header, so that no column is mistaken for another.",
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::HeadInherited { section, line } = note {
            let place = Place {
                line: *line,
                ..context.place_in(*section)
            };
            report.add(Scope::Section(*section as u32), place, "", []);
        }
    }
}
