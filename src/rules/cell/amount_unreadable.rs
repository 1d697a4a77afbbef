//! An amount that cannot be read.

use crate::model::value::MoneyForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô kinh phí có chữ không hiểu được, hoặc là ngoại tệ khác đô la Mỹ. Không số tiền nào được tính
    /// cho dòng này.
    ///
    /// # English
    /// The cell holds words that are no amount, or a currency other than the US dollar. No amount
    /// counts for this row.
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
        "Số tiền không dùng được"
        / "Amount not usable",
    message:
        "“{0}” không đọc được thành số tiền."
        / "“{0}” could not be read as an amount.",
    hint:
        "Ghi số tiền kèm đơn vị, ví dụ 150 triệu đồng."
        / "Write the amount with its unit, such as 150 triệu đồng.",
    values: ["abc xyz"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if matches!(
        at.row.money().form,
        MoneyForm::Unreadable | MoneyForm::OtherCurrency
    ) {
        let (field, text) = at.amount_cell();
        report.cell(at, field, text, [at.text(text).to_string()]);
    }
}
