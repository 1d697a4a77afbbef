//! Running numbers that jump or repeat.

use crate::model::finding::Place;
use crate::model::finding::Scope;
use crate::model::section::SegmentNote;
use crate::rules::{FileContext, Report};

rule! {
    /// # Tiếng Việt
    /// Số thứ tự nhảy hoặc lặp lại có thể là dấu hiệu của một dòng bị xóa hoặc chép hai lần.
    ///
    /// # English
    /// A gap or repetition in the numbering may mean that a row was deleted or copied twice.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// TT: 1
    ///
    /// TT: 3
    /// Nước đi: Thái Lan
    /// ```
    ///
    /// # Đúng · Right
    /// ```cells
    /// TT: 1
    ///
    /// TT: 2
    /// Nước đi: Thái Lan
    /// ```
    "B208" "numbering-broken" Info
    title:
        "Số thứ tự không liền"
        / "Numbering broken",
    message:
        "Số thứ tự là {1}, đúng ra là {0}."
        / "The number of this row is {1}; {0} was expected.",
    hint:
        "Kiểm tra xem có sót dòng nào không."
        / "Check whether a row is missing.",
    values: ["2", "3"],
    check: File(check),
}

fn check(context: &FileContext, report: &mut Report) {
    for note in &context.file.segmentation.notes {
        if let SegmentNote::NumberingBroken {
            section,
            line,
            expected,
            found,
        } = note
        {
            let place = Place {
                line: *line,
                column: 1,
                ..context.place_in(*section)
            };
            let values = [expected.to_string(), found.to_string()];
            report.add(
                Scope::Section(*section as u32),
                place,
                &found.to_string(),
                values,
            );
        }
    }
}
