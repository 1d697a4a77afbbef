//! A budget source that is not known.

use crate::model::section::Field;
use crate::model::value::FundingForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Từ trong ô không có trong danh mục nguồn kinh phí. Phần nhận ra được vẫn được tính.
    ///
    /// # English
    /// The words are in no list of budget sources. What was recognised does count.
    ///
    /// # Sai · Wrong
    /// ```cells
    /// Kinh phí: Zzz
    /// ```
    "O342" "funding-unknown" Warning
    title:
        "Không nhận ra nguồn kinh phí"
        / "Budget source not recognised",
    message:
        "Không nhận ra nguồn “{0}”."
        / "The source “{0}” is not known.",
    hint:
        "Ghi một trong các nguồn quen dùng (NSNN, Tự túc, Phía bạn…)."
        / "Write a usual source (State budget, Self-funded, Paid by the partner …).",
    office:
        "Nếu từ này đúng, thêm vào vocabulary/funding.csv."
        / "If the words are right, add them to vocabulary/funding.csv.",
    values: ["Zzz"],
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let funding = &at.row.funding;
    if !funding.unknown.is_empty() {
        report.cell(
            at,
            Field::Funding,
            at.texts.funding,
            [funding.unknown.join("”, “")],
        );
        let sources = &at.campaign.vocabulary.funding;
        let nearest = funding
            .unknown
            .iter()
            .map(|text| Some((text.as_str(), sources.nearest(text)?.0)));
        let parts: Option<Vec<_>> = nearest.collect();
        report.suggest(parts.and_then(|parts| at.mended(at.texts.funding, parts)));
    } else if funding.form == FundingForm::Unreadable {
        let text = at.text(at.texts.funding).to_string();
        report.cell(at, Field::Funding, at.texts.funding, [text]);
    }
}
