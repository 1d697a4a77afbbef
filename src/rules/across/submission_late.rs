//! A file that a run on or after the deadline lacked.

use crate::model::dataset::Dataset;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Chỉ coi là trễ khi một lần tổng hợp vào hoặc sau ngày hạn chưa có tệp; thời điểm sửa tệp không
    /// được dùng.
    ///
    /// # English
    /// A file is late only if a run on or after the deadline lacked it; modification times are never
    /// used.
    "L506" "submission-late" Warning
    title:
        "Nộp trễ hạn"
        / "Submission late",
    message:
        "Tệp đến sau hạn: lần chạy trước, vào hoặc sau ngày hạn, chưa có tệp này."
        / "The file came late: an earlier run on or after the deadline lacked it.",
    hint:
        "Không cần sửa số liệu; ghi nhận việc nộp trễ."
        / "No figure is to be mended; the delay is on record.",
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (at, file) in dataset.files.iter().enumerate() {
        if file.late {
            let place = (Scope::File, Place::default());
            report.across(Some(at as u32), Some(file.department), place, []);
        }
    }
}
