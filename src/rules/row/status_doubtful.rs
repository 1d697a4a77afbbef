//! A note that speaks of something put off, called off or held online, and perhaps not of the delegation.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ghi chú hoặc kết quả nhắc đến hoãn, hủy, trực tuyến, không thực hiện nhưng không nói rõ là về cả đoàn. Đoàn vẫn được
    /// tính.
    ///
    /// # English
    /// The notes or the result speak of postponing, cancelling, meeting online or not travelling, and do not say plainly
    /// that it is the whole delegation. It counts.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Ghi chú: Đoàn trước bị hủy
    /// ```
    "D410" "status-doubtful" Warning
    title:
        "Chưa rõ đoàn có hoãn, hủy"
        / "Perhaps not held",
    message:
        "“{0}” nhắc đến hoãn, hủy, trực tuyến hoặc không thực hiện nhưng chưa rõ là về cả đoàn này; đoàn vẫn được tính."
        / "“{0}” speaks of postponing, cancelling, meeting online or not travelling, perhaps not of this whole delegation; it counts.",
    hint:
        "Nếu đoàn không thực hiện, ghi rõ “Đoàn đã hủy” hoặc “Đoàn hoãn”; nếu có, bỏ câu này khỏi ghi chú."
        / "If the delegation does not travel, write “Đoàn đã hủy” or “Đoàn hoãn”; if it does, take the words out.",
    values: ["Đoàn trước bị hủy"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.row.status_doubtful {
        let texts = context.texts;
        let said = [(Field::Notes, texts.notes), (Field::Status, texts.status)];
        let said = said.into_iter().find(|(_, text)| !text.is_empty());
        let (field, text) = said.unwrap_or((Field::Name, texts.name));
        report.cell(context, field, text, [context.text(text).to_string()]);
    }
}
