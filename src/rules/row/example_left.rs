//! A row that still looks like the example of the form.

use crate::model::document::Span;
use crate::model::section::Field;
use crate::rules::{Report, RowContext};
use crate::vocabulary::form;

rule! {
    /// # Tiếng Việt
    /// Dòng còn ghi “Ví dụ” ở cột TT, hoặc còn tên đoàn của dòng ví dụ trong biểu mẫu, nhưng các ô khác đã
    /// khác ví dụ. Dòng ví dụ để nguyên không được tính; dòng này có vẻ là đoàn thật nên được tính, và cần
    /// xem lại.
    ///
    /// # English
    /// The row still says “Ví dụ” (example) in place of its number, or still has the name of the form's
    /// example, but its other cells are no longer those of the example. An example left standing is in no
    /// figure; this row seems to be a real delegation: it counts, and should be looked at.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// TT: Ví dụ
    /// ```
    "D409" "example-left" Warning
    title:
        "Dòng còn dấu vết của ví dụ"
        / "Traces of the form's example",
    message:
        "“{0}” là của dòng ví dụ trong biểu mẫu; dòng này được tính."
        / "“{0}” belongs to the example of the form; the row counts.",
    hint:
        "Nếu là đoàn thật, ghi số thứ tự và tên của đoàn; nếu là ví dụ, xóa dòng."
        / "If it is a real delegation write its number and its name; if it is the example delete the row.",
    values: ["Ví dụ"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let number = at.section.column(Field::Number).zip(at.file.document());
    let number = number.map_or(Span::EMPTY, |(column, document)| {
        document.cell(at.section.sheet, at.row.row as usize, column.index)
    });
    let name = at.texts.name;
    let left = if form::is_example_mark(at.text(number)) {
        Some((Field::Number, number))
    } else {
        form::is_example_name(at.text(name)).then_some((Field::Name, name))
    };
    if let Some((field, cell)) = left {
        let values = [cell, name].map(|span| at.text(span).to_string());
        report.cell(at, field, cell, values);
    }
}
