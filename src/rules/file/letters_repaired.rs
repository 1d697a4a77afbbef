//! Cells whose letters were restored from another encoding.

use crate::model::document::{ReadNote, Repair};
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Một số ô có chữ TCVN3 hoặc VNI trong tệp Unicode, hoặc UTF-8 bị mã hóa hai lần. Chương trình
    /// khôi phục dựa vào cấu tạo âm tiết tiếng Việt.
    ///
    /// # English
    /// Some cells have TCVN3 or VNI letters inside a Unicode file, or UTF-8 that was encoded twice.
    /// They are restored using the structure of Vietnamese syllables.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Tên đoàn: §oµn c«ng t¸c Së N«ng nghiÖp
    /// Nội dung hoạt động: Häc tËp kinh nghiÖm qu¶n lý rõng
    /// ```
    "T107" "letters-repaired" Info
    title:
        "Đã khôi phục chữ tiếng Việt"
        / "Letters repaired",
    message:
        "{0} ô có chữ sai bảng mã ({1}) đã được khôi phục, ví dụ “{2}” thành “{3}”."
        / "{0} cells with letters in another encoding ({1}) were repaired, for example “{2}” became “{3}”.",
    hint:
        "Xem lại ví dụ; nếu sai, sửa ô trong tệp gốc và gửi lại."
        / "Check the example; if it is wrong, correct the cell in the original and send it again.",
    values: ["2", "TCVN3", "§oµn c«ng t¸c Së N«ng nghiÖp", "Đoàn công tác Sở Nông nghiệp"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let notes = context
        .file
        .document()
        .into_iter()
        .flat_map(|document| &document.notes);
    for note in notes {
        if let ReadNote::Repaired {
            repair,
            cells,
            line,
            column,
            before,
            after,
        } = note
        {
            let place = Place {
                line: *line,
                column: *column,
                ..Place::default()
            };
            let values = [
                cells.to_string(),
                kind(*repair).to_string(),
                before.clone(),
                after.clone(),
            ];
            report.add(Scope::File, place, before, values);
        }
    }
}

fn kind(repair: Repair) -> &'static str {
    match repair {
        Repair::Tcvn3Text => "TCVN3",
        Repair::VniText => "VNI",
        Repair::DoubleEncoded => "UTF-8 × 2",
        Repair::Composed => "NFD",
    }
}
