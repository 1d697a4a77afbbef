//! What stands beside a year's figures: the plan, the year before, the last published run. Decides, draws nothing.

pub mod last_run;
pub mod planned;
pub mod previous_year;
