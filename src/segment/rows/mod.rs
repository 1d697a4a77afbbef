//! The rows of one section: which are data, and which texts of rows above hold for them.

mod continued;
mod groups;
mod inherit;
mod members;
mod notes;
mod plain;
mod realign;
mod sums;
mod titles;

pub use groups::is_source;
pub use realign::MOST as MOST_TOO_MANY;

use super::grid::Grid;
use super::header::Header;
use super::lines::{Look, is_ditto, is_filler, is_number, is_number_row};
use super::nil;
use super::said::{direction_said, kind_said};
use super::ticks::{self, Tick};
use super::totals;
use crate::model::document::Span;
use crate::model::section::{
    Column, DataRow, Field, LineClass, Nil, Realigned, Section, SegmentNote,
};
use crate::vocabulary::fold::fold;
use crate::vocabulary::structure::Words;
use groups::Group;
use sums::Sums;

/// A section while its rows are read.
pub struct Builder {
    pub section: Section,
    /// Its place among the document's sections.
    pub index: usize,
    number: Option<usize>,
    subject: Option<usize>,
    direction: Option<usize>,
    kind: Option<usize>,
    groups: Vec<Group>,
    /// The words of the last group row: where persons are listed they name the delegation.
    group_name: Option<(Span, u32)>,
    /// For each data row, how many group rows stand above it: merged cells do not reach past one.
    blocks: Vec<u32>,
    /// For each data row, the words of the group row above it.
    block_names: Vec<Option<(Span, u32)>>,
    block: u32,
    /// Data rows above the last group row.
    pub block_start: usize,
    /// Group rows, ditto marks: the section leaves out what stands above.
    merging: bool,
    /// Group rows since the last data row: a signature's name is no group.
    trailing: Vec<usize>,
    /// The last running number and whether a group row stands after it.
    numbered: Option<u32>,
    /// One break of the numbering is told; those after it follow from it.
    number_broken: bool,
    pub nil_said: bool,
    /// Columns that are ticked for a quarter or a direction.
    pub ticks: Vec<Tick>,
    pub realigned: Vec<Realigned>,
    sums: Sums,
}

impl Builder {
    pub fn new(index: usize, section: Section) -> Builder {
        let mut builder = Builder {
            section,
            index,
            number: None,
            subject: None,
            direction: None,
            kind: None,
            groups: Vec::new(),
            group_name: None,
            blocks: Vec::new(),
            block_names: Vec::new(),
            block: 0,
            block_start: 0,
            merging: false,
            trailing: Vec::new(),
            numbered: None,
            number_broken: false,
            nil_said: false,
            ticks: Vec::new(),
            realigned: Vec::new(),
            sums: Sums::default(),
        };
        builder.find_columns();
        builder
    }

    /// Takes a head for a section that was announced without one.
    pub fn attach(&mut self, head: &Header) {
        self.section.columns = head.columns.clone();
        self.section.head_lines = head.lines.clone();
        self.section.direction = self.section.direction.or(head.direction);
        self.ticks.clone_from(&head.ticks);
        self.find_columns();
    }

    fn find_columns(&mut self) {
        let index = |field| self.section.column(field).map(|column| column.index);
        self.number = index(Field::Number);
        self.subject = index(Field::Name)
            .or(index(Field::Content))
            .or(index(Field::Country));
        self.direction = index(Field::Direction);
        self.kind = index(Field::Kind);
    }

    /// Words under the second of two headings alike, where the first is blank: two tables side by
    /// side. The row goes back rather than being passed over.
    fn fills_doubled(&self, look: &Look<'_>) -> bool {
        let columns = &self.section.columns;
        let doubled = |column: &Column| {
            column.field.is_none()
                && !column.heading.is_empty()
                && columns
                    .iter()
                    .any(|c| c.field.is_some() && fold(&c.heading) == fold(&column.heading))
        };
        let cell = |at: usize| {
            look.cells
                .iter()
                .find(|(index, _)| *index == at)
                .map(|(_, t)| *t)
        };
        let filled =
            |column: &&Column| cell(column.index).is_some_and(|t| t.len() > 5 && !is_filler(t));
        columns.iter().filter(filled).any(doubled)
    }

    /// A running number with people, days, a period or a source, though nothing is named: a row that
    /// goes back, never one that is lost.
    pub fn is_numbered(&self, look: &Look<'_>) -> bool {
        const FIGURES: [Field; 8] = [
            Field::Country,
            Field::People,
            Field::Days,
            Field::Period,
            Field::PeriodFrom,
            Field::PeriodTo,
            Field::Funding,
            Field::Amount,
        ];
        let text = |column: usize| {
            look.cells
                .iter()
                .find(|(at, _)| *at == column)
                .map(|(_, t)| *t)
        };
        let numbered = self.number.and_then(text).is_some_and(is_number);
        let columns = || {
            FIGURES
                .iter()
                .filter_map(|field| self.section.column(*field))
        };
        let filled = |column: &Column| text(column.index).is_some_and(|text| !is_filler(text));
        numbered && !is_number_row(look) && columns().any(filled)
    }

