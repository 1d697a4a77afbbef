//! What stands beside a year's figures: the plan for it, and the last published run of it.

mod changes;
mod figures;
mod planned;

pub use changes::{Because, Cause, Changes, Contribution, Measures, Part, Sources, Why, parts};
pub use figures::{Fate, Figures, Key, by_key};
pub use planned::{Comparison, NoPlan, Outcome, Pair, Planned};
