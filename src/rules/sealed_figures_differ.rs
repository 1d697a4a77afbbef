//! The difference that later submissions would make to sealed figures.

use crate::model::dataset::Dataset;
use crate::model::finding::{Place, Scope};
use crate::rules::{Report, table_name};

rule! {
    /// # Tiếng Việt
    /// Cho biết số liệu đã chốt của một đơn vị sẽ thay đổi bao nhiêu nếu tính cả phần bổ sung, sửa hoặc bỏ
    /// sau chốt.
    ///
    /// # English
    /// Says by how much the sealed figures of a department would change if what came, changed or went
    /// after the seal were counted.
    "L524" "sealed-figures-differ" Warning
    title: "Số liệu khác sau chốt" / "Figures differ from the seal",
    message:
        "{0}, {1}: nếu tính phần sau chốt, {3} đoàn, {4} lượt người so với số đã chốt."
        / "{0}, {2}: with what came after the seal, {3} delegations, {4} people against the sealed figures.",
    hint:
        "Số liệu đã chốt giữ nguyên; muốn tính, mở lại bằng `tonghop freeze NĂM --reopen` rồi tổng hợp lại."
        / "The sealed figures stay; to count it, lift the seal with `tonghop freeze YEAR --reopen` and consolidate again.",
    check: Sealed(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    let differences = dataset.frozen.iter().flat_map(|sealed| &sealed.differences);
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
