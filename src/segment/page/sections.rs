//! Where a section begins and ends, under which head, of which direction, kind and year.

use super::Page;
use super::state::{Foreign, State, TableHeader, Use};
use crate::model::section::{
    Column, Direction, Field, Kind, LineClass, Match, Section, SegmentNote,
};
use crate::model::value::MoneyUnit;
use crate::segment::header::Header;
use crate::segment::heads;
use crate::segment::lines::{Look, Numeral};
use crate::segment::rows::Builder;
use crate::segment::years;

impl Page<'_, '_> {
    pub(super) fn take_foreign(&mut self, height: usize, foreign: Foreign) -> usize {
        self.end_section();
        self.end_pending();
        self.state = State::Foreign(foreign);
        self.classes
            .extend(std::iter::repeat_n(foreign.class(), height));
        height
    }

    pub(super) fn take_head(&mut self, head: Header) -> usize {
        let height = head.height;
        self.classes
            .extend(std::iter::repeat_n(LineClass::Header, height));
        self.signed = false;
        self.state.leave_foreign();
        if let Some(open) = self.state.open_mut() {
            let table = self.table.as_ref().map(|table| &table.head);
            if open.section.columns.is_empty() {
                open.attach(&head);
                let unit = self.context.take_unit();
                apply_unit(&mut open.section.columns, unit);
                note_columns(&mut self.out.notes, open.index, &head);
                self.table = Some(TableHeader {
                    head,
                    used: Use::Taken,
                });
                return height;
            }
            if self.state.announced().is_none() && table.is_some_and(|table| table.repeats(&head)) {
                return height;
            }
        }
        self.end_section();
        self.end_free_table();
        self.table = Some(TableHeader {
            head,
            used: Use::Free,
        });
        if self.state.announced().is_some() {
            self.open_section(true);
        }
        height
    }

    /// A head that no row and no section followed: an empty table.
    pub(super) fn end_free_table(&mut self) {
        let free = self.table.as_ref().is_some_and(TableHeader::is_free);
        if free && !self.state.is_open() {
            let announced = self.state.withdraw();
            self.open_section(true);
            self.end_section();
            if let Some(heading) = announced {
                self.state = State::Announced { heading };
            }
        }
    }

    /// A row stands where a section should be open: opens the one announced, or the one under a head.
    pub(super) fn ensure_open(&mut self, row: usize, look: &Look<'_>) -> bool {
        if self.state.is_open() {
            return true;
        }
        let Some(table) = &self.table else {
            return false;
        };
        let announced = table.is_free() || self.state.announced().is_some();
        let listed = matches!(look.numeral(), Some(Numeral::Integer(_))) && look.cells.len() > 3;
        if !announced && !listed {
            return false;
        }
        let group = look.cells.len() == 1 && self.row_follows(row, &table.head.columns);
        if !table.is_free() && !group && !Builder::fits(&table.head.columns, look) {
            return false;
        }
        self.open_section(true);
        true
    }

    /// The next filled row is one of the table: what stands above it groups its rows.
    fn row_follows(&self, row: usize, columns: &[Column]) -> bool {
        let rows = row + 1..self.grid.rows().min(row + 3);
        let mut looks = rows.map(|row| self.grid.look(row));
        let next = looks.find(|look| !look.cells.is_empty());
        next.is_some_and(|look| look.cells.len() > 3 && Builder::fits(columns, &look))
    }

    /// Opens a section under the last head, or without any.
    pub(super) fn open_section(&mut self, under_head: bool) {
        let index = self.out.sections.len();
        let announced = self.state.withdraw();
        let heading = announced.and_then(|at| self.context.headings.get(at));
        let table = self.table.as_ref().filter(|_| under_head);
        let head_line = table.and_then(|table| table.head.lines.first().copied());
        let line = heading.map(|h| h.line).or(head_line).unwrap_or(0);
        let named = heading.or(self.context.headings.last());
        let title_line = named.map_or(line, |heading| heading.line);
        let title = named.map(|h| h.text.clone()).unwrap_or_default();
        let mut section = blank_section(self.grid.sheet, line, title);
        let mut by_column = None;
        if under_head {
            by_column = self.lay_head(index, &mut section, announced.is_some());
        }
        self.place(&mut section, announced.is_some(), by_column);
        let title = section.title.clone();
        let mut builder = Builder::new(index, section);
        builder.take_title(self.grid, title_line, &title);
        if let Some(table) = self.table.as_ref().filter(|_| under_head) {
            builder.ticks.clone_from(&table.head.ticks);
        }
        self.state = State::Open(Box::new(builder));
    }

