//! A people cell that is no number.

use crate::model::section::Field;
use crate::model::value::NumberForm;
use crate::rules::{Report, RowContext};
use crate::words::fill::digits;

rule! {
    /// # Tiếng Việt
    /// Ô số người có chữ không hiểu được. Dòng vẫn được tính, nhưng không có lượt người.
    ///
    /// # English
    /// The cell holds words that are no number. The row counts, but adds no people.
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
        / "“{0}” is no number of people; a whole number is expected.",
    hint:
        "Ghi một số, ví dụ 08; phần giải thích để ở cột ghi chú."
        / "Write one number, such as 08; explanations belong into the notes.",
    values: ["đông người"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if matches!(
        at.row.people().form,
        NumberForm::Unreadable | NumberForm::Overflow
    ) {
        let text = at.text(at.texts.people).to_string();
        let digits = digits(&text);
        report.cell(at, Field::People, at.texts.people, [text]);
        report.suggest(digits);
    }
}
