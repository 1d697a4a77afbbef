//! A decision that no longer matches a finding or a row.

use crate::model::dataset::Dataset;
use crate::model::decision::DecisionState;
use crate::model::finding::{Place, Scope};
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Quyết định trong decisions.csv gắn với giá trị của dòng. Khi đơn vị sửa giá trị, quyết định
    /// không còn tác dụng; điểm cần xem lại mới, nếu có, phải được xem xét.
    ///
    /// # English
    /// A decision in decisions.csv belongs to the values of a row. Once the department corrects them,
    /// the decision has no effect; a new finding has to be considered anew.
    "L508" "decision-stale" Info
    title:
        "Quyết định không còn tác dụng"
        / "Decision without effect",
    message:
        "Quyết định {1} ở dòng {0} của decisions.csv không còn ứng với điểm cần xem lại hay dòng nào."
        / "The decision {1} on line {0} of decisions.csv no longer matches a finding.",
    hint:
        "Xóa dòng này, hoặc xem các điểm cần xem lại mới của đơn vị."
        / "Delete the line, or look at the department’s new findings.",
    values: ["7", "8d1f2c3b4a596877"],
    check: Decided(check),
}

fn check(dataset: &Dataset, report: &mut Report) {
    let stale = dataset
        .decisions
        .iter()
        .filter(|d| d.state == DecisionState::Stale);
    for decision in stale {
        report.across(None, None, (Scope::File, Place::default()), []);
        report.detail([
            decision.line.to_string(),
            format!("{:016x}", decision.fingerprint),
        ]);
    }
}
