//! A file whose year no folder, title or option gives.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Không biết năm thì không biết kế hoạch và kết quả trong tệp thuộc năm nào; các dòng được trả
    /// lại.
    ///
    /// # English
    /// Without a year it is not known which years the plan and the results are for; the rows are
    /// returned.
    "T113" "year-unknown" Error
    title:
        "Không rõ năm của tệp"
        / "Year of the file unknown",
    message:
        "Không thư mục, tiêu đề hay tùy chọn nào cho biết tệp thuộc đợt của năm nào."
        / "No folder, title or option says which campaign year the file belongs to.",
    hint:
        ""
        / "",
    office:
        "Đặt tệp vào thư mục năm, ví dụ 2021/so-y-te/, hoặc chạy với --year."
        / "Put the file in a year folder such as 2021/so-y-te/, or run with --year.",
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    if context.file.undated && context.file.unreadable.is_none() && !context.file.secret {
        report.add(Scope::File, Place::default(), "", []);
    }
}
