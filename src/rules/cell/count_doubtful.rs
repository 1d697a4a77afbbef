//! A cell that should count the delegations of a row, and says no one number.

use crate::model::section::Field;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Cột “Số đoàn” cho biết một dòng gồm mấy đoàn; ô trống là một đoàn. Ô không đọc được thành một số, hoặc khác với
    /// số đoàn ghi trong ô số người, được nêu ra để kiểm tra; ô không đọc được tính là một đoàn.
    ///
    /// # English
    /// A column “Số đoàn” says how many delegations a row is; a blank cell is one. A cell that is no one number, or that
    /// differs from the delegations in the cell of people, is listed for checking; one that cannot be read counts as one.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số đoàn: nhiều
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Số đoàn: 2
    /// ```
    "O315" "count-doubtful" Warning
    title:
        "Chưa rõ số đoàn"
        / "Number of delegations doubtful",
    message:
        "“{0}” chưa cho biết rõ số đoàn; tính {1} đoàn."
        / "“{0}” does not say plainly how many delegations; {1} are counted.",
    hint:
        "Ghi số đoàn bằng một số; để trống nếu là một đoàn."
        / "Write the number of delegations as one number; leave the cell blank for one.",
    values: ["nhiều", "1"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if !context.row.count_doubtful {
        return;
    }
    let column = context.section.column(Field::Delegations);
    let span = column
        .zip(context.file.document())
        .map(|(column, document)| {
            document.cell(
                context.section.sheet,
                context.row.row as usize,
                column.index,
            )
        });
    let span = span.unwrap_or_default();
    let values = [context.text(span), &context.row.count.to_string()].map(String::from);
    report.cell(context, Field::Delegations, span, values);
}
