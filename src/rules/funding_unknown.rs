//! A budget source that is not known.

use crate::rules::{Report, RowContext};
use crate::model::section::Field;
use crate::model::value::FundingForm;

rule! {
    /// # Tiếng Việt
    /// Từ trong ô không có trong danh mục nguồn kinh phí. Phần nhận ra được vẫn được tính.
    ///
    /// # English
    /// The words are in no list of budget sources. What was recognised does count.
    ///
    /// # Sai · Wrong
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,Zzz,
    /// ```
    ///
    /// # Đúng · Right
    /// ```csv
    /// DỰ KIẾN ĐOÀN RA NĂM 2021
    /// I. ĐOÀN RA
    /// TT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú
    /// 1,Đoàn công tác Sở A,Giám đốc Sở,CHDCND Lào,Sở B tỉnh Salavan,Hội đàm thường niên,08,05,Quý III/2021,NSNN,
    /// ```
    "O342" "funding-unknown" Warning
    title:
        "Không nhận ra nguồn kinh phí"
        / "Budget source not recognised",
    message:
        "Nguồn “{0}” không nhận ra hoặc chưa rõ."
        / "The source “{0}” is not known, or not plain.",
    hint:
        "Ghi một trong các nguồn quen dùng (NSNN, Tự túc, Phía bạn…)."
        / "Write a usual source (State budget, Self-funded, Paid by the partner …).",
    office:
        "Nếu từ này đúng, thêm vào vocabulary/funding.csv."
        / "If the words are right, add them to vocabulary/funding.csv.",
    check: Row(check),
}

fn check(at: &RowContext, report: &mut Report) {
    let funding = &at.row.funding;
    if !funding.unknown.is_empty() {
        report.cell(at, Field::Funding, at.texts.funding, [funding.unknown.join("”, “")]);
        let sources = &at.campaign.vocabulary.funding;
        let nearest = funding.unknown.iter().map(|text| Some((text.as_str(), sources.nearest(text)?.0)));
        let parts: Option<Vec<_>> = nearest.collect();
        report.suggest(parts.and_then(|parts| at.mended(at.texts.funding, parts)));
    } else if matches!(funding.form, FundingForm::Unreadable | FundingForm::Doubtful) {
        let text = at.text(at.texts.funding).to_string();
        report.cell(at, Field::Funding, at.texts.funding, [text]);
    }
}
