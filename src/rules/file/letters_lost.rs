//! A file whose Vietnamese letters became question marks before it was sent.

use crate::model::document::ReadNote;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Excel lưu dạng “CSV (Comma delimited)” đổi chữ tiếng Việt có dấu thành “?”. Chữ đã mất không thể
    /// khôi phục chắc chắn, nên cả tệp được trả lại.
    ///
    /// # English
    /// Excel’s “CSV (Comma delimited)” turns Vietnamese letters into “?”. They cannot be restored with
    /// certainty, so the whole file is returned.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// D? KI?N ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Tru?ng đoàn,Nu?c đi,Đ?i tác làm vi?c,N?i dung ho?t đ?ng,S? ngu?i,S? ngày,Th?i gian th?c hi?n,Kinh phí,Ghi chú
    /// 1,Đoàn S? A,Giám đ?c S?,Lào,S? B,H?i đàm,08,05,Quý III/2021,NSNN,
    /// ```
    "T105" "letters-lost" Error
    title:
        "Lỗi phông, mất dấu"
        / "Vietnamese letters lost",
    message:
        "Tệp bị lỗi phông, mất dấu khi lưu: {0} trên {1} từ có dấu “?”, ví dụ “{2}”."
        / "Vietnamese letters were lost when the file was saved: {0} of {1} words contain “?”, for example “{2}”.",
    hint:
        "Mở tệp gốc, chọn Lưu dưới dạng (Save As) › “CSV UTF-8 (Comma delimited)” hoặc .xlsx, rồi gửi lại. Không sửa trên tệp đã mất dấu."
        / "Open the original, choose Save As › “CSV UTF-8 (Comma delimited)” or .xlsx, and send that. Do not edit the damaged file.",
    values: ["14", "49", "KI?N Tru?ng Nu?c Đ?i vi?c N?i ho?t đ?ng ngu?i Th?i th?c hi?n"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let notes = context
        .file
        .document()
        .into_iter()
        .flat_map(|document| &document.notes);
    for note in notes {
        if let ReadNote::LettersLost {
            line,
            words,
            total,
            sample,
        } = note
        {
            let place = Place {
                line: *line,
                ..Place::default()
            };
            let values = [words.to_string(), total.to_string(), sample.clone()];
            report.add(Scope::File, place, "", values);
        }
    }
}
