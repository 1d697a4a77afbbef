//! A folder or file that may not be opened: what is in it is not known.

use crate::model::dataset::Dataset;
use crate::model::submission::IgnoreReason;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Người chạy chương trình không có quyền mở thư mục hay tệp này. Báo cáo nằm trong đó, nếu có,
    /// không được tính; đơn vị đã nộp có thể bị ghi là chưa nộp.
    ///
    /// # English
    /// The user who runs the program may not open this folder or file. Reports in it are not counted,
    /// and a department that has sent them may be listed as missing.
    "T116" "folder-closed" Error
    title:
        "Thư mục không có quyền đọc"
        / "No permission to read the folder",
    message:
        "Không có quyền mở {0}; không biết trong đó có gì."
        / "No permission to open {0}; its content is unknown.",
    hint:
        ""
        / "",
    office:
        "Cho người chạy chương trình quyền đọc, rồi chạy lại; nếu cố ý thì đặt T116 = \"off\" trong tonghop.toml."
        / "Give the user who runs the program permission to read it and run again; if this is intended, set T116 = \"off\" in tonghop.toml.",
    values: ["2021/so-y-te"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (index, ignored) in dataset.ignored.iter().enumerate() {
        if ignored.reason == IgnoreReason::NotReadable {
            report.passed_over(index as u32, [ignored.path.clone()]);
        }
    }
}
