//! A submission whose content changed after the figures were frozen.

use crate::model::dataset::Dataset;
use crate::model::frozen::AfterFreeze;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Tệp có nội dung khác với khi chốt. Số liệu vẫn tính theo nội dung đã chốt; bản đó được lưu kèm.
    ///
    /// # English
    /// The content of the file differs from what was frozen. The figures still count the frozen
    /// content, of which a copy is kept.
    "L522" "submission-changed-after-freeze" Warning
    title:
        "Tệp sửa sau khi chốt số liệu"
        / "Changed after closing",
    message:
        "Nội dung tệp đã sửa sau khi chốt số liệu; số liệu vẫn theo nội dung đã chốt."
        / "The file was changed after the figures were frozen; they stay as frozen.",
    hint:
        "Số liệu đã chốt giữ nguyên."
        / "The frozen figures stay.",
    office:
        "Muốn tính, mở lại bằng `tonghop freeze NĂM --reopen` rồi tổng hợp lại."
        / "To count it, reopen the year with `tonghop freeze YEAR --reopen` and consolidate again.",
    check: Frozen(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    report.addenda(dataset, AfterFreeze::Changed);
}
