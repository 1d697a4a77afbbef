//! Figures: the counting bases, the same in every output.

use super::section::{Direction, Kind};
use super::value::{FundingClass, Quarter};
use std::ops::AddAssign;

/// Code of a delegation whose countries are a group or an organisation.
pub const VARIOUS: &str = "various";

/// Counting bases and what stands beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Đoàn: the sum of `count`.
    pub delegations: u64,
    /// Lượt người.
    pub people: u64,
    /// People × days, in half days.
    pub person_half_days: u64,
    /// Whole đồng.
    pub amount_vnd: i64,
    pub rows: u64,
    pub rows_without_people: u64,
    pub rows_without_days: u64,
    pub rows_without_amount: u64,
}

impl AddAssign for Totals {
    fn add_assign(&mut self, other: Totals) {
        self.delegations += other.delegations;
        self.people += other.people;
        self.person_half_days += other.person_half_days;
        self.amount_vnd += other.amount_vnd;
        self.rows += other.rows;
        self.rows_without_people += other.rows_without_people;
        self.rows_without_days += other.rows_without_days;
        self.rows_without_amount += other.rows_without_amount;
    }
}

impl Totals {
    /// Person-days as printed: "88", "0.5".
    pub fn person_days(&self) -> String {
        let whole = self.person_half_days / 2;
        format!(
            "{whole}{}",
            if self.person_half_days % 2 == 1 {
                ".5"
            } else {
                ""
            }
        )
    }

    /// This less another: the excess of a sum over its distinct total.
    pub fn less(self, other: Totals) -> Totals {
        Totals {
            delegations: self.delegations.saturating_sub(other.delegations),
            people: self.people.saturating_sub(other.people),
            person_half_days: self.person_half_days.saturating_sub(other.person_half_days),
            amount_vnd: self.amount_vnd - other.amount_vnd,
            rows: self.rows.saturating_sub(other.rows),
            rows_without_people: self
                .rows_without_people
                .saturating_sub(other.rows_without_people),
            rows_without_days: self
                .rows_without_days
                .saturating_sub(other.rows_without_days),
            rows_without_amount: self
                .rows_without_amount
                .saturating_sub(other.rows_without_amount),
        }
    }
}

/// One line of a table by one key.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub kind: Kind,
    pub year: i32,
    pub direction: Direction,
    /// Country code or `various`, quarter code, funding code, department slug.
    pub key: String,
    pub totals: Totals,
}

/// One cell of the cube.
#[derive(Debug, Clone, PartialEq)]
pub struct CubeCell {
    pub kind: Kind,
    pub year: i32,
    pub direction: Direction,
    pub country: String,
    pub quarter: Quarter,
    pub funding: FundingClass,
    pub totals: Totals,
}

/// Totals of one kind and direction.
#[derive(Debug, Clone, PartialEq)]
pub struct Grand {
    pub kind: Kind,
    pub year: i32,
    pub direction: Direction,
    /// Each delegation once.
    pub totals: Totals,
    /// Sum of the countries less the distinct total.
    pub countries_excess: Totals,
    /// Sum of the departments less the distinct total: joint delegations.
    pub departments_excess: Totals,
    /// Rows that went back and are in no figure.
    pub rejected: u64,
}

/// All figures of a campaign. Lines are sorted by kind, direction and key; keys without rows are absent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Summary {
    pub by_country: Vec<Line>,
    pub by_quarter: Vec<Line>,
    pub by_funding: Vec<Line>,
    pub by_department: Vec<Line>,
    pub cube: Vec<CubeCell>,
    /// Always all four pairs of kind and direction, zeros included.
    pub grand: Vec<Grand>,
}

impl Summary {
    /// The grand totals of one kind and direction.
    pub fn grand(&self, kind: Kind, direction: Direction) -> Option<&Grand> {
        self.grand
            .iter()
            .find(|grand| grand.kind == kind && grand.direction == direction)
    }
}
