//! Lines below a header that hold something and are no row.

use crate::model::finding::{Place, Scope};
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Dòng này có số liệu, thời gian, tên nước hoặc nguồn kinh phí nhưng không phải là đoàn, tiêu đề hay dòng
    /// tổng: có thể là phần tiếp theo của đoàn ở trên hoặc một đoàn ghi thiếu. Không được tính.
    ///
    /// # English
    /// The line holds a figure, a time, a country or a source, yet it is no delegation, header or total: it may
    /// go on with the one above or be a delegation that says too little. It is not counted.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ,,,,,,05,06,Quý IV/2021,,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B231" "line-left" Warning
    title:
        "Dòng có số liệu không được tính"
        / "Line with figures not counted",
    message:
        "{0}"
        / "{1}",
    hint:
        "Nếu là một đoàn, ghi đủ số thứ tự, tên đoàn, nước; nếu không, bỏ qua."
        / "If it is a delegation, give it a number, a name and a country; else leave it.",
    values: ["Dòng “05 | 06 | Quý IV/2021” có số liệu nhưng không phải là đoàn, tiêu đề hay dòng tổng; không được tính.", "“05 | 06 | Quý IV/2021” holds figures but is no delegation, header or total; it is not counted."],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        let (line, cell, values) = match note {
            SegmentNote::LineLeft { line, text } => (
                line,
                text.as_str(),
                [
                    format!(
                        "Dòng “{text}” có số liệu nhưng không phải là đoàn, tiêu đề hay dòng tổng; không được tính."
                    ),
                    format!(
                        "“{text}” holds figures but is no delegation, header or total; it is not counted."
                    ),
                ],
            ),
            SegmentNote::LinesLeft { line, lines } => (
                line,
                "",
                [
                    format!("Còn {lines} dòng nữa như vậy từ dòng này trở xuống; không được tính."),
                    format!("{lines} more such lines from here on; they are not counted."),
                ],
            ),
            _ => continue,
        };
        let place = Place {
            line: *line,
            ..Place::default()
        };
        report.add(Scope::File, place, cell, values);
    }
}
