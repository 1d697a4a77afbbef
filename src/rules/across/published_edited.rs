//! A published file that someone edited.

use crate::model::dataset::Dataset;
use crate::model::finding::{Place, Scope};
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Tệp kết quả có người sửa sau khi công bố thì không bị ghi đè: bản đã sửa được giữ riêng, còn thư
    /// mục của năm có bản mới của chương trình. Số liệu sửa tay không vào tổng hợp; muốn thay đổi số
    /// liệu thì sửa trong báo cáo của đơn vị hoặc ghi vào decisions.csv. Lưu ý này còn chừng nào tệp
    /// được giữ còn đó.
    ///
    /// # English
    /// A published file that someone has edited is never overwritten: the edited copy is kept aside,
    /// and the folder of the year has the program’s own version again. Figures changed by hand reach no
    /// summary; to change one, correct the submission or use decisions.csv. The finding stays as long
    /// as the kept file.
    "L520" "published-edited" Warning
    title:
        "Tệp kết quả đã bị sửa"
        / "Published file edited",
    message:
        "Tệp kết quả đã bị sửa sau khi công bố; bản sửa được giữ ở {0}."
        / "A published file was edited; the edited copy is kept in {0}.",
    hint:
        "Xem bản đã sửa, chuyển điều cần giữ về báo cáo của đơn vị hoặc decisions.csv, rồi xóa hoặc chuyển tệp đi."
        / "Look at the edited copy, move what matters into the submission or decisions.csv, then delete it or move it away.",
    values: ["outputs/2021.kept/summary.xlsx"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for path in &dataset.kept {
        report.across(None, None, (Scope::File, Place::default()), [path.clone()]);
    }
}
