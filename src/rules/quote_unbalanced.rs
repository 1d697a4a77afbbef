//! A quote that never closes.

use crate::rules::{FileContext, Report};
use crate::model::document::ReadNote;
use crate::model::finding::Place;
use crate::model::finding::Scope;

rule! {
    /// # Tiếng Việt
    /// Một dấu nháy thừa có thể nuốt cả phần còn lại của tệp vào một ô. Tệp được đọc lại không theo dấu
    /// nháy kể từ dòng đó để không mất dòng nào.
    ///
    /// # English
    /// A stray quote can swallow the rest of a file into one cell. From that line on the file is read
    /// without quoting, so that no line is lost.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,"Đoàn công tác Sở A,Giám đốc Sở,Lào,Sở B,Hội đàm,08,05,Quý III/2021,NSNN,
    /// 2,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "T108" "quote-unbalanced" Warning
    title:
        "Dấu nháy không đóng"
        / "Unbalanced quote",
    message:
        "Dấu nháy mở ở dòng {0} không có dấu đóng; từ dòng này tệp được đọc không theo dấu nháy."
        / "The quote opened in line {0} never closes; from there the file was read without quoting.",
    hint:
        "Kiểm tra dòng này; xóa hoặc thêm dấu nháy cho đủ cặp."
        / "Look at this line; take the quote out or close it.",
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    let notes = at.file.document.iter().flat_map(|document| &document.notes);
    for note in notes {
        if let ReadNote::UnbalancedQuote { line } = note {
            let place = Place { line: *line, ..Place::default() };
            report.add(Scope::File, place, "", [line.to_string()]);
        }
    }
}
