//! A submission that bears a mark of secrecy.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Bí mật nhà nước không được đưa vào bảng tổng hợp, trang báo cáo hay tệp trao đổi. Chỉ đường dẫn
    /// của tệp được liệt kê.
    ///
    /// # English
    /// State secrets must not enter summaries, pages or exchange files. Only the path of the file is
    /// listed.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// MẬT
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "T104" "document-secret" Error
    title:
        "Văn bản có dấu mật"
        / "Document marked secret",
    message:
        "Tệp mang dấu chỉ độ mật; nội dung không được đọc vào tổng hợp."
        / "The file bears a mark of secrecy; its content is not taken in.",
    hint:
        "Gửi văn bản mật theo đường văn bản mật; nộp riêng danh sách không mật."
        / "Send secret documents by the secret channel; submit a list that is not secret.",
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    if at.file.secret {
        report.add(Scope::File, Place::default(), "", []);
    }
}
