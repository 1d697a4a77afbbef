//! Exact dates that cross the end of a quarter.

use crate::model::finding::Scope;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Đoàn đi từ quý này sang quý sau được tính một lần, ở quý của ngày đầu tiên.
    ///
    /// # English
    /// A delegation that travels from one quarter into the next is counted once, in the quarter of its
    /// first day.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện: 28/9-02/10/2021
    /// ```
    "O334" "period-crosses-quarter" Warning
    title:
        "Thời gian kéo dài sang quý sau"
        / "Dates run into the next quarter",
    message:
        "“{0}” kéo dài sang quý sau; tính vào quý của ngày đầu."
        / "“{0}” runs into the next quarter; the row is counted in the quarter of its first day.",
    hint:
        "Không cần sửa nếu ngày đúng."
        / "Nothing to do if the dates are right.",
    values: ["28/9-02/10/2021"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.row.period.crosses_quarter {
        let text = context.period_text();
        report.add(
            Scope::Row(context.index),
            context.period_place(),
            &text,
            [text.clone()],
        );
    }
}
