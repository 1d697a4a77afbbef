//! What the cells of a row mean: from a document cut into sections to delegations.
//!
//! Each kind of cell has a pure core of its own (`countries`, `people`, `days`, `period`, `funding`,
//! `money`, `status`); `row` puts a delegation together; `memo` keeps each distinct text from being
//! read twice. Nothing is corrected here: every value says how it was understood, and the text as
//! written stays beside it.

mod accounting;
mod cells;
mod countries;
mod counts;
mod days;
mod facts;
mod funding;
mod listing;
mod memo;
mod money;
mod numbers;
mod organisations;
mod people;
mod pieces;
mod row;
mod status;
mod ticks;
mod time;
mod undetermined;
mod when;

#[cfg(test)]
mod tests;

pub use countries::countries;
pub use days::days;
pub use funding::funding;
pub use money::money;
pub use people::people;
pub use status::status;
pub use time::period;

use crate::model::delegation::{Delegation, Texts};
use crate::model::document::{Document, trim};
use crate::model::section::Segmentation;
use crate::model::value::{Countries, Days, Funding, Money, MoneyUnit, People};
use crate::vocabulary::Vocabulary;
use memo::{Memo, Memos};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::Arc;
use time::{Hint, Reading};

/// A cell with more text than this is prose, whatever column it stands in: only its head is read, so
/// that no cell costs more than a moment.
const LONGEST_CELL: usize = 2000;

/// The head of a cell that is read, without blanks round it.
fn head(text: &str) -> &str {
    let text = trim(text);
    let end = (0..=LONGEST_CELL.min(text.len()))
        .rev()
        .find(|&end| text.is_char_boundary(end));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// Digits of full width ("１２") as the usual ones.
fn half_width(text: &str) -> Cow<'_, str> {
    let wide = |c: char| ('０'..='９').contains(&c);
    if !text.contains(wide) {
        return Cow::Borrowed(text);
    }
    let narrow = |c: char| match u32::from(c).checked_sub(u32::from('０')) {
        Some(digit) => char::from_digit(digit, 10).unwrap_or(c),
        None => c,
    };
    Cow::Owned(text.chars().map(narrow).collect())
}

/// The texts of all rows, in the order of [`Interpreter::delegations`]: what they mean is not asked.
pub fn texts(document: &Document, segmentation: &Segmentation) -> Vec<Texts> {
    let mut texts = Vec::new();
    for section in &segmentation.sections {
        let columns = cells::Columns::of(document, section);
        let published = listing::Places::of(section);
        texts.extend(section.rows.iter().map(|data| {
            let row = cells::Cells {
                document,
                section,
                columns: &columns,
                data,
            };
            texts_of(&row, published.as_ref())
        }));
    }
    texts
}

fn texts_of(row: &cells::Cells<'_>, published: Option<&listing::Places>) -> Texts {
    match published {
        Some(places) => places.texts(row),
        None => row.texts(),
    }
}

/// Where a row stands: its number among all, and its section.
#[derive(Clone, Copy)]
struct At {
    index: u32,
    section: u32,
}

/// Reads rows, and remembers what each distinct cell text means. One per thread.
pub struct Interpreter<'v> {
    vocabulary: &'v Vocabulary,
    countries: Memo<Arc<Countries>>,
    people: Memo<People>,
    days: Memo<Days>,
    /// By the section's year and what the heading says, for the same words mean another period.
    periods: FxHashMap<(i32, Hint), Memo<Reading>>,
    funding: Memos<Option<MoneyUnit>, (Arc<Funding>, Money)>,
    money: Memos<Option<MoneyUnit>, Money>,
    status: Memo<status::Said>,
    codes: listing::Codes,
}

impl<'v> Interpreter<'v> {
    /// An interpreter that has read nothing yet.
    pub fn new(vocabulary: &'v Vocabulary) -> Self {
        Interpreter {
            vocabulary,
            countries: Memo::default(),
            people: Memo::default(),
            days: Memo::default(),
            periods: FxHashMap::default(),
            funding: Memos::default(),
            money: Memos::default(),
            status: Memo::default(),
            codes: listing::Codes::default(),
        }
    }

    /// The delegations of all sections with their texts, in the order of the rows. Sections of other
    /// years, rows that cannot be read and rows not held are among them: rules and the merge decide
    /// about those.
    pub fn delegations(
        &mut self,
        document: &Document,
        segmentation: &Segmentation,
    ) -> (Vec<Delegation>, Vec<Texts>) {
        let rows = segmentation
            .sections
            .iter()
            .map(|section| section.rows.len())
            .sum();
        let mut delegations = Vec::with_capacity(rows);
        let mut texts = Vec::with_capacity(rows);
        for (index, section) in segmentation.sections.iter().enumerate() {
            let columns = cells::Columns::of(document, section);
            let published = listing::Places::of(section);
            for data in &section.rows {
                let row = cells::Cells {
                    document,
                    section,
                    columns: &columns,
                    data,
                };
                let own = texts_of(&row, published.as_ref());
                let at = At {
                    index: delegations.len() as u32,
                    section: index as u32,
                };
                let delegation = match &published {
                    Some(places) => self.listed(at, &row, places, &own),
                    None => self.delegation(at, &row, &own),
                };
                delegations.push(delegation.digested(&own, |span| row.text(span)));
                texts.push(own);
            }
        }
        (delegations, texts)
    }

    fn read_countries(&mut self, text: &str) -> Arc<Countries> {
        let vocabulary = self.vocabulary;
        self.countries
            .get(text, |text| Arc::new(countries(text, vocabulary)))
    }

    fn read_people(&mut self, text: &str) -> People {
        self.people.get(text, people)
    }

    fn read_days(&mut self, text: &str) -> Days {
        self.days.get(text, days)
    }

    fn read_period(&mut self, text: &str, year: i32, hint: Hint) -> Reading {
        let memo = self.periods.entry((year, hint)).or_default();
        memo.get(text, |text| time::read(text, year, hint))
    }

    fn read_funding(&mut self, text: &str, unit: Option<MoneyUnit>) -> (Arc<Funding>, Money) {
        let vocabulary = self.vocabulary;
        self.funding.of(unit).get(text, |text| {
            let (funding, money) = funding::with_money(text, vocabulary, unit);
            (Arc::new(funding), money)
        })
    }

    fn read_money(&mut self, text: &str, unit: Option<MoneyUnit>) -> Money {
        self.money.of(unit).get(text, |text| money(text, unit))
    }

    fn read_status(&mut self, text: &str) -> status::Said {
        self.status.get(text, status::read)
    }
}
