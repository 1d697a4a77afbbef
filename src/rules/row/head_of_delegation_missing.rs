//! A row without a head of delegation.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Cấp trưởng đoàn quyết định thẩm quyền cho phép và mức đón tiếp, nên cần có.
    ///
    /// # English
    /// The rank of the head decides who may allow the journey and how guests are received.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Trưởng đoàn:
    /// ```
    "D402" "head-of-delegation-missing" Warning
    title:
        "Thiếu trưởng đoàn"
        / "Head of delegation missing",
    message:
        "Không ghi trưởng đoàn."
        / "The head of delegation is missing.",
    hint:
        "Điền chức vụ trưởng đoàn."
        / "Fill in the function of the head of delegation.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if at.texts.head.is_empty() && at.section.column(Field::Head).is_some() {
        report.cell(at, Field::Head, at.texts.head, []);
    }
}
