//! A returned answer without a table that the submission had.

use crate::model::dataset::{Dataset, FileRead};
use crate::model::finding::{Place, Scope};
use crate::rules::{Report, table_name};

rule! {
    /// # Tiếng Việt
    /// Tệp phản hồi gửi lại thay toàn bộ bản nộp mà nó trả lời. Nếu một bảng của bản nộp không còn
    /// trong tệp gửi lại (bị xóa, hoặc tiêu đề đã đổi thành bảng khác) thì các dòng của bảng đó không
    /// còn được tính; cần biết là cố ý hay nhầm.
    ///
    /// # English
    /// A returned answer replaces the whole submission that it answers. Where a table of the submission
    /// is not in it any more (deleted, or its heading now makes another table of it) the rows of that
    /// table count no longer; somebody should say whether that is meant.
    "L511" "answer-incomplete" Warning
    title:
        "Tệp gửi lại thiếu một bảng"
        / "Returned answer lacks a table",
    message:
        "Tệp gửi lại không có bảng {1} của tệp {0}; {3} dòng của bảng đó không còn được tính."
        / "The returned answer has no {2} of {0}; {3} rows of that table count no longer.",
    hint:
        "Nếu bảng bị xóa nhầm, đưa bảng trở lại và gửi lại; nếu đúng, ghi lý do."
        / "If the table was deleted by mistake put it back and send again; if it is right, say why.",
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for file in &dataset.files {
        let Some(by) = file.replied_by else { continue };
        let Some(answer) = dataset.files.get(by as usize) else { continue };
        let kept = answer.contained();
        for due in file.contained().into_iter().filter(|due| !kept.contains(due)) {
            let rows = file.delegations.iter().filter(|row| FileRead::due(row) == Some(due)).count();
            let [vi, en] = table_name(due);
            let values = [file.submission.path.clone(), vi.to_string(), en.to_string()];
            let place = (Scope::File, Place::default());
            report.across(Some(by), Some(answer.department), place, values);
            report.detail([rows.to_string()]);
        }
    }
}
