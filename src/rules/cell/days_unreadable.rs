//! A days cell that is no number of days.

use crate::model::section::Field;
use crate::model::value::NumberForm;
use crate::rules::{Report, RowContext};
use crate::words::fill::digits;

rule! {
    /// # Tiếng Việt
    /// Ô số ngày có chữ không hiểu được. Dòng vẫn được tính, nhưng không có ngày người.
    ///
    /// # English
    /// The cell holds words that are no number of days. The row counts, but adds no person-days.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,vài hôm,Quý III/2021,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "O322" "days-unreadable" Warning
    title:
        "Số ngày không đọc được"
        / "Days unreadable",
    message:
        "“{0}” không phải là số ngày."
        / "“{0}” is no number of days.",
    hint:
        "Ghi một số, ví dụ 05 hoặc 0,5."
        / "Write one number, such as 05 or 0,5.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if matches!(
        at.row.days().form,
        NumberForm::Unreadable | NumberForm::Overflow
    ) {
        let text = at.text(at.texts.days).to_string();
        let digits = digits(&text);
        report.cell(at, Field::Days, at.texts.days, [text]);
        report.suggest(digits);
    }
}
