//! A row without days and without dates.

use crate::model::section::Field;
use crate::model::value::NumberForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Không có số ngày thì đoàn không được tính ngày người.
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
        / "The number of days is missing and cannot be counted from dates.",
    hint:
        "Điền số ngày, ví dụ 05, hoặc ngày đi và ngày về."
        / "Fill in the days, such as 05, or the first and the last day.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let unknown = matches!(
        at.row.days().form,
        NumberForm::Missing | NumberForm::Undetermined
    );
    if unknown && at.row.days().halves.is_none() {
        report.cell(at, Field::Days, at.texts.days, []);
    }
}
