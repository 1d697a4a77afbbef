//! Which names in a country cell are no country: groups of countries, and organisations.
//!
//! Sources stand in each line of `data/groups.tsv`.

use super::fold::fold_key;
use super::phrases::Phrases;
use super::table;
use super::tokens::tokens;
use rustc_hash::FxHashSet;

/// Groups and organisations.
#[derive(Debug, Clone, Default)]
pub struct GroupNames {
    keys: FxHashSet<String>,
    /// First words that make an organisation of what follows: "Tổ chức …".
    beginnings: Phrases<()>,
}

impl GroupNames {
    /// The compiled-in list.
    pub fn built_in() -> GroupNames {
        let mut names = GroupNames::default();
        for [kind, name, spellings, _source] in table::rows(include_str!("data/groups.tsv")) {
            for name in std::iter::once(name).chain(table::spellings(spellings)) {
                if kind == "prefix" {
                    names.beginnings.insert(name, ());
                } else {
                    names.keys.insert(fold_key(name));
                }
            }
        }
        names
    }

    /// A listed group or organisation, written out whole.
    pub fn is_listed(&self, name: &str) -> bool {
        self.keys.contains(&fold_key(name))
    }

    /// A name that begins as organisations do, and goes on.
    pub fn begins_as_group(&self, name: &str) -> bool {
        let tokens = tokens(name);
        self.beginnings
            .longest(&tokens, 0)
            .is_some_and(|(end, ())| end < tokens.len())
    }
}

#[cfg(test)]
mod tests {
    use super::super::countries::CountryNames;
    use super::super::places::PlaceNames;
    use super::*;

    #[test]
    fn no_group_is_a_country_or_a_place() {
        let (countries, places) = (CountryNames::built_in(), PlaceNames::built_in());
        for [_, name, spellings, _] in table::rows::<4>(include_str!("data/groups.tsv")) {
            for name in std::iter::once(name).chain(table::spellings(spellings)) {
                assert_eq!(countries.exact(name), None, "{name:?}");
                assert_eq!(places.country(name), None, "{name:?}");
            }
        }
    }

    #[test]
    fn groups_are_known_whole_or_by_their_beginning() {
        let names = GroupNames::built_in();
        assert!(names.is_listed("các nước ASEAN") && names.is_listed("adb"));
        assert!(names.begins_as_group("Tổ chức SODI"));
        assert!(!names.begins_as_group("Tổ chức"));
        assert!(!names.is_listed("Lào"));
    }
}
