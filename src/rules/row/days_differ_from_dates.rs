//! A stated number of days that does not fit the dates.

use crate::model::section::Field;
use crate::model::value::{Days, NumberForm};
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Số ngày ghi trong ô được dùng; chênh lệch với ngày tháng được nêu ra để kiểm tra.
    ///
    /// # English
    /// The number in the cell is used; its difference from the dates is listed for checking.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số ngày: 10
    /// Thời gian thực hiện: 15-20/9/2021
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Số ngày: 06
    /// Thời gian thực hiện: 15-20/9/2021
    /// ```
    "D405" "days-differ-from-dates" Warning
    title:
        "Số ngày không khớp ngày đi, ngày về"
        / "Days differ from dates",
    message:
        "Ghi {0} ngày, từ ngày đi đến ngày về là {1} ngày."
        / "The cell says {0} days; from the first to the last day it is {1}.",
    hint:
        "Sửa số ngày hoặc ngày tháng cho khớp (tính cả ngày đầu và ngày cuối)."
        / "Make days and dates agree (the first and last day both count).",
    values: ["10", "6"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let days = &context.row.days();
    let stated = !matches!(days.form, NumberForm::FromDates | NumberForm::Range);
    if let (Some(halves), Some(counted)) = (days.halves, days.from_dates)
        && stated
        && halves.div_ceil(2) != counted
    {
        let values = [Days::display(halves), counted.to_string()];
        report.cell(context, Field::Days, context.texts.days, values);
        report.suggest(Some(format!("{counted:02}")));
    }
}
