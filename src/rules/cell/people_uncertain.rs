//! A range or an estimate of people.

use crate::model::section::Field;
use crate::model::value::{NumberForm, People};
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Khoảng “5-7” được tính theo số lớn hơn; “khoảng 30” theo số nêu ra. Nguyên văn vẫn được giữ bên
    /// cạnh.
    ///
    /// # English
    /// A range such as “5-7” counts as its upper bound, “khoảng 30” (about 30) as 30. The original text
    /// is kept beside the value.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số người: 5-7
    /// ```
    "O313" "people-uncertain" Warning
    title:
        "Số người không chính xác"
        / "People not exact",
    message:
        "“{0}” không phải là một số chính xác; tính {1} người."
        / "“{0}” is not an exact number; {1} people are counted.",
    hint:
        "Ghi một số khi đã biết chính xác."
        / "Write one number once it is known.",
    values: ["5-7", "7"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if matches!(
        context.row.people().form,
        NumberForm::Range | NumberForm::Approximate | NumberForm::Doubtful
    ) {
        let text = context.text(context.texts.people).to_string();
        let value = context
            .row
            .people()
            .value
            .map_or_else(String::new, |people| people.to_string());
        report.cell(context, Field::People, context.texts.people, [text, value]);
        report.suggest(suggestion(&context.row.people()));
    }
}

/// The number without its "about". Of a range no number is any surer than the others, and none beside
/// words that were left over.
fn suggestion(people: &People) -> Option<String> {
    let number = people
        .value
        .filter(|_| people.form == NumberForm::Approximate)?;
    Some(match people.delegations {
        Some(delegations) => format!("{delegations:02} đoàn/{number:02} người"),
        None => format!("{number:02}"),
    })
}
