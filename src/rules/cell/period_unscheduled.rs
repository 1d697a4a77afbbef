//! A period that depends on a condition, or is not determined.

use crate::model::finding::Scope;
use crate::model::value::PeriodForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Thời gian còn phụ thuộc điều kiện (“sau khi hết dịch”, “theo thư mời”) hoặc chưa xác định. Đoàn
    /// được tính vào cột “chưa xác định”.
    ///
    /// # English
    /// The period depends on a condition (“after the epidemic”, “by invitation”) or is not determined.
    /// The delegation is counted as not scheduled.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện: Sau khi hết dịch
    /// ```
    "O338" "period-unscheduled" Warning
    title:
        "Chưa xác định thời gian"
        / "Period not determined",
    message:
        "“{0}” chưa cho biết quý; tính là “chưa xác định”."
        / "“{0}” does not say which quarter; the row is counted as not scheduled.",
    hint:
        "Báo lại khi đã biết quý hoặc tháng."
        / "Report the quarter or month once it is known.",
    values: ["Sau khi hết dịch"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if matches!(
        context.row.period.form,
        PeriodForm::Conditional | PeriodForm::Undetermined
    ) {
        let text = context.period_text();
        report.add(
            Scope::Row(context.index),
            context.period_place(),
            &text,
            [text.clone()],
        );
    }
}
