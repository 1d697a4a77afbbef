//! Exact dates that cross the end of a quarter.

use crate::model::finding::Scope;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Đoàn đi từ quý này sang quý sau được tính một lần, ở quý của ngày đầu tiên.
    ///
    /// # English
    /// A delegation that travels from one quarter into the next counts once, in the quarter of its
    /// first day.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện: 28/9-02/10/2021
    /// ```
    "O334" "period-crosses-quarter" Warning
    title:
        "Thời gian vắt qua hai quý"
        / "Dates cross a quarter",
    message:
        "“{0}” vắt qua hai quý; tính vào quý của ngày đầu."
        / "“{0}” crosses the end of a quarter; the row counts in the quarter of its first day.",
    hint:
        "Không cần sửa nếu ngày đúng."
        / "Nothing to mend if the dates are right.",
    values: ["28/9-02/10/2021"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if at.row.period.crosses_quarter {
        let text = at.period_text();
        report.add(
            Scope::Row(at.index),
            at.period_place(),
            &text,
            [text.clone()],
        );
    }
}
