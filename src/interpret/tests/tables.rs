//! The list of people, days and amounts, one line each.

use super::*;

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
        ("Tổng: 12 người; nữ: 5", Some(12), None, Exact),
        ("12 người, 05 nữ", Some(12), None, Exact),
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
        ("2021-07-05 00:00:00", Some(7), Some(5), ExcelDamage),
        ("2021-07", None, None, Unreadable),
        ("10 người (02 đoàn)", Some(10), None, Exact),
        ("02 đoàn", None, None, Undetermined),
        ("03 đoàn (24 người)", Some(24), None, Exact),
        ("02 đoàn (mỗi đoàn 5-7 người)", Some(14), Some(10), Product),
        ("08 đồng chí", Some(8), None, Exact),
        ("5 người x 2", Some(10), None, Product),
        ("10/12", None, None, Unreadable),
        ("O8", None, None, Unreadable),
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
        ("02 đợt, mỗi đợt 05 ngày", Some(20), None, Product),
        ("10 ngày (từ 15-24/9)", Some(20), None, Exact),
        ("5N/4Đ", Some(10), None, Exact),
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
        ("1tỷ2", None, Some(1_200_000_000), None),
        ("12tr5", None, Some(12_500_000), None),
        ("120.000 (nghìn đồng)", None, Some(120_000_000), None),
        ("120/150 triệu", None, None, None),
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
