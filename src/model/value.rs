//! What a cell means: typed values that also say how they were understood.

use jiff::civil::Date;
use serde::Serialize;
use smallvec::SmallVec;
use std::fmt;

/// ISO 3166-1 alpha-2, in capitals.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryCode(pub [u8; 2]);

impl CountryCode {
    /// `None` unless two ASCII letters; capitals are made.
    pub fn new(code: &str) -> Option<CountryCode> {
        match code.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => Some(CountryCode([
                a.to_ascii_uppercase(),
                b.to_ascii_uppercase(),
            ])),
            _ => None,
        }
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A piece of a country cell that is no known name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPlace {
    pub text: String,
    /// The nearest names, best first.
    pub nearest: SmallVec<[CountryCode; 3]>,
}

/// What a country cell says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Countries {
    /// Distinct, in the order written.
    pub codes: SmallVec<[CountryCode; 4]>,
    /// Groups and organisations that are no country ("ADB", "các nước ASEAN"), as written.
    pub groups: SmallVec<[String; 1]>,
    pub unknown: SmallVec<[UnknownPlace; 1]>,
    /// Pieces matched one edit away from a name, with the country taken.
    pub fuzzy: SmallVec<[(String, CountryCode); 1]>,
    /// Sub-national names that stood for their country ("Savannakhet").
    pub places: SmallVec<[(String, CountryCode); 1]>,
    /// "(03 nước)".
    pub stated_count: Option<u32>,
    /// Text that says that the country is not known ("chưa xác định", "-").
    pub undetermined: bool,
}

impl Countries {
    /// Nothing that a delegation could be counted under.
    pub fn is_unreadable(&self) -> bool {
        self.codes.is_empty() && self.groups.is_empty()
    }
}

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
    pub form: PeriodForm,
    /// Exact dates that cross the end of a quarter.
    pub crosses_quarter: bool,
    /// "mỗi quý 01 lần": how many times, where said.
    pub times: Option<u32>,
    /// A note narrowed it ("Dự kiến tháng 7").
    pub from_note: bool,
}

impl Period {
    /// The class for the tables; what was never said is `unscheduled`.
    pub fn class(&self) -> Quarter {
        self.quarter.unwrap_or(Quarter::Unscheduled)
    }
}

/// Who pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingClass {
    /// NSNN of any level or levels.
    StateBudget,
    /// The department's own or regular funds.
    OwnFunds,
    /// The members pay.
    SelfFunded,
    /// The host or partner pays.
    Partner,
    /// ODA, NGO, projects.
    Aid,
    Enterprise,
    /// Xã hội hóa and other lawful sources.
    Donations,
    /// No cost.
    None,
    /// More than one of these.
    Mixed,
    Unknown,
}

impl FundingClass {
    pub const ALL: [FundingClass; 10] = [
        FundingClass::StateBudget,
        FundingClass::OwnFunds,
        FundingClass::SelfFunded,
        FundingClass::Partner,
        FundingClass::Aid,
        FundingClass::Enterprise,
        FundingClass::Donations,
        FundingClass::None,
        FundingClass::Mixed,
        FundingClass::Unknown,
    ];

    /// The code in every machine output.
    pub fn code(self) -> &'static str {
        match self {
            FundingClass::StateBudget => "state_budget",
            FundingClass::OwnFunds => "own_funds",
            FundingClass::SelfFunded => "self_funded",
            FundingClass::Partner => "partner",
            FundingClass::Aid => "aid",
            FundingClass::Enterprise => "enterprise",
            FundingClass::Donations => "donations",
            FundingClass::None => "none",
            FundingClass::Mixed => "mixed",
            FundingClass::Unknown => "unknown",
        }
    }

    /// The class of a code.
    pub fn from_code(code: &str) -> Option<FundingClass> {
        FundingClass::ALL
            .into_iter()
            .find(|class| class.code() == code)
    }
}

/// Level of the state budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingLevel {
    #[default]
    Unsaid,
    Central,
    Provincial,
    District,
    Commune,
}

impl FundingLevel {
    pub const ALL: [FundingLevel; 5] = [
        FundingLevel::Unsaid,
        FundingLevel::Central,
        FundingLevel::Provincial,
        FundingLevel::District,
        FundingLevel::Commune,
    ];

    /// The code in every machine output; empty where the level was not said.
    pub fn code(self) -> &'static str {
        match self {
            FundingLevel::Unsaid => "",
            FundingLevel::Central => "central",
            FundingLevel::Provincial => "provincial",
            FundingLevel::District => "district",
            FundingLevel::Commune => "commune",
        }
    }

    /// The level of a code.
    pub fn from_code(code: &str) -> Option<FundingLevel> {
        FundingLevel::ALL
            .into_iter()
            .find(|level| level.code() == code)
    }
}

/// One source in a cell, with what it pays where that is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FundingPart {
    pub class: FundingClass,
    pub level: FundingLevel,
    /// Whole đồng.
    pub amount_vnd: Option<i64>,
    /// "60%".
    pub percent: Option<u8>,
}

/// How a source was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FundingForm {
    #[default]
    Missing,
    Words,
    /// Ticks in split columns.
    Ticks,
    /// "chưa xác định", "theo dự toán".
    Undetermined,
    /// An amount without a source.
    AmountOnly,
    /// Words that are no known source.
    Unreadable,
}

/// Budget source of a delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funding {
    pub class: FundingClass,
    /// The sources, in the order written, each once.
    pub parts: SmallVec<[FundingPart; 2]>,
    pub form: FundingForm,
    /// Words that were not understood.
    pub unknown: SmallVec<[String; 1]>,
}

impl Default for Funding {
    fn default() -> Self {
        Funding {
            class: FundingClass::Unknown,
            parts: SmallVec::new(),
            form: FundingForm::Missing,
            unknown: SmallVec::new(),
        }
    }
}

impl Funding {
    /// The column `funding_parts`: levels of the state budget, and the classes of a mixed source.
    pub fn part_codes(&self) -> Vec<&'static str> {
        let mut codes = Vec::new();
        for part in &self.parts {
            let class = (self.class == FundingClass::Mixed).then(|| part.class.code());
            let level = (part.level != FundingLevel::Unsaid).then(|| part.level.code());
            for code in class.into_iter().chain(level) {
                if !codes.contains(&code) {
                    codes.push(code);
                }
            }
        }
        codes
    }
}

/// Unit of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyUnit {
    Dong,
    ThousandDong,
    MillionDong,
    BillionDong,
    Usd,
}

/// How an amount was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyForm {
    #[default]
    Missing,
    /// The cell says the unit.
    Exact,
    /// The unit stands in the heading or a caption.
    UnitFromHead,
    /// A number without a unit anywhere: no amount is taken.
    NoUnit,
    /// A currency other than đồng and US dollar: no amount is taken.
    OtherCurrency,
    /// "theo dự toán".
    Undetermined,
    Unreadable,
}

/// An amount, never invented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Money {
    /// Whole đồng.
    pub vnd: Option<i64>,
    /// US cents.
    pub usd_cents: Option<i64>,
    pub form: MoneyForm,
}

/// What became of a delegation, where the row says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Done,
    Postponed,
    Cancelled,
    Online,
}

impl Status {
    /// The code in every machine output.
    pub fn code(self) -> &'static str {
        match self {
            Status::Done => "done",
            Status::Postponed => "postponed",
            Status::Cancelled => "cancelled",
            Status::Online => "online",
        }
    }

    /// Postponed, cancelled or held online: in no figure.
    pub fn is_not_held(self) -> bool {
        self != Status::Done
    }
}
