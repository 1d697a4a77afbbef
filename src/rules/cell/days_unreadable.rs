//! A days cell that is no number of days.

use crate::model::section::Field;
use crate::model::value::NumberForm;
use crate::rules::{Report, RowContext};
use crate::words::fill::digits;

rule! {
    /// # Tiếng Việt
    /// Ô số ngày có chữ không hiểu được. Dòng vẫn được tính, nhưng không có ngày người.
    ///
    /// # English
    /// The cell holds words that are no number of days. The row counts, but adds no person-days.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số ngày: vài hôm
    /// ```
    "O322" "days-unreadable" Warning
    title:
        "Số ngày không đọc được"
        / "Days unreadable",
    message:
        "“{0}” không phải là số ngày."
        / "“{0}” is no number of days.",
    hint:
        "Ghi một số, ví dụ 05 hoặc 0,5."
        / "Write one number, such as 05 or 0,5.",
    values: ["vài hôm"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if matches!(
        at.row.days().form,
        NumberForm::Unreadable | NumberForm::Overflow
    ) {
        let text = at.text(at.texts.days).to_string();
        let digits = digits(&text);
        report.cell(at, Field::Days, at.texts.days, [text]);
        report.suggest(digits);
    }
}
