//! A column whose heading says nothing, read by what its cells are.

use crate::model::section::Doubt;
use crate::rules::{FileContext, Report, field_name};

rule! {
    /// # Tiếng Việt
    /// Tiêu đề không cho biết cột chứa gì; nội dung các ô cho thấy.
    ///
    /// # English
    /// The heading does not say what the column holds; its cells do.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Cột 4,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở B,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// 3,Đoàn công tác Sở C,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
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
    "B221" "column-by-cells" Warning
    title:
        "Cột chỉ hiểu được qua nội dung ô"
        / "Column known by its cells alone",
    message:
        "Tiêu đề “{0}” không cho biết cột chứa gì; theo nội dung các ô, cột được hiểu là “{1}”."
        / "The heading “{0}” does not say what the column holds; by its cells it is read as “{2}”.",
    hint:
        "Đặt tên cột theo biểu mẫu để không phải đoán."
        / "Give the column the heading of the form, so that nothing is guessed.",
    values: ["Cột 4", "Nước", "Country"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for doubtful in context.doubtful_columns() {
        if let Doubt::ByCells = doubtful.doubt {
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
