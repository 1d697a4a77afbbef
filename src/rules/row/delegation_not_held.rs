//! A delegation that did not travel.

use crate::model::section::Field;
use crate::model::value::Status;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Đoàn hoãn, hủy hoặc chuyển sang trực tuyến được liệt kê nhưng không tính vào bảng tổng hợp.
    ///
    /// # English
    /// Delegations that were postponed, cancelled or moved online are listed but excluded from the
    /// totals.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Ghi chú: Hủy do dịch Covid-19
    /// ```
    "D408" "delegation-not-held" Info
    title:
        "Đoàn hoãn, hủy hoặc trực tuyến"
        / "Postponed, cancelled or online",
    message:
        "Dòng cho biết đoàn {0}; không tính vào số liệu."
        / "The row says that the delegation was {1}; it is excluded from the totals.",
    hint:
        "Nếu đoàn vẫn thực hiện, sửa cột ghi chú hoặc kết quả."
        / "If it does take place, correct the notes or the result.",
    values: ["hủy", "cancelled"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if let Some(status) = context.row.status.filter(|status| status.is_not_held()) {
        let texts = context.texts;
        let said = [(Field::Status, texts.status), (Field::Notes, texts.notes)];
        let said = said.into_iter().find(|(_, text)| !text.is_empty());
        let (field, text) = said.unwrap_or((Field::Name, texts.name));
        let (vi, en) = match status {
            Status::Done => ("đã thực hiện", "held"),
            Status::Postponed => ("hoãn", "postponed"),
            Status::Cancelled => ("hủy", "cancelled"),
            Status::Online => ("chuyển sang trực tuyến", "held online"),
        };
        report.cell(context, field, text, [vi.to_string(), en.to_string()]);
    }
}
