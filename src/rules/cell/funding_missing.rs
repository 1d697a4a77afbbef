//! A row without a budget source.

use crate::model::section::Field;
use crate::model::value::FundingForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Không có nguồn thì đoàn được tính vào “chưa rõ” của bảng theo nguồn kinh phí.
    ///
    /// # English
    /// Without a source the delegation is counted as unknown in the table by budget source.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Kinh phí:
    /// ```
    "O341" "funding-missing" Warning
    title:
        "Thiếu nguồn kinh phí"
        / "Budget source missing",
    message:
        "Không ghi nguồn kinh phí; tính là “chưa rõ”."
        / "The budget source is missing; the row is counted as unknown.",
    hint:
        "Điền nguồn, ví dụ NSNN, Ngân sách tỉnh, Tự túc, Phía bạn đài thọ."
        / "Fill in the source, for example State budget, Own funds, Self-funded, Paid by the partner.",
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let form = context.row.funding.form;
    if matches!(
        form,
        FundingForm::Missing | FundingForm::Undetermined | FundingForm::AmountOnly
    ) {
        report.cell(context, Field::Funding, context.texts.funding, []);
    }
}
