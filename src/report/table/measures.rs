//! The figures of the counting bases, and the rows that say nothing of them.

use crate::model::finding::Lang;
use crate::model::summary::Totals;
use crate::words::{Words, labels, shown};

/// What is counted, in the order of all tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Delegations,
    People,
    PersonDays,
    Amount,
    NoPeople,
    NoDays,
    NoAmount,
}

impl Measure {
    pub const ALL: [Measure; 7] = [
        Measure::Delegations,
        Measure::People,
        Measure::PersonDays,
        Measure::Amount,
        Measure::NoPeople,
        Measure::NoDays,
        Measure::NoAmount,
    ];

    /// The figures themselves.
    pub const FIGURES: [Measure; 4] = [
        Measure::Delegations,
        Measure::People,
        Measure::PersonDays,
        Measure::Amount,
    ];

    /// How many rows say nothing of a figure.
    pub const UNKNOWN: [Measure; 3] = [Measure::NoPeople, Measure::NoDays, Measure::NoAmount];

    pub fn heading(self) -> Words {
        match self {
            Measure::Delegations => labels::DELEGATIONS,
            Measure::People => labels::PEOPLE,
            Measure::PersonDays => labels::PERSON_DAYS,
            Measure::Amount => labels::AMOUNT,
            Measure::NoPeople => labels::NO_PEOPLE,
            Measure::NoDays => labels::NO_DAYS,
            Measure::NoAmount => labels::NO_AMOUNT,
        }
    }

    /// Its column in the CSV files.
    pub fn field(self) -> &'static str {
        match self {
            Measure::Delegations => "delegations",
            Measure::People => "people",
            Measure::PersonDays => "person_days",
            Measure::Amount => "amount_vnd",
            Measure::NoPeople => "rows_without_people",
            Measure::NoDays => "rows_without_days",
            Measure::NoAmount => "rows_without_amount",
        }
    }

    /// The figure as a whole number; person-days in half days.
    pub fn whole(self, totals: &Totals) -> i64 {
        match self {
            Measure::Amount => totals.amount_vnd,
            _ => i64::try_from(self.counted(totals)).unwrap_or(i64::MAX),
        }
    }

    fn counted(self, totals: &Totals) -> u64 {
        match self {
            Measure::Delegations => totals.delegations,
            Measure::People => totals.people,
            Measure::PersonDays => totals.person_half_days,
            Measure::Amount => totals.amount_vnd.unsigned_abs(),
            Measure::NoPeople => totals.rows_without_people,
            Measure::NoDays => totals.rows_without_days,
            Measure::NoAmount => totals.rows_without_amount,
        }
    }

    pub fn is_zero(self, totals: &Totals) -> bool {
        self.counted(totals) == 0
    }

    /// The figure of a sheet; person-days in days.
    pub fn value(self, totals: &Totals) -> f64 {
        match self {
            Measure::PersonDays => totals.person_half_days as f64 / 2.0,
            _ => self.whole(totals) as f64,
        }
    }

    /// The figure of the page.
    pub fn shown(self, totals: &Totals, lang: Lang) -> String {
        self.shown_number(self.whole(totals), lang)
    }

    /// A number of this measure as the page writes it; person-days in half days.
    pub fn shown_number(self, number: i64, lang: Lang) -> String {
        match self {
            Measure::PersonDays => shown::halves(number.unsigned_abs(), lang),
            _ => shown::whole(number, lang),
        }
    }

    /// The figure of a CSV file.
    pub fn plain(self, totals: &Totals) -> String {
        match self {
            Measure::PersonDays => totals.person_days(),
            _ => self.whole(totals).to_string(),
        }
    }
}
