//! When: quarters, and how a period was written.

use jiff::civil::Date;
use serde::Serialize;

/// The class of a period in every table by quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Quarter {
    Q1,
    Q2,
    Q3,
    Q4,
    /// Touches more than one quarter.
    #[serde(rename = "multi")]
    Multi,
    /// Not said, or conditional.
    #[serde(rename = "unscheduled")]
    Unscheduled,
    /// In a year other than the section's.
    #[serde(rename = "outside_year")]
    OutsideYear,
}

impl Quarter {
    pub const ALL: [Quarter; 7] = [
        Quarter::Q1,
        Quarter::Q2,
        Quarter::Q3,
        Quarter::Q4,
        Quarter::Multi,
        Quarter::Unscheduled,
        Quarter::OutsideYear,
    ];

    /// The code in every machine output.
    pub fn code(self) -> &'static str {
        match self {
            Quarter::Q1 => "Q1",
            Quarter::Q2 => "Q2",
            Quarter::Q3 => "Q3",
            Quarter::Q4 => "Q4",
            Quarter::Multi => "multi",
            Quarter::Unscheduled => "unscheduled",
            Quarter::OutsideYear => "outside_year",
        }
    }

    /// The class of a code.
    pub fn from_code(code: &str) -> Option<Quarter> {
        Quarter::ALL
            .into_iter()
            .find(|quarter| quarter.code() == code)
    }

    /// From a number of 1 to 4.
    pub fn from_number(number: u32) -> Option<Quarter> {
        Quarter::ALL[..4]
            .get((number as usize).wrapping_sub(1))
            .copied()
    }
}

/// How a period was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PeriodForm {
    #[default]
    Missing,
    /// "Quý III/2021".
    Quarter,
    /// "Tháng 9/2021".
    Month,
    /// "15-20/9/2021".
    Date,
    /// "6 tháng đầu năm", "cả năm".
    Span,
    /// "cuối năm", "mùa hè".
    Approximate,
    /// "Tết Bunpimay".
    Event,
    /// "mỗi quý 01 lần".
    Recurring,
    /// "sau khi hết dịch".
    Conditional,
    /// "tháng 8 âm lịch".
    Lunar,
    /// `Sep-21`.
    ExcelDamage,
    /// 44454.
    ExcelSerial,
    /// A sign or a word of doubt stands beside it: "Quý II?", "Quý II năm sau".
    Doubtful,
    /// "trong năm", "chưa xác định".
    Undetermined,
    Unreadable,
}

/// When, resolved against the year of the section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Period {
    /// Class for the tables.
    pub quarter: Option<Quarter>,
    /// The class that the words alone give, whatever year they stand in: for accepted year slips.
    pub stated: Option<Quarter>,
    /// Quarters touched in the section's year, bit 0 = Q1.
    pub quarters: u8,
    /// Year written in the cell.
    pub year: Option<i32>,
    pub first: Option<Date>,
    pub last: Option<Date>,
    /// The one month that is meant, where it is one of the section's year.
    pub month: Option<u8>,
    pub form: PeriodForm,
    /// Exact dates that cross the end of a quarter.
    pub crosses_quarter: bool,
    /// "mỗi quý 01 lần": how many times, where said.
    pub times: Option<u32>,
    /// A note narrowed it ("Dự kiến tháng 7").
    pub from_note: bool,
    /// What a note says against it: "Dời sang quý IV" beside "Quý II".
    pub against: Option<Quarter>,
}

impl Period {
    /// The class for the tables; what was never said is `unscheduled`.
    pub fn class(&self) -> Quarter {
        self.quarter.unwrap_or(Quarter::Unscheduled)
    }
}
