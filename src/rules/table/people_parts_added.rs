//! People counted in several columns, without a total.

use crate::model::section::Doubt;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Bảng chia số người thành nhiều cột và không có cột tổng số; các cột được cộng lại.
    ///
    /// # English
    /// The table counts people in several columns and has none for their total; the columns are added.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Nam,Nữ,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,05,03,05,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở B,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,05,03,05,Quý III/2021,NSNN,
    /// 3,Đoàn công tác Sở C,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,05,03,05,Quý III/2021,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở B,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// 3,Đoàn công tác Sở C,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B223" "people-parts-added" Warning
    title:
        "Cộng số người từ nhiều cột"
        / "People added from several columns",
    message:
        "Không có cột tổng số người; các cột như “{0}” được cộng lại."
        / "No column holds the total of people; columns such as “{0}” are added.",
    hint:
        "Thêm cột “Số người” ghi tổng số."
        / "Add a column “Số người” with the total.",
    values: ["Nam"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for doubtful in context.doubtful_columns() {
        if doubtful.doubt == Doubt::PartsAdded {
            report.add(
                doubtful.scope,
                doubtful.place,
                doubtful.heading,
                [doubtful.heading.to_string()],
            );
        }
    }
}
