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
