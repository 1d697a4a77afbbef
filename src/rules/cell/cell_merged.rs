//! A blank cell whose text was taken from the row above.

use crate::model::finding::Scope;
use crate::model::section::{Field, InheritReason};
use crate::rules::field_name;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Khi bảng có dấu hiệu gộp ô, hoặc chia nhóm theo quý hay theo nguồn, thời gian và nguồn kinh phí
    /// để trống được lấy theo dòng trên. Số người, số ngày và số tiền không bao giờ được lấy như vậy.
    ///
    /// # English
    /// If a table shows merged cells, or groups its rows by quarter or source, a blank period or source
    /// is taken from the row above. People, days and amounts never are.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// TT,Nội dung,Đơn vị chủ trì,Thành phần (người),Thời gian,Số ngày,Nguồn
    /// I,ĐOÀN RA,,,,,
    /// a,Nước CHDCND Lào,,,,,
    /// 1,Đoàn lãnh đạo thăm và làm việc,Văn phòng,12,Quý I/2021,3,NSNN
    /// 2,Đoàn giao lưu thanh niên,Thành đoàn,15,,2,NSNN
    /// ```
    "O361" "cell-merged" Warning
    title:
        "Ô trống được hiểu theo dòng trên"
        / "Blank cell filled from above",
    message:
        "Ô {0} để trống; lấy theo dòng trên: “{1}”."
        / "The cell {2} is blank; the row above gives “{1}”.",
    hint:
        "Nếu đúng, không cần làm gì; nếu không, điền vào ô."
        / "If that is right, nothing to do; otherwise fill in the cell.",
    values: ["Thời gian thực hiện", "Quý I/2021", "Period"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    for (field, reason) in context.row.inherited.iter() {
        let text = match field {
            Field::Period => context.texts.period,
            Field::Funding => context.texts.funding,
            Field::Country => context.texts.countries,
            Field::Name => context.texts.name,
            _ => continue,
        };
        // A group row names its country for all to see; a period or source it only lends to blank cells.
        let lent = matches!(field, Field::Period | Field::Funding);
        if *reason == InheritReason::Merged || (*reason == InheritReason::Group && lent) {
            let [vi, en] = field_name(*field);
            let values = [vi.to_string(), context.text(text).to_string()];
            report.add(Scope::Row(context.index), context.place(*field), "", values);
            report.detail([en.to_string()]);
        }
    }
}
