//! A period in another year than the table’s.

use crate::model::finding::Scope;
use crate::model::value::Quarter;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Kế hoạch năm nay ghi thời gian năm trước, thường do chép từ bảng cũ. Chương trình không tự đổi
    /// năm; dòng được tính riêng ở “ngoài năm”.
    ///
    /// # English
    /// A plan for this year with dates of last year, usually copied from an old table. The year is not
    /// changed automatically; the row is counted separately, as outside the year.
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
        / "“{0}” is in {1} but the table is for {2}; the row is counted as outside the year.",
    hint:
        "Nếu gõ nhầm năm, sửa thành {2}; nếu đúng, dòng này thuộc bảng của năm {1}."
        / "If the year is a typing error, change it to {2}; if it is right, the row belongs to the table for {1}.",
    values: ["Quý III/2020", "2020", "2021"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    if context.row.period.class() == Quarter::OutsideYear {
        let text = context.period_text();
        let written = context
            .row
            .period
            .year
            .map_or_else(String::new, |year| year.to_string());
        let values = [text.clone(), written.clone(), context.row.year.to_string()];
        report.add(
            Scope::Row(context.index),
            context.period_place(),
            &text,
            values,
        );
        if context.text(context.texts.period_to).is_empty() && years(&text).all(|y| y == written) {
            let own = text.replace(&written, &context.row.year.to_string());
            report.suggest(Some(own).filter(|own| *own != text));
        }
    }
}

/// The years in a text: with two of them a slip in one is no longer sure.
fn years(text: &str) -> impl Iterator<Item = &str> {
    let figures = text.split(|c: char| !c.is_ascii_digit());
    figures.filter(|figures| figures.len() == 4)
}
