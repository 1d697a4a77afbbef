//! People and days, exact to the half day.

use serde::Serialize;

/// How a number was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberForm {
    /// A blank cell, or none.
    #[default]
    Missing,
    /// Words that say that it is not known ("chưa xác định", "-", "theo chương trình").
    Undetermined,
    /// "08", "8 người", "mười hai".
    Exact,
    /// "5-7": the upper bound counts.
    Range,
    /// "khoảng 30", "trên 30".
    Approximate,
    /// "01 lãnh đạo, 04 chuyên viên".
    Sum,
    /// "2 đoàn, mỗi đoàn 5 người".
    Product,
    /// Excel made a date out of it: "05-Jul" for 5-7.
    ExcelDamage,
    /// A conversion that depends on convention: "1 tháng" = 30 days.
    Converted,
    /// Counted from the first and the last day.
    FromDates,
    /// A figure or a word in the cell is no part of the reading ("8 người, bàn 5").
    Doubtful,
    /// Excel wrote `####`.
    Overflow,
    Unreadable,
}

/// How many travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct People {
    /// The upper bound of a range.
    pub value: Option<u32>,
    /// The lower bound of a range.
    pub low: Option<u32>,
    /// Delegations, where the cell says more than one ("02 đoàn/16 người").
    pub delegations: Option<u32>,
    pub form: NumberForm,
}

/// How long, in half days, so that halves stay exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Days {
    /// The upper bound of a range, in half days.
    pub halves: Option<u32>,
    /// The lower bound of a range, in half days.
    pub low_halves: Option<u32>,
    pub form: NumberForm,
    /// Days counted from first and last day, where both are known, both ends included.
    pub from_dates: Option<u32>,
}

impl Days {
    /// Days as printed: "5", "0.5".
    pub fn display(halves: u32) -> String {
        format!("{}{}", halves / 2, if halves % 2 == 1 { ".5" } else { "" })
    }
}
