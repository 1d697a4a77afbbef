//! What people decided about findings and rows (`decisions.csv`).

use super::value::{CountryCode, Days, FundingClass, Quarter, Status};

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A warning is explained; a year slip is one.
    Accept,
    /// Two rows are one delegation: it counts once, credited to both departments.
    Same,
    /// Two rows are two delegations.
    Different,
    /// The row is left out of every figure.
    Exclude,
    /// The row counts with this value.
    Set(Setting),
}

impl Verdict {
    /// Names a row, by its id or by a finding on it.
    pub fn is_about_a_row(&self) -> bool {
        matches!(self, Verdict::Exclude | Verdict::Set(_))
    }
}

/// A value that a person gives a field of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setting {
    Count(u32),
    People(u32),
    /// Half days.
    Days(u32),
    Quarter(Quarter),
    Funding(FundingClass),
    Countries(Vec<CountryCode>),
    AmountVnd(i64),
    /// Cents.
    AmountUsd(i64),
    Status(Status),
}

impl Setting {
    /// What may be set, as `delegations.csv` names it.
    pub const FIELDS: [&str; 9] = [
        "count",
        "people",
        "days",
        "quarter",
        "funding",
        "countries",
        "amount_vnd",
        "amount_usd",
        "status",
    ];

    /// The name of the field.
    pub fn field(&self) -> &'static str {
        Setting::FIELDS[match self {
            Setting::Count(_) => 0,
            Setting::People(_) => 1,
            Setting::Days(_) => 2,
            Setting::Quarter(_) => 3,
            Setting::Funding(_) => 4,
            Setting::Countries(_) => 5,
            Setting::AmountVnd(_) => 6,
            Setting::AmountUsd(_) => 7,
            Setting::Status(_) => 8,
        }]
    }

    /// The value, as `delegations.csv` writes it.
    pub fn value(&self) -> String {
        match self {
            Setting::Count(number) | Setting::People(number) => number.to_string(),
            Setting::Days(halves) => Days::display(*halves),
            Setting::Quarter(quarter) => quarter.code().to_string(),
            Setting::Funding(class) => class.code().to_string(),
            Setting::Countries(codes) => {
                let codes = codes.iter().map(|code| code.as_str());
                codes.collect::<Vec<&str>>().join(";")
            }
            Setting::AmountVnd(vnd) => vnd.to_string(),
            Setting::AmountUsd(cents) => format!("{}.{:02}", cents / 100, cents % 100),
            Setting::Status(status) => status.code().to_string(),
        }
    }

    /// What the names of rules about this field begin with.
    pub fn rules(&self) -> &'static str {
        match self {
            Setting::Count(_) => "count-",
            Setting::People(_) => "people-",
            Setting::Days(_) => "days-",
            Setting::Quarter(_) => "period-",
            Setting::Funding(_) => "funding-",
            Setting::Countries(_) => "country-",
            Setting::AmountVnd(_) | Setting::AmountUsd(_) => "amount-",
            Setting::Status(_) => "status-",
        }
    }
}

/// What became of a decision in this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DecisionState {
    /// No finding and no row has this fingerprint any more.
    #[default]
    Stale,
    Applied,
    /// It does not fit: an error cannot be accepted, a single row is not the same as another, a row that
    /// counts nowhere cannot be left out.
    Unfit,
}

/// One line of `decisions.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Line of the file, from 1.
    pub line: u32,
    /// Of a finding; of a row for what is about one.
    pub fingerprint: u64,
    pub verdict: Verdict,
    pub reason: String,
    pub by: String,
    pub date: String,
    pub state: DecisionState,
}

impl Decision {
    /// Its reason, and who gave it where that is said.
    pub fn reason_and_author(&self) -> String {
        match (self.reason.is_empty(), self.by.is_empty()) {
            (false, false) => format!("{} ({})", self.reason, self.by),
            (true, _) => self.by.clone(),
            (false, true) => self.reason.clone(),
        }
    }
}

/// A row by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowId {
    /// Index into the dataset's files.
    pub file: u32,
    /// Index into the file's delegations.
    pub row: u32,
    /// The digest behind the id, before anything of the row was set.
    pub digest: [u8; 32],
}

/// What a decision changed on a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    pub row: RowId,
    /// Index into the dataset's decisions.
    pub decision: u32,
    /// The field that was set; empty where the row was left out.
    pub field: &'static str,
    pub before: String,
    pub after: String,
}
