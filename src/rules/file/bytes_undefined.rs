//! Bytes that are no letter of the encoding.

use crate::model::document::ReadNote;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Một vài byte không ứng với chữ nào; ở đó có ký tự thay thế. Thường do tệp được ghép từ nhiều
    /// nguồn hoặc hỏng khi truyền.
    ///
    /// # English
    /// Some bytes are no character in this encoding and were replaced. Usually the file was joined from
    /// several sources or damaged in transfer.
    "T109" "bytes-undefined" Warning
    title:
        "Ký tự không có trong bảng mã"
        / "Bytes outside the encoding",
    message:
        "{0} ký tự không thuộc bảng mã của tệp (ký tự đầu ở dòng {line})."
        / "{0} bytes are not valid in the file’s encoding (the first is on line {line}).",
    hint:
        "Mở tệp gốc, lưu dưới dạng (Save As) .xlsx hoặc “CSV UTF-8”, rồi gửi lại."
        / "Open the original, save it as .xlsx or “CSV UTF-8”, and send it again.",
    values: ["3"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let notes = context
        .file
        .document()
        .into_iter()
        .flat_map(|document| &document.notes);
    for note in notes {
        if let ReadNote::UndefinedBytes { line, count } | ReadNote::NulBytes { line, count } = note
        {
            let place = Place {
                line: *line,
                ..Place::default()
            };
            report.add(Scope::File, place, "", [count.to_string()]);
        }
    }
}
