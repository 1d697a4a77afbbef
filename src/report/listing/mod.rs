//! Rows, findings and keys in the order and the words in which people read them.

mod findings;
mod frozen;
mod planned;

use crate::edition::Edition;
use crate::model::delegation::Delegation;
use crate::model::section::{Direction, Kind};
use crate::model::summary::{Grand, Summary, Totals, VARIOUS};
use crate::model::value::{CountryCode, FundingClass, Quarter};
use crate::report::speak::Speak;
use crate::report::table::measures::Measure;
use crate::report::table::part::Part;
use crate::vocabulary::fold::fold;
use crate::words::{Words, labels};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

pub use crate::words::places::{line_of, line_of_row};
pub use findings::*;
pub use frozen::frozen_note;

/// What a table is by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    Country,
    Quarter,
    Funding,
    Department,
}

/// The lines between a table whose rows count on several lines and its total.
#[derive(Debug, Clone, Copy)]
pub struct Bridge {
    pub sum: Words,
    pub excess: Words,
}

/// One line of a table by one key, outbound beside inbound.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyRow {
    /// The code as in the CSV files.
    pub key: String,
    pub label: String,
    /// In the order of [`Direction::ALL`].
    pub totals: [Totals; 2],
}

impl KeyRow {
    /// Nothing stands behind the line.
    pub fn is_empty(&self) -> bool {
        self.totals.iter().all(|totals| totals.rows == 0)
    }
}

/// The kinds that have rows, accepted or rejected; a plan where there are none at all.
pub fn kinds(summary: &Summary) -> Vec<Kind> {
    let present = |kind: &Kind| {
        let own = summary.grand.iter().filter(|grand| grand.kind == *kind);
        own.into_iter()
            .any(|grand| grand.totals.rows > 0 || grand.rejected > 0)
    };
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(present).collect();
    if kinds.is_empty() {
        vec![Kind::Plan]
    } else {
        kinds
    }
}

/// Grand totals of a kind and direction; zeros where the summary has none.
pub fn grand_totals(summary: &Summary, kind: Kind, direction: Direction) -> Totals {
    Part { kind, direction }.totals(summary)
}

/// The lines of a table: countries by their number of delegations, quarters and sources in their own
/// order and complete, departments as the register has them.
pub fn table(edition: &Edition, by: By, kind: Kind) -> Vec<KeyRow> {
    let lines = match by {
        By::Country => &edition.summary.by_country,
        By::Quarter => &edition.summary.by_quarter,
        By::Funding => &edition.summary.by_funding,
        By::Department => &edition.summary.by_department,
    };
    let mut totals: FxHashMap<&str, [Totals; 2]> = FxHashMap::default();
    for line in lines.iter().filter(|line| line.kind == kind) {
        totals.entry(&line.key).or_default()[line.direction as usize] += line.totals;
    }
    keys(edition, by)
        .into_iter()
        .filter(|(key, _)| by.is_complete() || totals.contains_key(key.as_str()))
        .map(|(key, label)| KeyRow {
            totals: totals.get(key.as_str()).copied().unwrap_or_default(),
            key,
            label,
        })
        .collect()
}

impl By {
    /// What leads from the sum of the lines to the total; none where each row counts on one line.
    pub fn bridge(self) -> Option<Bridge> {
        match self {
            By::Country => Some(Bridge {
                sum: labels::SUM_OF_COUNTRIES,
                excess: labels::COUNTED_TWICE,
            }),
            By::Department => Some(Bridge {
                sum: labels::SUM_OF_DEPARTMENTS,
                excess: labels::JOINT,
            }),
            By::Quarter | By::Funding => None,
        }
    }

    /// What the sum of the lines counts too much.
    pub fn excess(self, grand: &Grand) -> Totals {
        match self {
            By::Country => grand.countries_excess,
            _ => grand.departments_excess,
        }
    }

    /// Shown with all its lines, empty ones included.
    fn is_complete(self) -> bool {
        matches!(self, By::Quarter | By::Funding)
    }
}

fn keys(edition: &Edition, by: By) -> Vec<(String, String)> {
    let lang = edition.lang;
    match by {
        By::Country => countries_in_order(edition),
        By::Quarter => Quarter::ALL
            .map(|q| {
                (
                    q.code().to_string(),
                    labels::quarter(q).in_lang(lang).into(),
                )
            })
            .into(),
        By::Funding => FundingClass::ALL
            .map(|f| {
                (
                    f.code().to_string(),
                    labels::funding(f).in_lang(lang).into(),
                )
            })
            .into(),
        By::Department => edition
            .dataset
            .departments
            .iter()
            .map(|department| (department.slug.clone(), department.name.clone()))
            .collect(),
    }
}

