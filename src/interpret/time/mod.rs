//! When: from the words of a cell to a class of the tables, resolved against the section's year.

mod dates;
mod grammar;
mod resolve;
pub mod words;

#[cfg(test)]
mod tests;

use crate::model::document::trim;
use crate::model::value::Period;

/// What a bare number in the column is, where the heading says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Hint {
    #[default]
    None,
    Quarter,
    Month,
}

/// A period, and how much of the text it accounts for.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub period: Period,
    /// Words that are no part of a period: nothing but time was said where there are none.
    pub foreign_words: u32,
}

/// Reads a period. The year comes from the text, else it is the section's.
pub fn period(text: &str, section_year: i32) -> Period {
    read(text, section_year, Hint::None).period
}

/// Reads a period with what the heading says about bare numbers.
pub fn read(text: &str, section_year: i32, hint: Hint) -> Reading {
    let text = trim(text);
    if text.is_empty() {
        return Reading {
            period: Period::default(),
            foreign_words: 0,
        };
    }
    let parse = grammar::parse(text, hint);
    Reading {
        foreign_words: parse.foreign_words,
        period: resolve::resolve(&parse, section_year),
    }
}
