//! A country cell of which a part is not known.

use super::country_unknown;
use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô có nhiều nước, trong đó có tên không nhận ra. Đoàn được tính cho các nước đã nhận ra.
    ///
    /// # English
    /// The cell holds several names of which one is not known. The delegation counts for those that
    /// are.
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
        / "Part of the country cell unknown",
    message:
        "Trong ô nước, “{0}” không nhận ra và không được tính."
        / "In the country cell “{0}” is not known and does not count.",
    hint:
        "Sửa tên này; các nước còn lại đã được tính."
        / "Mend this name; the other countries do count.",
    values: ["Xyzabc"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let countries = &at.row.countries;
    if !countries.is_unreadable() && !countries.unknown.is_empty() {
        let names: Vec<&str> = countries
            .unknown
            .iter()
            .map(|unknown| unknown.text.as_str())
            .collect();
        report.cell(at, Field::Country, at.texts.countries, [names.join("”, “")]);
        report.suggest(country_unknown::with_nearest(at));
    }
}
