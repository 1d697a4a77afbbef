//! A cell of a workbook that the file itself spoils.

use crate::model::document::{CellFault, ReadNote};
use crate::model::finding::{Place, Scope};
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Ô ghi là số nhưng chứa chữ, trỏ tới một chuỗi không có, chứa mã lỗi (#N/A, #REF!, #SPILL!), thuộc
    /// kiểu lạ, hoặc là công thức mà tệp không lưu kết quả. Các ô khác vẫn được đọc; ô này đọc đúng như tệp ghi.
    ///
    /// # English
    /// A cell says that it is a number and holds words, names a text that is not there, holds an error
    /// (#N/A, #REF!, #SPILL!), is of a type that no program knows, or is a formula whose result the file
    /// does not store. The other cells are read; this one is read as the file has it.
    "O362" "cell-broken" Warning
    title:
        "Ô của bảng tính bị hỏng hoặc chưa tính"
        / "A broken cell, or one that was not worked out",
    message:
        "Ô này {0}."
        / "This cell {1}.",
    hint:
        "Mở tệp bằng Excel hoặc LibreOffice, gõ lại giá trị của ô (không dùng công thức), lưu và gửi lại."
        / "Open the file in Excel or LibreOffice, type the value of the cell again (no formula), save it and send it again.",
    values: ["chứa mã lỗi của bảng tính: “#REF!”", "holds a spreadsheet error: “#REF!”"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let notes = context
        .file
        .document()
        .into_iter()
        .flat_map(|document| &document.notes);
    for note in notes {
        if let ReadNote::CellBroken {
            sheet,
            line,
            column,
            text,
            reason,
        } = note
        {
            let place = Place {
                sheet: *sheet,
                line: *line,
                column: *column,
            };
            let shown = if text.is_empty() {
                String::new()
            } else {
                format!(": “{text}”")
            };
            let [vi, en] = words(*reason).map(|words| format!("{words}{shown}"));
            report.add(Scope::File, place, text, [vi, en]);
        }
    }
}

fn words(fault: CellFault) -> [&'static str; 2] {
    match fault {
        CellFault::Value => [
            "ghi là số nhưng chứa thứ khác",
            "says that it is a number and holds something else",
        ],
        CellFault::MissingText => [
            "trỏ tới một chuỗi mà tệp không có",
            "names a text that the file does not have",
        ],
        CellFault::Error => ["chứa mã lỗi của bảng tính", "holds a spreadsheet error"],
        CellFault::UnknownType => [
            "thuộc kiểu mà định dạng không có",
            "is of a type that the format does not have",
        ],
        CellFault::NotCalculated => [
            "là công thức mà tệp không lưu kết quả",
            "is a formula whose result the file does not store",
        ],
    }
}
