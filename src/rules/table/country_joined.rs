//! A line that adds a country to the delegation above.

use crate::model::finding::{Place, Scope};
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Dòng chỉ có tên nước ngay dưới một đoàn được hiểu là nước thứ hai của đoàn đó.
    ///
    /// # English
    /// A line with nothing but a country right below a delegation is read as a further country of it.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ,,,Thái Lan,,,,,,,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào; Thái Lan,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B234" "country-joined" Warning
    title:
        "Nước ghi ở dòng dưới"
        / "Country on a line below",
    message:
        "Dòng chỉ có tên nước; được gộp vào đoàn ở dòng {0}."
        / "The line has only a country; it is added to the delegation of line {0}.",
    hint:
        "Ghi các nước của một đoàn trong cùng một ô, cách nhau bằng dấu “;”."
        / "Write all countries of a delegation in one cell, separated by “;”.",
    values: ["4"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::CountryJoined { line, to } = note {
            let place = Place {
                line: *line,
                ..Place::default()
            };
            report.add(Scope::File, place, "", [to.to_string()]);
        }
    }
}
