//! A delegation that is only to or from Việt Nam itself.

use crate::model::section::Field;
use crate::model::value::CountryCode;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Cột nước chỉ ghi Việt Nam hoặc một nơi ở Việt Nam: không phải đoàn ra, đoàn vào. Dòng được trả lại.
    ///
    /// # English
    /// A row whose country is only Việt Nam, or a place in it, is no delegation abroad or from abroad. It is returned.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi: Việt Nam
    /// ```
    "O306" "country-only-vietnam" Error
    title:
        "Chỉ có Việt Nam"
        / "Only Việt Nam",
    message:
        "Ô nước chỉ ghi Việt Nam hoặc nơi ở Việt Nam; đoàn ra đi nước ngoài, đoàn vào đến từ nước ngoài."
        / "The country is only Việt Nam or a place in it; outbound delegations go abroad, inbound ones come from abroad.",
    hint:
        "Ghi nước đến hoặc nước gửi đoàn; nếu đoàn không ra nước ngoài thì bỏ dòng này."
        / "Write the foreign country; if nobody travels abroad, remove the row.",
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let countries = &context.row.countries;
    let only = countries
        .codes
        .iter()
        .all(|code| *code == CountryCode(*b"VN"));
    if only && !countries.codes.is_empty() && countries.unknown.is_empty() {
        report.cell(context, Field::Country, context.texts.countries, []);
    }
}
