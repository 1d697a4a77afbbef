//! Where a section begins and ends, under which head, of which direction, kind and year.

use super::{Page, TableHead};
use crate::model::section::{
    Column, Direction, Field, Kind, LineClass, Match, Section, SegmentNote,
};
use crate::model::value::MoneyUnit;
use crate::segment::header::Header;
use crate::segment::heads::{self, Heading};
use crate::segment::lines::{Look, Numeral};
use crate::segment::rows::Builder;
use crate::segment::years;

impl Page<'_, '_> {
    pub(super) fn take_foreign(&mut self, height: usize) -> usize {
        self.end_section();
        self.end_pending();
        self.foreign = true;
        self.classes
            .extend(std::iter::repeat_n(LineClass::Prose, height));
        height
    }

    pub(super) fn take_head(&mut self, head: Header) -> usize {
        let height = head.height;
        self.classes
            .extend(std::iter::repeat_n(LineClass::Header, height));
        self.signed = false;
        self.foreign = false;
        if let Some(open) = &mut self.open {
            let table = self.table.as_ref().map(|table| &table.head);
            if open.section.columns.is_empty() {
                open.attach(&head);
                let unit = self.unit.take().or(self.unit_of_all);
                apply_unit(&mut open.section.columns, unit);
                note_columns(&mut self.out.notes, open.index, &head);
                self.table = Some(TableHead {
                    head,
                    free: false,
                    governs: false,
                });
                return height;
            }
            if self.pending.is_none() && table.is_some_and(|table| table.repeats(&head)) {
                return height;
            }
        }
        self.end_section();
        self.end_free_table();
        self.table = Some(TableHead {
            head,
            free: true,
            governs: false,
        });
        if self.pending.is_some() {
            self.open_section(true);
        }
        height
    }

    /// A head that no row and no section followed: an empty table.
    pub(super) fn end_free_table(&mut self) {
        if self.table.as_ref().is_some_and(|table| table.free) && self.open.is_none() {
            let pending = self.pending.take();
            self.open_section(true);
            self.end_section();
            self.pending = pending;
        }
    }

    /// A row stands where a section should be open: opens the one announced, or the one under a head.
    pub(super) fn ensure_open(&mut self, look: &Look<'_>) -> bool {
        if self.open.is_some() {
            return true;
        }
        let Some(table) = &self.table else {
            return false;
        };
        let announced = table.free || self.pending.is_some();
        let listed = matches!(look.numeral(), Some(Numeral::Integer(_))) && look.cells.len() > 3;
        if !announced && !listed {
            return false;
        }
        if !table.free && !Builder::fits(&table.head.columns, look) {
            return false;
        }
        self.open_section(true);
        true
    }

    /// Opens a section under the last head, or without any.
    pub(super) fn open_section(&mut self, under_head: bool) {
        let index = self.out.sections.len();
        let announced = self.pending.take();
        let heading = announced.and_then(|at| self.headings.get(at));
        let table = self.table.as_ref().filter(|_| under_head);
        let head_line = table.and_then(|table| table.head.lines.first().copied());
        let line = heading.map(|h| h.line).or(head_line).unwrap_or(0);
        let title = heading.or(self.headings.last()).map(|h| h.text.clone());
        let mut section = blank_section(self.grid.sheet, line, title.unwrap_or_default());
        let mut by_column = None;
        if under_head {
            by_column = self.lay_head(index, &mut section, announced.is_some());
        }
        self.place(&mut section, announced.is_some(), by_column);
        let mut builder = Builder::new(index, section);
        if let Some(table) = self.table.as_ref().filter(|_| under_head) {
            builder.ticks.clone_from(&table.head.ticks);
        }
        self.open = Some(builder);
    }

    /// Gives a section the columns of the last head, and the direction that they say where no section
    /// had that head before.
    fn lay_head(
        &mut self,
        index: usize,
        section: &mut Section,
        announced: bool,
    ) -> Option<Direction> {
        let unit = self.unit.take().or(self.unit_of_all);
        let table = self.table.as_mut()?;
        let own = table.free;
        table.free = false;
        apply_unit(&mut table.head.columns, unit);
        section.columns = table.head.columns.clone();
        if own {
            let above = table
                .head
                .lines
                .first()
                .is_some_and(|&first| first < section.line);
            table.governs = announced && above;
            note_columns(&mut self.out.notes, index, &table.head);
        }
        if own || table.governs {
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
        let nearest = self
            .headings
            .last()
            .filter(|_| announced)
            .and_then(Heading::direction);
        let said = || self.headings.iter().rev().find_map(Heading::direction);
        section.direction = section
            .direction
            .or(nearest)
            .or(by_column)
            .or_else(said)
            .or(self.named);
        let (kind, stated) = self.kind();
        section.kind = kind;
        section.kind_stated = stated;
        section.stated_year = self.stated_year(kind);
        let title_year = years::title_year(&self.headings);
        let plan_year = self.hints.plan_year.or(self.out.title_year).or(title_year);
        section.year = years::section_year(kind, section.stated_year, plan_year, self.hints);
    }

    /// The kind that the nearest heading names, else the file's name; else it is a plan.
    pub(super) fn kind(&self) -> (Kind, bool) {
        let said = self.headings.iter().rev().find_map(Heading::kind);
        let sheet = || heads::kind_of_name(&self.grid.document.sheets[self.grid.sheet].name);
        let known = said
            .or_else(sheet)
            .or_else(|| heads::kind_of_name(self.hints.file_name));
        (known.unwrap_or(Kind::Plan), known.is_some())
    }

    /// The year in the nearest heading that has one; headings of another kind speak of another year.
    pub(super) fn stated_year(&self, kind: Kind) -> Option<i32> {
        for heading in self.headings.iter().rev() {
            if heading.kind().is_some_and(|other| other != kind) {
                return None;
            }
            if let Some(year) = heading.year_for(kind) {
                return Some(year);
            }
        }
        None
    }

    pub(super) fn end_section(&mut self) {
        let Some(mut builder) = self.open.take() else {
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
        self.out.sections.push(section);
    }

    /// A section that was announced among tables and has no rows is an empty one.
    pub(super) fn end_pending(&mut self) {
        let Some(at) = self.pending else { return };
        let announced = self
            .headings
            .get(at)
            .is_some_and(|h| h.direction().is_some());
        if announced && self.table.is_some() && self.open.is_none() {
            self.open_section(true);
            self.end_section();
        }
        self.pending = None;
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
