//! When: from the words of a cell to a class of the tables, resolved against the section's year.

pub mod dates;
mod figures;
mod grammar;
mod phrases;
mod reservations;
mod resolve;
mod slips;
pub mod words;

#[cfg(test)]
mod tests;

use crate::interpret::{half_width, head};
use crate::model::value::Period;
use std::sync::Arc;

/// What a bare number in the column is, where the heading says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Hint {
    #[default]
    None,
    Quarter,
    Month,
}

/// A period, and how much of the text it accounts for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    pub period: Arc<Period>,
    /// Words that are no part of a period: nothing but time was said where there are none.
    pub foreign_words: u32,
}

/// Reads a period. The year comes from the text, else it is the section's.
pub fn period(text: &str, section_year: i32) -> Period {
    Arc::unwrap_or_clone(read(text, section_year, Hint::None).period)
}

/// Reads a period with what the heading says about bare numbers.
pub fn read(text: &str, section_year: i32, hint: Hint) -> Reading {
    let text = &*half_width(head(text));
    if text.is_empty() {
        return Reading::default();
    }
    let parse = grammar::parse(text, hint).settle(|parse, _| grammar::Parse {
        doubted: true,
        ..parse
    });
    Reading {
        foreign_words: parse.foreign_words + parse.stray_figures,
        period: Arc::new(resolve::resolve(&parse, section_year)),
    }
}
