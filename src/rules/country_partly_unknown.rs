//! A country cell of which a part is not known.

use super::country_unknown;
use crate::rules::{Report, RowContext};
use crate::model::section::Field;

rule! {
    /// # Tiếng Việt
    /// Ô có nhiều nước, trong đó có tên không nhận ra. Đoàn được tính cho các nước đã nhận ra.
    ///
    /// # English
    /// The cell holds several names of which one is not known. The delegation counts for those that
    /// are.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,"Thái Lan, Xyzabc",Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,"Thái Lan, Lào",Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "O303" "country-partly-unknown" Warning
    title:
        "Một phần ô nước không nhận ra"
        / "Part of the country cell unknown",
    message:
        "Trong ô nước, “{0}” không có trong danh mục; chỉ phần đã nhận ra được tính."
        / "In the country cell “{0}” is in no list; what is known counts, an organisation under “various”.",
    hint:
        "Sửa tên này; các nước còn lại đã được tính."
        / "Mend this name; the other countries do count.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let countries = &at.row.countries;
    if !countries.is_unreadable() && !countries.unknown.is_empty() {
        let names: Vec<&str> = countries.unknown.iter().map(|unknown| unknown.text.as_str()).collect();
        report.cell(at, Field::Country, at.texts.countries, [names.join("”, “")]);
        report.suggest(country_unknown::with_nearest(at));
    }
}
