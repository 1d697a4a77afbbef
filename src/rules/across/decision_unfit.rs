//! A decision that does not fit its finding.

use crate::model::dataset::Dataset;
use crate::model::decision::DecisionState;
use crate::model::finding::{Place, Scope};
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Không thể chấp nhận một lỗi (mức error): dòng vẫn được trả lại cho đến khi đơn vị sửa. Quyết
    /// định `same` và `different` chỉ dùng cho một cặp dòng.
    ///
    /// # English
    /// An error cannot be accepted: its row is returned until it is corrected. The decisions `same` and
    /// `different` are for findings about a pair of rows.
    "L509" "decision-unfit" Warning
    title: "Quyết định không phù hợp" / "Decision does not fit",
    message:
        "Quyết định {1} ở dòng {0} của decisions.csv không phù hợp; bị bỏ qua."
        / "The decision {1} on line {0} of decisions.csv does not fit its finding and is ignored.",
    hint:
        "Lỗi phải được sửa trong tệp của đơn vị; same và different chỉ dùng cho cặp dòng."
        / "An error is corrected in the department’s file; same and different are for pairs of rows.",
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
