//! What countries and departments of a comparison are called, and in which order they stand.

use super::country_name;
use crate::edition::Edition;
use crate::model::comparison::{Comparison, Key, Planned, by_key};
use crate::model::summary::VARIOUS;
use crate::vocabulary::fold::fold;
use std::cmp::Reverse;

impl Comparison {
    /// The name of a department by its number, its slug where this run does not know it.
    pub fn department_name<'a>(&'a self, edition: &Edition<'a>, number: u32) -> &'a str {
        let known = &edition.dataset.departments;
        let number = number as usize;
        match known.get(number) {
            Some(department) => &department.name,
            None => self
                .strangers
                .get(number - known.len())
                .map_or("", String::as_str),
        }
    }

    /// The keys of a table with their names: countries with most delegations first and `various` last,
    /// departments by their number.
    pub fn order(&self, edition: &Edition, key: Key) -> Vec<(String, String)> {
        let lines = by_key(self, key);
        let name = |code: &String| match key {
            Key::Country => country_name(edition, code),
            Key::Department => self
                .department_name(edition, code.parse().unwrap_or(0))
                .to_string(),
        };
        let mut named: Vec<(String, String)> = lines
            .keys()
            .map(|code| (code.clone(), name(code)))
            .collect();
        match key {
            Key::Department => named.sort_by_key(|(code, _)| code.parse().unwrap_or(0_u32)),
            Key::Country => named.sort_by_cached_key(|(code, name)| {
                let all: u64 = lines[code]
                    .iter()
                    .map(|own| own.planned + own.outside)
                    .sum();
                (*code == VARIOUS, Reverse(all), fold(name))
            }),
        }
        named
    }
}

impl Planned {
    /// Its countries by name, or as written where they are a group.
    pub fn country_names(&self, edition: &Edition) -> String {
        if self.countries.is_empty() {
            return self.country_text.clone();
        }
        let names = self.countries.iter();
        let names = names.map(|code| country_name(edition, code.as_str()));
        names.collect::<Vec<_>>().join(", ")
    }
}
