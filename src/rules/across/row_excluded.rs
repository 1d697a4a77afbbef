//! A row that a decision left out.

use crate::model::dataset::Dataset;
use crate::model::decision::Correction;
use crate::model::finding::{Place, Scope};
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Theo một quyết định `exclude` trong decisions.csv, dòng này không nằm trong số liệu nào. Quyết định hết hiệu
    /// lực khi đơn vị sửa dòng.
    ///
    /// # English
    /// By a decision `exclude` in decisions.csv the row is in no figure. The decision ends when the department
    /// changes the row.
    "L525" "row-excluded" Info
    title:
        "Dòng không tính theo quyết định"
        / "Row left out by decision",
    message:
        "Dòng này không tính, theo quyết định: {0}."
        / "This row is left out, by decision: {0}.",
    hint:
        "Muốn bỏ quyết định, xóa dòng đó trong decisions.csv."
        / "To undo it, delete that line of decisions.csv.",
    values: ["ghi trùng với đoàn của Sở (Lan)"],
    check: Decided(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    for correction in &dataset.corrections {
        if correction.field.is_empty() {
            tell(dataset, correction, report, []);
        }
    }
}

/// A finding on the row of a correction: what was decided, then why.
pub fn tell<const N: usize>(
    dataset: &Dataset,
    correction: &Correction,
    report: &mut Report,
    what: [&str; N],
) {
    let at = correction.row;
    let file = &dataset.files[at.file as usize];
    let row = &file.delegations[at.row as usize];
    let place = Place {
        sheet: file.section(row).sheet as u32,
        line: row.line,
        column: 0,
    };
    let decision = &dataset.decisions[correction.decision as usize];
    let why = decision.reason_and_author();
    let scope = Scope::Row(at.row);
    report.across(Some(at.file), Some(file.department), (scope, place), []);
    let mut details = vec![why];
    details.extend(what.map(String::from));
    report.details(details);
}
