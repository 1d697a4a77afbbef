//! A submission from a department that is not in the register.

use crate::model::dataset::Dataset;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Thư mục và tiêu đề của tệp không khớp với đơn vị nào trong danh sách. Số liệu vẫn được tính,
    /// dưới tên thư mục.
    ///
    /// # English
    /// Neither the folder nor the title of the file matches a department in the register. Its figures
    /// are still counted, under the name of the folder.
    "T112" "department-unknown" Warning
    title:
        "Không rõ đơn vị gửi"
        / "Department not in the register",
    message:
        "Đơn vị “{0}” không có trong danh sách đơn vị."
        / "The department “{0}” is not in the register.",
    hint:
        ""
        / "",
    office:
        "Thêm đơn vị hoặc tên gọi khác của đơn vị vào departments.csv, hoặc đổi tên thư mục."
        / "Add the department or another name of it to departments.csv, or rename the folder.",
    values: ["Phòng Hợp tác quốc tế"],
    check: Across(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    if !dataset
        .departments
        .iter()
        .any(|department| department.registered)
    {
        return;
    }
    for (index, file) in dataset.files.iter().enumerate() {
        let department = dataset.department(file);
        if !department.registered {
            let values = [department.name.clone()];
            let place = (Scope::File, Place::default());
            report.across(Some(index as u32), Some(file.department), place, values);
        }
    }
}
