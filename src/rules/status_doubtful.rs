//! A note that speaks of something put off, called off or held online, and perhaps not of the delegation.

use crate::rules::{Report, RowContext};
use crate::model::section::Field;

rule! {
    /// # Tiếng Việt
    /// Ghi chú nhắc đến hoãn, hủy hoặc trực tuyến nhưng không nói rõ là về đoàn. Đoàn vẫn được tính.
    ///
    /// # English
    /// The notes speak of postponing, cancelling or meeting online, and do not say plainly that it is the
    /// delegation. It counts.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,Đoàn trước bị hủy
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "D410" "status-doubtful" Warning
    title:
        "Chưa rõ đoàn có hoãn, hủy"
        / "Perhaps not held",
    message:
        "“{0}” nhắc đến hoãn, hủy hoặc trực tuyến nhưng chưa rõ là về đoàn này; đoàn vẫn được tính."
        / "“{0}” speaks of postponing, cancelling or meeting online, perhaps not of this delegation; it counts.",
    hint:
        "Nếu đoàn không thực hiện, ghi rõ “Đoàn đã hủy” hoặc “Đoàn hoãn”; nếu có, bỏ câu này khỏi ghi chú."
        / "If the delegation does not travel, write “Đoàn đã hủy” or “Đoàn hoãn”; if it does, take the words out.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if at.row.status_doubtful {
        let texts = at.texts;
        let said = [(Field::Notes, texts.notes), (Field::Status, texts.status)];
        let said = said.into_iter().find(|(_, text)| !text.is_empty());
        let (field, text) = said.unwrap_or((Field::Name, texts.name));
        report.cell(at, field, text, [at.text(text).to_string()]);
    }
}
