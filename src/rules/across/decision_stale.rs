//! A decision that no finding answers to any more.

use crate::model::dataset::Dataset;
use crate::model::decision::DecisionState;
use crate::model::finding::{Place, Scope};
use crate::rules::Report;

rule! {
    /// # Tiếng Việt
    /// Quyết định trong decisions.csv gắn với giá trị của dòng. Khi đơn vị sửa giá trị, phát hiện cũ
    /// không còn và quyết định không còn tác dụng; phát hiện mới, nếu có, cần được xem lại.
    ///
    /// # English
    /// A decision in decisions.csv belongs to the values of a row. Once the department mends them the
    /// old finding is gone and the decision has no effect; a new finding needs a new look.
    "L508" "decision-stale" Info
    title: "Quyết định không còn tác dụng" / "Decision without effect",
    message:
        "Quyết định {1} ở dòng {0} của decisions.csv không còn ứng với phát hiện nào."
        / "The decision {1} in line {0} of decisions.csv answers to no finding any more.",
    hint:
        "Xóa dòng này, hoặc xem lại phát hiện mới của đơn vị."
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
