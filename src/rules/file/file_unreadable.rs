//! A file that is damaged, locked, or neither text nor a workbook.

use crate::model::document::Unreadable;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Tệp hỏng, có mật khẩu, hoặc không phải là văn bản hay bảng tính. Không số liệu nào của tệp được
    /// tính; đơn vị phải gửi lại.
    ///
    /// # English
    /// The file is damaged, protected by a password, or neither text nor a workbook. None of its
    /// figures are counted; the department must send it again.
    "T101" "file-unreadable" Error
    title:
        "Tệp không đọc được"
        / "File cannot be read",
    message:
        "Không đọc được tệp: {0}."
        / "The file cannot be read: {1}.",
    hint:
        "Mở tệp bằng Excel hoặc LibreOffice, lưu dưới dạng (Save As) .xlsx hoặc “CSV UTF-8”, rồi gửi lại."
        / "Open it in Excel or LibreOffice, save it as .xlsx or “CSV UTF-8”, and send it again.",
    values: ["bảng tính có mật khẩu", "the workbook is protected by a password"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let Some(reason) = &context.file.unreadable else {
        return;
    };
    let vi = match reason {
        Unreadable::Empty
        | Unreadable::TooLarge { .. }
        | Unreadable::Changing
        | Unreadable::Gone => return,
        Unreadable::Binary => "tệp nhị phân, không phải văn bản hay bảng tính".to_string(),
        Unreadable::Workbook(detail) => format!("không mở được bảng tính ({detail})"),
        Unreadable::CutOff => "tệp bị cắt cụt, hết trước phần cuối".to_string(),
        Unreadable::Password => "bảng tính có mật khẩu".to_string(),
        Unreadable::Io(detail) => format!("không mở được tệp ({detail})"),
    };
    report.add(Scope::File, Place::default(), "", [vi, reason.to_string()]);
}
