//! The lists of numbers and budget words, one line each.

use super::*;

fn vocabulary() -> Vocabulary {
    Vocabulary::built_in()
}

#[test]
fn people_are_read_as_the_list_says() {
    use NumberForm::*;
    let cases = [
        ("08", Some(8), None, Exact),
        ("8 người", Some(8), None, Exact),
        ("08 người (05 nam, 03 nữ)", Some(8), None, Exact),
        ("02 đoàn/16 người", Some(16), None, Exact),
        ("02 đoàn x 8 người", Some(16), None, Product),
        ("2 đoàn, mỗi đoàn 5 người", Some(10), None, Product),
        ("5-7", Some(7), Some(5), Range),
        ("5 - 7 người", Some(7), Some(5), Range),
        ("05-Jul", Some(7), Some(5), ExcelDamage),
        ("07-May", Some(7), Some(5), ExcelDamage),
        ("khoảng 30", Some(30), None, Approximate),
        ("trên 30", Some(30), None, Approximate),
        ("> 30", Some(30), None, Approximate),
        ("30+", Some(30), None, Approximate),
        ("10 (có DS kèm theo)", Some(10), None, Exact),
        ("01 lãnh đạo, 04 chuyên viên", Some(5), None, Sum),
        ("04 CB + 01 phiên dịch", Some(5), None, Sum),
        ("chưa xác định", None, None, Undetermined),
        ("-", None, None, Undetermined),
        ("…", None, None, Undetermined),
        ("0", None, None, Undetermined),
        ("1.250", Some(1250), None, Exact),
        ("8,0", Some(8), None, Exact),
        ("8.0", Some(8), None, Exact),
        ("mười hai", Some(12), None, Exact),
        ("15 người/lượt", Some(15), None, Exact),
        ("499 lượt người", Some(499), None, Exact),
        ("", None, None, Missing),
        ("08 người, trong đó 05 nam, 03 nữ", Some(8), None, Exact),
        ("08: 01 lãnh đạo, 07 chuyên viên", Some(8), None, Exact),
        ("Nam: 5; Nữ: 3", Some(8), None, Sum),
        ("05 nam, 03 nữ", Some(8), None, Sum),
        ("8 người + 1 lái xe", Some(9), None, Sum),
        ("Lãnh đạo Sở (08 người)", Some(8), None, Exact),
        ("Giám đốc và 02 chuyên viên", None, None, Unreadable),
        ("khoảng 30-40 người", Some(40), Some(30), Range),
        ("2 đoàn x 5-7 người", Some(14), Some(10), Product),
        ("2 x 8", Some(16), None, Product),
        ("02 đoàn, 8 người/đoàn", Some(16), None, Product),
        ("5 ngày", None, None, Unreadable),
        ("####", None, None, Overflow),
        ("8.5", None, None, Unreadable),
        ("99999999999999999999", None, None, Unreadable),
        ("16 người/02 đoàn", Some(16), None, Exact),
        ("từ 5 đến 7 người", Some(7), Some(5), Range),
        ("08 (tám) người", Some(8), None, Exact),
        ("2021-07-05", Some(7), Some(5), ExcelDamage),
        ("10 người (02 đoàn)", Some(10), None, Exact),
        ("02 đoàn", None, None, Undetermined),
    ];
    let mut wrong = Vec::new();
    for (text, value, low, form) in cases {
        let found = people(text);
        if (found.value, found.low, found.form) != (value, low, form) {
            wrong.push(format!("{text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for text in [
        "02 đoàn/16 người",
        "02 đoàn x 8 người",
        "10 người (02 đoàn)",
        "hai đoàn",
    ] {
        assert_eq!(people(text).delegations, Some(2), "{text}");
    }
}

#[test]
fn days_are_read_as_the_list_says() {
    use NumberForm::*;
    let cases = [
        ("06", Some(12), None, Exact),
        ("03 ngày", Some(6), None, Exact),
        ("01 tuần", Some(14), None, Exact),
        ("2 tuần", Some(28), None, Exact),
        ("10-12 ngày", Some(24), Some(20), Range),
        ("3 ngày 2 đêm", Some(6), None, Exact),
        ("5N4Đ", Some(10), None, Exact),
        ("1/2 ngày", Some(1), None, Exact),
        ("nửa ngày", Some(1), None, Exact),
        ("0,5", Some(1), None, Exact),
        ("01 buổi", Some(1), None, Exact),
        ("½ ngày", Some(1), None, Exact),
        ("1 ½ ngày", Some(3), None, Exact),
        ("1,5 ngày", Some(3), None, Exact),
        ("1 ngày rưỡi", Some(3), None, Exact),
        ("1 tháng", Some(60), None, Converted),
        ("3 tháng", Some(180), None, Converted),
        ("06 (không kể ngày đi về)", Some(12), None, Exact),
        ("04 (kể cả thời gian đi lại)", Some(8), None, Exact),
        ("15-20/9", Some(12), None, FromDates),
        ("15/9-20/9/2021", Some(12), None, FromDates),
        ("1 năm", Some(730), None, Converted),
        ("theo chương trình", None, None, Undetermined),
        ("-", None, None, Undetermined),
        ("0", None, None, Undetermined),
        ("", None, None, Missing),
        ("5 ngày 4 đêm", Some(10), None, Exact),
        ("khoảng 5 ngày", Some(10), None, Approximate),
        ("05-Jul", Some(14), Some(10), ExcelDamage),
        ("1 tuần 3 ngày", Some(20), None, Sum),
        ("2 đợt x 5 ngày", Some(20), None, Product),
        ("03 ngày/đoàn", Some(6), None, Exact),
        ("2 đêm", None, None, Unreadable),
        ("8 người", None, None, Unreadable),
        ("0,25", None, None, Unreadable),
        ("5000", None, None, Unreadable),
    ];
    let mut wrong = Vec::new();
    for (text, halves, low, form) in cases {
        let found = days(text);
        if (found.halves, found.low_halves, found.form) != (halves, low, form) {
            wrong.push(format!("{text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn amounts_are_read_as_the_list_says() {
    let million = Some(MoneyUnit::MillionDong);
    let cases = [
        ("150 triệu đồng", None, Some(150_000_000), None),
        ("150 tr.đ", None, Some(150_000_000), None),
        ("150tr", None, Some(150_000_000), None),
        ("150 trđ", None, Some(150_000_000), None),
        ("150.000.000đ", None, Some(150_000_000), None),
        ("150.000.000 đồng", None, Some(150_000_000), None),
        ("150.000.000 VNĐ", None, Some(150_000_000), None),
        ("150,000,000", None, Some(150_000_000), None),
        ("150 000 000", None, Some(150_000_000), None),
        ("150\u{a0}000\u{a0}000", None, Some(150_000_000), None),
        ("0,15 tỷ", None, Some(150_000_000), None),
        ("0,15 tỉ đồng", None, Some(150_000_000), None),
        ("1,25 tỷ", None, Some(1_250_000_000), None),
        ("1.250 triệu", None, Some(1_250_000_000), None),
        ("75,5", million, Some(75_500_000), None),
        ("150", million, Some(150_000_000), None),
        ("0", million, Some(0), None),
        (
            "150.000",
            Some(MoneyUnit::ThousandDong),
            Some(150_000_000),
            None,
        ),
        ("5.000 USD", None, None, Some(500_000)),
        ("$5,000", None, None, Some(500_000)),
        ("US$ 5,000", None, None, Some(500_000)),
        ("5.000 đô la Mỹ", None, None, Some(500_000)),
        ("11.974.405,56 USD", None, None, Some(1_197_440_556)),
        ("120tr (NSNN) + 80tr (XHH)", None, Some(200_000_000), None),
        ("1 tỷ 250 triệu đồng", None, Some(1_250_000_000), None),
        ("2 triệu rưỡi", None, Some(2_500_000), None),
        ("theo dự toán", None, None, None),
        ("theo thực tế", None, None, None),
        ("150", None, None, None),
        ("NSTW: 60%; NST: 40%", None, None, None),
        ("15 triệu đồng/người", None, None, None),
        ("100-120 triệu", None, None, None),
        ("1.000 kíp", None, None, None),
        ("5.000 EUR", None, None, None),
        ("150.000.000", million, None, None),
        (
            "120.000.000 đ (5.000 USD)",
            None,
            Some(120_000_000),
            Some(500_000),
        ),
    ];
    let mut wrong = Vec::new();
    for (text, unit, vnd, usd_cents) in cases {
        let found = money(text, unit);
        if (found.vnd, found.usd_cents) != (vnd, usd_cents) {
            wrong.push(format!("{text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(money("150", None).form, MoneyForm::NoUnit);
    assert_eq!(money("75,5", million).form, MoneyForm::UnitFromHead);
    assert_eq!(money("5.000 EUR", None).form, MoneyForm::OtherCurrency);
    assert_eq!(money("theo dự toán", None).form, MoneyForm::Undetermined);
}

/// The words of the field's list, each alone in a cell.
#[rustfmt::skip]
const BUDGET_WORDS: [(&str, FundingClass, FundingLevel); 143] = [
    ("NSNN", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("ngân sách nhà nước", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("ngân sách NN", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("Ngân sách", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("NS", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("từ nguồn ngân sách", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("vốn ngân sách", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("nguồn NSNN cấp", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("NSĐP", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("ngân sách địa phương", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("NSTW", FundingClass::StateBudget, FundingLevel::Central),
    ("ngân sách trung ương", FundingClass::StateBudget, FundingLevel::Central),
    ("ngân sách TW", FundingClass::StateBudget, FundingLevel::Central),
    ("NS Trung ương", FundingClass::StateBudget, FundingLevel::Central),
    ("kinh phí trung ương", FundingClass::StateBudget, FundingLevel::Central),
    ("Bộ cấp", FundingClass::StateBudget, FundingLevel::Central),
    ("Đề án 165", FundingClass::StateBudget, FundingLevel::Central),
    ("Chương trình mục tiêu quốc gia", FundingClass::StateBudget, FundingLevel::Central),
    ("CTMTQG", FundingClass::StateBudget, FundingLevel::Central),
    ("kinh phí Đề án của Bộ", FundingClass::StateBudget, FundingLevel::Central),
    ("NST", FundingClass::StateBudget, FundingLevel::Provincial),
    ("NS tỉnh", FundingClass::StateBudget, FundingLevel::Provincial),
    ("ngân sách tỉnh", FundingClass::StateBudget, FundingLevel::Provincial),
    ("ngân sách cấp tỉnh", FundingClass::StateBudget, FundingLevel::Provincial),
    ("UBND tỉnh cấp", FundingClass::StateBudget, FundingLevel::Provincial),
    ("kinh phí tỉnh", FundingClass::StateBudget, FundingLevel::Provincial),
    ("kinh phí đối ngoại của tỉnh", FundingClass::StateBudget, FundingLevel::Provincial),
    ("nguồn đoàn ra của tỉnh", FundingClass::StateBudget, FundingLevel::Provincial),
    ("kinh phí đoàn ra, đoàn vào", FundingClass::StateBudget, FundingLevel::Provincial),
    ("NSH", FundingClass::StateBudget, FundingLevel::District),
    ("ngân sách huyện", FundingClass::StateBudget, FundingLevel::District),
    ("NS huyện", FundingClass::StateBudget, FundingLevel::District),
    ("NSTX", FundingClass::StateBudget, FundingLevel::District),
    ("ngân sách thị xã", FundingClass::StateBudget, FundingLevel::District),
    ("NSTP", FundingClass::StateBudget, FundingLevel::District),
    ("ngân sách thành phố", FundingClass::StateBudget, FundingLevel::District),
    ("ngân sách xã", FundingClass::StateBudget, FundingLevel::Commune),
    ("NS xã", FundingClass::StateBudget, FundingLevel::Commune),
    ("kinh phí đơn vị", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("nguồn đơn vị", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("kinh phí cơ quan", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("kinh phí hoạt động thường xuyên", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("kinh phí thường xuyên", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("chi thường xuyên", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("kinh phí tự chủ", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("kinh phí khoán", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("nguồn thu sự nghiệp", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("quỹ phát triển hoạt động sự nghiệp", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("kinh phí sự nghiệp", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("nguồn thu hợp pháp của đơn vị", FundingClass::OwnFunds, FundingLevel::Unsaid),
    ("phía bạn đài thọ", FundingClass::Partner, FundingLevel::Unsaid),
    ("phía bạn", FundingClass::Partner, FundingLevel::Unsaid),
    ("bạn mời", FundingClass::Partner, FundingLevel::Unsaid),
    ("phía đối tác đài thọ", FundingClass::Partner, FundingLevel::Unsaid),
    ("đối tác chi trả", FundingClass::Partner, FundingLevel::Unsaid),
    ("đối tác tự chi", FundingClass::Partner, FundingLevel::Unsaid),
    ("phía Lào chi", FundingClass::Partner, FundingLevel::Unsaid),
    ("nước bạn chi", FundingClass::Partner, FundingLevel::Unsaid),
    ("nước sở tại", FundingClass::Partner, FundingLevel::Unsaid),
    ("nước chủ nhà", FundingClass::Partner, FundingLevel::Unsaid),
    ("bên mời", FundingClass::Partner, FundingLevel::Unsaid),
    ("cơ quan mời", FundingClass::Partner, FundingLevel::Unsaid),
    ("Cơ quan, tổ chức đài thọ", FundingClass::Partner, FundingLevel::Unsaid),
    ("tài trợ của phía Hàn Quốc", FundingClass::Partner, FundingLevel::Unsaid),
    ("học bổng", FundingClass::Partner, FundingLevel::Unsaid),
    ("dự án", FundingClass::Aid, FundingLevel::Unsaid),
    ("ODA", FundingClass::Aid, FundingLevel::Unsaid),
    ("vốn dự án", FundingClass::Aid, FundingLevel::Unsaid),
    ("viện trợ", FundingClass::Aid, FundingLevel::Unsaid),
    ("viện trợ không hoàn lại", FundingClass::Aid, FundingLevel::Unsaid),
    ("viện trợ PCPNN", FundingClass::Aid, FundingLevel::Unsaid),
    ("NGO", FundingClass::Aid, FundingLevel::Unsaid),
    ("PCPNN", FundingClass::Aid, FundingLevel::Unsaid),
    ("tổ chức phi chính phủ tài trợ", FundingClass::Aid, FundingLevel::Unsaid),
    ("JICA", FundingClass::Aid, FundingLevel::Unsaid),
    ("KOICA", FundingClass::Aid, FundingLevel::Unsaid),
    ("KOPIA", FundingClass::Aid, FundingLevel::Unsaid),
    ("ADB", FundingClass::Aid, FundingLevel::Unsaid),
    ("WB", FundingClass::Aid, FundingLevel::Unsaid),
    ("Ngân hàng Thế giới", FundingClass::Aid, FundingLevel::Unsaid),
    ("GIZ", FundingClass::Aid, FundingLevel::Unsaid),
    ("UNDP", FundingClass::Aid, FundingLevel::Unsaid),
    ("UNICEF", FundingClass::Aid, FundingLevel::Unsaid),
    ("WHO", FundingClass::Aid, FundingLevel::Unsaid),
    ("Quỹ Toàn cầu", FundingClass::Aid, FundingLevel::Unsaid),
    ("MAG", FundingClass::Aid, FundingLevel::Unsaid),
    ("NPA", FundingClass::Aid, FundingLevel::Unsaid),
    ("RENEW", FundingClass::Aid, FundingLevel::Unsaid),
    ("Plan", FundingClass::Aid, FundingLevel::Unsaid),
    ("World Vision", FundingClass::Aid, FundingLevel::Unsaid),
    ("Tầm nhìn Thế giới", FundingClass::Aid, FundingLevel::Unsaid),
    ("EU tài trợ", FundingClass::Aid, FundingLevel::Unsaid),
    ("tài trợ", FundingClass::Aid, FundingLevel::Unsaid),
    ("nhà tài trợ", FundingClass::Aid, FundingLevel::Unsaid),
    ("tự túc", FundingClass::SelfFunded, FundingLevel::Unsaid),
    ("cá nhân tự túc", FundingClass::SelfFunded, FundingLevel::Unsaid),
    ("tự chi", FundingClass::SelfFunded, FundingLevel::Unsaid),
    ("tự chi trả", FundingClass::SelfFunded, FundingLevel::Unsaid),
    ("cá nhân chi trả", FundingClass::SelfFunded, FundingLevel::Unsaid),
    ("đoàn viên đóng góp", FundingClass::SelfFunded, FundingLevel::Unsaid),
    ("đóng góp của thành viên", FundingClass::SelfFunded, FundingLevel::Unsaid),
    ("gia đình", FundingClass::SelfFunded, FundingLevel::Unsaid),
    ("kinh phí tự túc", FundingClass::SelfFunded, FundingLevel::Unsaid),
    ("doanh nghiệp", FundingClass::Enterprise, FundingLevel::Unsaid),
    ("DN", FundingClass::Enterprise, FundingLevel::Unsaid),
    ("doanh nghiệp tài trợ", FundingClass::Enterprise, FundingLevel::Unsaid),
    ("doanh nghiệp mời", FundingClass::Enterprise, FundingLevel::Unsaid),
    ("doanh nghiệp tự chi trả", FundingClass::Enterprise, FundingLevel::Unsaid),
    ("công ty XKLĐ mời", FundingClass::Enterprise, FundingLevel::Unsaid),
    ("nhà đầu tư", FundingClass::Enterprise, FundingLevel::Unsaid),
    ("nguồn vốn doanh nghiệp", FundingClass::Enterprise, FundingLevel::Unsaid),
    ("xã hội hóa", FundingClass::Donations, FundingLevel::Unsaid),
    ("xã hội hoá", FundingClass::Donations, FundingLevel::Unsaid),
    ("XHH", FundingClass::Donations, FundingLevel::Unsaid),
    ("nguồn xã hội hóa", FundingClass::Donations, FundingLevel::Unsaid),
    ("vận động", FundingClass::Donations, FundingLevel::Unsaid),
    ("mạnh thường quân", FundingClass::Donations, FundingLevel::Unsaid),
    ("huy động", FundingClass::Donations, FundingLevel::Unsaid),
    ("nguồn hợp pháp khác", FundingClass::Donations, FundingLevel::Unsaid),
    ("nguồn khác", FundingClass::Donations, FundingLevel::Unsaid),
    ("khác", FundingClass::Donations, FundingLevel::Unsaid),
    // "kết hợp" names no source, and of one source that pays a part the other is not said.
    ("kết hợp", FundingClass::Unknown, FundingLevel::Unsaid),
    ("NSNN và xã hội hóa", FundingClass::Mixed, FundingLevel::Unsaid),
    ("NSNN + tự túc", FundingClass::Mixed, FundingLevel::Unsaid),
    ("một phần ngân sách", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("NSNN hỗ trợ một phần", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("vé máy bay tự túc, ăn ở phía bạn đài thọ", FundingClass::Mixed, FundingLevel::Unsaid),
    ("50% NSNN", FundingClass::StateBudget, FundingLevel::Unsaid),
    ("không", FundingClass::None, FundingLevel::Unsaid),
    ("không sử dụng NSNN", FundingClass::None, FundingLevel::Unsaid),
    ("không dùng ngân sách", FundingClass::None, FundingLevel::Unsaid),
    ("0", FundingClass::None, FundingLevel::Unsaid),
    ("miễn phí", FundingClass::None, FundingLevel::Unsaid),
    ("không phát sinh kinh phí", FundingClass::None, FundingLevel::Unsaid),
    ("trực tuyến", FundingClass::None, FundingLevel::Unsaid),
    ("chưa xác định", FundingClass::Unknown, FundingLevel::Unsaid),
    ("chưa có", FundingClass::Unknown, FundingLevel::Unsaid),
    ("theo dự toán", FundingClass::Unknown, FundingLevel::Unsaid),
    ("theo quy định", FundingClass::Unknown, FundingLevel::Unsaid),
    ("đang đề nghị", FundingClass::Unknown, FundingLevel::Unsaid),
    ("trình UBND tỉnh", FundingClass::Unknown, FundingLevel::Unsaid),
    ("theo QĐ của UBND tỉnh", FundingClass::Unknown, FundingLevel::Unsaid),
    ("-", FundingClass::Unknown, FundingLevel::Unsaid),
];

#[test]
fn budget_words_are_read_as_the_list_says() {
    let vocabulary = vocabulary();
    let mut wrong = Vec::new();
    for (text, class, level) in BUDGET_WORDS {
        let found = funding(text, &vocabulary);
        let found_level = found
            .parts
            .first()
            .map_or(FundingLevel::Unsaid, |part| part.level);
        if found.class != class || (class == FundingClass::StateBudget && found_level != level) {
            wrong.push(format!("{text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
