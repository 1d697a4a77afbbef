//! Words and names as data, and the look-ups over them.

pub mod countries;
pub mod fold;
pub mod headers;
pub mod register;
pub mod structure;
pub mod syllables;

/// All vocabularies of a run.
#[derive(Debug, Default)]
pub struct Vocabulary {
    pub countries: countries::CountryNames,
}

impl Vocabulary {
    pub fn built_in() -> Vocabulary {
        Vocabulary::default()
    }
}
