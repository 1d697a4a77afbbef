//! A file in an encoding from before Unicode.

use crate::model::document::ReadNote;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Chương trình nhận ra bảng mã TCVN3 (ABC), VNI hay windows-1258 nhờ các âm tiết trong tệp và đổi
    /// sang Unicode.
    ///
    /// # English
    /// TCVN3 (ABC), VNI and windows-1258 are recognised by the syllables in the file and converted to
    /// Unicode.
    "T106" "encoding-legacy" Info
    title:
        "Bảng mã cũ"
        / "Legacy encoding",
    message:
        "Tệp dùng bảng mã cũ {0}; đã đổi sang Unicode."
        / "The file is in the old encoding {0}; it was converted to Unicode.",
    hint:
        "Không cần làm gì. Lần sau nên lưu dưới dạng (Save As) .xlsx hoặc “CSV UTF-8”."
        / "Nothing to do. Next time, save as .xlsx or “CSV UTF-8”.",
    values: ["TCVN3 (ABC)"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let Some(document) = context.file.document() else {
        return;
    };
    // Where letters were lost there is nothing left to convert.
    let lost = document
        .notes
        .iter()
        .any(|note| matches!(note, ReadNote::LettersLost { .. }));
    if document.encoding.is_legacy() && !lost {
        report.add(
            Scope::File,
            Place::default(),
            "",
            [document.encoding.name().to_string()],
        );
    }
}
