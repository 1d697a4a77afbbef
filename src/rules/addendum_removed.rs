//! A submission that is gone since the figures were sealed.

use crate::model::dataset::Dataset;
use crate::model::frozen::AfterFreeze;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Tệp đã có khi chốt số liệu nay không còn. Số liệu vẫn tính theo nội dung đã chốt, được lưu cùng dấu chốt.
    ///
    /// # English
    /// A file that was there when the figures were sealed is gone. They keep counting what was sealed, a
    /// copy of which is kept with the seal.
    "L523" "submission-gone-after-seal" Warning
    title: "Tệp mất sau chốt" / "Submission gone after the seal",
    message:
        "Tệp không còn sau khi chốt số liệu; số liệu vẫn theo nội dung đã chốt."
        / "The file is gone since the figures were sealed; they keep what was sealed.",
    hint:
        "Số liệu đã chốt giữ nguyên; muốn tính, mở lại bằng `tonghop freeze NĂM --reopen` rồi tổng hợp lại."
        / "The sealed figures stay; to count it, lift the seal with `tonghop freeze YEAR --reopen` and consolidate again.",
    check: Sealed(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    report.addenda(dataset, AfterFreeze::Removed);
}
