//! A note that names another quarter than the period.

use crate::model::section::Field;
use crate::rules::quarter_name;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ghi chú ghi một quý, cột thời gian ghi quý khác, ví dụ “Quý II” và “Dời sang quý IV”. Số liệu
    /// tính theo cột thời gian; nếu đoàn đã dời, phải sửa cột này.
    ///
    /// # English
    /// The notes give one quarter and the period another, such as “Quý II” and “Dời sang quý IV” (moved
    /// to quarter 4). The period is used; if the delegation was moved, correct it.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện: Quý II/2021
    /// Ghi chú: Dời sang quý IV
    /// ```
    "O339" "period-contradicted" Warning
    title:
        "Ghi chú ghi quý khác"
        / "Notes give another quarter",
    message:
        "Ghi chú “{0}” ghi {1}, cột thời gian ghi {2}; tính theo cột thời gian."
        / "The note “{0}” says {3}, the period says {4}; the period is used.",
    hint:
        "Sửa cột thời gian hoặc ghi chú cho khớp."
        / "Make the period and the notes agree.",
    values: ["Dời sang quý IV", "quý IV", "quý II", "quarter 4", "quarter 2"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let period = &context.row.period;
    if let Some(against) = period.against {
        let note = context.text(context.texts.notes).to_string();
        let ([note_vi, note_en], [vi, en]) = (quarter_name(against), quarter_name(period.class()));
        let values = [note, note_vi.to_string(), vi.to_string()];
        report.cell(context, Field::Notes, context.texts.notes, values);
        report.detail([note_en.to_string(), en.to_string()]);
    }
}
