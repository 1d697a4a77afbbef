//! A column whose cells are not what its heading says.

use crate::model::section::Doubt;
use crate::rules::{FileContext, Report, field_name};

rule! {
    /// # Tiếng Việt
    /// Tiêu đề cột nói một đằng, nội dung các ô là thứ khác.
    ///
    /// # English
    /// The heading of a column says one thing, and its cells are another.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,05 ngày,08 người,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở B,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,05 ngày,08 người,Quý III/2021,NSNN,
    /// 3,Đoàn công tác Sở C,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,05 ngày,08 người,Quý III/2021,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở B,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// 3,Đoàn công tác Sở C,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B222" "column-against-heading" Warning
    title:
        "Nội dung ô không khớp tiêu đề cột"
        / "Cells do not fit the heading",
    message:
        "Nội dung các ô không khớp với tiêu đề cột “{0}”; cột được hiểu là “{1}”."
        / "The cells do not fit the heading “{0}”; the column is read as “{2}”.",
    hint:
        "Kiểm tra xem tiêu đề hoặc nội dung cột có đặt nhầm chỗ không."
        / "See whether a heading or the cells stand in the wrong column.",
    values: ["Số người", "Số người", "People"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for doubtful in context.doubtful_columns() {
        if let Doubt::AgainstHeading(_) = doubtful.doubt {
            let [vi, en] = field_name(doubtful.field);
            report.add(
                doubtful.scope,
                doubtful.place,
                doubtful.heading,
                [doubtful.heading.to_string(), vi.to_string()],
            );
            report.detail([en.to_string()]);
        }
    }
}
