//! A period that Excel damaged, or that is a feast, a season or a lunar month.

use crate::rules::{Report, RowContext};
use crate::model::finding::Scope;
use crate::model::value::{PeriodForm, Quarter};
use crate::rules::quarter_name;

rule! {
    /// # Tiếng Việt
    /// Excel đổi 9/2021 thành Sep-21 hoặc thành số 44454; “tháng 8 âm lịch” lệch với dương lịch; “cuối
    /// năm” hay “dịp Tết” chỉ gần đúng. Cách hiểu được nêu ra để kiểm tra.
    ///
    /// # English
    /// Excel turns 9/2021 into Sep-21 or 44454; lunar months differ from solar ones; “the end of the
    /// year” or a feast is only nearly right. How it was understood is shown to be checked.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Sep-21,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "O336" "period-doubtful" Warning
    title:
        "Thời gian được suy ra"
        / "Period inferred",
    message:
        "“{0}” được hiểu là {1}."
        / "“{0}” was taken for {2}.",
    hint:
        "Ghi theo dạng Quý III/2021 hoặc Tháng 9/2021 để không phải suy ra."
        / "Write Quý III/2021 or Tháng 9/2021, so that nothing is inferred.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let inferred = [
        PeriodForm::ExcelDamage,
        PeriodForm::ExcelSerial,
        PeriodForm::Lunar,
        PeriodForm::Approximate,
        PeriodForm::Event,
        PeriodForm::Doubtful,
    ];
    if inferred.contains(&at.row.period.form) {
        let text = at.period_text();
        let [vi, en] = quarter_name(at.row.period.class());
        let values = [text.clone(), vi.to_string(), en.to_string()];
        report.add(Scope::Row(at.index), at.period_place(), &text, values);
        let quarter = match at.row.period.class() {
            Quarter::Q1 => Some("I"),
            Quarter::Q2 => Some("II"),
            Quarter::Q3 => Some("III"),
            Quarter::Q4 => Some("IV"),
            _ => None,
        };
        report.suggest(quarter.map(|quarter| format!("Quý {quarter}/{}", at.row.year)));
    }
}
