//! A table of which nothing says whether it is planned or realised.

use crate::rules::{FileContext, Report};
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::Kind;

rule! {
    /// # Tiếng Việt
    /// Tiêu đề, tên bảng và tên tệp đều không cho biết bảng là dự kiến hay đã thực hiện.
    ///
    /// # English
    /// Neither title, section head nor file name says whether the table is planned or realised.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B213" "kind-assumed" Info
    title:
        "Không ghi kế hoạch hay kết quả"
        / "Plan or results not said",
    message:
        "Không nơi nào ghi đây là kế hoạch hay kết quả; được hiểu là kế hoạch năm {0}."
        / "Nothing says whether this is a plan or results; it is read as the plan for {0}.",
    hint:
        "Ghi “KẾ HOẠCH NĂM …” hoặc “KẾT QUẢ NĂM …” ở tiêu đề."
        / "Write “KẾ HOẠCH NĂM …” or “KẾT QUẢ NĂM …” in the title.",
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    for (index, section) in at.file.segmentation.sections.iter().enumerate() {
        let said = section.rows.iter().all(|row| row.kind.is_some());
        if section.kind == Kind::Plan && !section.kind_stated && !said {
            let place = Place { line: section.line, ..at.place_in(index) };
            report.add(Scope::Section(index as u32), place, &section.title, [section.year.to_string()]);
        }
    }
}
