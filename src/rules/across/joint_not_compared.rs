//! So many delegations to one country in one quarter that their pairs are not compared.

use super::delegation_joint::{LARGEST_BUCKET, sizes};
use crate::model::dataset::Dataset;
use crate::model::finding::{Place, Scope};
use crate::rules::Report;
use crate::rules::quarter_name;

rule! {
    /// # Tiếng Việt
    /// Khi quá nhiều đoàn cùng loại đoàn, cùng loại bảng, cùng nước và cùng quý, chương trình không so
    /// từng cặp để thời gian chạy không tăng vọt. Cần tìm đoàn trùng trong nhóm này bằng cách khác, ví
    /// dụ sắp xếp delegations.csv theo tên.
    ///
    /// # English
    /// Where very many delegations share direction, kind, country and quarter, their pairs are not
    /// compared, so that the running time stays linear. Look for delegations reported twice in another
    /// way, for example by sorting delegations.csv by name.
    "L510" "joint-not-compared" Info
    title:
        "Nhóm quá lớn để tìm đoàn trùng"
        / "Too many to look for joint delegations",
    message:
        "{0} đoàn ({1}, {2}) cùng nước và cùng quý: quá nhiều để so từng cặp."
        / "{0} delegations ({1}, {3}) share country and quarter: too many to compare in pairs.",
    hint:
        "Sắp xếp delegations.csv theo nước, quý và tên để tìm đoàn trùng."
        / "Sort delegations.csv by country, quarter and name to find duplicates.",
    values: ["64", "LA", "quý III", "quarter 3"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for ((_, _, country, quarter), rows) in sizes(dataset) {
        if rows > LARGEST_BUCKET {
            let [vi, en] = quarter_name(quarter);
            let count = rows.to_string();
            let values = [count, country.to_string(), vi.to_string(), en.to_string()];
            report.across(None, None, (Scope::File, Place::default()), values);
        }
    }
}
