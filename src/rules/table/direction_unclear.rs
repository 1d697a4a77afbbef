//! A table of which nothing says whether its delegations go abroad or come from abroad.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Không tiêu đề, tên cột hay tên tệp nào cho biết là đoàn ra hay đoàn vào, nên các dòng không thể
    /// được tính.
    ///
    /// # English
    /// No title, heading or file name says whether the delegations go abroad or come from abroad, so
    /// the rows cannot be counted.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DANH SÁCH ĐOÀN NĂM 2021
    /// TT,Tên đoàn,Trưởng đoàn,Quốc gia,Nội dung,Số người,Số ngày,Thời gian,Kinh phí
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,Lào,Hội đàm,08,05,Quý III/2021,NSNN
    /// ```
    "B206" "direction-unclear" Error
    title:
        "Không rõ đoàn ra hay đoàn vào"
        / "Direction unclear",
    message:
        "Không rõ bảng ở dòng {line} là đoàn ra hay đoàn vào."
        / "It is not clear whether the table on line {line} is outbound or inbound.",
    hint:
        "Ghi “I. ĐOÀN RA” hoặc “II. ĐOÀN VÀO” trên bảng, hoặc dùng cột “Nước đi” / “Đến từ nước”."
        / "Write “I. ĐOÀN RA” or “II. ĐOÀN VÀO” above the table, or use the column “Nước đi” or “Đến từ nước”.",
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::DirectionUnclear { section, line } = note {
            let place = Place {
                line: *line,
                ..context.place_in(*section)
            };
            report.add(Scope::Section(*section as u32), place, "", []);
        }
    }
}
