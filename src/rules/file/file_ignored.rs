//! A file that is no submission.

use super::document_unread;
use crate::model::dataset::Dataset;
use crate::model::submission::IgnoreReason;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Tệp ẩn, tệp khóa, tệp hệ thống và tệp không phải bảng tính hay văn bản chỉ được liệt kê, không
    /// được đọc.
    ///
    /// # English
    /// Hidden files, lock files, system files and files that are neither workbooks nor text are listed
    /// but not read.
    "T114" "file-ignored" Info
    title:
        "Tệp không được đọc"
        / "File not read",
    message:
        "Tệp {0} không được đọc: {1}."
        / "The file {0} was not read: {2}.",
    hint:
        "Nếu là báo cáo, lưu dưới dạng (Save As) .xlsx hoặc “CSV UTF-8”; nếu không, bỏ qua."
        / "If it is a report, save it as .xlsx or “CSV UTF-8”; otherwise nothing to do.",
    values: ["2021/so-y-te/ảnh.jpg", "không phải bảng tính hay văn bản", "neither a workbook nor text"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (index, ignored) in dataset.ignored.iter().enumerate() {
        // Not by its nature, or all that there is: other rules ask for them.
        if ignored.reason == IgnoreReason::NotReadable || document_unread::asks(dataset, ignored) {
            continue;
        }
        let [vi, en] = ignored.reason.words();
        let values = [ignored.path.clone(), vi.to_string(), en.to_string()];
        report.passed_over(index as u32, values);
    }
}
