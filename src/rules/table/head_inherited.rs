//! A section that takes over the head of the section before.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Khi bảng thứ hai không có đầu cột, các ô được hiểu theo bảng trước nếu số cột khớp.
    ///
    /// # English
    /// Where a second table has no head, its cells are read by the head before it if the columns fit.
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
    "B210" "head-inherited" Warning
    title:
        "Bảng dùng đầu cột của bảng trước"
        / "Head taken over",
    message:
        "Bảng ở dòng {line} không có đầu cột riêng; dùng đầu cột của bảng trước."
        / "The table at line {line} has no head of its own; the one before it is used.",
    hint:
        "Thêm đầu cột cho bảng này để chắc chắn các cột không bị hiểu nhầm."
        / "Give this table a head of its own, so that no column is taken for another.",
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    for note in &at.file.segmentation.notes {
        if let SegmentNote::HeadInherited { section, line } = note {
            let place = Place {
                line: *line,
                ..at.place_in(*section)
            };
            report.add(Scope::Section(*section as u32), place, "", []);
        }
    }
}
