//! A people cell that is no number.

use super::digits::digits;
use crate::model::section::Field;
use crate::model::value::NumberForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô số người có chữ không hiểu được. Dòng vẫn được tính, nhưng không có lượt người.
    ///
    /// # English
    /// The cell has text that is not a number. The row is counted, but adds no people.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số người: đông người
    /// ```
    "O312" "people-unreadable" Warning
    title:
        "Số người không đọc được"
        / "People unreadable",
    message:
        "“{0}” không phải là số người; cần một số nguyên."
        / "“{0}” is not a number of people; a whole number is expected.",
    hint:
        "Ghi một số, ví dụ 08; phần giải thích ghi ở cột ghi chú."
        / "Write one number, for example 08; explanations go in the notes.",
    values: ["đông người"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if matches!(
        context.row.people().form,
        NumberForm::Unreadable | NumberForm::Overflow
    ) {
        let text = context.text(context.texts.people).to_string();
        let digits = digits(&text);
        report.cell(context, Field::People, context.texts.people, [text]);
        report.suggest(digits);
    }
}
