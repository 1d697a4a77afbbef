//! A province or city that stands for its country.

use crate::model::finding::Lang;
use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô nước chỉ ghi tỉnh hoặc thành phố của nước ngoài; đoàn được tính cho nước có địa danh đó.
    ///
    /// # English
    /// The country cell holds only a province or city abroad; the delegation counts for its country.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi: Savannakhet
    /// ```
    "O305" "country-from-place" Info
    title:
        "Địa danh được hiểu là nước"
        / "Place stands for its country",
    message:
        "“{0}” được tính cho {1}."
        / "“{0}” counts for {2}.",
    hint:
        "Nên ghi tên nước; địa danh để ở cột đối tác."
        / "Better write the country; the place belongs into the partner’s column.",
    values: ["Savannakhet", "Lào", "Laos"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    for (text, code) in &at.row.countries.places {
        let name = at.campaign.vocabulary.countries.name(*code, Lang::Vi);
        report.cell(
            at,
            Field::Country,
            at.texts.countries,
            [text.clone(), name.to_string()],
        );
        let english = at.campaign.vocabulary.countries.name(*code, Lang::En);
        report.detail([english.to_string()]);
    }
}
