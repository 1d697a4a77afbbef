//! A note that names another quarter than the period.

use crate::model::section::Field;
use crate::rules::quarter_name;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ghi chú nói một quý, cột thời gian nói quý khác, ví dụ “Quý II” và “Dời sang quý IV”. Cột thời gian
    /// được tính; nếu đoàn đã dời, phải sửa cột này.
    ///
    /// # English
    /// The notes name one quarter and the period another, such as “Quý II” and “Dời sang quý IV”. The period
    /// counts; if the delegation was moved it has to be mended.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện: Quý II/2021
    /// Ghi chú: Dời sang quý IV
    /// ```
    "O339" "period-contradicted" Warning
    title:
        "Ghi chú nói quý khác"
        / "Notes name another quarter",
    message:
        "Ghi chú “{0}” nói {1}, cột thời gian nói {2}; tính theo cột thời gian."
        / "The note “{0}” says {3}, the period {4}; the period counts.",
    hint:
        "Sửa cột thời gian hoặc ghi chú cho khớp."
        / "Make the period and the notes agree.",
    values: ["Dời sang quý IV", "quý IV", "quý II", "quarter 4", "quarter 2"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let period = &at.row.period;
    if let Some(against) = period.against {
        let note = at.text(at.texts.notes).to_string();
        let ([note_vi, note_en], [vi, en]) = (quarter_name(against), quarter_name(period.class()));
        let values = [note, note_vi.to_string(), vi.to_string()];
        report.cell(at, Field::Notes, at.texts.notes, values);
        report.detail([note_en.to_string(), en.to_string()]);
    }
}