    /// Gives a section the columns of the last head, and the direction that they say where no section
    /// had that head before.
    fn lay_head(
        &mut self,
        index: usize,
        section: &mut Section,
        announced: bool,
    ) -> Option<Direction> {
        let unit = self.context.take_unit();
        let table = self.table.as_mut()?;
        let own = table.is_free();
        if own {
            table.used = Use::Taken;
        }
        apply_unit(&mut table.head.columns, unit);
        section.columns = table.head.columns.clone();
        if own {
            let above = table
                .head
                .lines
                .first()
                .is_some_and(|&first| first < section.line);
            if announced && above {
                table.used = Use::Governing;
            }
            note_columns(&mut self.out.notes, index, &table.head);
        }
        if own || table.used == Use::Governing {
            section.head_lines = table.head.lines.clone();
            return table.head.direction.filter(|_| own);
        }
        section.head_inherited = true;
        for column in section
            .columns
            .iter_mut()
            .filter(|column| column.field.is_some())
        {
            column.matched = Match::Inherited;
        }
        let line = section.line;
        self.out.notes.push(SegmentNote::HeadInherited {
            section: index,
            line,
        });
        None
    }

    /// Direction, kind and year of a section, from what stands nearest.
    pub(super) fn place(
        &self,
        section: &mut Section,
        announced: bool,
        by_column: Option<Direction>,
    ) {
        section.direction = section
            .direction
            .or_else(|| self.context.direction(announced, by_column));
        let said = self.context.kind(self.out.title_year);
        section.kind = said.kind;
        section.kind_stated = said.stated;
        section.stated_year = self.context.stated_year(said.kind);
        let title_year = heads::title_year(&self.context.headings);
        let plan_year = self.hints.plan_year.or(self.out.title_year).or(title_year);
        section.year = years::section_year(said.kind, section.stated_year, plan_year, self.hints);
    }

    pub(super) fn end_section(&mut self) {
        let Some(mut builder) = self.state.close() else {
            return;
        };
        self.out.realigned.append(&mut builder.realigned);
        let index = builder.index;
        let section = builder.finish(self.grid, &mut self.classes, &mut self.out.notes);
        let by_row = section.column(Field::Direction).is_some()
            || section.rows.iter().any(|row| row.direction.is_some());
        if section.direction.is_none() && !by_row && !section.rows.is_empty() {
            self.out.notes.push(SegmentNote::DirectionUnclear {
                section: index,
                line: section.line,
            });
        }
        for section in self.by_kind_and_year(section) {
            self.out.sections.push(section);
        }
    }

    /// A section that was announced among tables and has no rows is an empty one.
    pub(super) fn end_pending(&mut self) {
        let Some(at) = self.state.announced() else {
            return;
        };
        let announced = self
            .context
            .headings
            .get(at)
            .is_some_and(|h| h.direction().is_some());
        if announced && self.table.is_some() && !self.state.is_open() {
            self.open_section(true);
            self.end_section();
        }
        self.state.withdraw();
    }
}

pub(super) fn note_columns(notes: &mut Vec<SegmentNote>, section: usize, head: &Header) {
    let line = head.lines.first().copied().unwrap_or(0);
    for column in &head.columns {
        if column.field.is_some() || column.heading.is_empty() || head.known.contains(&column.index)
        {
            continue;
        }
        let (heading, column) = (column.heading.clone(), column.index);
        notes.push(if head.doubled.contains(&column) {
            SegmentNote::DoubledColumn {
                section,
                line,
                column,
                heading,
            }
        } else {
            SegmentNote::UnknownColumn {
                section,
                line,
                column,
                heading,
            }
        });
    }
}

pub(super) fn blank_section(sheet: usize, line: u32, title: String) -> Section {
    Section {
        sheet,
        direction: None,
        kind: Kind::Plan,
        kind_stated: false,
        stated_year: None,
        year: 0,
        line,
        head_lines: Vec::new(),
        columns: Vec::new(),
        head_inherited: false,
        rows: Vec::new(),
        nil: None,
        totals: Vec::new(),
        title,
    }
}

/// A unit said in a caption holds for the columns of money that say none themselves.
pub(super) fn apply_unit(columns: &mut [Column], unit: Option<MoneyUnit>) {
    for column in columns {
        let money = matches!(
            column.field,
            Some(Field::Funding | Field::Amount | Field::FundingPart(..))
        );
        if money && column.unit.is_none() {
            column.unit = unit;
        }
    }
}
