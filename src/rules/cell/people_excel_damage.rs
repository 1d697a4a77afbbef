//! A range of people that Excel turned into a date.

use crate::model::section::Field;
use crate::model::value::NumberForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Gõ 5-7 vào Excel, ô thành 05-Jul hoặc 07-May. Khoảng số được khôi phục và nêu ra để kiểm tra.
    ///
    /// # English
    /// Typing 5-7 into Excel gives 05-Jul or 07-May. The range is restored and shown to be checked.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số người: 05-Jul
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Số người: 7
    /// ```
    "O314" "people-excel-damage" Warning
    title:
        "Excel đã đổi số người thành ngày tháng"
        / "Excel made a date of people",
    message:
        "“{0}” là ngày tháng do Excel đổi từ một khoảng số; tính {1} người."
        / "“{0}” is a date that Excel made of a range; {1} people count.",
    hint:
        "Định dạng ô là Văn bản (Text) rồi gõ lại khoảng số, ví dụ 5-7."
        / "Format the cell as Text and type the range again, such as 5-7.",
    values: ["05-Jul", "7"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if at.row.people().form == NumberForm::ExcelDamage {
        let text = at.text(at.texts.people).to_string();
        let value = at
            .row
            .people()
            .value
            .map_or_else(String::new, |people| people.to_string());
        report.cell(at, Field::People, at.texts.people, [text, value]);
        report.suggest(at.row.people().value.map(|people| format!("{people:02}")));
    }
}
