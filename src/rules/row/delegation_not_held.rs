//! A delegation that did not travel.

use crate::model::section::Field;
use crate::model::value::Status;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Đoàn hoãn, hủy hoặc chuyển sang trực tuyến được liệt kê nhưng không vào bảng tổng hợp.
    ///
    /// # English
    /// What was postponed, cancelled or held online is listed, but enters no summary.
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
        / "The row says that the delegation was {1}; it is in no figure.",
    hint:
        "Nếu đoàn vẫn thực hiện, sửa cột ghi chú hoặc kết quả."
        / "If it does take place, mend the notes or the result.",
    values: ["hủy", "cancelled"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if let Some(status) = at.row.status.filter(|status| status.is_not_held()) {
        let texts = at.texts;
        let said = [(Field::Status, texts.status), (Field::Notes, texts.notes)];
        let said = said.into_iter().find(|(_, text)| !text.is_empty());
        let (field, text) = said.unwrap_or((Field::Name, texts.name));
        let (vi, en) = match status {
            Status::Done => ("đã thực hiện", "held"),
            Status::Postponed => ("hoãn", "postponed"),
            Status::Cancelled => ("hủy", "cancelled"),
            Status::Online => ("chuyển sang trực tuyến", "held online"),
        };
        report.cell(at, field, text, [vi.to_string(), en.to_string()]);
    }
}
