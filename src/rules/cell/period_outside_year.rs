//! A period in another year than the table’s.

use crate::model::finding::Scope;
use crate::model::value::Quarter;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Kế hoạch năm nay ghi thời gian năm trước, thường do chép từ bảng cũ. Quý không được tự đổi năm;
    /// dòng được tính riêng ở “ngoài năm”.
    ///
    /// # English
    /// A plan for this year dated last year, usually copied from an old table. The year is not changed
    /// in silence; the row counts apart, as outside the year.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Thời gian thực hiện: Quý III/2020
    /// ```
    "O333" "period-outside-year" Warning
    title:
        "Thời gian ngoài năm của bảng"
        / "Period outside the year",
    message:
        "“{0}” là năm {1}, bảng là của năm {2}; tính vào “ngoài năm”."
        / "“{0}” is in {1}, the table is of {2}; the row counts as outside the year.",
    hint:
        "Nếu gõ nhầm năm, sửa thành {2}; nếu đúng, dòng này thuộc bảng của năm {1}."
        / "If the year is a slip, make it {2}; if it is right, the row belongs to the table of {1}.",
    values: ["Quý III/2020", "2020", "2021"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    if at.row.period.class() == Quarter::OutsideYear {
        let text = at.period_text();
        let written = at
            .row
            .period
            .year
            .map_or_else(String::new, |year| year.to_string());
        let values = [text.clone(), written.clone(), at.row.year.to_string()];
        report.add(Scope::Row(at.index), at.period_place(), &text, values);
        if text.contains(&written) && !written.is_empty() {
            report.suggest(Some(text.replace(&written, &at.row.year.to_string())));
        }
    }
}
