//! A row that still looks like the example of the form.

use crate::model::document::Span;
use crate::model::section::Field;
use crate::rules::{Report, RowContext};
use crate::vocabulary::form;

rule! {
    /// # Tiếng Việt
    /// Dòng còn ghi “Ví dụ” ở cột TT, hoặc còn tên đoàn của dòng ví dụ trong biểu mẫu, nhưng các ô khác
    /// đã khác ví dụ. Dòng ví dụ để nguyên không được tính; dòng này có vẻ là đoàn thật nên được tính,
    /// và cần xem lại.
    ///
    /// # English
    /// The row still says “Ví dụ” (example) instead of a number, or still has the name of the form’s
    /// example, but its other cells have changed. An unchanged example is not counted; this row seems
    /// to be a real delegation, so it is counted and should be checked.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// TT: Ví dụ
    /// ```
    "D409" "example-left" Warning
    title:
        "Chưa xóa dòng ví dụ"
        / "Example row left in",
    message:
        "“{0}” là của dòng ví dụ trong biểu mẫu; dòng này vẫn được tính."
        / "“{0}” belongs to the example of the form; the row is counted.",
    hint:
        "Nếu là đoàn thật, ghi số thứ tự và tên của đoàn; nếu là ví dụ, xóa dòng."
        / "If it is a real delegation, write its number and name; if it is the example, delete the row.",
    values: ["Ví dụ"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let number = context
        .section
        .column(Field::Number)
        .zip(context.file.document());
    let number = number.map_or(Span::EMPTY, |(column, document)| {
        document.cell(
            context.section.sheet,
            context.row.row as usize,
            column.index,
        )
    });
    let name = context.texts.name;
    let left = if form::is_example_mark(context.text(number)) {
        Some((Field::Number, number))
    } else {
        form::is_example_name(context.text(name)).then_some((Field::Name, name))
    };
    if let Some((field, cell)) = left {
        let values = [cell, name].map(|span| context.text(span).to_string());
        report.cell(context, field, cell, values);
    }
}
