//! What codes and headings are called in both languages, for every output that people read.

/// Declares texts in both languages, and lists them for the test that finds gaps.
macro_rules! labels {
    ($($name:ident: $vi:literal / $en:literal;)*) => {
        $(pub const $name: Words = Words { vi: $vi, en: $en };)*

        /// Every text of this file.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, Words)] = &[$((stringify!($name), $name)),*];
    };
}

mod blank;
mod changes;
mod codes;
mod feedback;
mod headings;
mod notes;
mod page;
mod planned;
mod word;

use crate::model::finding::Lang;
use crate::model::section::Kind;

pub use super::fill::fill;
pub use blank::*;
pub use changes::*;
pub use codes::*;
pub use feedback::*;
pub use headings::*;
pub use notes::*;
pub use page::*;
pub use planned::*;
pub use word::*;

/// The title of the tables of a kind: "Kế hoạch năm 2021".
pub fn kind_of_year(kind: Kind, year: i32, lang: Lang) -> String {
    let text = match kind {
        Kind::Plan => PLAN_OF,
        Kind::Realised => REALISED_OF,
    };
    fill(text, lang, &[&year.to_string()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::finding::Severity;
    use crate::model::section::{Direction, LineClass};
    use crate::model::value::{FundingClass, Quarter};

    #[test]
    fn every_text_has_both_languages_with_the_same_places_to_fill() {
        let classes = Quarter::ALL.map(|q| ("quarter", quarter(q))).into_iter();
        let texts = [
            headings::ALL,
            notes::ALL,
            page::ALL,
            planned::ALL,
            changes::ALL,
            feedback::ALL,
            blank::ALL,
            word::ALL,
        ];
        let all = texts
            .concat()
            .into_iter()
            .chain(classes)
            .chain(FundingClass::ALL.map(|class| ("funding", funding(class))))
            .chain(LineClass::ALL.map(|class| ("line", line_class(class))))
            .chain(Severity::ALL.map(|weight| ("severity", severity(weight))))
            .chain(Direction::ALL.map(|way| ("direction", direction(way))))
            .chain(Kind::ALL.map(|which| ("kind", kind(which))))
            .chain(ROW_STATES.map(|(_, name)| ("row", name)))
            .chain(FILE_STATES.map(|(_, name)| ("file", name)))
            .chain(ledger_states());
        for (name, text) in all {
            assert!(!text.vi.is_empty() && !text.en.is_empty(), "{name}");
            assert_ne!(text.vi, text.en, "{name} is the same in both languages");
            for place in ["{0}", "{1}", "{2}"] {
                let both = text.vi.contains(place) == text.en.contains(place);
                assert!(both, "{name} fills {place} in one language only");
            }
        }
    }

    #[test]
    fn values_stand_where_the_text_says() {
        let text = fill(TITLE_PLAN, Lang::Vi, &["2021", "2020"]);
        assert_eq!(text, "Kế hoạch năm 2021 và kết quả năm 2020");
    }
}
