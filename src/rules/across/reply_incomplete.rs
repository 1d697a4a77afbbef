//! A reply without a table that the submission had.

use crate::model::dataset::{Dataset, FileRead};
use crate::model::finding::{Place, Scope};
use crate::rules::{Report, table_name};

rule! {
    /// # Tiếng Việt
    /// Tệp phản hồi gửi lại thay toàn bộ báo cáo trước của đơn vị. Nếu một bảng của báo cáo đó không
    /// còn trong tệp gửi lại (bị xóa, hoặc tiêu đề đã đổi thành bảng khác) thì các dòng của bảng không
    /// còn được tính; cần biết là cố ý hay nhầm.
    ///
    /// # English
    /// A reply (feedback that was sent back) replaces the whole submission that it is about. If it
    /// lacks a table of that submission (deleted, or its title now makes it another table), the rows of
    /// that table are no longer counted; somebody should say whether that is intended.
    "L511" "reply-incomplete" Warning
    title:
        "Tệp gửi lại thiếu một bảng"
        / "Reply lacks a table",
    message:
        "Tệp gửi lại không có bảng {1} của tệp {0}; {3} dòng của bảng đó không còn được tính."
        / "The reply lacks the {2} of {0}; {3} rows of that table are no longer counted.",
    hint:
        "Nếu bảng bị xóa nhầm, đưa bảng trở lại và gửi lại; nếu đúng, ghi lý do."
        / "If the table was deleted by mistake, put it back and send the file again; if it is intended, give a reason.",
    values: ["2021/so-y-te/ke hoach.csv", "kế hoạch đoàn ra", "outbound plan", "6"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for file in &dataset.files {
        let Some(by) = file.replied_by else { continue };
        let Some(answer) = dataset.files.get(by as usize) else {
            continue;
        };
        let kept = answer.contained();
        for due in file
            .contained()
            .into_iter()
            .filter(|due| !kept.contains(due))
        {
            let rows = file
                .delegations
                .iter()
                .filter(|row| FileRead::due(row) == Some(due))
                .count();
            let [vi, en] = table_name(due);
            let values = [file.submission.path.clone(), vi.to_string(), en.to_string()];
            let place = (Scope::File, Place::default());
            report.across(Some(by), Some(answer.department), place, values);
            report.detail([rows.to_string()]);
        }
    }
}
