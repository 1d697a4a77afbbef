//! Consolidates what a province's departments report about delegations abroad and guests.

pub mod config;
pub mod discover;
pub mod merge;
pub mod model;
pub mod publish;
pub mod rules;
pub mod summarise;
pub mod vocabulary;
