//! What stands above a table and in the names of its sheet and file: the nearest place that says a
//! direction, kind, year or unit decides, and a kind stays with its year.

use super::super::heads::{self, Heading};
use super::super::hints::Hints;
use super::super::years;
use crate::model::section::{Direction, Kind};
use crate::model::value::MoneyUnit;
use crate::vocabulary::fold::fold;

/// What the name of a sheet or file says.
#[derive(Debug, Clone, Copy, Default)]
struct NameSays {
    direction: Option<Direction>,
    kind: Option<Kind>,
    year: Option<i32>,
}

impl NameSays {
    fn read(name: &str) -> NameSays {
        NameSays {
            direction: heads::direction_of_name(name),
            kind: heads::kind_of_name(name),
            year: years::in_text(&fold(name)).next(),
        }
    }
}

/// The kind of a table, and whether words say it or only the year does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct KindSaid {
    pub kind: Kind,
    pub stated: bool,
}

/// Everything said so far that later tables may stand under.
pub(super) struct Context<'o> {
    hints: &'o Hints<'o>,
    pub headings: Vec<Heading>,
    /// The heading over this block of columns, nearer than any line above.
    block: Option<Heading>,
    sheet: NameSays,
    file: NameSays,
    /// The unit said since the last table.
    pub unit: Option<MoneyUnit>,
    /// The unit said above all tables, which holds for each that says none.
    pub unit_of_all: Option<MoneyUnit>,
}

impl<'o> Context<'o> {
    pub fn new(sheet_name: &str, hints: &'o Hints<'o>) -> Self {
        Context {
            hints,
            headings: Vec::new(),
            block: None,
            sheet: NameSays::read(sheet_name),
            file: NameSays::read(hints.file_name),
            unit: None,
            unit_of_all: None,
        }
    }

    pub fn set_block(&mut self, block: Heading) {
        self.block = Some(block);
    }

    /// Takes the unit that holds for the next table.
    pub fn take_unit(&mut self) -> Option<MoneyUnit> {
        self.unit.take().or(self.unit_of_all)
    }

    /// The direction that the sheet's or the file's name says.
    pub fn direction_of_names(&self) -> Option<Direction> {
        self.sheet.direction.or(self.file.direction)
    }

    /// The direction of a table: the heading that announces it, its columns, what stands above.
    pub fn direction(&self, announced: bool, by_column: Option<Direction>) -> Option<Direction> {
        let nearest = self.headings.last().filter(|_| announced);
        let nearest = nearest.and_then(Heading::direction);
        let block = self.block.as_ref().and_then(Heading::direction);
        let said = || self.headings.iter().rev().find_map(Heading::direction);
        block
            .or(nearest)
            .or(by_column)
            .or_else(said)
            .or(self.direction_of_names())
    }

    /// The places that headings stand in, the nearest first.
    fn nearest_first(&self) -> impl Iterator<Item = &Heading> {
        self.block.iter().chain(self.headings.iter().rev())
    }

    /// The kind that the nearest heading names, else the sheet's or the file's name, else the year;
    /// else it is a plan.
    pub fn kind(&self, title_year: Option<i32>) -> KindSaid {
        let said = self.nearest_first().find_map(Heading::kind);
        let known = said
            .or_else(|| self.kind_by_titled_year())
            .or(self.sheet.kind)
            .or(self.file.kind);
        if let Some(kind) = known {
            return KindSaid { kind, stated: true };
        }
        let year = self.nearest_year();
        let by_year = year.and_then(|year| self.kind_of_year(year, title_year));
        KindSaid {
            kind: by_year.unwrap_or(Kind::Plan),
            stated: false,
        }
    }

    /// "NĂM 2020" below "KẾT QUẢ NĂM 2020, KẾ HOẠCH NĂM 2021": the title says what the year is.
    fn kind_by_titled_year(&self) -> Option<Kind> {
        let year = self.nearest_year()?;
        self.headings
            .iter()
            .rev()
            .find_map(|heading| heading.kind_of(year))
    }

    /// The nearest year that stands without a kind.
    fn nearest_year(&self) -> Option<i32> {
        let above = self.nearest_first().find_map(Heading::open_year);
        above.or(self.sheet.year).or(self.file.year)
    }

    /// The year in the nearest heading that has one; headings of another kind speak of another year.
    pub fn stated_year(&self, kind: Kind) -> Option<i32> {
        for heading in self.nearest_first() {
            if heading.kind().is_some_and(|other| other != kind) {
                return None;
            }
            if let Some(year) = heading.year_for(kind) {
                return Some(year);
            }
        }
        self.sheet.year.filter(|_| self.sheet.kind == Some(kind))
    }

    /// The kind that a year of the campaign stands for.
    pub fn kind_of_year(&self, year: i32, title_year: Option<i32>) -> Option<Kind> {
        let title = || title_year.or_else(|| heads::title_year(&self.headings));
        let plan = self.hints.plan_year.or_else(title)?;
        let results = self.hints.results_year.unwrap_or(plan - 1);
        match year {
            year if year == plan => Some(Kind::Plan),
            year if year == results => Some(Kind::Realised),
            _ => None,
        }
    }
}
