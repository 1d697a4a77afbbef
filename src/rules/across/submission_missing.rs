//! A required table that has not come, after the deadline.

use crate::model::dataset::Dataset;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::Report;
use crate::rules::table_name;

rule! {
    /// # Tiếng Việt
    /// Đơn vị thuộc đối tượng báo cáo nhưng chưa có tệp nào chứa bảng này, kể cả báo cáo không phát
    /// sinh.
    ///
    /// # English
    /// The register says that the department must send this table, but none of its files has the table
    /// or says that there are no delegations.
    "L504" "submission-missing" Warning
    title:
        "Chưa nộp"
        / "Submission missing",
    message:
        "{0} chưa nộp {1}; đã quá hạn."
        / "{0} has not sent the {2}; the deadline has passed.",
    hint:
        "Gửi bảng này; nếu không có đoàn, gửi báo cáo ghi rõ “Không có”."
        / "Send this table; if there are no delegations, send a report that says “Không có” (none).",
    office:
        "Đôn đốc đơn vị."
        / "Remind the department.",
    values: ["Sở Y tế", "kế hoạch đoàn ra", "outbound plan"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    if dataset.after_deadline == Some(true) {
        awaited(dataset, report);
    }
}

/// A finding for each table that is owed and has not come.
pub fn awaited(dataset: &Dataset, report: &mut Report) {
    for (department, due) in dataset.missing() {
        let name = dataset.departments[department as usize].name.clone();
        let [vi, en] = table_name(due);
        let place = (Scope::File, Place::default());
        report.across(
            None,
            Some(department),
            place,
            [name, vi.to_string(), en.to_string()],
        );
    }
}
