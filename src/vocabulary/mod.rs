//! Words and names as data, and the look-ups over them.

pub mod fold;
pub mod headers;
pub mod structure;
