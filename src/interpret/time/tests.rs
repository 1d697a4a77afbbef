//! Periods as departments write them, one line each: the class for a plan for 2021, and its form.

use super::*;
use crate::model::value::{PeriodForm, Quarter};
use jiff::civil::date;

/// The 84 expressions of the field's list, with the quarters that it gives.
#[rustfmt::skip]
const EXPRESSIONS: [(&str, Quarter, u8, PeriodForm); 84] = [
    ("Quý III/2021", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Quý II/2020", Quarter::OutsideYear, 0b0000, PeriodForm::Quarter),
    ("Quý 3", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("quý 3/2021", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Quí III/2021", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Qúy III", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Q3/2021", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Q.III/2021", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("QIII", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("III/2021", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Quý Ⅲ", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Quý lll/2021", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Quý ba", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("quý 4-2021", Quarter::Q4, 0b1000, PeriodForm::Quarter),
    ("Quý IV năm 2021", Quarter::Q4, 0b1000, PeriodForm::Quarter),
    ("Quý tư", Quarter::Q4, 0b1000, PeriodForm::Quarter),
    ("Quý II-III/2021", Quarter::Multi, 0b0110, PeriodForm::Quarter),
    ("Quý II, III", Quarter::Multi, 0b0110, PeriodForm::Quarter),
    ("Quý II và Quý IV/2021", Quarter::Multi, 0b1010, PeriodForm::Quarter),
    ("Quý I; III", Quarter::Multi, 0b0101, PeriodForm::Quarter),
    ("Quý I hoặc Quý II/2021", Quarter::Multi, 0b0011, PeriodForm::Quarter),
    ("Từ Quý II đến Quý IV", Quarter::Multi, 0b1110, PeriodForm::Quarter),
    ("Quý IV/2020 - Quý I/2021", Quarter::Multi, 0b0001, PeriodForm::Quarter),
    ("Tháng 9/2021", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("T9/2021", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("Thg 9", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("09/2021", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("9-2021", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("tháng 9 năm 2021", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("tháng chín", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("Dự kiến tháng 7", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("Tháng 6, 7/2021", Quarter::Multi, 0b0110, PeriodForm::Month),
    ("Tháng 9-10/2021", Quarter::Multi, 0b1100, PeriodForm::Month),
    ("9-10/2021", Quarter::Multi, 0b1100, PeriodForm::Month),
    ("Tháng 3 và tháng 10", Quarter::Multi, 0b1001, PeriodForm::Month),
    ("đầu tháng 4", Quarter::Q2, 0b0010, PeriodForm::Month),
    ("cuối tháng 9/2021", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("Tháng 11/2021 - tháng 01/2022", Quarter::Multi, 0b1000, PeriodForm::Month),
    ("tháng Giêng", Quarter::Q1, 0b0001, PeriodForm::Lunar),
    ("tháng Chạp", Quarter::Multi, 0b1001, PeriodForm::Lunar),
    ("tháng 8 âm lịch", Quarter::Q3, 0b0100, PeriodForm::Lunar),
    ("15-20/9/2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("15/9-20/9/2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("28/9-02/10/2021", Quarter::Q3, 0b1100, PeriodForm::Date),
    ("từ ngày 15/9 đến ngày 20/9/2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("ngày 15 tháng 9 năm 2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("15.9.2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("2021-09-15", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("9/15/2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("44454", Quarter::Q3, 0b0100, PeriodForm::ExcelSerial),
    ("Sep-21", Quarter::Q3, 0b0100, PeriodForm::ExcelDamage),
    ("21-Sep", Quarter::Q3, 0b0100, PeriodForm::ExcelDamage),
    ("Thg9-21", Quarter::Q3, 0b0100, PeriodForm::ExcelDamage),
    ("30/4", Quarter::Q2, 0b0010, PeriodForm::Date),
    ("dịp 2/9", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("6 tháng đầu năm", Quarter::Multi, 0b0011, PeriodForm::Span),
    ("6 tháng cuối năm 2021", Quarter::Multi, 0b1100, PeriodForm::Span),
    ("9 tháng đầu năm", Quarter::Multi, 0b0111, PeriodForm::Span),
    ("nửa cuối năm", Quarter::Multi, 0b1100, PeriodForm::Span),
    ("đầu năm", Quarter::Q1, 0b0001, PeriodForm::Approximate),
    ("giữa năm", Quarter::Multi, 0b0110, PeriodForm::Approximate),
    ("cuối năm", Quarter::Q4, 0b1000, PeriodForm::Approximate),
    ("Mùa hè", Quarter::Multi, 0b0110, PeriodForm::Approximate),
    ("Tết Nguyên đán", Quarter::Q1, 0b0001, PeriodForm::Event),
    ("Tết Bunpimay", Quarter::Q2, 0b0010, PeriodForm::Event),
    ("Quốc khánh Lào 02/12", Quarter::Q4, 0b1000, PeriodForm::Event),
    ("cả năm", Quarter::Multi, 0b1111, PeriodForm::Span),
    ("Trong năm 2021", Quarter::Unscheduled, 0b0000, PeriodForm::Undetermined),
    ("năm 2021", Quarter::Unscheduled, 0b0000, PeriodForm::Undetermined),
    ("2021", Quarter::Unscheduled, 0b0000, PeriodForm::Undetermined),
    ("Mỗi quý 01 lần", Quarter::Multi, 0b1111, PeriodForm::Recurring),
    ("hằng quý", Quarter::Multi, 0b1111, PeriodForm::Recurring),
    ("02 lần/năm", Quarter::Unscheduled, 0b0000, PeriodForm::Recurring),
    ("thường xuyên", Quarter::Unscheduled, 0b0000, PeriodForm::Undetermined),
    // The list gives all four quarters; September 2020 to May 2021 touches two of 2021.
    ("Năm học 2020-2021", Quarter::Multi, 0b0011, PeriodForm::Span),
    ("sau khi hết dịch", Quarter::Unscheduled, 0b0000, PeriodForm::Conditional),
    ("Nếu tình hình dịch được kiểm soát", Quarter::Unscheduled, 0b0000, PeriodForm::Conditional),
    ("Theo thư mời", Quarter::Unscheduled, 0b0000, PeriodForm::Conditional),
    ("Theo kế hoạch của Bộ", Quarter::Unscheduled, 0b0000, PeriodForm::Conditional),
    ("Chưa xác định", Quarter::Unscheduled, 0b0000, PeriodForm::Undetermined),
    ("linh hoạt", Quarter::Unscheduled, 0b0000, PeriodForm::Undetermined),
    ("-", Quarter::Unscheduled, 0b0000, PeriodForm::Undetermined),
    ("//", Quarter::Unscheduled, 0b0000, PeriodForm::Undetermined),
    ("-nt-", Quarter::Unscheduled, 0b0000, PeriodForm::Unreadable),
];

#[test]
fn every_expression_of_the_list_is_understood() {
    let mut wrong = Vec::new();
    for (text, quarter, quarters, form) in EXPRESSIONS {
        let found = period(text, 2021);
        if (found.quarter, found.quarters, found.form) != (Some(quarter), quarters, form) {
            wrong.push(format!("{text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Further wordings, each with what an officer would say of it.
#[rustfmt::skip]
const FURTHER: [(&str, Quarter, u8, PeriodForm); 106] = [
    ("III", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("II, III", Quarter::Multi, 0b0110, PeriodForm::Quarter),
    ("II-III/2021", Quarter::Multi, 0b0110, PeriodForm::Quarter),
    ("Quý I+II", Quarter::Multi, 0b0011, PeriodForm::Quarter),
    ("Quý I/II", Quarter::Multi, 0b0011, PeriodForm::Quarter),
    ("Quý 1/2021", Quarter::Q1, 0b0001, PeriodForm::Quarter),
    ("Quý 1,2,3", Quarter::Multi, 0b0111, PeriodForm::Quarter),
    ("QuýIII/2021", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("QUÝ IV", Quarter::Q4, 0b1000, PeriodForm::Quarter),
    ("quy 4", Quarter::Q4, 0b1000, PeriodForm::Quarter),
    ("quy tu", Quarter::Q4, 0b1000, PeriodForm::Quarter),
    ("Quý một", Quarter::Q1, 0b0001, PeriodForm::Quarter),
    ("Quý IV/21", Quarter::Q4, 0b1000, PeriodForm::Quarter),
    ("Q3-Q4/2021", Quarter::Multi, 0b1100, PeriodForm::Quarter),
    ("cuối quý II", Quarter::Q2, 0b0010, PeriodForm::Quarter),
    ("Quý cuối năm", Quarter::Q4, 0b1000, PeriodForm::Quarter),
    ("2021: Quý III", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Năm 2021, quý II", Quarter::Q2, 0b0010, PeriodForm::Quarter),
    ("Quý III (tháng 8)", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("Quý II-III (tháng 7)", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("Dự kiến quý III nếu hết dịch", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Sau khi hết dịch, dự kiến quý IV", Quarter::Q4, 0b1000, PeriodForm::Quarter),
    ("Quý IV/2020 - Quý I", Quarter::Multi, 0b0001, PeriodForm::Quarter),
    ("Quý I/2022", Quarter::OutsideYear, 0, PeriodForm::Quarter),
    ("T9", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("T.9/2021", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("Th9/2021", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("tháng9", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("Tháng 9/21", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("tháng tư", Quarter::Q2, 0b0010, PeriodForm::Month),
    ("tháng năm", Quarter::Q2, 0b0010, PeriodForm::Month),
    ("tháng mười hai", Quarter::Q4, 0b1000, PeriodForm::Month),
    ("tháng 3-5", Quarter::Multi, 0b0011, PeriodForm::Month),
    ("tháng 3 đến tháng 5/2021", Quarter::Multi, 0b0011, PeriodForm::Month),
    ("tháng 4-6", Quarter::Q2, 0b0010, PeriodForm::Month),
    ("tháng 8, 9", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("T7,8/2021", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("tháng 7 hoặc tháng 10", Quarter::Multi, 0b1100, PeriodForm::Month),
    ("cuối tháng 3, đầu tháng 4", Quarter::Multi, 0b0011, PeriodForm::Month),
    ("Tháng 11 - tháng 01/2022", Quarter::Multi, 0b1000, PeriodForm::Month),
    ("Tháng 9 (05 ngày)", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("tuần 2 tháng 9", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("trước tháng 7", Quarter::Multi, 0b0011, PeriodForm::Span),
    ("sau tháng 6", Quarter::Multi, 0b1100, PeriodForm::Span),
    ("trước 30/6", Quarter::Multi, 0b0011, PeriodForm::Span),
    ("15 - 20/9/2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("từ 15 đến 20/9/2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("từ ngày 15 đến ngày 20 tháng 9 năm 2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("15-20 tháng 9", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("Từ ngày 19-21/9/2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("Tháng 9, ngày 15-20", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("30/4-01/5", Quarter::Q2, 0b0010, PeriodForm::Date),
    ("28/12/2021-03/01/2022", Quarter::Q4, 0b1000, PeriodForm::Date),
    ("28/12-03/01/2022", Quarter::Q4, 0b1000, PeriodForm::Date),
    ("28/12/2020-03/01/2021", Quarter::OutsideYear, 0b0000, PeriodForm::Date),
    ("15/9/2021 - 20/9/2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("2021-09-15 00:00:00", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("15-20/3 và 05-10/10/2021", Quarter::Multi, 0b1001, PeriodForm::Date),
    ("Quý II trở đi", Quarter::Multi, 0b1110, PeriodForm::Span),
    ("Tháng 9/2021 - tháng 6/2022", Quarter::Multi, 0b1100, PeriodForm::Month),
    ("Tháng 10/11/2021", Quarter::Q4, 0b1000, PeriodForm::Date),
    ("Tháng 9 (15-20/9/2021)", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("Quý II và tháng 9", Quarter::Multi, 0b0110, PeriodForm::Month),
    ("Đợt 1: tháng 3; đợt 2: tháng 10", Quarter::Multi, 0b1001, PeriodForm::Month),
    ("Quý 2/3/2021", Quarter::Multi, 0b0110, PeriodForm::Quarter),
    ("Quý III năm 21", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Quý III/20", Quarter::OutsideYear, 0, PeriodForm::Quarter),
    ("9/21", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("Đoàn 35 lượt người, quý III", Quarter::Q3, 0b0100, PeriodForm::Quarter),
    ("Hội nghị 13/14 tỉnh, tháng 9", Quarter::Q3, 0b0100, PeriodForm::Doubtful),
    ("Năm 2020-21", Quarter::Unscheduled, 0, PeriodForm::Undetermined),
    ("- Quý III/2021\n- Quý I/2021", Quarter::Multi, 0b0101, PeriodForm::Quarter),
    ("15/9/2021 - 15/5/2022", Quarter::Q3, 0b1100, PeriodForm::Date),
    ("15-Sep-21", Quarter::Q3, 0b0100, PeriodForm::ExcelDamage),
    ("Sep-2021", Quarter::Q3, 0b0100, PeriodForm::ExcelDamage),
    ("September 2021", Quarter::Q3, 0b0100, PeriodForm::ExcelDamage),
    ("sáu tháng đầu năm", Quarter::Multi, 0b0011, PeriodForm::Span),
    ("3 tháng cuối năm", Quarter::Q4, 0b1000, PeriodForm::Span),
    ("nửa đầu năm", Quarter::Multi, 0b0011, PeriodForm::Span),
    ("quanh năm", Quarter::Multi, 0b1111, PeriodForm::Span),
    ("cuối năm 2020 - đầu năm 2021", Quarter::Multi, 0b0001, PeriodForm::Approximate),
    ("Dịp hè", Quarter::Multi, 0b0110, PeriodForm::Approximate),
    ("Dịp Tết", Quarter::Q1, 0b0001, PeriodForm::Event),
    ("mỗi tháng 01 lần", Quarter::Multi, 0b1111, PeriodForm::Recurring),
    ("01 lần/quý", Quarter::Multi, 0b1111, PeriodForm::Recurring),
    ("hằng năm", Quarter::Unscheduled, 0, PeriodForm::Recurring),
    ("2 lần (Quý I, Quý III)", Quarter::Multi, 0b0101, PeriodForm::Recurring),
    ("02 đợt: tháng 3, tháng 10", Quarter::Multi, 0b1001, PeriodForm::Month),
    ("Theo thư mời ngày 15/9/2021", Quarter::Unscheduled, 0, PeriodForm::Conditional),
    ("Theo KH số 12/KH-UBND ngày 15/01/2021", Quarter::Unscheduled, 0, PeriodForm::Conditional),
    ("giai đoạn 2021-2025", Quarter::Unscheduled, 0, PeriodForm::Undetermined),
    ("2022", Quarter::OutsideYear, 0, PeriodForm::Undetermined),
    ("rằm tháng 7 âm lịch", Quarter::Q3, 0b0100, PeriodForm::Lunar),
    ("Hội nghị", Quarter::Unscheduled, 0, PeriodForm::Unreadable),
    ("Năm học 2021-2022", Quarter::Multi, 0b1100, PeriodForm::Span),
    ("Quý III/2020, Quý III/2021", Quarter::Multi, 0b0100, PeriodForm::Doubtful),
    ("giai đoạn 2022-2025", Quarter::OutsideYear, 0, PeriodForm::Undetermined),
    ("N/A", Quarter::Unscheduled, 0, PeriodForm::Undetermined),
    ("iv/2021", Quarter::Q4, 0b1000, PeriodForm::Quarter),
    ("H1/2021", Quarter::Multi, 0b0011, PeriodForm::Span),
    ("6T đầu năm 2021", Quarter::Multi, 0b0011, PeriodForm::Span),
    ("8h00 ngày 15/9/2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("Thứ 2 tuần 3 tháng 9", Quarter::Q3, 0b0100, PeriodForm::Month),
    ("Sau Tết Nguyên đán", Quarter::Q1, 0b0001, PeriodForm::Event),
    ("Ngày 10, 11/9/2021", Quarter::Q3, 0b0100, PeriodForm::Date),
    ("", Quarter::Unscheduled, 0, PeriodForm::Missing),
];

#[test]
fn further_wordings_are_understood() {
    let mut wrong = Vec::new();
    for (text, quarter, quarters, form) in FURTHER {
        let found = period(text, 2021);
        if (found.class(), found.quarters, found.form) != (quarter, quarters, form) {
            wrong.push(format!("{text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_of_the_calendar_are_kept_where_they_are_written() {
    let cases = [
        (
            "15-20/9/2021",
            Some(date(2021, 9, 15)),
            Some(date(2021, 9, 20)),
            false,
        ),
        (
            "28/9-02/10/2021",
            Some(date(2021, 9, 28)),
            Some(date(2021, 10, 2)),
            true,
        ),
        (
            "28/12/2021-03/01/2022",
            Some(date(2021, 12, 28)),
            Some(date(2022, 1, 3)),
            true,
        ),
        ("ngày 15 tháng 9", Some(date(2021, 9, 15)), None, false),
        ("44454", Some(date(2021, 9, 15)), None, false),
        ("21-Sep", Some(date(2021, 9, 21)), None, false),
        ("31/9/2021", None, None, false),
        ("20/9-15/9/2021", None, None, false),
        ("Tháng 9/2021", None, None, false),
    ];
    for (text, first, last, crosses) in cases {
        let found = period(text, 2021);
        assert_eq!(
            (found.first, found.last, found.crosses_quarter),
            (first, last, crosses),
            "{text}"
        );
    }
}

#[test]
fn recurring_journeys_keep_how_often() {
    let cases = [
        ("Mỗi quý 01 lần", Some(4)),
        ("mỗi quý 2 lần", Some(8)),
        ("hằng quý", Some(4)),
        ("hàng tháng", Some(12)),
        ("02 lần/năm", Some(2)),
        ("mỗi năm 2 lần", Some(2)),
        ("02 lần/quý", Some(8)),
        ("6 tháng/lần", Some(2)),
        ("Quý III", None),
    ];
    for (text, times) in cases {
        assert_eq!(period(text, 2021).times, times, "{text}");
    }
}

#[test]
fn a_slip_of_the_year_keeps_the_quarter_that_the_words_give() {
    let cases = [
        ("Quý II/2020", Some(Quarter::Q2)),
        ("Tháng 9/2022", Some(Quarter::Q3)),
        ("Quý II-III/2020", Some(Quarter::Multi)),
        ("28/9-02/10/2020", Some(Quarter::Q3)),
        ("2020", Some(Quarter::Unscheduled)),
    ];
    for (text, stated) in cases {
        let found = period(text, 2021);
        assert_eq!(
            (found.quarter, found.stated),
            (Some(Quarter::OutsideYear), stated),
            "{text}"
        );
    }
}

#[test]
fn a_bare_number_is_what_the_heading_says() {
    let class = |text, hint| read(text, 2021, hint).period.class();
    assert_eq!(class("3", Hint::Quarter), Quarter::Q3);
    assert_eq!(class("3", Hint::Month), Quarter::Q1);
    assert_eq!(class("3", Hint::None), Quarter::Unscheduled);
    assert_eq!(class("2, 3", Hint::Quarter), Quarter::Multi);
    assert_eq!(class("3/2021", Hint::Quarter), Quarter::Q3);
    assert_eq!(class("3-4/2021", Hint::Quarter), Quarter::Multi);
    assert_eq!(class("30/4", Hint::Quarter), Quarter::Q2);
    assert_eq!(class("5", Hint::Quarter), Quarter::Unscheduled);
}
