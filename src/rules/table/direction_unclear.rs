//! A table, or a row of one, of which nothing says which way its delegations travel.

use crate::model::delegation::Delegation;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::{Field, SegmentNote};
use crate::rules::{FileContext, Report};
use rustc_hash::FxHashSet;

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
        "Không rõ các đoàn ở dòng {line} là đoàn ra hay đoàn vào."
        / "It is not clear whether the delegations at line {line} are outbound or inbound.",
    hint:
        "Ghi “I. ĐOÀN RA” hoặc “II. ĐOÀN VÀO” trên bảng, hoặc dùng cột “Nước đi” / “Đến từ nước”; nếu có cột loại đoàn, điền đủ mọi dòng."
        / "Write “I. ĐOÀN RA” or “II. ĐOÀN VÀO” above the table, or use the column “Nước đi” or “Đến từ nước”; fill in a column for the direction in every row.",
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let mut unclear = FxHashSet::default();
    for note in &context.file.segmentation.notes {
        if let SegmentNote::DirectionUnclear { section, line } = note {
            unclear.insert(*section as u32);
            let place = Place {
                line: *line,
                ..context.place_in(*section)
            };
            report.add(Scope::Section(*section as u32), place, "", []);
        }
    }
    // A row that no figure has must not count as accepted, whatever its table says.
    let rows = context.file.delegations.iter().enumerate();
    let rows = rows.filter(|(_, row)| row.direction.is_none() && !unclear.contains(&row.section));
    for (index, row) in rows {
        let (place, cell) = direction_cell(context, row);
        report.add(Scope::Row(index as u32), place, &cell, []);
    }
}

/// The cell of a row that should say its direction: the whole line where no column does.
fn direction_cell(context: &FileContext, row: &Delegation) -> (Place, String) {
    let section = context.file.section(row);
    let column = section.column(Field::Direction).map(|column| column.index);
    let cell = column
        .zip(context.file.document())
        .map(|(column, document)| {
            let cell = document.cell(section.sheet, row.row as usize, column);
            document.trimmed(cell).to_string()
        });
    let place = Place {
        line: row.line,
        column: column.map_or(0, |column| column as u32 + 1),
        ..context.place_in(row.section as usize)
    };
    (place, cell.unwrap_or_default())
}
