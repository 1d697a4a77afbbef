//! A row with more or fewer cells than its head.

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
    /// A cell too many usually comes from a comma in a text that is not quoted; the columns behind it
    /// are then shifted.
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
        / "Ragged row",
    message:
        "Dòng có {0} ô, đầu cột có {1}{2}."
        / "The row has {0} cells, the head has {1}{3}.",
    hint:
        "Kiểm tra dấu phân cách trong ô (đặt ô trong dấu nháy) và các ô bị xóa."
        / "Look for a delimiter inside a cell (put the cell in quotes) and for deleted cells.",
    values: ["?", "?", "?", "?"],
    check: File(check),
}

fn check(at: &FileContext, report: &mut Report) {
    for note in &at.file.segmentation.notes {
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
                ..at.place_in(*section)
            };
            let values = [cells.to_string(), expected.to_string()];
            report.add(Scope::Section(*section as u32), place, "", values);
            let texts: Vec<_> = joined.iter().map(|text| at.file.text(*text)).collect();
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
