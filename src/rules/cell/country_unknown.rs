//! A country cell in which nothing is a known country, place or group.

use crate::model::finding::Lang;
use crate::model::section::Field;
use crate::model::value::UnknownPlace;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Tên trong ô không có trong danh mục nước và vùng lãnh thổ, không phải địa danh hay tổ chức đã
    /// biết. Tên gần giống được nêu để đơn vị sửa, chương trình không tự sửa.
    ///
    /// # English
    /// The name is not a known country, territory, place or organisation. The nearest names are
    /// suggested; nothing is corrected automatically.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi: Lèo
    /// ```
    "O302" "country-unknown" Error
    title:
        "Không nhận ra nước"
        / "Country not recognised",
    message:
        "Không nhận ra “{0}”; cần tên nước, vùng lãnh thổ hoặc tổ chức."
        / "“{0}” is not recognised; a country, territory or organisation is expected.",
    hint:
        "{1}Sửa tên nước."
        / "{1}Correct the name.",
    office:
        "Nếu tên đúng, thêm vào vocabulary/countries.csv."
        / "If the name is right, add it to vocabulary/countries.csv.",
    values: ["Lèo", "Lào? "],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let countries = &context.row.countries;
    if !countries.is_unreadable() || countries.unknown.is_empty() {
        return;
    }
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
    // Names depend on the vocabulary: a decision must not end when it grows.
    report.detail([nearest(context)]);
    report.suggest(with_nearest(context));
}

/// The cell with the nearest name in the place of each unknown one, and misspelt ones corrected, so that
/// all findings of the cell propose the same; none where a name has several.
pub(super) fn with_nearest(context: &RowContext) -> Option<String> {
    let countries = &context.row.countries;
    let named = |code| context.campaign.vocabulary.countries.name(code, Lang::Vi);
    let only = |unknown: &'_ UnknownPlace| match unknown.nearest.as_slice() {
        [code] => Some(named(*code)),
        _ => None,
    };
    let nearest: Vec<&str> = countries.unknown.iter().map(only).collect::<Option<_>>()?;
    let unknown = countries
        .unknown
        .iter()
        .map(|unknown| unknown.text.as_str());
    let misspelt = countries.fuzzy.iter();
    let misspelt = misspelt.map(|(text, code)| (text.as_str(), named(*code)));
    context.mended(
        context.texts.countries,
        unknown.zip(nearest).chain(misspelt),
    )
}

/// The nearest names as the beginning of a hint; empty where none is near.
fn nearest(context: &RowContext) -> String {
    let unknown = context.row.countries.unknown.iter();
    let codes = unknown.flat_map(|unknown| &unknown.nearest);
    let name = |code| context.campaign.vocabulary.countries.name(code, Lang::Vi);
    let names: Vec<_> = codes.map(|code| name(*code)).collect();
    if names.is_empty() {
        String::new()
    } else {
        format!("{}? ", names.join(", "))
    }
}