    /// Takes a data row.
    pub fn push(&mut self, grid: Grid<'_>, row: usize, notes: &mut Vec<SegmentNote>) {
        self.trailing.clear();
        let mut data = DataRow {
            row: row as u32,
            line: grid.line(row),
            inherited: Vec::new(),
            direction: None,
            kind: None,
            ragged: false,
            joined: None,
        };
        let realigned = realign::realign(grid, row, &self.section.columns);
        let joined = realigned.map_or_else(Vec::new, |found| {
            data.inherited = found.texts;
            self.realigned.push(Realigned {
                sheet: grid.sheet,
                row,
                cells: found.cells,
                written: None,
            });
            found.joined
        });
        if joined.is_empty() {
            self.resolve_dittos(grid, row, &mut data);
        }
        ticks::apply(grid, &self.ticks, &mut data);
        self.inherit_groups(grid, row, &mut data);
        if let Some(column) = self.direction {
            data.direction = direction_said(self.effective(grid, &data, column, Field::Direction));
        }
        if let Some(column) = self.kind {
            data.kind = kind_said(self.effective(grid, &data, column, Field::Kind));
        }
        data.ragged = self.note_width(grid, row, joined, notes);
        self.note_number(grid, row, notes);
        self.section.rows.push(data);
        self.blocks.push(self.block);
        self.block_names.push(self.group_name);
    }

    /// What a row of several filled cells is: data, unless everything in it stands for nothing.
    pub fn class_of(&mut self, look: &Look<'_>) -> LineClass {
        let mut said = false;
        let mut ditto = false;
        for &(index, text) in &look.cells {
            let field = self
                .section
                .columns
                .get(index)
                .and_then(|column| column.field);
            let aside = matches!(field, None | Some(Field::Number | Field::Notes));
            if aside {
                continue;
            }
            if nil::denies(text) {
                said = true;
                continue;
            }
            if !is_filler(text) {
                let tick = matches!(field, Some(Field::FundingPart(..)));
                if tick && text.len() == 1 && !self.has_subject(look) {
                    continue;
                }
                return LineClass::Data;
            }
            ditto |= is_ditto(text) && !text.contains('/');
            said |= Words::Nil.is(&fold(text));
        }
        if ditto && !self.section.rows.is_empty() {
            return LineClass::Data;
        }
        if self.has_subject(look) && self.subject.is_none() {
            return LineClass::Data;
        }
        if self.fills_doubled(look) {
            return LineClass::Data;
        }
        let undetermined = look.cells.iter().any(|(_, t)| fold(t).contains("xac dinh"));
        if said && !undetermined && self.section.rows.is_empty() {
            self.nil_said = true;
            return LineClass::Nil;
        }
        LineClass::Filler
    }

    /// A name, content or country with something beside it.
    pub fn is_named(columns: &[Column], look: &Look<'_>) -> bool {
        let named = |index: usize| {
            let field = columns.get(index).and_then(|column| column.field);
            matches!(field, Some(Field::Name | Field::Content | Field::Country))
        };
        look.cells.len() > 1 && look.cells.iter().any(|(index, _)| named(*index))
    }

    fn has_subject(&self, look: &Look<'_>) -> bool {
        look.cells
            .iter()
            .any(|(_, text)| text.len() > 12 && !is_filler(text))
    }

    /// Takes a row of totals.
    pub fn total(&mut self, grid: Grid<'_>, row: usize, look: &Look<'_>) {
        self.trailing.clear();
        self.note_sum(grid, row);
        let found = totals::read(grid, row, look, &self.section, self.block_start, self.index);
        self.section.totals.extend(found);
    }

    /// Whether a row fits under columns that it did not come with.
    pub fn fits(columns: &[Column], look: &Look<'_>) -> bool {
        look.cells.iter().all(|&(index, text)| {
            let field = columns.get(index).and_then(|column| column.field);
            match field {
                Some(Field::People | Field::Days) => {
                    text.bytes().any(|b| b.is_ascii_digit()) || is_filler(text) || is_ditto(text)
                }
                Some(Field::Number) => text.len() <= 12,
                Some(Field::Name | Field::Country) => !is_number(text),
                Some(_) => true,
                None => index < columns.len() + 2,
            }
        })
    }

    /// Ends the section: fills in merged cells, says whether it is empty, and gives back group rows
    /// that hold for nothing.
    pub fn finish(
        mut self,
        grid: Grid<'_>,
        classes: &mut [LineClass],
        notes: &mut Vec<SegmentNote>,
    ) -> Section {
        for row in &self.trailing {
            if let Some(class) = classes.get_mut(*row) {
                *class = LineClass::Footer;
            }
        }
        self.inherit_workbook_merges(grid);
        self.join_persons(grid, classes, notes);
        if self.merging {
            self.inherit_blanks(grid);
        }
        totals::settle(&mut self.section);
        if self.section.rows.is_empty() {
            self.section.nil = Some(if self.nil_said {
                Nil::Stated
            } else {
                Nil::Unconfirmed
            });
        } else {
            self.note_missing(notes);
        }
        self.section
    }
}
