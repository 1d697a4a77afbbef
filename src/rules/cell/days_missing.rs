//! A row without days and without dates.

use crate::model::section::Field;
use crate::model::value::NumberForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Không có số ngày thì đoàn không được cộng vào tổng ngày công tác (người × ngày).
    ///
    /// # English
    /// Without days the delegation adds no person-days.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số ngày:
    /// ```
    "O321" "days-missing" Warning
    title:
        "Thiếu số ngày"
        / "Days missing",
    message:
        "Không có số ngày và không tính được từ ngày đi, ngày về."
        / "The number of days is missing and cannot be worked out from dates.",
    hint:
        "Điền số ngày, ví dụ 05, hoặc ngày đi và ngày về."
        / "Fill in the number of days, for example 05, or the first and last day.",
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let unknown = matches!(
        context.row.days().form,
        NumberForm::Missing | NumberForm::Undetermined
    );
    if unknown && context.row.days().halves.is_none() {
        report.cell(context, Field::Days, context.texts.days, []);
    }
}
