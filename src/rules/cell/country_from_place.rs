//! A province or city that stands for its country.

use crate::model::finding::Lang;
use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Ô nước chỉ ghi tỉnh hoặc thành phố của nước ngoài; đoàn được tính cho nước có địa danh đó.
    ///
    /// # English
    /// The country cell only has a province or city abroad; the delegation is counted for its country.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi: Savannakhet
    /// ```
    "O305" "country-from-place" Info
    title:
        "Địa danh được hiểu là nước"
        / "Place read as its country",
    message:
        "“{0}” được tính cho {1}."
        / "“{0}” is counted for {2}.",
    hint:
        "Nên ghi tên nước; địa danh ghi ở cột đối tác."
        / "Write the country; put the place in the partner column.",
    values: ["Savannakhet", "Lào", "Laos"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    for (text, code) in &context.row.countries.places {
        let name = context.campaign.vocabulary.countries.name(*code, Lang::Vi);
        report.cell(
            context,
            Field::Country,
            context.texts.countries,
            [text.clone(), name.to_string()],
        );
        let english = context.campaign.vocabulary.countries.name(*code, Lang::En);
        report.detail([english.to_string()]);
    }
}
