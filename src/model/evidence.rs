//! Why a column is read as it is: what spoke for it, how sure that is, and what its cells need to know.

use super::field::Field;
use serde::Serialize;

/// What most cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CellKind {
    /// 1, 2, 3 from row to row.
    RunningNumber,
    /// A whole number that may count people or days.
    SmallNumber,
    /// A number with a fraction.
    Fraction,
    LargeNumber,
    /// "8 người", "01 lãnh đạo, 04 chuyên viên".
    PeopleCount,
    /// "5 ngày", "3 ngày 2 đêm".
    DayCount,
    /// "02 đoàn".
    DelegationCount,
    /// "12/10"
    Pair,
    Date,
    /// "10-15/4/2024"
    DateSpan,
    /// A date with hours and minutes.
    TimeStamp,
    /// "Quý III", "Tháng 9".
    Period,
    /// "I", "II", "III", "IV".
    Roman,
    Year,
    Country,
    /// A place that lies in a country, or a country among other words.
    Place,
    Money,
    Source,
    Tick,
    /// A person's name or rank.
    Person,
    /// The number of a document: "123/QĐ-UBND".
    DocumentNumber,
    /// A telephone, a passport, an address of mail.
    Code,
    /// "Đoàn công tác …".
    DelegationName,
    Organisation,
    Status,
    /// "Ra", "Vào".
    Direction,
    /// "Kế hoạch", "Thực hiện".
    Kind,
    ShortText,
    LongText,
}

/// One thing that speaks for or against a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The heading stands in the office's own list.
    OfficeList,
    /// The heading stands in the list.
    Listed,
    /// A listed heading stands in it.
    HoldsListed,
    /// One letter apart from a listed heading.
    NearListed,
    /// Its words occur in listed headings.
    Words,
    /// The heading names a source of money.
    NamesSource,
    /// What its cells are, and how many of a hundred.
    Cells { kind: CellKind, percent: u8 },
    /// First days lie before last days.
    DayOrder,
    /// The numbers are those of the days between two dates.
    DaysBetween,
    /// Bare months or quarters under a heading that speaks of them.
    Months,
    /// It is the sum of columns beside it.
    SumOfParts,
    /// It adds up with others to a column beside it.
    PartOfSum,
    /// It stands beside other columns of the same kind.
    Beside,
    /// Every list has such a column, and no heading speaks of it.
    Missing,
    /// What any field has to overcome.
    Unlikely,
}

/// A part of the sum behind a reading, in log odds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Reason {
    pub why: Why,
    pub weight: f32,
}

/// What a person should look at in the reading of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// Another reading is nearly as likely; `None`: that the column says nothing of use.
    Narrow(Option<FieldCode>),
    /// Nothing but the cells says so.
    ByCells,
    /// The heading says another thing than the cells.
    AgainstHeading(FieldCode),
    /// Parts of the people are added, for no column has their total.
    PartsAdded,
}

/// A field under its code, for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldCode(pub Field);

impl Serialize for FieldCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.code().serialize(serializer)
    }
}

/// The second-best reading of a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Rival {
    /// `None`: nothing of use.
    pub field: Option<Field>,
    pub reasons: Vec<Reason>,
}

/// What is behind the reading of a column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evidence {
    pub reasons: Vec<Reason>,
    /// How much more likely it is than the second-best, in log odds; 0 where nothing was weighed.
    pub margin: f32,
    pub rival: Option<Box<Rival>>,
    pub doubt: Option<Doubt>,
}

/// What the reading of a cell needs to know of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellFacts {
    /// The unit of bare numbers, in words that could stand after each of them: "tuần", "triệu đồng/người".
    pub unit_words: Option<&'static str>,
    /// 9/15 is 15 September, and so 3/10 is 10 March.
    pub month_first: bool,
    /// "Số người/đoàn": to be multiplied by the number of delegations.
    pub per_delegation: bool,
    /// "Số người/nữ" over 12/10: twelve people, of whom ten are women.
    pub total_before_part: bool,
}
