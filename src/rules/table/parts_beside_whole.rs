//! Rows numbered 1.1, 1.2 below a row 1 whose people are theirs.

use crate::model::delegation::Delegation;
use crate::model::finding::{Place, Scope};
use crate::model::section::Field;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Dòng 1 ghi 15 người, các dòng 1.1 và 1.2 ghi 5 và 10 người: có thể dòng 1 là cả đoàn và các dòng sau là từng
    /// nhóm. Tất cả đều được tính, nên người có thể bị tính hai lần.
    ///
    /// # English
    /// Row 1 says 15 people, rows 1.1 and 1.2 say 5 and 10: row 1 may be the whole delegation and those below its
    /// groups. All of them count, so people may be counted twice.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Số người: 15
    ///
    /// TT: 1.1
    /// Số người: 05
    /// Nước đi: Thái Lan
    ///
    /// TT: 1.2
    /// Số người: 10
    /// Nước đi: Trung Quốc
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// Số người: 05
    ///
    /// Số người: 10
    /// Nước đi: Thái Lan
    /// ```
    "B238" "parts-beside-whole" Warning
    title:
        "Dòng tổng của các nhóm được tính cùng các nhóm"
        / "A whole counted beside its parts",
    message:
        "Dòng {0} có {1} người, bằng tổng số người của {2} dòng {0}.1, {0}.2 … ngay dưới; tất cả đều được tính."
        / "Row {0} has {1} people, as many as the {2} rows {0}.1, {0}.2 … below it together; all of them count.",
    hint:
        "Nếu là một đoàn chia nhóm, chỉ giữ một dòng cho cả đoàn."
        / "If it is one delegation in groups, keep one row for the delegation.",
    values: ["1", "15", "2"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let Some(document) = context.file.document() else {
        return;
    };
    for (index, section) in context.file.segmentation.sections.iter().enumerate() {
        let Some(column) = section.column(Field::Number) else {
            continue;
        };
        let own = context.file.delegations.iter();
        let own = own.filter(|row| row.section as usize == index);
        let rows: Vec<(&str, &Delegation)> = own
            .map(|row| {
                let span = document.cell(section.sheet, row.row as usize, column.index);
                (document.trimmed(span).trim_end_matches('.'), row)
            })
            .collect();
        for (at, (number, whole)) in rows.iter().enumerate() {
            let is_part = |(below, _): &&(&str, &Delegation)| {
                let rest = below.strip_prefix(number);
                rest.is_some_and(|rest| rest.starts_with('.'))
            };
            let parts = || rows[at + 1..].iter().take_while(is_part);
            let people = |row: &Delegation| row.people().value.unwrap_or(0);
            let sum = parts().fold(0, |sum: u32, (_, row)| sum.saturating_add(people(row)));
            if number.is_empty() || parts().count() < 2 || sum != people(whole) {
                continue;
            }
            let place = Place {
                line: whole.line,
                column: column.index as u32 + 1,
                ..context.place_in(index)
            };
            let values = [
                number.to_string(),
                sum.to_string(),
                parts().count().to_string(),
            ];
            report.add(Scope::Section(index as u32), place, number, values);
        }
    }
}
