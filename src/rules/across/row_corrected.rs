//! A value that a decision set.

use super::row_excluded;
use crate::model::dataset::Dataset;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Theo một quyết định `set` trong decisions.csv, dòng này được tính với giá trị khác với giá trị đơn vị ghi.
    /// Quyết định hết hiệu lực khi đơn vị sửa dòng.
    ///
    /// # English
    /// By a decision `set` in decisions.csv the row counts with another value than the department wrote. The
    /// decision ends when the department changes the row.
    "L526" "row-corrected" Info
    title:
        "Giá trị sửa theo quyết định"
        / "Value set by decision",
    message:
        "{1} tính là “{3}” thay cho “{2}”, theo quyết định: {0}."
        / "{1} counts as “{3}” instead of “{2}”, by decision: {0}.",
    hint:
        "Muốn bỏ quyết định, xóa dòng đó trong decisions.csv."
        / "To undo it, delete that line of decisions.csv.",
    values: ["đơn vị báo qua điện thoại (Lan)", "people", "8", "12"],
    check: Decided(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for correction in &dataset.corrections {
        if !correction.field.is_empty() {
            let (before, after) = (&correction.before, &correction.after);
            row_excluded::tell(
                dataset,
                correction,
                report,
                [correction.field, before, after],
            );
        }
    }
}
