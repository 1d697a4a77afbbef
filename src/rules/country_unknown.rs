//! A country cell in which nothing is a known country, place or group.

rule! {
    /// # Tiếng Việt
    /// x
    "O302" "country-unknown" Error
    title: "Không nhận ra nước" / "Country not recognised",
    message: "Không nhận ra nước “{0}”; cần tên một nước hoặc vùng lãnh thổ." / "“{0}” is no country that is known; a country or territory is expected.",
    hint: "Gần nhất: {1}. Sửa tên nước, hoặc thêm tên này vào vocabulary/countries.csv." / "Nearest: {1}. Mend the name, or add it to vocabulary/countries.csv.",
    check: Row(check),
}

fn check(at: &crate::rules::RowContext, report: &mut crate::rules::Report) {
    if at.row.countries.is_unreadable() {
        report.cell(at, crate::model::section::Field::Country, at.row.texts.countries, [String::new()]);
    }
}
