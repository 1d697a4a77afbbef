//! Plans or results of one direction: the part of a campaign that a table is about.

use crate::edition::Edition;
use crate::model::dataset::Dataset;
use crate::model::section::{Direction, Kind};
use crate::model::summary::{Grand, Summary, Totals};
use crate::report::speak::Speak;
use crate::words::labels;

/// Plans or results of one direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Part {
    pub kind: Kind,
    pub direction: Direction,
}

impl Part {
    /// All four, plans first.
    pub fn all() -> impl Iterator<Item = Part> {
        Kind::ALL.into_iter().flat_map(Part::of_kind)
    }

    pub fn of_kind(kind: Kind) -> [Part; 2] {
        Direction::ALL.map(|direction| Part { kind, direction })
    }

    /// "Đoàn ra - Kế hoạch năm 2021".
    pub fn name(self, edition: &Edition) -> String {
        let direction = edition.say(labels::direction(self.direction));
        format!("{direction} - {}", kind_name(edition, self.kind))
    }

    /// What the rows behind its figures are found by.
    pub fn codes(self) -> String {
        format!("{} {}", self.kind.code(), self.direction.code())
    }

    /// Totals with each delegation once; zeros where the summary has none.
    pub fn totals(self, summary: &Summary) -> Totals {
        let grand = self.grand(summary);
        grand.map_or_else(Totals::default, |grand| grand.totals)
    }

    pub fn grand(self, summary: &Summary) -> Option<&Grand> {
        summary.grand(self.kind, self.direction)
    }

    pub fn rejected(self, summary: &Summary) -> u64 {
        self.grand(summary).map_or(0, |grand| grand.rejected)
    }
}

impl From<(Kind, Direction)> for Part {
    fn from((kind, direction): (Kind, Direction)) -> Self {
        Part { kind, direction }
    }
}

/// The year that the rows of a kind are about.
pub fn year_of(dataset: &Dataset, kind: Kind) -> i32 {
    match kind {
        Kind::Plan => dataset.year,
        Kind::Realised => dataset.results_year,
    }
}

/// "Kế hoạch năm 2021".
pub fn kind_name(edition: &Edition, kind: Kind) -> String {
    labels::kind_of_year(kind, year_of(edition.dataset, kind), edition.lang)
}

/// "Kế hoạch năm 2021 và kết quả năm 2020".
pub fn years_name(edition: &Edition) -> String {
    let years = Kind::ALL.map(|kind| year_of(edition.dataset, kind).to_string());
    edition.fill(labels::TITLE_PLAN, &[&years[0], &years[1]])
}
