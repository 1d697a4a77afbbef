//! More days than a journey plausibly takes.

use crate::model::section::Field;
use crate::model::value::Days;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Số ngày vượt giới hạn thường là gõ nhầm; đoàn học tập dài ngày có thể đúng nhưng cần xem lại.
    ///
    /// # English
    /// A number over the limit is usually a typing error; long training may be right, but should be
    /// checked.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số ngày: 500
    /// ```
    "D404" "days-implausible" Warning
    title:
        "Số ngày lớn bất thường"
        / "Unusually many days",
    message:
        "{0} ngày, nhiều hơn giới hạn {1}."
        / "{0} days, more than the limit of {1}.",
    hint:
        "Kiểm tra số ngày; nếu đúng, ghi lý do."
        / "Check the number; if it is right, give a reason.",
    office:
        "Giới hạn đặt ở [limits] days của tonghop.toml."
        / "The limit is set in [limits] days of tonghop.toml.",
    values: ["500", "30"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let limit = context.campaign.limits.days;
    if let Some(halves) = context
        .row
        .days()
        .halves
        .filter(|halves| *halves > limit.saturating_mul(2))
    {
        let values = [Days::display(halves), limit.to_string()];
        report.cell(context, Field::Days, context.texts.days, values);
    }
}
