//! What machines read: one file for each table in CSV, and the report of the run in JSON.

pub mod delegations;
pub mod mailing;
pub mod main_table;
pub mod proposals;
pub mod proposed_decisions;
pub mod rows;
pub mod run_json;
pub mod tables;

pub const DELEGATIONS: &str = "delegations.csv";
pub const FINDINGS: &str = "findings.csv";
