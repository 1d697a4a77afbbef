//! A submission whose content changed after the figures were sealed.

use crate::model::dataset::Dataset;
use crate::model::frozen::AfterFreeze;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Tệp có nội dung khác với khi chốt. Số liệu vẫn tính theo nội dung đã chốt, được lưu cùng dấu chốt.
    ///
    /// # English
    /// The content of the file is another than when the figures were sealed. They keep counting what was
    /// sealed, a copy of which is kept with the seal.
    "L522" "submission-changed-after-seal" Warning
    title: "Tệp sửa sau chốt" / "Submission changed after the seal",
    message:
        "Nội dung tệp đã sửa sau khi chốt số liệu; số liệu vẫn theo nội dung đã chốt."
        / "The file was changed after the figures were sealed; they keep what was sealed.",
    hint:
        "Số liệu đã chốt giữ nguyên; muốn tính, mở lại bằng `tonghop freeze NĂM --reopen` rồi tổng hợp lại."
        / "The sealed figures stay; to count it, lift the seal with `tonghop freeze YEAR --reopen` and consolidate again.",
    check: Sealed(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    report.addenda(dataset, AfterFreeze::Changed);
}
