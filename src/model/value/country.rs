//! Countries as codes, and what a country cell says.

use smallvec::SmallVec;
use std::fmt;

/// ISO 3166-1 alpha-2, in capitals.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CountryCode(pub [u8; 2]);

impl CountryCode {
    /// `None` unless two ASCII letters; capitals are made.
    pub fn new(code: &str) -> Option<CountryCode> {
        match code.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => Some(CountryCode([
                a.to_ascii_uppercase(),
                b.to_ascii_uppercase(),
            ])),
            _ => None,
        }
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("??")
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A piece of a country cell that is no known name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownPlace {
    pub text: String,
    /// The nearest names, best first.
    pub nearest: SmallVec<[CountryCode; 3]>,
}

/// What a country cell says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Countries {
    /// Distinct, in the order written.
    pub codes: SmallVec<[CountryCode; 4]>,
    /// Groups and organisations that are no country ("ADB", "các nước ASEAN"), as written.
    pub groups: SmallVec<[String; 1]>,
    pub unknown: SmallVec<[UnknownPlace; 1]>,
    /// Pieces matched one edit away from a name, with the country taken.
    pub fuzzy: SmallVec<[(String, CountryCode); 1]>,
    /// Sub-national names that stood for their country ("Savannakhet").
    pub places: SmallVec<[(String, CountryCode); 1]>,
    /// "(03 nước)".
    pub stated_count: Option<u32>,
    /// Text that says that the country is not known ("chưa xác định", "-").
    pub undetermined: bool,
}

impl Countries {
    /// Nothing that a delegation could be counted under.
    pub fn is_unreadable(&self) -> bool {
        self.codes.is_empty() && self.groups.is_empty()
    }
}
