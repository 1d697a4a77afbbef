//! A country taken although its name is one letter off.

use crate::model::finding::Lang;
use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Tên sai một chữ so với một tên nước và chỉ gần với một nước; được hiểu là nước đó và nêu ra để
    /// kiểm tra.
    ///
    /// # English
    /// The name is one letter away from one country’s name only; it is taken for that country and shown
    /// to be checked.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi: Thái Lann
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Nước đi: Thái Lan
    /// ```
    "O304" "country-spelling" Warning
    title:
        "Tên nước viết gần đúng"
        / "Country spelt nearly right",
    message:
        "“{0}” được hiểu là {1}."
        / "“{0}” was taken for {2}.",
    hint:
        "Nếu đúng, không cần làm gì; nếu sai, sửa tên nước."
        / "If that is right nothing is to be done; otherwise mend the name.",
    values: ["Thái Lann", "Thái Lan", "Thailand"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if at.row.countries.fuzzy.is_empty() {
        return;
    }
    // One value for the whole cell, whichever of its names is looked at.
    let names = &at.campaign.vocabulary.countries;
    let fuzzy = at.row.countries.fuzzy.iter();
    let parts = fuzzy.map(|(text, code)| (text.as_str(), names.name(*code, Lang::Vi)));
    let mended = at.mended(at.texts.countries, parts);
    for (text, code) in &at.row.countries.fuzzy {
        let name = at.campaign.vocabulary.countries.name(*code, Lang::Vi);
        let values = [text.clone(), name.to_string()];
        report.cell(at, Field::Country, at.texts.countries, values);
        report.detail([names.name(*code, Lang::En).to_string()]);
        report.suggest(mended.clone());
    }
}
