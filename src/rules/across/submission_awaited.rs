//! A required table that has not come yet.

use super::submission_missing;
use crate::model::dataset::Dataset;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Danh sách nhắc: các bảng phải nộp mà chưa có, khi chưa đến hạn hoặc chưa đặt hạn nộp.
    ///
    /// # English
    /// A list of reminders: tables that have not been sent yet, before the deadline or where no
    /// deadline is set.
    "L505" "submission-awaited" Info
    title:
        "Chờ nộp"
        / "Submission awaited",
    message:
        "{0} chưa nộp {1}; chưa đến hạn."
        / "{0} has not sent the {2} yet.",
    hint:
        "Gửi bảng này; nếu không có đoàn, gửi báo cáo ghi rõ “Không có”."
        / "Send this table; if there are no delegations, send a report that says “Không có” (none).",
    office:
        "Nhắc đơn vị trước hạn."
        / "Remind the department before the deadline.",
    values: ["Sở Y tế", "kế hoạch đoàn ra", "outbound plan"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    if dataset.after_deadline != Some(true) {
        submission_missing::awaited(dataset, report);
    }
}
