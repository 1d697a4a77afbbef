//! An amount of which nothing says the unit.

use crate::model::value::MoneyForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Một con số không có đơn vị có thể là đồng, nghìn đồng hay triệu đồng. Số tiền không được đoán.
    ///
    /// # English
    /// A number without a unit may be đồng, thousands or millions. Amounts are never guessed.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú,Số tiền
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,,120
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú,Số tiền (triệu đồng)
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,,120
    /// ```
    "O352" "amount-without-unit" Warning
    title:
        "Số tiền thiếu đơn vị"
        / "Amount without a unit",
    message:
        "“{0}” không có đơn vị (đồng, triệu đồng…); không được tính."
        / "“{0}” has no unit (đồng, triệu đồng …) and does not count.",
    hint:
        "Ghi đơn vị trong ô hoặc ở đầu cột, ví dụ “Kinh phí (triệu đồng)”."
        / "Write the unit in the cell or in the heading, such as “Kinh phí (triệu đồng)”.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if at.row.money().form == MoneyForm::NoUnit {
        let (field, text) = at.amount_cell();
        report.cell(at, field, text, [at.text(text).to_string()]);
    }
}
