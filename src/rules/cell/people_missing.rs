//! A row without a number of people.

use crate::model::section::Field;
use crate::model::value::NumberForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Không có số người thì đoàn chỉ được tính là một đoàn, không có lượt người và tổng ngày công tác
    /// (người × ngày).
    ///
    /// # English
    /// Without people the delegation is counted only as a delegation; it adds no people and no
    /// person-days.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số người:
    /// ```
    "O311" "people-missing" Warning
    title:
        "Thiếu số người"
        / "People missing",
    message:
        "Không có số người; cần một số nguyên."
        / "The number of people is missing; a whole number is expected.",
    hint:
        "Điền số người của đoàn, ví dụ 08."
        / "Fill in the number of people, for example 08.",
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if matches!(
        context.row.people().form,
        NumberForm::Missing | NumberForm::Undetermined
    ) {
        report.cell(context, Field::People, context.texts.people, []);
    }
}
