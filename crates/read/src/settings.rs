//! What one reading goes by: its limits, its words, and how much it explains.

use crate::limits::ReadLimits;
use crate::salvage::Lexicon;

/// What one reading goes by.
#[derive(Debug, Clone, Copy)]
pub struct Settings<'r> {
    pub limits: &'r ReadLimits,
    pub lexicon: &'r Lexicon,
    pub evidence: Evidence,
}

/// Whether the evidence for an encoding and a dialect goes beyond what deciding them needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    Full,
    Minimal,
}
