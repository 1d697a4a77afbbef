//! A submission that is gone since the figures were frozen.

use crate::model::dataset::Dataset;
use crate::model::frozen::AfterFreeze;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Tệp đã có khi chốt số liệu nay không còn. Số liệu vẫn tính theo nội dung đã chốt; bản đó được
    /// lưu kèm.
    ///
    /// # English
    /// A file that was there when the figures were frozen is gone. The figures still count the frozen
    /// content, of which a copy is kept.
    "L523" "submission-gone-after-freeze" Warning
    title:
        "Tệp không còn sau khi chốt số liệu"
        / "Gone after closing",
    message:
        "Tệp không còn sau khi chốt số liệu; số liệu vẫn theo nội dung đã chốt."
        / "The file is gone since the figures were frozen; they stay as frozen.",
    hint:
        "Số liệu đã chốt giữ nguyên."
        / "The frozen figures stay.",
    office:
        "Muốn tính, mở lại bằng `tonghop freeze NĂM --reopen` rồi tổng hợp lại."
        / "To count it, reopen the year with `tonghop freeze YEAR --reopen` and consolidate again.",
    check: Frozen(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    report.addenda(dataset, AfterFreeze::Removed);
}
