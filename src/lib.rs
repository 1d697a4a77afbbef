//! Consolidates what a province's departments report about delegations abroad and guests.
//!
//! ```text
//! discover → [ each file alone, in parallel, order kept:  read → segment → interpret → validate ]
//!          → merge → validate across files → summarise → compare → report, export → archive
//! ```
//!
//! | stage | takes | gives | decides |
//! | --- | --- | --- | --- |
//! | [`discover`] | INPUTS | submissions | which files, which year, which version |
//! | [`read`] | bytes | document: decoded text, rows of cells with their lines | encoding, repair of letters, dialect |
//! | [`segment`] | document | sections: direction, kind, columns, data rows; a class for every line | where tables begin and end |
//! | [`interpret`] | data rows | delegations: typed values beside the text as written | what a cell means |
//! | [`rules`] | delegations, sections | findings | which rules are broken |
//! | [`merge`] | all files | dataset: accepted, rejected, superseded, duplicate | whose, which version, which row counts once |
//! | [`summarise`] | dataset | tables by country, quarter, funding, department; the cube | the counting bases |
//! | [`compare`] | dataset, earlier runs | plan against results, changes | what moved, and why |
//! | [`report`], [`export`] | edition: dataset, tables, findings, comparison | the bytes of each output | how it looks |
//! | [`archive`] | all outputs | the output folder, all or nothing | what may be replaced |
//!
//! [`pipeline::run`] is all of it but the last two rows, in one function; what differs between operating
//! systems stands in [`system`].
//!
//! Who may use whom: `model ← vocabulary, words ← rules ← every stage, compare, report, export, archive, show ←
//! pipeline ← commands ← main`.
//! Stages never use one another; only [`pipeline`] sees them all.

pub mod archive;
pub mod cli;
pub mod commands;
pub mod compare;
pub mod config;
pub mod discover;
pub mod edition;
pub mod export;
pub mod failure;
pub mod interpret;
pub mod interrupt;
pub mod merge;
pub mod model;
pub mod outputs;
pub mod pipeline;
pub mod program;
pub mod progress;
pub mod read;
pub mod report;
pub mod rules;
pub mod segment;
pub mod settled;
pub mod show;
pub mod summarise;
pub mod system;
pub mod today;
pub mod vocabulary;
pub mod words;
pub mod workspace;
