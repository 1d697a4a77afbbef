//! A file that no folder, title or option dates.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Không biết năm thì không biết kế hoạch và kết quả của tệp thuộc năm nào; các dòng được trả lại.
    ///
    /// # English
    /// Without a year nobody knows of which years its plan and its results are; its rows go back.
    "T113" "year-unknown" Error
    title:
        "Không rõ năm của tệp"
        / "Year of the file unknown",
    message:
        "Không thư mục, tiêu đề hay tùy chọn nào cho biết tệp thuộc đợt của năm nào."
        / "No folder, title or option says which year’s campaign the file belongs to.",
    hint:
        "Đặt tệp vào thư mục năm, ví dụ 2021/so-y-te/, hoặc chạy với --year."
        / "Put the file below a year folder such as 2021/so-y-te/, or run with --year.",
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    if at.file.undated && at.file.unreadable.is_none() && !at.file.secret {
        report.add(Scope::File, Place::default(), "", []);
    }
}
