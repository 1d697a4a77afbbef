//! Consolidates what a province's departments report about delegations abroad and guests.

pub mod interpret;
pub mod model;
pub mod vocabulary;
