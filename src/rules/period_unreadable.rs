//! A period cell that is no quarter, month or date.

use crate::rules::{Report, RowContext};
use crate::model::finding::Scope;
use crate::model::value::PeriodForm;

rule! {
    /// # Tiếng Việt
    /// Ô thời gian có chữ không hiểu được. Văn bản gốc vẫn được giữ bên cạnh.
    ///
    /// # English
    /// The cell holds words that are no period. The text stays beside the value.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,xyz,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "O332" "period-unreadable" Warning
    title:
        "Thời gian không đọc được"
        / "Period unreadable",
    message:
        "“{0}” không đọc được thành quý, tháng hay ngày; tính là “chưa xác định”."
        / "“{0}” is no quarter, month or date; the row counts as unscheduled.",
    hint:
        "Ghi theo dạng Quý III/2021, Tháng 9/2021 hoặc 15-20/9/2021."
        / "Write Quý III/2021, Tháng 9/2021 or 15-20/9/2021.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if at.row.period.form == PeriodForm::Unreadable {
        let text = at.period_text();
        report.add(Scope::Row(at.index), at.period_place(), &text, [text.clone()]);
    }
}
