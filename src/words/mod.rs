//! What people read, in both languages: texts, and how numbers and values are put into them.

pub mod faults;
pub mod fill;
pub mod labels;
pub mod names;
pub mod places;
pub mod shown;

use crate::model::finding::Lang;

/// A text in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    pub vi: &'static str,
    pub en: &'static str,
}

impl Words {
    /// The text in a language.
    pub fn in_lang(self, lang: Lang) -> &'static str {
        lang.pick(self.vi, self.en)
    }
}
