//! More countries than one journey plausibly has.

use crate::model::section::{Direction, Field};
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Đoàn được tính cho từng nước; một chuyến qua quá nhiều nước thường là nhiều đoàn trong một dòng.
    ///
    /// # English
    /// A delegation counts in each of its countries; too many usually mean several journeys in one row.
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
        / "{0} countries in one journey are more than the limit of {1}.",
    hint:
        "Kiểm tra ô nước; nếu đúng, ghi lý do."
        / "Check the cell; if it is right, say why.",
    office:
        "Giới hạn đặt ở [limits] countries của tonghop.toml."
        / "The limit stands in [limits] countries of tonghop.toml.",
    values: ["4", "3"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let named = at.row.countries.codes.len() as u32;
    let limit = at.campaign.limits.countries;
    if at.row.direction == Some(Direction::Outbound) && named > limit {
        let values = [named.to_string(), limit.to_string()];
        report.cell(at, Field::Country, at.texts.countries, values);
    }
}
