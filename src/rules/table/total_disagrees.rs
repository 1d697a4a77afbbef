//! A stated total that the rows do not add up to.

use super::totals;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::Field;
use crate::rules::field_name;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Dòng tổng của đơn vị được so với các dòng, không bao giờ được dùng thay các dòng. Chênh lệch
    /// thường do sót dòng hoặc gõ nhầm.
    ///
    /// # English
    /// A department’s own total is compared with its rows and never used instead of them. A difference
    /// usually means a forgotten row or a typing error.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số người: 08
    ///
    /// Số người: 06
    /// Nước đi: Thái Lan
    ///
    /// TT:
    /// Tên đoàn: Tổng cộng
    /// Số người: 17
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Số người: 08
    ///
    /// Số người: 06
    /// Nước đi: Thái Lan
    ///
    /// TT:
    /// Tên đoàn: Tổng cộng
    /// Số người: 14
    /// ```
    "B207" "total-disagrees" Warning
    title:
        "Tổng cộng không khớp"
        / "Total differs",
    message:
        "Dòng tổng ghi {0} là {1}, cộng các dòng được {2}."
        / "The total says {3}: {1}; the rows add up to {2}.",
    hint:
        "Kiểm tra các dòng và dòng tổng; có thể thiếu một dòng hoặc sai một số."
        / "Check the rows and the total; a row may be missing or a number wrong.",
    values: ["Số người", "17", "14", "People"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    totals::compare(context.file, |section, total, stated, counted| {
        let place = Place {
            line: total.line,
            column: total.column as u32 + 1,
            ..context.place_in(section)
        };
        let [vi, en] = match total.field {
            Field::Name => ["Số đoàn", "Delegations"],
            field => field_name(field),
        };
        let values = [vi.to_string(), stated, counted.clone()];
        report.add(
            Scope::Section(section as u32),
            place,
            context.file.text(total.text),
            values,
        );
        report.detail([en.to_string()]);
        report.suggest(Some(counted));
    });
}
