//! A column for which two readings are nearly as likely.

use crate::model::section::Doubt;
use crate::rules::{FileContext, Report, field_name};

rule! {
    /// # Tiếng Việt
    /// Tiêu đề và nội dung của cột có thể hiểu theo hai cách gần như nhau; cách hợp lý hơn được dùng.
    ///
    /// # English
    /// The heading and the cells of a column allow two readings that are nearly as likely; the likelier one is used.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Định mức,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
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
    "B220" "column-narrow" Warning
    title:
        "Cột hiểu được theo hai cách"
        / "Column of two readings",
    message:
        "Cột “{0}” được hiểu là “{1}”, nhưng cũng có thể là “{2}”."
        / "The column “{0}” is read as “{3}”, and could as well be “{4}”.",
    hint:
        "Đặt tên cột theo biểu mẫu để không phải đoán."
        / "Give the column the heading of the form, so that nothing is guessed.",
    values: ["Định mức", "Kinh phí", "cột không dùng đến", "Amount", "a column of no use here"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for doubtful in context.doubtful_columns() {
        let Doubt::Narrow(other) = doubtful.doubt else {
            continue;
        };
        let [vi, en] = field_name(doubtful.field);
        let [other_vi, other_en] = other.map_or(
            ["cột không dùng đến", "a column of no use here"],
            |code| field_name(code.0),
        );
        let heading = doubtful.heading;
        report.add(
            doubtful.scope,
            doubtful.place,
            heading,
            [heading, vi, other_vi].map(str::to_owned),
        );
        report.detail([en, other_en].map(str::to_owned));
    }
}
