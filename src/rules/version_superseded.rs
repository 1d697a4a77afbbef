//! A table that a later version replaced.

use crate::rules::{Report};
use crate::model::dataset::Dataset;
use crate::model::finding::Place;
use crate::model::finding::Scope;

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
        / "Superseded by a later version",
    message:
        "Bảng {0} được thay bằng tệp {1}."
        / "The table {0} is replaced by {1}.",
    hint:
        "Không cần làm gì nếu bản sau là bản đúng."
        / "Nothing to do if the later version is the right one.",
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (at, file) in dataset.files.iter().enumerate() {
        for ((direction, kind), by) in &file.superseded {
            let table = format!("{}:{}", direction.code(), kind.code());
            let place = (Scope::File, Place::default());
            report.across(Some(at as u32), Some(file.department), place, [table, by.clone()]);
        }
    }
}
