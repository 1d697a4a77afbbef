//! An amount that cannot be read.

use crate::model::value::MoneyForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô kinh phí có chữ không hiểu được, hoặc là ngoại tệ khác đô la Mỹ. Dòng này không được tính số
    /// tiền.
    ///
    /// # English
    /// The cell has text that is not an amount, or a currency other than the US dollar. No amount is
    /// counted for this row.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số tiền (triệu đồng): abc xyz
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Số tiền (triệu đồng): 120
    /// ```
    "O351" "amount-unreadable" Warning
    title:
        "Số tiền không đọc được"
        / "Amount unreadable",
    message:
        "“{0}” không đọc được thành số tiền."
        / "“{0}” could not be read as an amount.",
    hint:
        "Ghi số tiền kèm đơn vị, ví dụ 150 triệu đồng."
        / "Write the amount with its unit, for example 150 triệu đồng.",
    values: ["abc xyz"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if matches!(
        context.row.money().form,
        MoneyForm::Unreadable | MoneyForm::OtherCurrency
    ) {
        let (field, text) = context.amount_cell();
        report.cell(context, field, text, [context.text(text).to_string()]);
    }
}
