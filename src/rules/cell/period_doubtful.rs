//! A period that Excel damaged, or that is a holiday, a season or a lunar month.

use crate::model::finding::Scope;
use crate::model::value::{PeriodForm, Quarter};
use crate::rules::quarter_name;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Excel đổi 9/2021 thành Sep-21 hoặc thành số 44454; “tháng 8 âm lịch” lệch với dương lịch; “cuối
    /// năm” hay “dịp Tết” chỉ gần đúng. Cách hiểu được nêu ra để kiểm tra.
    ///
    /// # English
    /// Excel turns 9/2021 into Sep-21 or 44454; lunar months differ from solar ones; “cuối năm” (the
    /// end of the year) or a holiday is only approximate. How it was read is listed for checking.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện: Sep-21
    /// ```
    "O336" "period-doubtful" Warning
    title:
        "Thời gian được suy ra"
        / "Period inferred",
    message:
        "“{0}” được hiểu là {1}."
        / "“{0}” was read as {2}.",
    hint:
        "Ghi theo dạng Quý III/{3} hoặc Tháng 9/{3} để không phải suy ra."
        / "Write Quý III/{3} or Tháng 9/{3}, so that nothing has to be inferred.",
    values: ["Sep-21", "quý III", "quarter 3", "2021"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let inferred = [
        PeriodForm::ExcelDamage,
        PeriodForm::ExcelSerial,
        PeriodForm::Lunar,
        PeriodForm::Approximate,
        PeriodForm::Doubtful,
        PeriodForm::Event,
    ];
    if inferred.contains(&context.row.period.form) {
        let text = context.period_text();
        let [vi, en] = quarter_name(context.row.period.class());
        let values = [text.clone(), vi.to_string(), en.to_string()];
        report.add(
            Scope::Row(context.index),
            context.period_place(),
            &text,
            values,
        );
        report.detail([context.row.year.to_string()]);
        let quarter = match context.row.period.class() {
            Quarter::Q1 => Some("I"),
            Quarter::Q2 => Some("II"),
            Quarter::Q3 => Some("III"),
            Quarter::Q4 => Some("IV"),
            _ => None,
        };
        report.suggest(quarter.map(|quarter| format!("Quý {quarter}/{}", context.row.year)));
    }
}
