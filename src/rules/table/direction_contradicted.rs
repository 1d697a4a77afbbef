//! A table whose country heading says the other direction than its section title.

use crate::model::finding::{Place, Scope};
use crate::model::section::{Direction, Field, Match, Section};
use crate::rules::{FileContext, Report};
use crate::vocabulary::headers;

rule! {
    /// # Tiếng Việt
    /// Tiêu đề bảng ghi đoàn vào nhưng cột nước là “Nước đi” (hoặc ngược lại): có thể đã dán nhầm bảng
    /// đoàn ra vào phần đoàn vào. Các dòng được tính theo tiêu đề bảng.
    ///
    /// # English
    /// The section title says inbound but the country column is “Nước đi” (destination), or the other
    /// way round: perhaps a table was pasted under the wrong title. The rows are counted by the section
    /// title.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN VÀO NĂM 2021
    /// II. ĐOÀN VÀO
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B214" "direction-contradicted" Warning
    title:
        "Lẫn đoàn ra và đoàn vào"
        / "Outbound and inbound mixed up",
    message:
        "Cột “{0}” trái với tiêu đề “{1}”; các dòng được tính theo tiêu đề."
        / "The column “{0}” contradicts the section title “{1}”; the rows are counted by the section title.",
    hint:
        "Nếu bảng nằm sai mục, chuyển bảng hoặc sửa tiêu đề mục; nếu không, sửa tiêu đề cột."
        / "If the table is under the wrong section title, move it or correct the title; otherwise correct the heading of the column.",
    values: ["Nước đi", "II. ĐOÀN VÀO"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for (index, section) in context.file.segmentation.sections.iter().enumerate() {
        // A title above the section's own governs several tables of both directions.
        let has_own_title = section
            .head_lines
            .first()
            .is_some_and(|line| *line >= section.line);
        let by_row = section.column(Field::Direction).is_some();
        if let (Some(direction), Some(line)) = (section.direction, section.head_lines.first())
            && has_own_title
            && !by_row
            && let Some((column, heading)) = contradicting(section, direction)
        {
            let place = Place {
                line: *line,
                column,
                ..context.place_in(index)
            };
            let values = [heading.to_string(), section.title.clone()];
            report.add(Scope::Section(index as u32), place, heading, values);
        }
    }
}

/// The heading of countries that says the other direction, and its column from 1.
fn contradicting(section: &Section, direction: Direction) -> Option<(u32, &str)> {
    let column = section.column(Field::Country)?;
    if section.head_inherited || column.matched != Match::Exact {
        return None;
    }
    let said = headers::look_up(&column.heading)?.direction?;
    (said != direction).then_some((column.index as u32 + 1, column.heading.as_str()))
}
