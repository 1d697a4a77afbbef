//! An amount of which nothing says the unit.

use crate::model::value::MoneyForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Một con số không có đơn vị có thể là đồng, nghìn đồng hay triệu đồng. Chương trình không đoán số
    /// tiền.
    ///
    /// # English
    /// A number without a unit may be đồng, thousands or millions. Amounts are never guessed.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số tiền: 120
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Số tiền (triệu đồng): 120
    /// ```
    "O352" "amount-without-unit" Warning
    title:
        "Số tiền thiếu đơn vị"
        / "Amount without a unit",
    message:
        "“{0}” không có đơn vị (đồng, triệu đồng…); không được tính."
        / "“{0}” has no unit (đồng, triệu đồng …) and is not counted.",
    hint:
        "Ghi đơn vị trong ô hoặc ở tiêu đề cột, ví dụ “Kinh phí (triệu đồng)”."
        / "Write the unit in the cell or in the heading, for example “Kinh phí (triệu đồng)”.",
    values: ["120"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.row.money().form == MoneyForm::NoUnit {
        let (field, text) = context.amount_cell();
        report.cell(context, field, text, [context.text(text).to_string()]);
    }
}
