//! A file without content.

use crate::model::document::{Document, Unreadable};
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Một tệp rỗng không phải là báo cáo “không phát sinh”: có thể nội dung bị mất khi lưu hoặc khi
    /// gửi.
    ///
    /// # English
    /// An empty file is not a report that there are no delegations: its content may have been lost when
    /// it was saved or sent.
    ///
    /// # Sai · Wrong
    /// ```csv
    ///
    ///
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// Nội dung
    /// TT,Không có
    /// ```
    "T102" "file-empty" Error
    title:
        "Tệp rỗng"
        / "Empty file",
    message:
        "Tệp không có nội dung."
        / "The file is empty.",
    hint:
        "Nếu không có đoàn nào, ghi “Không có” dưới mục I. ĐOÀN RA và II. ĐOÀN VÀO; nếu có, gửi lại tệp đầy đủ."
        / "If there are no delegations, write “Không có” (none) under the title of each table; otherwise send the full file again.",
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let blank = |document: &Document| document.text.chars().all(char::is_whitespace);
    let empty = context.file.unreadable == Some(Unreadable::Empty);
    if empty || context.file.document().is_some_and(blank) {
        report.add(Scope::File, Place::default(), "", []);
    }
}
