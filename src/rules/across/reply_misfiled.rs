//! A reply in the folder of another department than that whose submission it replies to.

use crate::model::dataset::Dataset;
use crate::model::finding::{Place, Scope};
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Tệp phản hồi mang mã của bản nộp của một đơn vị khác với thư mục chứa nó. Tệp được tính cho đơn vị có bản
    /// nộp đó.
    ///
    /// # English
    /// A reply carries the mark of the submission of another department than that of its folder. It is counted
    /// for the department whose submission it replies to.
    "L516" "reply-misfiled" Warning
    title:
        "Tệp gửi lại nằm nhầm thư mục"
        / "Reply in another folder",
    message:
        "Tệp này trả lời bản nộp của {0} nhưng nằm trong thư mục {1}; được tính cho {0}."
        / "This file replies to the submission of {0} but lies in the folder {1}; it is counted for {0}.",
    told:
        "Tệp này trả lời báo cáo của {0}; được tính cho {0}."
        / "This file replies to the report of {0}; it is counted for {0}.",
    hint:
        "Nếu đơn vị dùng tệp này làm mẫu, gửi báo cáo bằng biểu mẫu của mình."
        / "A department that used it as a template sends a form of its own.",
    office:
        "Nếu để nhầm chỗ, chuyển tệp về thư mục của đơn vị kia."
        / "If it lies in the wrong place move it to the folder of that department.",
    values: ["Sở Y tế", "so-cong-thuong"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (at, file) in dataset.files.iter().enumerate() {
        if file.doubts.misfiled {
            let place = (Scope::File, Place::default());
            let name = dataset.department(file).name.clone();
            let values = [name, file.submission.folder.clone()];
            report.across(Some(at as u32), Some(file.department), place, values);
        }
    }
}
