//! A country taken although its name is one letter off.

use super::country_unknown;
use crate::model::finding::Lang;
use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Tên sai một chữ và chỉ gần với tên của một nước; được hiểu là nước đó và nêu ra để kiểm tra.
    ///
    /// # English
    /// The name is one letter off and close to only one country; it is read as that country and listed
    /// for checking.
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
        / "Country spelt almost right",
    message:
        "“{0}” được hiểu là {1}."
        / "“{0}” was read as {2}.",
    hint:
        "Nếu đúng, không cần làm gì; nếu sai, sửa tên nước."
        / "If that is right, nothing to do; otherwise correct the name.",
    values: ["Thái Lann", "Thái Lan", "Thailand"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.row.countries.fuzzy.is_empty() {
        return;
    }
    // One value for the whole cell, whichever of its names is looked at.
    let names = &context.campaign.vocabulary.countries;
    let fuzzy = context.row.countries.fuzzy.iter();
    let parts = fuzzy.map(|(text, code)| (text.as_str(), names.name(*code, Lang::Vi)));
    let nearest = country_unknown::with_nearest(context);
    let mended = nearest.or_else(|| context.mended(context.texts.countries, parts));
    for (text, code) in &context.row.countries.fuzzy {
        let name = context.campaign.vocabulary.countries.name(*code, Lang::Vi);
        let values = [text.clone(), name.to_string()];
        report.cell(context, Field::Country, context.texts.countries, values);
        report.detail([names.name(*code, Lang::En).to_string()]);
        report.suggest(mended.clone());
    }
}
