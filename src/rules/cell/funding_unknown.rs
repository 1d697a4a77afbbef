//! A budget source that is not known.

use crate::model::section::Field;
use crate::model::value::FundingForm;
use crate::rules::{Report, RowContext};

rule! {
    /// # Tiếng Việt
    /// Nội dung ô không có trong danh mục nguồn kinh phí. Phần nhận ra được vẫn được tính.
    ///
    /// # English
    /// The text is not a known budget source. What was recognised is counted.
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
        "Không nhận ra hoặc chưa rõ nguồn “{0}”."
        / "The source “{0}” is not recognised, or not clear.",
    hint:
        "Ghi một trong các nguồn thường dùng (NSNN, Tự túc, Phía bạn…)."
        / "Write a usual source (State budget, Self-funded, Paid by the partner …).",
    office:
        "Nếu nguồn này đúng, thêm vào vocabulary/funding.csv."
        / "If the source is right, add it to vocabulary/funding.csv.",
    values: ["Zzz"],
    check: Row(check),
}

fn check(context: &RowContext, report: &mut Report) {
    let funding = &context.row.funding;
    if !funding.unknown.is_empty() {
        report.cell(
            context,
            Field::Funding,
            context.texts.funding,
            [funding.unknown.join("”, “")],
        );
        let sources = &context.campaign.vocabulary.funding;
        let nearest = funding
            .unknown
            .iter()
            .map(|text| Some((text.as_str(), sources.nearest(text)?.0)));
        let parts: Option<Vec<_>> = nearest.collect();
        report.suggest(parts.and_then(|parts| context.mended(context.texts.funding, parts)));
    } else if matches!(
        funding.form,
        FundingForm::Unreadable | FundingForm::Doubtful
    ) {
        let text = context.text(context.texts.funding).to_string();
        report.cell(context, Field::Funding, context.texts.funding, [text]);
    }
}
