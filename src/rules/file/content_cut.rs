//! A cell or a sheet beyond the limits.

use crate::model::document::ReadNote;
use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Một ô dài trên 1 MiB hoặc một trang tính rộng bất thường thường do dán nhầm dữ liệu. Phần trong
    /// giới hạn vẫn được đọc.
    ///
    /// # English
    /// A cell of more than 1 MiB or an unusually large sheet is usually a paste by mistake. What is
    /// within the limit is read.
    "T111" "content-cut" Warning
    title:
        "Nội dung vượt giới hạn"
        / "Content over a limit",
    message:
        "Nội dung vượt giới hạn: {0}; phần vượt không được đọc."
        / "Content over a limit: {0}; the part over the limit was not read.",
    hint:
        "Kiểm tra ô hoặc trang tính này; xóa phần thừa và gửi lại."
        / "Check this cell or sheet, delete what does not belong there, and send the file again.",
    values: ["Sheet1: 2000000 × 40"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    let notes = context
        .file
        .document()
        .into_iter()
        .flat_map(|document| &document.notes);
    for note in notes {
        match note {
            ReadNote::CellTooLong {
                line,
                column,
                bytes,
            } => {
                let place = Place {
                    line: *line,
                    column: *column,
                    ..Place::default()
                };
                report.add(Scope::File, place, "", [format!("{bytes} B")]);
            }
            ReadNote::RowTooWide { line, columns } => {
                let place = Place {
                    line: *line,
                    ..Place::default()
                };
                report.add(Scope::File, place, "", [format!("1 × {columns}")]);
            }
            ReadNote::RowsBeyond { line, lines } => {
                let place = Place {
                    line: *line,
                    ..Place::default()
                };
                report.add(
                    Scope::File,
                    place,
                    "",
                    [format!("L{line}–L{}", line + lines - 1)],
                );
            }
            ReadNote::SheetTooLarge {
                name,
                rows,
                columns,
            } => {
                report.add(
                    Scope::File,
                    Place::default(),
                    "",
                    [format!("{name}: {rows} × {columns}")],
                );
            }
            _ => {}
        }
    }
}
