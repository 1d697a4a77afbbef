//! A file beyond the limit of size.

use crate::model::document::Unreadable;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Danh sách đoàn của một đơn vị chỉ có vài chục dòng; tệp lớn đến mức này thường do chèn hình ảnh
    /// hoặc do lỗi khi lưu.
    ///
    /// # English
    /// A department lists a few dozen delegations; a file of this size usually contains pictures or was
    /// damaged when saved.
    "T103" "file-too-large" Error
    title:
        "Tệp quá lớn"
        / "File too large",
    message:
        "Tệp có {0} byte, vượt giới hạn {1} byte."
        / "The file has {0} bytes; the limit is {1}.",
    hint:
        "Bỏ hình ảnh và trang tính không liên quan, hoặc chia tệp, rồi gửi lại."
        / "Remove pictures and sheets that do not belong to the report, or split the file, and send it again.",
    values: ["73400320", "67108864"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    if let Some(Unreadable::TooLarge { bytes, limit }) = &context.file.unreadable {
        report.add(
            Scope::File,
            Place::default(),
            "",
            [bytes.to_string(), limit.to_string()],
        );
    }
}
