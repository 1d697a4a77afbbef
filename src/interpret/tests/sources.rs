//! Cells of budget sources beyond the single words: mixtures, levels, denials, amounts.

use super::*;

/// Class, part codes with amounts and percentages, and the sum.
fn shown(text: &str, vocabulary: &Vocabulary) -> String {
    let (found, money) = crate::interpret::funding::with_money(text, vocabulary, None);
    let parts = found.parts.iter().map(|part| {
        let level = part.level.code();
        let dot = if level.is_empty() { "" } else { "." };
        let amount = part
            .amount_vnd
            .map_or(String::new(), |vnd| format!("={}", vnd / 1_000_000));
        let percent = part
            .percent
            .map_or(String::new(), |percent| format!("={percent}%"));
        format!("{}{dot}{level}{amount}{percent}", part.class.code())
    });
    let parts: Vec<String> = parts.collect();
    let sum = money
        .vnd
        .map_or(String::new(), |vnd| format!(" sum {}", vnd / 1_000_000));
    format!("{}: {}{sum}", found.class.code(), parts.join(" "))
}

#[test]
fn mixtures_levels_denials_and_amounts_are_read() {
    let vocabulary = Vocabulary::built_in();
    let cases = [
        (
            "NSNN: 120.000.000 đ",
            "state_budget: state_budget=120 sum 120",
        ),
        (
            "Ngân sách tỉnh 45 triệu đồng",
            "state_budget: state_budget.provincial=45 sum 45",
        ),
        (
            "120tr (NSNN) + 80tr (XHH)",
            "mixed: state_budget=120 donations=80 sum 200",
        ),
        (
            "NSNN: 120tr; XHH: 80tr",
            "mixed: state_budget=120 donations=80 sum 200",
        ),
        (
            "NSNN 120 triệu, doanh nghiệp 30 triệu",
            "mixed: state_budget=120 enterprise=30 sum 150",
        ),
        (
            "NSNN và XHH: 200 triệu đồng",
            "mixed: state_budget donations sum 200",
        ),
        (
            "NSTW: 60%; NST: 40%",
            "state_budget: state_budget.central=60% state_budget.provincial=40%",
        ),
        (
            "50% NSNN, 50% tự túc",
            "mixed: state_budget=50% self_funded=50%",
        ),
        (
            "NSTW + NST",
            "state_budget: state_budget.central state_budget.provincial",
        ),
        (
            "Ngân sách trung ương và tỉnh",
            "state_budget: state_budget.central state_budget.provincial",
        ),
        ("NSNN (tỉnh)", "state_budget: state_budget.provincial"),
        (
            "NSNN (ngân sách tỉnh)",
            "state_budget: state_budget.provincial",
        ),
        ("NSNN tỉnh", "state_budget: state_budget.provincial"),
        ("NS. tỉnh", "state_budget: state_budget.provincial"),
        ("NSTP", "state_budget: state_budget.district"),
        ("NSNN và tự túc", "mixed: state_budget self_funded"),
        ("NSNN/XHH", "mixed: state_budget donations"),
        ("NSNN - Tự túc", "mixed: state_budget self_funded"),
        (
            "vé máy bay tự túc, ăn ở phía bạn đài thọ",
            "mixed: self_funded partner",
        ),
        ("NSNN + tự túc", "mixed: state_budget self_funded"),
        ("không sử dụng NSNN", "none: "),
        ("Không dùng ngân sách nhà nước", "none: "),
        ("Không sử dụng ngân sách tỉnh", "none: "),
        ("không sử dụng NSNN, phía bạn đài thọ", "partner: partner"),
        ("Tự túc, không sử dụng NSNN", "self_funded: self_funded"),
        ("Không", "none: "),
        ("Không phát sinh kinh phí", "none: "),
        ("0", "none: "),
        ("0 đồng", "none:  sum 0"),
        ("Tự túc/Quỹ Toàn cầu (viện trợ)", "mixed: self_funded aid"),
        ("Quỹ Toàn cầu (viện trợ)", "aid: aid"),
        ("Doanh nghiệp tài trợ", "enterprise: enterprise"),
        ("Công ty ABC tài trợ", "enterprise: enterprise"),
        ("Dự án KOPIA", "aid: aid"),
        ("Ngân hàng Thế giới", "aid: aid"),
        ("Nhật Bản tài trợ", "partner: partner"),
        ("Chính phủ Hàn Quốc đài thọ", "partner: partner"),
        ("Phía Nhật Bản tài trợ", "partner: partner"),
        ("Phía Lào chi", "partner: partner"),
        ("Dự án do phía bạn tài trợ", "aid: aid"),
        ("Dự án, phía bạn", "mixed: aid partner"),
        ("phía bạn tự túc", "partner: partner"),
        ("Phía bạn đài thọ toàn bộ", "partner: partner"),
        ("Đơn vị tự chi trả", "own_funds: own_funds"),
        ("Từ chi thường xuyên", "own_funds: own_funds"),
        (
            "Kinh phí hoạt động thường xuyên của đơn vị",
            "own_funds: own_funds",
        ),
        ("NGUỒN NSNN CẤP", "state_budget: state_budget"),
        ("ngan sach nha nuoc", "state_budget: state_budget"),
        ("Nguồn xã hội hoá", "donations: donations"),
        ("Trường chi", "own_funds: own_funds"),
        ("Sinh viên tự đóng", "self_funded: self_funded"),
        ("Quỹ nhân đạo của Hội", "own_funds: own_funds"),
        ("Doanh nghiệp mời và đài thọ", "enterprise: enterprise"),
        ("Huyện chi", "state_budget: state_budget.district"),
        ("Cty TNHH Hoàng Anh", "enterprise: enterprise"),
        ("Liên đoàn bóng đá chi", "own_funds: own_funds"),
        ("Khác", "donations: donations"),
        ("theo dự toán", "unknown: "),
        ("Chưa có", "unknown: "),
        ("120.000.000 đ", "unknown:  sum 120"),
        ("60", "unknown: "),
        ("abc xyz", "unknown: "),
        ("", "unknown: "),
        ("-", "unknown: "),
        ("UBND tỉnh", "state_budget: state_budget.provincial"),
        ("Trình UBND tỉnh", "unknown: "),
        ("NSNN (120 triệu)", "state_budget: state_budget=120 sum 120"),
        (
            "NSNN: 1 tỷ 250 triệu",
            "state_budget: state_budget=1250 sum 1250",
        ),
        (
            "Kinh phí đối ngoại của tỉnh",
            "state_budget: state_budget.provincial",
        ),
        ("Học bổng của Chính phủ Úc", "partner: partner"),
        ("Tổ chức MAG", "aid: aid"),
        ("Quỹ HTPT", "unknown: "),
        ("Quỹ HTPT (viện trợ)", "aid: aid"),
        ("Tổ chức ABC", "unknown: "),
        ("Tổ chức ABC tài trợ", "aid: aid"),
        ("Sở bạn hỗ trợ", "partner: partner"),
        ("Hàn Quốc hỗ trợ", "partner: partner"),
        ("Tự túc", "self_funded: self_funded"),
        ("Kinh phí tự túc của doanh nghiệp", "enterprise: enterprise"),
        ("UBND tỉnh Savannakhet đài thọ", "partner: partner"),
        ("Ngoài ngân sách", "donations: donations"),
        ("Bộ Y tế", "state_budget: state_budget.central"),
        ("Chương trình 165", "state_budget: state_budget.central"),
        ("Tỉnh", "state_budget: state_budget.provincial"),
        ("Kinh phí Sở KH&CN", "own_funds: own_funds"),
        (
            "Phía bạn chi trả ăn, ở; NSNN chi vé máy bay",
            "mixed: partner state_budget",
        ),
        ("Theo chế độ hiện hành", "unknown: "),
        ("Cá nhân tự túc", "self_funded: self_funded"),
        (
            "Kết hợp NSNN và xã hội hóa",
            "mixed: state_budget donations",
        ),
    ];
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let found = shown(text, &vocabulary);
        if found != expected {
            wrong.push(format!("{text:?}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_figure_without_a_unit_is_no_amount_and_says_so() {
    let vocabulary = Vocabulary::built_in();
    let cases = [
        ("NSNN: 120", MoneyForm::NoUnit, None),
        ("NSNN 120", MoneyForm::NoUnit, None),
        ("NSNN: 5", MoneyForm::NoUnit, None),
        ("NSNN: 120; XHH: 50", MoneyForm::NoUnit, None),
        ("NSNN: 120 triệu; XHH: 50", MoneyForm::NoUnit, None),
        ("Dự án (120,5)", MoneyForm::NoUnit, None),
        ("NSNN: 120.000.000", MoneyForm::Exact, Some(120_000_000)),
        ("NSNN: 15 triệu/người", MoneyForm::Unreadable, None),
        ("NSNN: 100-120 triệu", MoneyForm::Unreadable, None),
        (
            "NSNN 120 triệu (QĐ 15/2021)",
            MoneyForm::Exact,
            Some(120_000_000),
        ),
        ("NSNN: 120 triệu", MoneyForm::Exact, Some(120_000_000)),
        ("NSNN 2021", MoneyForm::Missing, None),
        ("NSNN năm 2021", MoneyForm::Missing, None),
        ("Chương trình 165", MoneyForm::Missing, None),
        ("NSNN 60%, DN 40%", MoneyForm::Missing, None),
        ("NSNN (QĐ 123/QĐ-UBND)", MoneyForm::Missing, None),
        ("NSNN (02 người)", MoneyForm::Missing, None),
        ("NSNN (1)", MoneyForm::Missing, None),
        ("Dự án BRG-12", MoneyForm::Missing, None),
    ];
    let mut wrong = Vec::new();
    for (text, form, vnd) in cases {
        let (_, money) = crate::interpret::funding::with_money(text, &vocabulary, None);
        if (money.form, money.vnd) != (form, vnd) {
            wrong.push(format!("{text:?}: {money:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        funding("Quỹ HTPT", &vocabulary).unknown.as_slice(),
        ["Quỹ HTPT"]
    );
}

#[test]
fn the_form_says_how_a_source_was_written() {
    let vocabulary = Vocabulary::built_in();
    let cases = [
        ("", FundingForm::Missing),
        ("NSNN", FundingForm::Words),
        ("-", FundingForm::Undetermined),
        ("theo dự toán", FundingForm::Undetermined),
        ("45 triệu đồng", FundingForm::AmountOnly),
        ("150", FundingForm::AmountOnly),
        ("abc xyz", FundingForm::Unreadable),
    ];
    for (text, form) in cases {
        assert_eq!(funding(text, &vocabulary).form, form, "{text:?}");
    }
    assert_eq!(
        funding("abc xyz", &vocabulary).unknown.as_slice(),
        ["abc xyz"]
    );
}
