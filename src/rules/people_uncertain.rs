//! A range or an estimate of people.

use crate::rules::{Report, RowContext};
use crate::model::section::Field;
use crate::model::value::NumberForm;

rule! {
    /// # Tiếng Việt
    /// Khoảng “5-7” được tính theo số lớn hơn; “khoảng 30” theo số nêu ra. Văn bản gốc vẫn được giữ bên
    /// cạnh.
    ///
    /// # English
    /// A range such as “5-7” counts its upper bound, “about 30” the number named. The text stays beside
    /// the value.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,5-7,05,Quý III/2021,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "O313" "people-uncertain" Warning
    title:
        "Số người không chính xác"
        / "People not exact",
    message:
        "“{0}” không phải là một số chính xác; tính {1} người."
        / "“{0}” is no exact number; {1} people count.",
    hint:
        "Ghi một số khi đã biết chính xác."
        / "Write one number once it is known.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if matches!(at.row.people().form, NumberForm::Range | NumberForm::Approximate | NumberForm::Doubtful) {
        let text = at.text(at.texts.people).to_string();
        let value = at.row.people().value.map_or_else(String::new, |people| people.to_string());
        report.cell(at, Field::People, at.texts.people, [text, value]);
        report.suggest(at.row.people().value.map(|people| format!("{people:02}")));
    }
}
