//! A file beyond the limit of size.

use crate::model::document::Unreadable;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Danh sách đoàn của một đơn vị chỉ có vài chục dòng; tệp lớn đến mức này thường do chèn ảnh hoặc
    /// do lỗi khi lưu.
    ///
    /// # English
    /// A department lists some dozens of delegations; a file of this size usually holds pictures or was
    /// damaged.
    "T103" "file-too-large" Error
    title:
        "Tệp quá lớn"
        / "File too large",
    message:
        "Tệp có {0} byte, vượt giới hạn {1} byte."
        / "The file has {0} bytes, more than the limit of {1}.",
    hint:
        "Bỏ hình ảnh và trang tính không liên quan, hoặc chia tệp, rồi gửi lại."
        / "Take out pictures and sheets that do not belong to it, or split it, and send it again.",
    values: ["73400320", "67108864"],
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    if let Some(Unreadable::TooLarge { bytes, limit }) = &at.file.unreadable {
        report.add(
            Scope::File,
            Place::default(),
            "",
            [bytes.to_string(), limit.to_string()],
        );
    }
}
