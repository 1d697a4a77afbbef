//! A range of people that Excel turned into a date.

use crate::model::section::Field;
use crate::model::value::NumberForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Gõ 5-7 vào Excel, ô thành 05-Jul hoặc 07-May. Khoảng số được khôi phục và nêu ra để kiểm tra.
    ///
    /// # English
    /// Typing 5-7 into Excel gives 05-Jul or 07-May. The range is restored and listed for checking.
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
        / "People turned into a date by Excel",
    message:
        "“{0}” là ngày tháng do Excel đổi từ một khoảng số; tính {1} người."
        / "“{0}” is a date that Excel made from a range; {1} people are counted.",
    hint:
        "Định dạng ô là Văn bản (Text) rồi gõ lại khoảng số, ví dụ 5-7."
        / "Format the cell as Text and type the range again, for example 5-7.",
    values: ["05-Jul", "7"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.row.people().form == NumberForm::ExcelDamage {
        let text = context.text(context.texts.people).to_string();
        let value = context
            .row
            .people()
            .value
            .map_or_else(String::new, |people| people.to_string());
        report.cell(context, Field::People, context.texts.people, [text, value]);
        let range = context.row.people().low.zip(context.row.people().value);
        report.suggest(range.map(|(low, high)| format!("{low}-{high}")));
    }
}
