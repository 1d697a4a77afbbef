//! One content that two departments sent.

use crate::model::dataset::Dataset;
use crate::model::finding::{Place, Scope};
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Hai đơn vị gửi hai tệp giống hệt nhau. Cả hai đã nộp, nhưng các dòng chỉ tính một lần, cho đơn vị của tệp
    /// đầu tiên; cần hỏi đó là báo cáo của đơn vị nào.
    ///
    /// # English
    /// Two departments sent the very same file. Both have submitted, but the rows are counted once, for the department
    /// of the first file; somebody should ask whose report it is.
    "L518" "file-of-two-departments" Warning
    title:
        "Hai đơn vị gửi cùng một tệp"
        / "One file from two departments",
    message:
        "Tệp giống hệt {0} của {1}; các dòng chỉ tính một lần, cho {1}."
        / "The file is that of {1} ({0}); its rows are counted once, for {1}.",
    told:
        "Tệp giống hệt một tệp của {1}; các dòng chỉ tính một lần, cho {1}."
        / "The file is the same as one of {1}; its rows are counted once, for {1}.",
    hint:
        "Hỏi hai đơn vị; nếu là báo cáo chung, ghi rõ đơn vị chủ trì; nếu gửi nhầm, gửi lại báo cáo của mình."
        / "Ask both; a joint report should name its host, and who sent the wrong file sends the right one.",
    values: ["2021/so-y-te/ke hoach.csv", "Sở Y tế"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for (at, file) in dataset
        .files
        .iter()
        .enumerate()
        .filter(|(_, file)| file.shared)
    {
        let path = file.duplicate_of.clone().unwrap_or_default();
        let mut files = dataset.files.iter();
        let host = files.find(|host| host.submission.path == path);
        let host = host.map_or_else(String::new, |host| dataset.department(host).name.clone());
        let place = (Scope::File, Place::default());
        report.across(Some(at as u32), Some(file.department), place, [path, host]);
    }
}
