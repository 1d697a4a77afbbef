//! A row with more or fewer cells than its header.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Thừa ô thường do dấu phẩy trong nội dung không được đặt trong dấu nháy; khi đó các cột sau bị
    /// lệch.
    ///
    /// # English
    /// An extra cell usually comes from a comma in text that is not quoted; the columns after it are
    /// then shifted.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B,Hội đàm, ký biên bản,08,05,Quý III/2021,NSNN,x
    /// ```
    "B209" "row-ragged" Warning
    title:
        "Dòng thừa hoặc thiếu ô"
        / "Too many or too few cells",
    message:
        "Dòng có {0} ô, hàng tiêu đề có {1}{2}."
        / "The row has {0} cells, the header has {1}{3}.",
    hint:
        "Kiểm tra dấu phân cách trong ô (đặt ô trong dấu nháy) và các ô bị xóa."
        / "Look for a delimiter inside a cell (put the cell in quotes) and for deleted cells.",
    values: ["12", "11", "; “Hội đàm, ký biên bản” được đọc là một ô", "; “Hội đàm, ký biên bản” is read as one cell"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::RaggedRow {
            section,
            line,
            cells,
            expected,
            joined,
        } = note
        {
            let place = Place {
                line: *line,
                ..context.place_in(*section)
            };
            let values = [cells.to_string(), expected.to_string()];
            report.add(Scope::Section(*section as u32), place, "", values);
            let texts: Vec<_> = joined.iter().map(|text| context.file.text(*text)).collect();
            report.detail(if texts.is_empty() {
                [String::new(), String::new()]
            } else {
                let texts = texts.join("”, “");
                [
                    format!("; “{texts}” được đọc là một ô"),
                    format!("; “{texts}” is read as one cell"),
                ]
            });
        }
    }
}
