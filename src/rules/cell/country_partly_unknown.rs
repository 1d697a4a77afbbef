//! A country cell of which a part is not known.

use super::country_unknown;
use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô có nhiều nước, trong đó có tên không nhận ra. Đoàn được tính cho các nước đã nhận ra.
    ///
    /// # English
    /// The cell has several names, one of which is not recognised. The delegation is counted for the
    /// others.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi: Thái Lan, Xyzabc
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Nước đi: Thái Lan, Lào
    /// ```
    "O303" "country-partly-unknown" Warning
    title:
        "Một phần ô nước không nhận ra"
        / "Part of the countries not recognised",
    message:
        "Trong ô nước, “{0}” không có trong danh mục; chỉ phần đã nhận ra được tính."
        / "Among the countries, “{0}” is in no list; what is known counts, an organisation under “various”.",
    hint:
        "Sửa tên này; các nước còn lại đã được tính."
        / "Correct this name; the other countries are counted.",
    values: ["Xyzabc"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let countries = &context.row.countries;
    if !countries.is_unreadable() && !countries.unknown.is_empty() {
        let names: Vec<&str> = countries
            .unknown
            .iter()
            .map(|unknown| unknown.text.as_str())
            .collect();
        report.cell(
            context,
            Field::Country,
            context.texts.countries,
            [names.join("”, “")],
        );
        report.suggest(country_unknown::with_nearest(context));
    }
}
