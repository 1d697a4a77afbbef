//! Việt Nam among the countries of a delegation.

use crate::model::section::Field;
use crate::model::value::CountryCode;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Cột nước ghi Việt Nam thường do nhầm cột nước với nơi làm việc.
    ///
    /// # English
    /// Việt Nam in the country column usually means that the place of work was written there.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi: Lào, Việt Nam
    /// ```
    "D406" "country-is-vietnam" Warning
    title:
        "Nước là Việt Nam"
        / "Country is Việt Nam",
    message:
        "Ô nước ghi Việt Nam; đoàn ra đi nước ngoài, đoàn vào đến từ nước ngoài."
        / "The country is Việt Nam; outbound delegations go abroad, inbound ones come from abroad.",
    hint:
        "Ghi nước đến hoặc nước gửi đoàn; nếu đoàn không ra nước ngoài thì bỏ dòng này."
        / "Write the foreign country; if nobody travels abroad, remove the row.",
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let codes = &context.row.countries.codes;
    if codes.len() > 1 && codes.contains(&CountryCode(*b"VN")) {
        report.cell(context, Field::Country, context.texts.countries, []);
    }
}
