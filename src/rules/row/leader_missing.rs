//! A row without a leader of the delegation.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Cấp của trưởng đoàn quyết định thẩm quyền cho phép và mức đón tiếp, nên cần có.
    ///
    /// # English
    /// The rank of the leader decides who approves the journey and how guests are received.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Trưởng đoàn:
    /// ```
    "D402" "leader-missing" Warning
    title:
        "Thiếu trưởng đoàn"
        / "Leader missing",
    message:
        "Không ghi trưởng đoàn."
        / "The leader of the delegation is missing.",
    hint:
        "Điền chức vụ trưởng đoàn."
        / "Fill in the position of the leader.",
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.texts.head.is_empty() && context.section.column(Field::Head).is_some() {
        report.cell(context, Field::Head, context.texts.head, []);
    }
}
