//! A file that was missing in a run on or after the deadline.

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
    /// A file is late only if it was missing in a run on or after the deadline; modification times are
    /// never used.
    "L506" "submission-late" Warning
    title:
        "Nộp trễ hạn"
        / "Late submission",
    message:
        "Tệp đến sau hạn: lần chạy trước, vào hoặc sau ngày hạn, chưa có tệp này."
        / "The file came late: it was not there in an earlier run on or after the deadline.",
    hint:
        "Không cần sửa số liệu; ghi nhận việc nộp trễ."
        / "No figures need correcting; the delay is recorded.",
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (index, file) in dataset.files.iter().enumerate() {
        if file.late {
            let place = (Scope::File, Place::default());
            report.across(Some(index as u32), Some(file.department), place, []);
        }
    }
}
