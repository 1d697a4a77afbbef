//! The nouns of the field as plain data: no I/O, no decisions, used by every stage.

pub mod accounts;
pub mod comparison;
pub mod content;
pub mod dataset;
pub mod decision;
pub mod delegation;
pub mod departments;
pub mod document;
pub mod evidence;
pub mod field;
pub mod file;
pub mod finding;
pub mod frozen;
pub mod ledger;
pub mod office;
pub mod section;
pub mod submission;
pub mod summary;
pub mod value;