/// Countries of all kinds and directions, those with most delegations first, `various` last.
pub fn countries_in_order(edition: &Edition) -> Vec<(String, String)> {
    let mut delegations: FxHashMap<&str, u64> = FxHashMap::default();
    for line in &edition.summary.by_country {
        *delegations.entry(&line.key).or_default() += line.totals.delegations;
    }
    let mut countries: Vec<(&str, u64, String)> = delegations
        .into_iter()
        .map(|(key, sum)| (key, sum, country_name(edition, key)))
        .collect();
    countries.sort_by_cached_key(|(key, sum, name)| {
        (*key == VARIOUS, Reverse(*sum), fold(name), key.to_string())
    });
    countries
        .into_iter()
        .map(|(key, _, name)| (key.to_string(), name))
        .collect()
}

/// The name of a country code or of `various`; the code itself where it has no name.
pub fn country_name(edition: &Edition, key: &str) -> String {
    if key == VARIOUS {
        return labels::VARIOUS.in_lang(edition.lang).to_string();
    }
    let name =
        CountryCode::new(key).map(|code| edition.vocabulary.countries.name(code, edition.lang));
    match name {
        Some(name) if !name.is_empty() && name != "?" => name.to_string(),
        _ => key.to_string(),
    }
}

/// The countries of a row by name, with the places and groups that its department wrote.
pub fn countries(edition: &Edition, row: &Delegation) -> String {
    let mut names: Vec<String> = Vec::new();
    for code in &row.countries.codes {
        let mut name = country_name(edition, code.as_str());
        let places: Vec<&str> = row
            .countries
            .places
            .iter()
            .filter(|(_, country)| country == code)
            .map(|(place, _)| place.as_str())
            .collect();
        if !places.is_empty() {
            name = format!("{name} ({})", places.join(", "));
        }
        names.push(name);
    }
    names.extend(row.countries.groups.iter().cloned());
    names.join(", ")
}

/// Totals in the order of [`Quarter::ALL`].
pub type ByQuarter = [Totals; 7];

/// One country of the cross-table.
#[derive(Debug, Clone, PartialEq)]
pub struct CrossCountry {
    pub key: String,
    pub label: String,
    pub quarters: ByQuarter,
    /// The sources that occur, each by quarter.
    pub sources: Vec<(FundingClass, ByQuarter)>,
}

/// The cross-table of a part, countries in the order of the country table.
pub fn cross(edition: &Edition, part: Part) -> Vec<CrossCountry> {
    let mut cells: FxHashMap<&str, Vec<(FundingClass, ByQuarter)>> = FxHashMap::default();
    let cube = edition.summary.cube.iter();
    for cell in cube.filter(|cell| part == Part::from((cell.kind, cell.direction))) {
        let sources = cells.entry(&cell.country).or_default();
        let index = sources
            .iter()
            .position(|(class, _)| *class == cell.funding)
            .unwrap_or_else(|| {
                sources.push((cell.funding, Default::default()));
                sources.len() - 1
            });
        sources[index].1[cell.quarter as usize] += cell.totals;
    }
    let mut countries = Vec::new();
    for (key, label) in countries_in_order(edition) {
        let Some(mut sources) = cells.remove(key.as_str()) else {
            continue;
        };
        sources.sort_by_key(|(class, _)| *class);
        let quarters = sum_by_quarter(sources.iter().map(|(_, source)| source));
        countries.push(CrossCountry {
            key,
            label,
            quarters,
            sources,
        });
    }
    countries
}

fn sum_by_quarter<'q>(lines: impl Iterator<Item = &'q ByQuarter>) -> ByQuarter {
    let mut sums = ByQuarter::default();
    for line in lines {
        for (sum, totals) in sums.iter_mut().zip(line) {
            *sum += *totals;
        }
    }
    sums
}

/// From the sum of the countries to each delegation once, by quarter.
#[derive(Debug)]
pub struct CrossBridge {
    pub sums: ByQuarter,
    /// What the countries count beyond each delegation once.
    pub excess: ByQuarter,
    pub distinct: ByQuarter,
}

pub fn cross_bridge(edition: &Edition, part: Part, countries: &[CrossCountry]) -> CrossBridge {
    let sums = sum_by_quarter(countries.iter().map(|country| &country.quarters));
    let distinct = quarters(edition.summary, part);
    let mut excess = sums;
    for (excess, distinct) in excess.iter_mut().zip(distinct) {
        *excess = excess.less(distinct);
    }
    CrossBridge {
        sums,
        excess,
        distinct,
    }
}

/// Totals by quarter, each delegation once.
fn quarters(summary: &Summary, part: Part) -> ByQuarter {
    let mut quarters = ByQuarter::default();
    for line in &summary.by_quarter {
        let index = Quarter::ALL.iter().position(|q| q.code() == line.key);
        if let Some(index) = index.filter(|_| part == Part::from((line.kind, line.direction))) {
            quarters[index] += line.totals;
        }
    }
    quarters
}

/// Rows that add nothing to a figure: they stand beside every total.
pub fn without(edition: &Edition, totals: &Totals) -> String {
    let counts = [Measure::NoPeople, Measure::NoDays, Measure::NoAmount];
    let counts = counts.map(|measure| measure.shown(totals, edition.lang));
    let counts = [&*counts[0], &counts[1], &counts[2]];
    edition.fill(labels::PAGE_NOT_READ_ROWS, &counts)
}
