//! A range, an estimate or a conversion of days.

use crate::rules::{Report, RowContext};
use crate::model::section::Field;
use crate::model::value::{Days, NumberForm};

rule! {
    /// # Tiếng Việt
    /// Khoảng “10-12 ngày” được tính theo số lớn hơn; “1 tháng” được tính 30 ngày.
    ///
    /// # English
    /// A range such as “10-12 ngày” counts its upper bound; “1 tháng” counts 30 days.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,10-12 ngày,Quý III/2021,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "O323" "days-uncertain" Warning
    title:
        "Số ngày không chính xác"
        / "Days not exact",
    message:
        "“{0}” không phải là một số chính xác; tính {1} ngày."
        / "“{0}” is no exact number; {1} days count.",
    hint:
        "Ghi một số ngày khi đã biết chính xác."
        / "Write one number of days once it is known.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let doubtful = [
        NumberForm::Range,
        NumberForm::Approximate,
        NumberForm::Converted,
        NumberForm::ExcelDamage,
        NumberForm::Doubtful,
    ];
    if doubtful.contains(&at.row.days().form) {
        let text = at.text(at.texts.days).to_string();
        let value = at.row.days().halves.map_or_else(String::new, Days::display);
        report.cell(at, Field::Days, at.texts.days, [text, value]);
        report.suggest(at.row.days().halves.map(Days::display));
    }
}
