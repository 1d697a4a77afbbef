//! A table that only its year tells to be results.

use crate::model::finding::{Place, Scope};
use crate::model::section::Kind;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Không nơi nào ghi đây là kế hoạch hay kết quả, nhưng năm ghi ở tiêu đề là năm báo cáo kết quả: bảng
    /// được hiểu là kết quả thực hiện.
    ///
    /// # English
    /// Nothing says whether the table is a plan or results, but its year is that of the results: it is read as
    /// results.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DANH SÁCH ĐOÀN RA NĂM 2020
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2020,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// KẾT QUẢ ĐOÀN RA NĂM 2020
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2020,NSNN,
    /// ```
    "B232" "kind-by-year" Warning
    title:
        "Kết quả chỉ suy ra từ năm"
        / "Results told by the year alone",
    message:
        "Không nơi nào ghi đây là kế hoạch hay kết quả; theo năm {0}, được hiểu là kết quả."
        / "Nothing says whether this is a plan or results; by its year {0} it is read as results.",
    hint:
        "Ghi “KẾT QUẢ NĂM …” ở tiêu đề."
        / "Write “KẾT QUẢ NĂM …” in the title.",
    values: ["2020"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for (index, section) in context.file.segmentation.sections.iter().enumerate() {
        let said = section.rows.iter().all(|row| row.kind.is_some());
        if section.kind == Kind::Realised && !section.kind_stated && !said {
            let place = Place {
                line: section.line,
                ..context.place_in(index)
            };
            let year = section.year.to_string();
            report.add(Scope::Section(index as u32), place, &section.title, [year]);
        }
    }
}
