//! A joint delegation of which its departments say different things.

use crate::model::dataset::Dataset;
use crate::model::finding::{Place, Scope};
use crate::rules::{Report, field_name};

rule! {
    /// # Tiếng Việt
    /// Các dòng đã được quyết định `same` là một đoàn và chỉ tính một lần. Giá trị mà chỉ một đơn vị ghi
    /// được lấy thêm; giá trị mà các đơn vị ghi khác nhau thì cần hỏi: cho đến khi có trả lời, dòng đầu
    /// tiên được tính như đã ghi (riêng các nước thì gộp lại).
    ///
    /// # English
    /// Rows that were decided `same` are one delegation and count once. A value that only one department
    /// states is taken over; where the departments state different values somebody must ask: until then
    /// the first row counts as it is written (of countries, all of them).
    "L513" "joint-contradicted" Warning
    title:
        "Các đơn vị ghi khác nhau về một đoàn chung"
        / "Departments differ on a joint delegation",
    message:
        "{0}: các đơn vị ghi khác nhau về đoàn chung này: {2}."
        / "{1}: the departments differ on this joint delegation: {2}.",
    told:
        "{0}: các đơn vị cùng tổ chức ghi khác nhau về đoàn này."
        / "{1}: the departments that organise this delegation differ on it.",
    hint:
        "Thống nhất với đơn vị cùng tổ chức và sửa ở tệp ghi sai."
        / "Agree with the other department, and correct the file that is wrong.",
    values: ["Số người", "People", "Sở Y tế: 08; Sở Công Thương: 06"],
    check: Joint(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for found in &dataset.contradictions {
        let file = &dataset.files[found.file as usize];
        let row = &file.delegations[found.row as usize];
        let section = file.section(row);
        let column = section
            .column(found.field)
            .map_or(0, |column| column.index as u32 + 1);
        let place = Place {
            sheet: section.sheet as u32,
            line: row.line,
            column,
        };
        let [vi, en] = field_name(found.field);
        let values = [vi.to_string(), en.to_string(), found.values.clone()];
        let scope = Scope::Row(found.row);
        report.across(
            Some(found.file),
            Some(file.department),
            (scope, place),
            values,
        );
    }
}
