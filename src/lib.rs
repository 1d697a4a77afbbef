//! Consolidates what a province's departments report about delegations abroad and guests.

pub mod model;
pub mod segment;
pub mod vocabulary;
