//! A table of which nothing says whether it is a plan or results.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::Kind;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Tiêu đề của tệp, tiêu đề bảng và tên tệp đều không cho biết bảng là kế hoạch hay kết quả thực
    /// hiện.
    ///
    /// # English
    /// Neither the title, the section title nor the file name says whether the table is a plan or
    /// results.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B213" "kind-assumed" Info
    title:
        "Không ghi kế hoạch hay kết quả"
        / "Plan or results not stated",
    message:
        "Không nơi nào ghi đây là kế hoạch hay kết quả; được hiểu là kế hoạch năm {0}."
        / "Nothing says whether this is a plan or results; it is read as the plan for {0}.",
    hint:
        "Ghi “KẾ HOẠCH NĂM …” hoặc “KẾT QUẢ NĂM …” ở tiêu đề."
        / "Write “KẾ HOẠCH NĂM …” or “KẾT QUẢ NĂM …” in the title.",
    values: ["2021"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for (index, section) in context.file.segmentation.sections.iter().enumerate() {
        let said = section.rows.iter().all(|row| row.kind.is_some());
        if section.kind == Kind::Plan && !section.kind_stated && !said {
            let place = Place {
                line: section.line,
                ..context.place_in(index)
            };
            report.add(
                Scope::Section(index as u32),
                place,
                &section.title,
                [section.year.to_string()],
            );
        }
    }
}
