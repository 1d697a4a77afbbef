//! A file whose Vietnamese letters became question marks before it was sent.

use crate::model::document::ReadNote;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Excel lưu dạng “CSV (Comma delimited)” đổi chữ tiếng Việt thành dấu “?”. Chữ đã mất không thể
    /// khôi phục chắc chắn, nên cả tệp được trả lại.
    ///
    /// # English
    /// Excel’s “CSV (Comma delimited)” turns Vietnamese letters into “?”. What is lost cannot be
    /// restored with certainty, so the whole file goes back.
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
        "Mất chữ tiếng Việt"
        / "Vietnamese letters lost",
    message:
        "Chữ tiếng Việt đã mất khi lưu: {0} trên {1} từ có dấu “?”, ví dụ “{2}”."
        / "Vietnamese letters were lost on saving: {0} of {1} words hold “?”, such as “{2}”.",
    hint:
        "Mở tệp gốc, chọn Lưu thành › “CSV UTF-8 (phân cách bằng dấu phẩy)” hoặc .xlsx, rồi gửi lại. Không sửa tệp đã mất chữ."
        / "Open the original, choose Save As › “CSV UTF-8 (Comma delimited)” or .xlsx, and send that. Do not mend the damaged file.",
    values: ["?", "?", "?"],
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    let notes = at
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
