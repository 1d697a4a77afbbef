//! A row without a name.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Tên đoàn để trống; dòng vẫn được tính nhưng khó đối chiếu.
    ///
    /// # English
    /// The name is blank; the row counts, but is hard to trace.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Tên đoàn:
    /// ```
    "D401" "name-missing" Warning
    title:
        "Thiếu tên đoàn"
        / "Name missing",
    message:
        "Không ghi tên đoàn."
        / "The delegation has no name.",
    hint:
        "Điền tên đoàn, ví dụ “Đoàn công tác Sở Y tế”."
        / "Fill in a name, such as “Đoàn công tác Sở Y tế”.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let texts = at.texts;
    if texts.name.is_empty()
        && (at.section.column(Field::Name).is_some() || texts.content.is_empty())
    {
        report.cell(at, Field::Name, texts.name, []);
    }
}
