//! A range, an estimate or a conversion of days.

use crate::model::section::Field;
use crate::model::value::{Days, NumberForm};
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Khoảng “10-12 ngày” được tính theo số lớn hơn; “1 tháng” được tính 30 ngày.
    ///
    /// # English
    /// A range such as “10-12 ngày” counts as its upper bound; “1 tháng” (a month) as 30 days.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số ngày: 10-12 ngày
    /// ```
    "O323" "days-uncertain" Warning
    title:
        "Số ngày không chính xác"
        / "Days not exact",
    message:
        "“{0}” không phải là một số chính xác; tính {1} ngày."
        / "“{0}” is not an exact number; {1} days are counted.",
    hint:
        "Ghi một số ngày khi đã biết chính xác."
        / "Write one number once it is known.",
    values: ["10-12 ngày", "12"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let doubtful = [
        NumberForm::Range,
        NumberForm::Approximate,
        NumberForm::Doubtful,
        NumberForm::Converted,
        NumberForm::ExcelDamage,
    ];
    if doubtful.contains(&context.row.days().form) {
        let text = context.text(context.texts.days).to_string();
        let value = context
            .row
            .days()
            .halves
            .map_or_else(String::new, Days::display);
        report.cell(context, Field::Days, context.texts.days, [text, value]);
        report.suggest(suggestion(&context.row.days()));
    }
}

/// The number without its "about" or its unit. Of a range no number is any surer than the others.
fn suggestion(days: &Days) -> Option<String> {
    let is_one = matches!(days.form, NumberForm::Approximate | NumberForm::Converted);
    days.halves.filter(|_| is_one).map(Days::display)
}
