//! Two rows of one department that are alike in every cell.

use crate::rules::{Report};
use crate::model::dataset::Dataset;
use crate::model::dataset::FileRead;
use crate::model::delegation::{Delegation, RowState};
use crate::model::finding::Place;
use crate::model::finding::Scope;
use std::collections::HashMap;

rule! {
    /// # Tiếng Việt
    /// Hai dòng của một đơn vị giống nhau mọi ô, trong một tệp hoặc trong các tệp cộng với nhau. Không
    /// dòng nào bị tự bỏ.
    ///
    /// # English
    /// Two rows of one department are alike in every cell, in one file or in files that add up. Neither
    /// is dropped in silence.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở A,Giám đốc Sở,Thái Lan,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "L503" "row-repeated" Warning
    title:
        "Dòng trùng nhau"
        / "Row repeated",
    message:
        "Dòng giống dòng {1} của {0}; cả hai đều được tính."
        / "The row is the same as line {1} of {0}; both count.",
    hint:
        "Nếu là một đoàn, xóa một dòng; nếu là hai đoàn, ghi rõ khác nhau ở đâu."
        / "If it is one delegation delete one row; if there are two, say how they differ.",
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    let mut first: HashMap<Vec<&str>, (usize, usize)> = HashMap::new();
    for (at, file) in dataset.files.iter().enumerate() {
        for (index, row) in file.delegations.iter().enumerate() {
            if !matches!(row.state, RowState::Accepted | RowState::NotHeld) {
                continue;
            }
            let found = *first.entry(identity(dataset, file, row)).or_insert((at, index));
            if found != (at, index) {
                let sheet = file.section(row).sheet as u32;
                let place = (Scope::Row(index as u32), Place { sheet, line: row.line, column: 0 });
                report.across(Some(at as u32), Some(file.department), place, []);
                let (other, other_row) = found;
                let other_file = &dataset.files[other];
                let line = other_file.delegations[other_row].line;
                report.detail([other_file.submission.path.clone(), line.to_string()]);
                report.other(other as u32, other_row as u32);
            }
        }
    }
}

/// Everything that tells one delegation of a department from another.
fn identity<'a>(dataset: &'a Dataset, file: &'a FileRead, row: &Delegation) -> Vec<&'a str> {
    let texts = &row.texts;
    let spans = [
        texts.name,
        texts.head,
        texts.countries,
        texts.partner,
        texts.content,
        texts.people,
        texts.days,
        texts.period,
        texts.period_to,
        texts.funding,
        texts.amount,
    ];
    let direction = row.direction.map_or("", |direction| direction.code());
    let own = [dataset.department(file).slug.as_str(), row.kind.code(), direction];
    own.into_iter().chain(spans.into_iter().map(|span| file.text(span))).collect()
}
