//! A submission that is marked as secret.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Bí mật nhà nước không được đưa vào bảng tổng hợp, trang báo cáo hay tệp trao đổi. Chương trình
    /// chỉ liệt kê đường dẫn của tệp.
    ///
    /// # English
    /// State secrets must not reach summaries, pages or exchanged files. Only the path of the file is
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
        "Tệp có dấu chỉ độ mật; nội dung không được đưa vào tổng hợp."
        / "The file is marked as secret; its content is not used.",
    hint:
        "Gửi văn bản mật theo quy định về bảo vệ bí mật nhà nước; gửi riêng danh sách không mật."
        / "Send secret documents through the channel for them; submit a separate list that is not secret.",
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    if context.file.secret {
        report.add(Scope::File, Place::default(), "", []);
    }
}
