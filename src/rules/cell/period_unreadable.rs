//! A period cell that is no quarter, month or date.

use crate::model::finding::Scope;
use crate::model::value::PeriodForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô thời gian có chữ không hiểu được, hoặc ghi điều không thể có: quý 5, ngày 31/9, ngày về trước
    /// ngày đi, tháng 9 bên cạnh quý II. Chương trình không đoán; nguyên văn vẫn được giữ bên cạnh.
    ///
    /// # English
    /// The cell has text that is not a period, or something impossible: a fifth quarter, 31 September,
    /// a return before the departure, September beside the second quarter. Nothing is guessed; the
    /// original text is kept beside the value.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện: xyz
    /// ```
    "O332" "period-unreadable" Warning
    title:
        "Thời gian không đọc được"
        / "Period unreadable",
    message:
        "“{0}” không đọc được thành quý, tháng hay ngày; tính là “chưa xác định”."
        / "“{0}” is not a quarter, month or date; the row is counted as not scheduled.",
    hint:
        "Ghi theo dạng Quý III/{1}, Tháng 9/{1} hoặc 15-20/9/{1}."
        / "Write Quý III/{1}, Tháng 9/{1} or 15-20/9/{1}.",
    values: ["xyz", "2021"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.row.period.form == PeriodForm::Unreadable {
        let text = context.period_text();
        report.add(
            Scope::Row(context.index),
            context.period_place(),
            &text,
            [text.clone()],
        );
        report.detail([context.row.year.to_string()]);
    }
}
