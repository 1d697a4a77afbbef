//! Amounts and their units.

use serde::Serialize;

/// Unit of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyUnit {
    Dong,
    ThousandDong,
    MillionDong,
    HundredMillionDong,
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
