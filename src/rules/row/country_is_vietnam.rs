//! A delegation to or from Việt Nam itself.

use crate::model::section::Field;
use crate::model::value::CountryCode;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Việt Nam trong cột nước thường do nhầm cột nước với nơi làm việc.
    ///
    /// # English
    /// Việt Nam in the country column usually means that the place of work was written there.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi: Việt Nam
    /// ```
    "D406" "country-is-vietnam" Warning
    title:
        "Nước là Việt Nam"
        / "Country is Việt Nam",
    message:
        "Ô nước ghi Việt Nam; đoàn ra đi nước ngoài, đoàn vào đến từ nước ngoài."
        / "The country cell says Việt Nam; delegations go abroad, guests come from abroad.",
    hint:
        "Ghi nước đến hoặc nước gửi đoàn; nếu đoàn không ra nước ngoài thì bỏ dòng này."
        / "Fill in the country abroad; if nobody goes abroad, take the row out.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if at.row.countries.codes.contains(&CountryCode(*b"VN")) {
        report.cell(at, Field::Country, at.texts.countries, []);
    }
}
