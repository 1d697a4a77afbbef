//! A stated number of countries that the names do not bear out.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô nước ghi số nước trong ngoặc, ví dụ “(03 nước)”, nhưng số tên nước nhận ra khác số đó.
    ///
    /// # English
    /// The cell gives a number of countries such as “(03 nước)”, and another number of names.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi: Lào, Thái Lan (03 nước)
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Nước đi: Lào, Thái Lan (02 nước)
    /// ```
    "O306" "country-count-differs" Warning
    title:
        "Số nước không khớp"
        / "Number of countries disagrees",
    message:
        "Ô ghi {0} nước nhưng nêu {1} nước."
        / "The cell says {0} countries and names {1}.",
    hint:
        "Bổ sung tên nước còn thiếu hoặc sửa số."
        / "Add the missing name or mend the number.",
    values: ["3", "2"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let countries = &at.row.countries;
    let named = countries.codes.len() as u32;
    if let Some(stated) = countries.stated_count
        && stated != named
        && countries.groups.is_empty()
        && named > 0
    {
        let values = [stated.to_string(), named.to_string()];
        report.cell(at, Field::Country, at.texts.countries, values);
    }
}
