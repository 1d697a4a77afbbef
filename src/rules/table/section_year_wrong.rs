//! A plan for another year, or results of another year.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::{Kind, Section};
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Kế hoạch hoặc kết quả của năm khác không được tính vào đợt tổng hợp này; các dòng được trả lại.
    ///
    /// # English
    /// A plan or results for another year do not belong to this campaign; the rows are returned.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2019
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "B211" "section-year-wrong" Error
    title:
        "Bảng của năm khác"
        / "Table of another year",
    message:
        "Bảng là của năm {0}; đợt này cần {2} năm {1}."
        / "The table is for {0}; this campaign needs the {3} {1}.",
    hint:
        "Kiểm tra năm ở tiêu đề; nếu gửi nhầm tệp năm khác, gửi lại đúng tệp."
        / "Check the year in the title; if you sent the file of another year, send the right one.",
    values: ["2019", "2021", "kế hoạch", "plan for"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for (index, section) in context.file.segmentation.sections.iter().enumerate() {
        let (expected, vi, en) = match section.kind {
            Kind::Plan => (context.campaign.year, "kế hoạch", "plan for"),
            Kind::Realised => (context.campaign.results_year, "kết quả", "results of"),
        };
        if section.year != expected {
            let place = title_place(context, index, section);
            let years = [section.year.to_string(), expected.to_string()];
            let [stated, expected] = years;
            let values = [stated, expected, vi.to_string(), en.to_string()];
            report.add(Scope::Section(index as u32), place, &section.title, values);
        }
    }
}

/// The nearest cell above a table that names its year; the table's own title where none does.
fn title_place(context: &FileContext, index: usize, section: &Section) -> Place {
    let place = Place {
        line: section.line,
        ..context.place_in(index)
    };
    let Some(document) = context.file.document() else {
        return place;
    };
    let year = section.year.to_string();
    let rows = document.sheets[section.sheet].rows.iter().enumerate();
    let above = rows.rev().filter(|(_, row)| row.line <= section.line);
    let named = above.filter_map(|(at, row)| {
        let mut cells = document.row(section.sheet, at).iter();
        let column = cells.position(|cell| document.get(*cell).contains(&year))?;
        Some((row.line, column as u32 + 1))
    });
    named
        .into_iter()
        .next()
        .map_or(place, |(line, column)| Place {
            line,
            column,
            ..place
        })
}
