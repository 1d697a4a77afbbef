//! A stated number of countries that does not fit the names.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô nước ghi số nước trong ngoặc, ví dụ “(03 nước)”, nhưng số tên nước nhận ra khác số đó.
    ///
    /// # English
    /// The cell gives a number of countries, such as “(03 nước)”, but a different number of names.
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
    "O307" "country-count-differs" Warning
    title:
        "Số nước không khớp"
        / "Number of countries differs",
    message:
        "Ô ghi {0} nước nhưng nêu tên {1} nước."
        / "The cell says {0} countries but names {1}.",
    hint:
        "Bổ sung tên nước còn thiếu hoặc sửa số."
        / "Add the missing country or correct the number.",
    values: ["3", "2"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let countries = &context.row.countries;
    let named = countries.codes.len() as u32;
    if let Some(stated) = countries.stated_count
        && stated != named
        && countries.groups.is_empty()
        && named > 0
    {
        let values = [stated.to_string(), named.to_string()];
        report.cell(context, Field::Country, context.texts.countries, values);
    }
}
