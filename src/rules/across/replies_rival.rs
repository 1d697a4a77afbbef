//! Two replies to one submission, of which nothing says which is the later.

use crate::model::dataset::Dataset;
use crate::model::finding::{Place, Scope};
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Hai tệp phản hồi trả lời một bản nộp; tên tệp (lần 2, v2, ngày) và các lần tổng hợp trước không cho biết
    /// tệp nào sau. Chỉ một tệp được tính.
    ///
    /// # English
    /// Two replies to one submission came back, and neither their names (lần 2, v2, a date) nor earlier runs say
    /// which is the later one. Only one of them counts.
    "L515" "replies-rival" Warning
    title:
        "Hai tệp trả lời một bản nộp"
        / "Two replies to one submission",
    message:
        "Tệp này và tệp {0} cùng trả lời một bản nộp; chỉ tệp {0} được tính."
        / "This file and {0} reply to one submission; only {0} is counted.",
    hint:
        "Nếu tệp này mới đúng, thêm “lan 2” vào tên tệp."
        / "If this is the right one add “lan 2” to its name.",
    values: ["2021/so-y-te/phan hoi lan 2.xlsx"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (at, file) in dataset.files.iter().enumerate() {
        let by = file.replied_by.filter(|_| file.doubts.unordered);
        if let Some(by) = by.and_then(|by| dataset.files.get(by as usize)) {
            let place = (Scope::File, Place::default());
            let values = [by.submission.path.clone()];
            report.across(Some(at as u32), Some(file.department), place, values);
        }
    }
}
