//! A file whose content was read already.

use crate::model::dataset::Dataset;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Cùng một nội dung mà một đơn vị gửi hai lần chỉ được tính một lần.
    ///
    /// # English
    /// The same content sent twice by one department is counted once.
    "L501" "file-repeated" Info
    title:
        "Tệp gửi hai lần"
        / "File sent twice",
    message:
        "Nội dung giống hệt tệp {0}; chỉ tính một lần."
        / "The content is the same as that of {0}; it is counted once.",
    hint:
        "Không cần làm gì; có thể xóa một bản."
        / "Nothing to do; one copy may be deleted.",
    values: ["2021/so-y-te/ke hoach 2021.csv"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (index, file) in dataset.files.iter().enumerate() {
        if let Some(original) = file.duplicate_of.as_ref().filter(|_| !file.shared) {
            let place = (Scope::File, Place::default());
            report.across(
                Some(index as u32),
                Some(file.department),
                place,
                [original.clone()],
            );
        }
    }
}
