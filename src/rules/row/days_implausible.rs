//! More days than a journey plausibly takes.

use crate::model::section::Field;
use crate::model::value::Days;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Số ngày vượt giới hạn thường là gõ nhầm; đoàn học tập dài ngày thì đúng nhưng cần được xem.
    ///
    /// # English
    /// A number beyond the limit is usually a slip; a long training may be right, but should be looked
    /// at.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số ngày: 500
    /// ```
    "D404" "days-implausible" Warning
    title:
        "Số ngày lớn bất thường"
        / "Days beyond the limit",
    message:
        "{0} ngày, nhiều hơn giới hạn {1}."
        / "{0} days are more than the limit of {1}.",
    hint:
        "Kiểm tra số ngày; nếu đúng, ghi lý do."
        / "Check the number; if it is right, say why.",
    office:
        "Giới hạn đặt ở [limits] days của tonghop.toml."
        / "The limit stands in [limits] days of tonghop.toml.",
    values: ["500", "30"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let limit = at.campaign.limits.days;
    if let Some(halves) = at
        .row
        .days()
        .halves
        .filter(|halves| *halves > limit.saturating_mul(2))
    {
        let values = [Days::display(halves), limit.to_string()];
        report.cell(at, Field::Days, at.texts.days, values);
    }
}
