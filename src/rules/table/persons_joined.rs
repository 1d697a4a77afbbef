//! Lists of persons read as delegations.

use crate::model::finding::{Place, Scope};
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Bảng liệt kê từng người; những dòng cùng đoàn (cùng nhóm, cùng quyết định, cùng nước, thời gian và nội
    /// dung, hoặc đánh số 1.1, 1.2 dưới đoàn 1) được tính là một đoàn, số người là số dòng.
    ///
    /// # English
    /// The table lists persons; lines of one group, one decision, the same country, time and content, or
    /// numbered 1.1, 1.2 below 1, count as one delegation of so many people.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Họ và tên,Chức vụ,Nước đi,Nội dung hoạt động,Số ngày,Thời gian thực hiện,Kinh phí
    /// 1,Nguyễn Văn An,Giám đốc,CHDCND Lào,Hội đàm thường niên,05,Quý III/2021,NSNN
    /// 2,Trần Thị Bình,Trưởng phòng,CHDCND Lào,Hội đàm thường niên,05,Quý III/2021,NSNN
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B233" "persons-joined" Warning
    title:
        "Danh sách người được gộp thành đoàn"
        / "List of persons read as delegations",
    message:
        "Bảng liệt kê {0} dòng theo người; được gộp thành {1} đoàn."
        / "The table lists persons on {0} lines; they are read as {1} delegations.",
    hint:
        "Kiểm tra số đoàn; nếu sai, ghi mỗi đoàn một dòng với số người."
        / "Check the number of delegations; if it is wrong, give each one line with its people.",
    values: ["2", "1"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::PersonsJoined {
            section,
            line,
            persons,
            delegations,
        } = note
        {
            let place = Place {
                line: *line,
                ..context.place_in(*section)
            };
            let values = [persons.to_string(), delegations.to_string()];
            report.add(Scope::Section(*section as u32), place, "", values);
        }
    }
}
