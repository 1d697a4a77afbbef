//! A submission that came after the figures were frozen.

use crate::model::dataset::Dataset;
use crate::model::frozen::AfterFreeze;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Số liệu của năm đã chốt. Tệp nộp sau khi chốt được liệt kê riêng, không tính vào số liệu nào cho
    /// đến khi mở lại.
    ///
    /// # English
    /// The figures of the year are frozen. A file that came later is listed, but not counted until the
    /// year is reopened.
    "L521" "submission-after-freeze" Warning
    title:
        "Nộp sau khi chốt số liệu"
        / "Submitted after closing",
    message:
        "Tệp nộp sau khi chốt số liệu; chưa tính vào số liệu."
        / "The file came after the figures were frozen; it is not counted.",
    hint:
        "Số liệu đã chốt giữ nguyên."
        / "The frozen figures stay.",
    office:
        "Muốn tính, mở lại bằng `tonghop freeze NĂM --reopen` rồi tổng hợp lại."
        / "To count it, reopen the year with `tonghop freeze YEAR --reopen` and consolidate again.",
    check: Frozen(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    report.addenda(dataset, AfterFreeze::Added);
}
