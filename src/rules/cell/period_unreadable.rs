//! A period cell that is no quarter, month or date.

use crate::model::finding::Scope;
use crate::model::value::PeriodForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô thời gian có chữ không hiểu được, hoặc ghi điều không thể có: quý 5, ngày 31/9, ngày về trước
    /// ngày đi, tháng 9 bên cạnh quý II. Không đoán thay đơn vị; văn bản gốc vẫn được giữ bên cạnh.
    ///
    /// # English
    /// The cell holds words that are no period, or what cannot be: a fifth quarter, 31 September, a
    /// return before the departure, September beside the second quarter. Nothing is guessed; the text
    /// stays beside the value.
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
        / "“{0}” is no quarter, month or date; the row counts as unscheduled.",
    hint:
        "Ghi theo dạng Quý III/2021, Tháng 9/2021 hoặc 15-20/9/2021."
        / "Write Quý III/2021, Tháng 9/2021 or 15-20/9/2021.",
    values: ["xyz"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if at.row.period.form == PeriodForm::Unreadable {
        let text = at.period_text();
        report.add(
            Scope::Row(at.index),
            at.period_place(),
            &text,
            [text.clone()],
        );
    }
}
