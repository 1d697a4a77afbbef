//! A table that a later version replaced.

use crate::model::dataset::Dataset;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::Report;
use crate::rules::table_name;

rule! {
    /// # Tiếng Việt
    /// Trong thư mục của một đơn vị, bản sau (lần 2, v2, sửa đổi, thay thế, ngày sau) thay các bảng mà
    /// nó có.
    ///
    /// # English
    /// In a department’s folder a later version (lần 2, v2, sửa đổi, thay thế, a later date) replaces
    /// the tables that it contains.
    "L502" "version-superseded" Info
    title:
        "Đã có bản thay thế"
        / "Replaced by a later version",
    message:
        "Bảng {1} được thay bằng tệp {0}."
        / "The {2} table is replaced by {0}.",
    hint:
        "Không cần làm gì nếu bản sau là bản đúng."
        / "Nothing to do if the later version is the right one.",
    values: ["2021/so-y-te/ke hoach lan 2.csv", "kế hoạch đoàn ra", "outbound plan"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (index, file) in dataset.files.iter().enumerate() {
        for ((direction, kind), by) in &file.superseded {
            let [vi, en] = table_name((*direction, *kind));
            let place = (Scope::File, Place::default());
            let values = [by.clone(), vi.to_string(), en.to_string()];
            report.across(Some(index as u32), Some(file.department), place, values);
        }
    }
}
