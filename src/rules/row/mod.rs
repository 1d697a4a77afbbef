//! Rules about one row: D4xx.

pub mod countries_too_many;
pub mod country_is_vietnam;
pub mod days_differ_from_dates;
pub mod days_implausible;
pub mod delegation_not_held;
pub mod example_left;
pub mod leader_missing;
pub mod name_missing;
pub mod people_implausible;
pub mod status_doubtful;
