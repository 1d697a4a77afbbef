//! A decision that does not fit its finding.

use crate::model::dataset::Dataset;
use crate::model::decision::DecisionState;
use crate::model::finding::{Place, Scope};
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Một lỗi (mức error) không thể được chấp nhận: dòng vẫn bị trả lại cho đến khi được sửa. Quyết
    /// định `same` và `different` chỉ dùng cho phát hiện về một cặp dòng.
    ///
    /// # English
    /// An error cannot be accepted: its row goes back until it is mended. The decisions `same` and
    /// `different` are for findings about a pair of rows.
    "L509" "decision-unfit" Warning
    title: "Quyết định không phù hợp" / "Decision does not fit",
    message:
        "Quyết định {1} ở dòng {0} của decisions.csv không phù hợp với phát hiện; bị bỏ qua."
        / "The decision {1} in line {0} of decisions.csv does not fit its finding and is ignored.",
    hint:
        "Lỗi cần được sửa ở tệp của đơn vị; same và different chỉ dùng cho cặp dòng."
        / "An error is mended in the department’s file; same and different are for pairs of rows.",
    values: ["7", "8d1f2c3b4a596877"],
    check: Decided(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    let unfit = dataset
        .decisions
        .iter()
        .filter(|d| d.state == DecisionState::Unfit);
    for decision in unfit {
        report.across(None, None, (Scope::File, Place::default()), []);
        report.detail([
            decision.line.to_string(),
            format!("{:016x}", decision.fingerprint),
        ]);
    }
}
