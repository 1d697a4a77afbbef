//! A row without a period.

use crate::model::finding::Scope;
use crate::model::value::PeriodForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Không có thời gian thì đoàn được tính vào cột “chưa xác định” của bảng theo quý.
    ///
    /// # English
    /// Without a period the delegation is counted as not scheduled in the table by quarter.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện:
    /// ```
    "O331" "period-missing" Warning
    title:
        "Thiếu thời gian"
        / "Period missing",
    message:
        "Không ghi thời gian; tính là “chưa xác định”."
        / "The period is missing; the row is counted as not scheduled.",
    hint:
        "Điền quý, tháng hoặc ngày, ví dụ Quý III/{0}."
        / "Fill in a quarter, month or dates, for example Quý III/{0}.",
    values: ["2021"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.row.period.form == PeriodForm::Missing {
        report.add(Scope::Row(context.index), context.period_place(), "", []);
        report.detail([context.row.year.to_string()]);
    }
}
