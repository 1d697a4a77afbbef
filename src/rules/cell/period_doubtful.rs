//! A period that Excel damaged, or that is a holiday, a season or a lunar month.

use crate::model::finding::Scope;
use crate::model::value::{Period, PeriodForm, Quarter};
use crate::rules::quarter_name;
use crate::rules::{Report, RowContext};
use jiff::civil::Date;

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
        report.suggest(suggestion(&context.row.period, context.row.year));
    }
}

/// The day, month or quarter that was understood, as nearly as it was written. A lunar month may lie in
/// either of two, and what was left over may say another time: both are the department's to say.
fn suggestion(period: &Period, year: i32) -> Option<String> {
    if matches!(period.form, PeriodForm::Lunar | PeriodForm::Doubtful) {
        return None;
    }
    let day = |day: Date| format!("{:02}/{:02}/{}", day.day(), day.month(), day.year());
    let quarter = match period.class() {
        Quarter::Q1 => "I",
        Quarter::Q2 => "II",
        Quarter::Q3 => "III",
        Quarter::Q4 => "IV",
        _ => return None,
    };
    Some(
        match (period.first.map(day), period.last.map(day), period.month) {
            (Some(first), Some(last), _) => format!("{first} - {last}"),
            (Some(only), None, _) => only,
            (None, _, Some(month)) => format!("Tháng {month}/{year}"),
            (None, _, None) => format!("Quý {quarter}/{year}"),
        },
    )
}
