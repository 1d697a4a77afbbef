//! More countries than one journey plausibly has.

use crate::model::section::{Direction, Field};
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Đoàn được tính cho từng nước; một chuyến qua quá nhiều nước thường là nhiều đoàn trong một dòng.
    ///
    /// # English
    /// A delegation is counted in each of its countries; too many usually mean several journeys in one
    /// row.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi: Lào, Thái Lan, Nhật Bản, Hàn Quốc
    /// ```
    "D407" "countries-too-many" Warning
    title:
        "Quá nhiều nước"
        / "Too many countries",
    message:
        "{0} nước trong một chuyến, nhiều hơn giới hạn {1}."
        / "{0} countries in one journey, more than the limit of {1}.",
    hint:
        "Kiểm tra ô nước; nếu đúng, ghi lý do."
        / "Check the cell; if it is right, give a reason.",
    office:
        "Giới hạn đặt ở [limits] countries của tonghop.toml."
        / "The limit is set in [limits] countries of tonghop.toml.",
    values: ["4", "3"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let named = context.row.countries.codes.len() as u32;
    let limit = context.campaign.limits.countries;
    if context.row.direction == Some(Direction::Outbound) && named > limit {
        let values = [named.to_string(), limit.to_string()];
        report.cell(context, Field::Country, context.texts.countries, values);
    }
}
