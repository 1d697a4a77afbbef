//! A period that a note narrowed.

use crate::model::section::Field;
use crate::rules::quarter_name;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ghi chú thu hẹp thời gian, ví dụ “Dự kiến tháng 7”, được dùng thay cho thời gian rộng hơn ở cột
    /// thời gian.
    ///
    /// # English
    /// A note that narrows the period, such as “Dự kiến tháng 7” (expected in July), is used instead of
    /// the wider one in its column.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện: Quý II-III/2021
    /// Ghi chú: Dự kiến tháng 7
    /// ```
    "O337" "period-from-note" Info
    title:
        "Thời gian lấy từ ghi chú"
        / "Period taken from the notes",
    message:
        "Ghi chú “{0}” cho biết thời gian: {1}."
        / "The note “{0}” gives the period: {2}.",
    hint:
        "Nên ghi thời gian vào cột thời gian."
        / "Write the period in its own column.",
    values: ["Dự kiến tháng 7", "quý III", "quarter 3"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.row.period.from_note {
        let note = context.text(context.texts.notes).to_string();
        let [vi, en] = quarter_name(context.row.period.class());
        let values = [note, vi.to_string(), en.to_string()];
        report.cell(context, Field::Notes, context.texts.notes, values);
    }
}
