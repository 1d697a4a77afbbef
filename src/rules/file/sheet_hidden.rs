//! A sheet that its author hid.

use crate::model::document::ReadNote;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Trang tính ẩn có thể chứa số liệu cũ mà người gửi không nhìn thấy. Số liệu của trang vẫn được
    /// đọc, nên cần biết là có trang ẩn.
    ///
    /// # English
    /// A hidden sheet may contain old figures that the sender does not see. It is read like any other,
    /// so people should know about it.
    "T110" "sheet-hidden" Info
    title:
        "Trang tính ẩn"
        / "Hidden sheet",
    message:
        "Trang tính “{0}” bị ẩn; vẫn được đọc."
        / "The sheet “{0}” is hidden; it was read anyway.",
    hint:
        "Nếu trang này không thuộc báo cáo, xóa trang và gửi lại."
        / "If the sheet is not part of the report, delete it and send the file again.",
    values: ["Sheet2"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let notes = context
        .file
        .document()
        .into_iter()
        .flat_map(|document| &document.notes);
    for note in notes {
        if let ReadNote::HiddenSheet { name } = note {
            report.add(Scope::File, Place::default(), "", [name.clone()]);
        }
    }
}
