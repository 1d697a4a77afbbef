//! More people than a delegation plausibly has.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Số người vượt giới hạn thường là gõ nhầm hoặc cộng nhiều đoàn vào một dòng.
    ///
    /// # English
    /// A number over the limit is usually a typing error, or several delegations in one row.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số người: 800
    /// ```
    "D403" "people-implausible" Warning
    title:
        "Số người lớn bất thường"
        / "Unusually many people",
    message:
        "{0} người, nhiều hơn giới hạn {1}."
        / "{0} people, more than the limit of {1}.",
    hint:
        "Kiểm tra số người; nếu đúng, ghi lý do."
        / "Check the number; if it is right, give a reason.",
    office:
        "Giới hạn đặt ở [limits] people của tonghop.toml."
        / "The limit is set in [limits] people of tonghop.toml.",
    values: ["800", "60"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let limit = context
        .campaign
        .limits
        .people
        .saturating_mul(context.row.count.max(1));
    if let Some(people) = context.row.people().value.filter(|people| *people > limit) {
        let values = [people.to_string(), limit.to_string()];
        report.cell(context, Field::People, context.texts.people, values);
    }
}
