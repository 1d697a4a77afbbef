//! Words and names as data, and the look-ups over them.

pub mod countries;
pub mod decisions;
pub mod extend;
pub mod fold;
pub mod form;
pub mod funding;
pub mod groups;
pub mod headers;
pub mod listing;
pub mod persons;
pub mod phrases;
pub mod places;
pub mod register;
pub mod structure;
pub mod table;
pub mod tokens;
pub mod version;

#[cfg(test)]
mod tests;

pub use extend::VocabularyError;

use std::sync::Arc;

/// Everything that a cell's words are looked up in: the built-in lists and the office's additions.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    pub countries: countries::CountryNames,
    pub places: places::PlaceNames,
    pub groups: groups::GroupNames,
    pub funding: funding::FundingWords,
    /// Headings that the office has explained.
    pub headings: Arc<headers::OfficeHeadings>,
}

impl Vocabulary {
    /// The lists that are compiled in (`src/vocabulary/data/`).
    pub fn built_in() -> Vocabulary {
        Vocabulary {
            countries: countries::CountryNames::built_in(),
            places: places::PlaceNames::built_in(),
            groups: groups::GroupNames::built_in(),
            funding: funding::FundingWords::built_in(),
            headings: Arc::default(),
        }
    }
}
