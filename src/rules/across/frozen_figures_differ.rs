//! The difference that later submissions would make to frozen figures.

use crate::model::dataset::Dataset;
use crate::model::finding::{Place, Scope};
use crate::rules::{Report, table_name};

rule! {
    /// # Tiếng Việt
    /// Cho biết số liệu đã chốt của một đơn vị sẽ thay đổi bao nhiêu nếu tính cả phần nộp thêm, sửa
    /// hoặc bỏ sau khi chốt.
    ///
    /// # English
    /// Says by how much the frozen figures of a department would change if what came, changed or went
    /// afterwards were counted.
    "L524" "frozen-figures-differ" Warning
    title:
        "Số liệu khác sau khi chốt"
        / "Figures differ after closing",
    message:
        "{0}, {1}: nếu tính phần nộp sau khi chốt, {3} đoàn, {4} lượt người so với số đã chốt."
        / "{0}, {2}: with what came after closing, {3} delegations and {4} people compared with the frozen figures.",
    hint:
        "Số liệu đã chốt giữ nguyên."
        / "The frozen figures stay.",
    office:
        "Muốn tính, mở lại bằng `tonghop freeze NĂM --reopen` rồi tổng hợp lại."
        / "To count it, reopen the year with `tonghop freeze YEAR --reopen` and consolidate again.",
    values: ["Sở Y tế", "kế hoạch đoàn ra", "outbound plan", "+2", "+17"],
    check: Frozen(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    let differences = dataset.frozen.iter().flat_map(|frozen| &frozen.differences);
    for difference in differences {
        let [vi, en] = table_name((difference.direction, difference.kind));
        let values = [
            difference.name.clone(),
            vi.to_string(),
            en.to_string(),
            format!("{:+}", difference.delegations),
            format!("{:+}", difference.people),
        ];
        let place = (Scope::File, Place::default());
        report.across(None, difference.department, place, values);
    }
}
