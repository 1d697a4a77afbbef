//! A days cell that is no number of days.

use super::digits::digits;
use crate::model::section::Field;
use crate::model::value::NumberForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô số ngày có chữ không hiểu được. Dòng vẫn được tính, nhưng không cộng vào tổng ngày công tác.
    ///
    /// # English
    /// The cell has text that is not a number of days. The row is counted, but adds no person-days.
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
        / "“{0}” is not a number of days.",
    hint:
        "Ghi một số, ví dụ 05 hoặc 0,5."
        / "Write one number, for example 05 or 0,5.",
    values: ["vài hôm"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if matches!(
        context.row.days().form,
        NumberForm::Unreadable | NumberForm::Overflow
    ) {
        let text = context.text(context.texts.days).to_string();
        let digits = digits(&text);
        report.cell(context, Field::Days, context.texts.days, [text]);
        report.suggest(digits);
    }
}
