//! A period that speaks of several times.

use crate::model::finding::Scope;
use crate::model::value::PeriodForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Đoàn “mỗi quý 01 lần” không được tự nhân lên; chỉ tính một đoàn cho đến khi đơn vị ghi rõ.
    ///
    /// # English
    /// “Mỗi quý 01 lần” (once every quarter) is not multiplied automatically; it counts as one
    /// delegation until the department is more specific.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện: Mỗi quý 01 lần
    /// ```
    "O335" "period-recurring" Warning
    title:
        "Đoàn lặp lại nhiều lần"
        / "Recurring delegation",
    message:
        "“{0}” nói về nhiều lần; tính một đoàn."
        / "“{0}” means several times; one delegation is counted.",
    hint:
        "Ghi mỗi lần một dòng, hoặc ghi số đoàn, ví dụ 04 đoàn/32 người."
        / "Write one row for each time, or the number of delegations, for example 04 đoàn/32 người.",
    values: ["Mỗi quý 01 lần"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.row.period.form == PeriodForm::Recurring {
        let text = context.period_text();
        report.add(
            Scope::Row(context.index),
            context.period_place(),
            &text,
            [text.clone()],
        );
    }
}
