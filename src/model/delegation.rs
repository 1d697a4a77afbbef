//! A row as understood: typed values beside the text as written.

use super::document::Span;
use super::section::{Direction, Field, InheritReason, Kind};
use super::summary::VARIOUS;
use super::value::{Countries, CountryCode, Days, Figures, Funding, Money, People, Period, Status};
use rustc_hash::FxBuildHasher;
use smallvec::SmallVec;
use std::hash::BuildHasher;
use std::sync::Arc;

/// The texts of a row as written, as spans of the file's document; a ditto points at the row above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Texts {
    pub name: Span,
    pub head: Span,
    pub countries: Span,
    pub partner: Span,
    pub content: Span,
    pub people: Span,
    pub days: Span,
    pub period: Span,
    /// Last day, where it has a column of its own.
    pub period_to: Span,
    pub funding: Span,
    pub amount: Span,
    pub status: Span,
    pub decision_no: Span,
    pub notes: Span,
}

impl Texts {
    /// Nothing is written.
    pub const NONE: Texts = Texts {
        name: Span::EMPTY,
        head: Span::EMPTY,
        countries: Span::EMPTY,
        partner: Span::EMPTY,
        content: Span::EMPTY,
        people: Span::EMPTY,
        days: Span::EMPTY,
        period: Span::EMPTY,
        period_to: Span::EMPTY,
        funding: Span::EMPTY,
        amount: Span::EMPTY,
        status: Span::EMPTY,
        decision_no: Span::EMPTY,
        notes: Span::EMPTY,
    };
}

/// What became of a row in the merge. Every row read ends in exactly one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RowState {
    /// In every figure.
    Accepted,
    /// Postponed, cancelled or held online: listed, in no figure.
    NotHeld,
    /// Goes back to its department.
    Rejected,
    /// In a file whose content was read already, or decided to be the same as another row.
    Duplicate,
    /// In a section that a later version replaced.
    Superseded,
    /// Left out by a person's decision.
    Excluded,
}

/// Fields whose text stands in a row above, and why. Hardly a row has any.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inherited(Option<Box<Fields>>);

type Fields = SmallVec<[(Field, InheritReason); 2]>;

impl FromIterator<(Field, InheritReason)> for Inherited {
    fn from_iter<I: IntoIterator<Item = (Field, InheritReason)>>(fields: I) -> Inherited {
        let fields: Fields = fields.into_iter().collect();
        Inherited((!fields.is_empty()).then(|| Box::new(fields)))
    }
}

impl Inherited {
    pub fn iter(&self) -> impl Iterator<Item = &(Field, InheritReason)> {
        self.0.iter().flat_map(|fields| fields.iter())
    }
}

/// A delegation (đoàn), or several of one kind in one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Delegation {
    /// Index into the file's delegations, and into the texts of its rows.
    pub index: u32,
    /// Index of its section in the file.
    pub section: u32,
    /// Row index in the sheet.
    pub row: u32,
    /// First physical line, from 1.
    pub line: u32,
    pub direction: Option<Direction>,
    pub kind: Kind,
    /// The section's year.
    pub year: i32,
    pub countries: Arc<Countries>,
    /// Delegations in the row: 1 unless the row says more.
    pub count: u32,
    /// A column counts the delegations, and its cell says no one number.
    pub count_doubtful: bool,
    pub period: Arc<Period>,
    pub funding: Arc<Funding>,
    pub figures: Figures,
    pub status: Option<Status>,
    /// A note speaks of something put off or called off, and perhaps not of the delegation.
    pub status_doubtful: bool,
    pub inherited: Inherited,
    pub state: RowState,
    /// Digest of its [`identity`](Delegation::identity): rows with two digests are two delegations.
    pub digest: u32,
}

impl Delegation {
    /// The codes that it counts under: its countries, or `various` for groups alone.
    pub fn country_keys(&self) -> impl Iterator<Item = &str> {
        let various = self.countries.codes.is_empty().then_some(VARIOUS);
        let codes = self.countries.codes.iter().map(CountryCode::as_str);
        codes.chain(various)
    }

    /// Everything that tells one delegation of a department from another.
    pub fn identity<'t>(&self, texts: &Texts, text: impl Fn(Span) -> &'t str) -> [&'t str; 13] {
        [
            self.kind.code(),
            self.direction.map_or("", Direction::code),
            text(texts.name),
            text(texts.head),
            text(texts.countries),
            text(texts.partner),
            text(texts.content),
            text(texts.people),
            text(texts.days),
            text(texts.period),
            text(texts.period_to),
            text(texts.funding),
            text(texts.amount),
        ]
    }

    /// The row with the digest of its texts.
    pub fn digested<'t>(mut self, texts: &Texts, text: impl Fn(Span) -> &'t str) -> Delegation {
        let digest = FxBuildHasher.hash_one(self.identity(texts, text));
        self.digest = (digest >> 32) as u32;
        self
    }

    pub fn people(&self) -> People {
        self.figures.people()
    }

    pub fn days(&self) -> Days {
        self.figures.days()
    }

    pub fn money(&self) -> Money {
        self.figures.money()
    }

    /// People times days, in half days; `None` unless both are known.
    pub fn person_half_days(&self) -> Option<u64> {
        Some(u64::from(self.people().value?) * u64::from(self.days().halves?))
    }
}
