//! More people than a delegation plausibly has.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Số người vượt giới hạn thường là gõ nhầm hoặc cộng nhiều đoàn vào một dòng.
    ///
    /// # English
    /// A number beyond the limit is usually a slip, or several delegations in one row.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số người: 800
    /// ```
    "D403" "people-implausible" Warning
    title:
        "Số người lớn bất thường"
        / "People beyond the limit",
    message:
        "{0} người, nhiều hơn giới hạn {1}."
        / "{0} people are more than the limit of {1}.",
    hint:
        "Kiểm tra số người; nếu đúng, ghi lý do."
        / "Check the number; if it is right, say why.",
    office:
        "Giới hạn đặt ở [limits] people của tonghop.toml."
        / "The limit stands in [limits] people of tonghop.toml.",
    values: ["800", "60"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let limit = at
        .campaign
        .limits
        .people
        .saturating_mul(at.row.count.max(1));
    if let Some(people) = at.row.people().value.filter(|people| *people > limit) {
        let values = [people.to_string(), limit.to_string()];
        report.cell(at, Field::People, at.texts.people, values);
    }
}
