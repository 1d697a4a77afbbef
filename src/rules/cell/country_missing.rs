//! A row without a country, place or group.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Không có nước thì đoàn không thể vào bảng tổng hợp theo nước. Dòng được trả lại. Nước không được
    /// đoán từ tên đối tác hay nội dung.
    ///
    /// # English
    /// Without a country a delegation fits no table by country. The row is returned. The country is
    /// never guessed from the partner or the content.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Nước đi:
    /// ```
    "O301" "country-missing" Error
    title:
        "Thiếu nước"
        / "Country missing",
    message:
        "Ô nước để trống hoặc chưa xác định; cần tên nước, vùng lãnh thổ hoặc tổ chức."
        / "The country is blank or undetermined; a country, territory or organisation is expected.",
    hint:
        "Điền nước đến (đoàn ra) hoặc nước gửi đoàn (đoàn vào)."
        / "Fill in the country of destination (outbound) or of origin (inbound).",
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let countries = &context.row.countries;
    if countries.is_unreadable() && countries.unknown.is_empty() {
        report.cell(context, Field::Country, context.texts.countries, []);
    }
}
