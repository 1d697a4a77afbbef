//! A row without a name.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Tên đoàn để trống; dòng vẫn được tính nhưng khó đối chiếu.
    ///
    /// # English
    /// The name is blank; the row is counted, but is hard to trace.
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
        / "Fill in a name, for example “Đoàn công tác Sở Y tế”.",
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let texts = context.texts;
    if texts.name.is_empty()
        && (context.section.column(Field::Name).is_some() || texts.content.is_empty())
    {
        report.cell(context, Field::Name, texts.name, []);
    }
}
