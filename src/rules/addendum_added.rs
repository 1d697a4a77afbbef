//! A submission that came after the figures were sealed.

use crate::model::dataset::Dataset;
use crate::model::frozen::AfterFreeze;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Số liệu của năm đã chốt. Tệp gửi sau khi chốt được liệt kê là bổ sung, không tính vào số liệu nào
    /// cho đến khi mở lại.
    ///
    /// # English
    /// The figures of the year are sealed. A file that came after the seal is listed as an addendum and
    /// counts in no figure until the seal is lifted.
    "L521" "submission-after-seal" Warning
    title: "Tệp bổ sung sau chốt" / "Submission after the seal",
    message:
        "Tệp gửi sau khi chốt số liệu; chưa tính vào số liệu."
        / "The file came after the figures were sealed; it is in no figure.",
    hint:
        "Số liệu đã chốt giữ nguyên; muốn tính, mở lại bằng `tonghop freeze NĂM --reopen` rồi tổng hợp lại."
        / "The sealed figures stay; to count it, lift the seal with `tonghop freeze YEAR --reopen` and consolidate again.",
    check: Sealed(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    report.addenda(dataset, AfterFreeze::Added);
}
