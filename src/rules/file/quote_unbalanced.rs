//! A quote that never closes.

use crate::model::document::ReadNote;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Một dấu nháy mở mà không có dấu đóng có thể gộp cả phần còn lại của tệp vào một ô. Vì vậy riêng
    /// ô đó được đọc nguyên văn, giữ cả dấu nháy, đến dấu phân cách kế tiếp; các ô và các dòng sau vẫn
    /// đọc như thường, không mất dòng nào.
    ///
    /// # English
    /// A quote that is never closed could pull the rest of the file into one cell. So that cell alone
    /// is read as it is, quote included, up to the next delimiter; the cells and lines after it are
    /// read as usual and no line is lost.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,"Đoàn công tác Sở A,Giám đốc Sở,Lào,Sở B,Hội đàm,08,05,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "T108" "quote-unbalanced" Warning
    title:
        "Dấu nháy không đóng"
        / "Unbalanced quote",
    message:
        "Dấu nháy mở ở dòng {0} không có dấu đóng; riêng ô này được đọc nguyên văn, giữ cả dấu nháy."
        / "The quote opened on line {0} is never closed; that cell alone was read as it is, including the quote.",
    hint:
        "Kiểm tra các ô của dòng này: nếu ô có dấu phân cách thì nội dung đã bị tách sang ô sau. Xóa dấu nháy thừa hoặc thêm dấu đóng rồi gửi lại."
        / "Check the cells of this line: a delimiter inside the cell has split it. Remove the quote or close it, and send the file again.",
    values: ["4"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let notes = context
        .file
        .document()
        .into_iter()
        .flat_map(|document| &document.notes);
    for note in notes {
        if let ReadNote::UnbalancedQuote { line } = note {
            let place = Place {
                line: *line,
                ..Place::default()
            };
            report.add(Scope::File, place, "", [line.to_string()]);
        }
    }
}
