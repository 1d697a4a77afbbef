//! A department that sent only documents which cannot be read.

use crate::model::dataset::Dataset;
use crate::model::submission::{IgnoreReason, Ignored};
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Đơn vị chỉ gửi bản PDF, ảnh chụp, tệp Word cũ (.doc, .rtf, .odt) hoặc tệp nén. Chương trình không
    /// đọc số liệu từ các tệp này và không đoán; đơn vị được ghi là “không đọc được”, không phải “chưa nộp”.
    ///
    /// # English
    /// The department sent nothing but PDFs, pictures, old Word files (.doc, .rtf, .odt) or archives. No
    /// figures are read from these, and none are guessed; the department is listed as unreadable, not as
    /// missing.
    "T117" "document-unread" Error
    title:
        "Chỉ có tệp không đọc được"
        / "Sent only what cannot be read",
    message:
        "Tệp {0} đã nhận nhưng không đọc được số liệu; đơn vị chưa có tệp nào khác."
        / "The file {0} came, but no figures can be read from it; the department has sent no other file.",
    hint:
        "Đề nghị đơn vị gửi bản Word (.docx) hoặc Excel (.xlsx); tệp .doc, .rtf, .odt thì mở ra và lưu dưới dạng (Save As) .docx, tệp nén thì giải nén."
        / "Please send the list as Word (.docx) or Excel (.xlsx): open a .doc, .rtf or .odt and save it as .docx, unpack an archive.",
    values: ["2021/so-y-te/Bao cao.pdf"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (index, ignored) in dataset.ignored.iter().enumerate() {
        if asks(dataset, ignored) {
            report.passed_over(index as u32, [ignored.path.clone()]);
            report.of_department(ignored.department);
        }
    }
}

/// A document of a department of which nothing else could be read.
pub fn asks(dataset: &Dataset, ignored: &Ignored) -> bool {
    let is_unread = |department| {
        let mut files = dataset.files.iter();
        dataset.unread.contains(&department)
            && !files.any(|file| file.department == department && file.says_something())
    };
    ignored.reason == IgnoreReason::Document && ignored.department.is_some_and(is_unread)
}
