//! What fields, tables and quarters are called within a sentence: Vietnamese, English.

use crate::model::section::{Direction, Field, Kind};
use crate::model::submission::Due;
use crate::model::value::Quarter;

/// A field as the departments' form calls it, and in English.
pub fn field_name(field: Field) -> [&'static str; 2] {
    match field {
        Field::Number => ["TT", "No."],
        Field::Name => ["Tên đoàn", "Delegation"],
        Field::Head => ["Trưởng đoàn", "Leader of delegation"],
        Field::Country => ["Nước", "Country"],
        Field::Partner => ["Đối tác làm việc", "Partner"],
        Field::Content => ["Nội dung hoạt động", "Activities"],
        Field::People | Field::PeoplePart => ["Số người", "People"],
        Field::Delegations => ["Số đoàn", "Delegations"],
        Field::Days => ["Số ngày", "Days"],
        Field::Period => ["Thời gian thực hiện", "Period"],
        Field::PeriodFrom => ["Từ ngày", "From day"],
        Field::PeriodTo => ["Đến ngày", "To day"],
        Field::Funding | Field::FundingPart(..) => ["Nguồn kinh phí", "Budget source"],
        Field::Amount | Field::SecondAmount => ["Kinh phí", "Amount"],
        Field::Notes => ["Ghi chú", "Notes"],
        Field::Direction => ["Loại đoàn", "Direction"],
        Field::Kind => ["Kế hoạch/Thực hiện", "Plan or results"],
        Field::DecisionNo => ["Số quyết định", "Decision No."],
        Field::Department => ["Đơn vị", "Department"],
        Field::Status => ["Kết quả", "Result"],
        Field::Explanation => ["Giải trình", "Explanation"],
    }
}

/// An owed table in words, in Vietnamese and in English.
pub fn table_name((direction, kind): Due) -> [&'static str; 2] {
    match (direction, kind) {
        (Direction::Outbound, Kind::Plan) => ["kế hoạch đoàn ra", "outbound plan"],
        (Direction::Inbound, Kind::Plan) => ["kế hoạch đoàn vào", "inbound plan"],
        (Direction::Outbound, Kind::Realised) => ["kết quả đoàn ra", "outbound results"],
        (Direction::Inbound, Kind::Realised) => ["kết quả đoàn vào", "inbound results"],
    }
}

/// A quarter class in words, in Vietnamese and in English.
pub fn quarter_name(quarter: Quarter) -> [&'static str; 2] {
    match quarter {
        Quarter::Q1 => ["quý I", "quarter 1"],
        Quarter::Q2 => ["quý II", "quarter 2"],
        Quarter::Q3 => ["quý III", "quarter 3"],
        Quarter::Q4 => ["quý IV", "quarter 4"],
        Quarter::Multi => ["nhiều quý", "several quarters"],
        Quarter::Unscheduled => ["chưa xác định", "unscheduled"],
        Quarter::OutsideYear => ["ngoài năm", "outside the year"],
    }
}
