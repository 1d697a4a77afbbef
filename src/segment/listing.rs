//! A published `delegations.csv` as a submission: one table for each direction, kind and year in it.

use super::grid::Grid;
use super::hints::Hints;
use super::said::{direction_said, kind_said};
use super::years::section_year;
use crate::model::section::{
    Column, DataRow, Direction, Field, Kind, LineClass, Match, Nil, Section, SegmentNote,
    Segmentation,
};
use crate::model::value::MoneyUnit;
use crate::vocabulary::listing;

/// Filled rows that may stand above the head: a spreadsheet's title, added by hand.
const TITLES: usize = 10;

/// What all rows of one table of the list have in common.
#[derive(Clone, Copy, PartialEq)]
struct Table {
    direction: Option<Direction>,
    kind: Option<Kind>,
    year: Option<i32>,
}

/// A list while its rows are read.
struct Listing<'d, 'h> {
    grid: Grid<'d>,
    hints: &'h Hints<'h>,
    head: usize,
    columns: Vec<Column>,
    tables: Vec<(Table, Section)>,
}

/// Cuts a sheet into tables where it is a published list; `None` where it is anything else.
pub fn read(grid: Grid<'_>, hints: &Hints, out: &mut Segmentation) -> Option<Vec<LineClass>> {
    let head = head_of(grid)?;
    let mut listing = Listing {
        grid,
        hints,
        head,
        columns: columns(grid, head),
        tables: Vec::new(),
    };
    let classes = (0..grid.rows()).map(|row| listing.take(row)).collect();
    listing.finish(out);
    Some(classes)
}

fn head_of(grid: Grid<'_>) -> Option<usize> {
    let filled = (0..grid.rows()).filter(|row| !grid.is_blank(*row));
    filled
        .take(TITLES + 1)
        .find(|row| listing::is_head(texts(grid, *row)))
}

fn texts(grid: Grid<'_>, row: usize) -> impl Iterator<Item = &str> {
    grid.spans(row)
        .iter()
        .map(move |span| grid.document.trimmed(*span))
}

fn columns(grid: Grid<'_>, head: usize) -> Vec<Column> {
    let column = |(index, heading): (usize, &str)| {
        let field = listing::field(heading);
        Column {
            index,
            heading: heading.to_string(),
            field,
            matched: field.map_or(Match::None, |_| Match::Exact),
            unit: (field == Some(Field::Amount)).then_some(MoneyUnit::Dong),
            ..Column::default()
        }
    };
    texts(grid, head).enumerate().map(column).collect()
}

impl Listing<'_, '_> {
    fn take(&mut self, row: usize) -> LineClass {
        if row == self.head {
            return LineClass::Header;
        }
        if self.grid.is_blank(row) {
            return LineClass::Blank;
        }
        if row < self.head {
            return LineClass::Title;
        }
        let filled = texts(self.grid, row).filter(|text| !text.is_empty());
        if filled.take(3).count() < 3 {
            return LineClass::Prose;
        }
        // Lists joined end to end bring their heads along.
        if self.cell(row, "kind") == "kind" && listing::is_head(texts(self.grid, row)) {
            return LineClass::Header;
        }
        let data = DataRow {
            row: row as u32,
            line: self.grid.line(row),
            inherited: Vec::new(),
            direction: None,
            kind: None,
            ragged: self.is_ragged(row),
            joined: None,
        };
        self.table(self.table_of(row)).rows.push(data);
        LineClass::Data
    }

    fn cell(&self, row: usize, heading: &str) -> &str {
        let column = self.columns.iter().find(|c| c.heading == heading);
        column.map_or("", |column| self.grid.text(row, column.index))
    }

    /// Codes, else the words that people write for them; a row without either has no direction and goes back.
    fn table_of(&self, row: usize) -> Table {
        let direction = self.cell(row, "direction");
        let kind = self.cell(row, "kind");
        let year = self.cell(row, "year").parse().ok();
        Table {
            direction: Direction::from_code(direction).or_else(|| direction_said(direction)),
            kind: Kind::from_code(kind).or_else(|| kind_said(kind)),
            year: year.filter(|year| (2000..2100).contains(year)),
        }
    }

    fn is_ragged(&self, row: usize) -> bool {
        let width = self.columns.len();
        let beyond = width..self.grid.spans(row).len();
        beyond
            .into_iter()
            .any(|column| !self.grid.text(row, column).is_empty())
    }

    /// The section of a table; the last one first, for lists are sorted.
    fn table(&mut self, table: Table) -> &mut Section {
        let known = self.tables.iter().rposition(|(known, _)| *known == table);
        let at = known.unwrap_or_else(|| {
            let section = self.section(table);
            self.tables.push((table, section));
            self.tables.len() - 1
        });
        &mut self.tables[at].1
    }

    fn section(&self, table: Table) -> Section {
        let kind = table.kind.unwrap_or(Kind::Plan);
        let line = self.grid.line(self.head);
        Section {
            sheet: self.grid.sheet,
            direction: table.direction,
            kind,
            kind_stated: table.kind.is_some(),
            stated_year: table.year,
            year: section_year(kind, table.year, self.hints.plan_year, self.hints),
            line,
            head_lines: vec![line],
            columns: self.columns.clone(),
            head_inherited: false,
            rows: Vec::new(),
            nil: None,
            totals: Vec::new(),
            title: String::new(),
        }
    }

    /// Hands the tables over. A list without a row is an empty return for all four; one with rows says
    /// nothing of the tables that it lacks, so that a part sent later does not replace them.
    fn finish(mut self, out: &mut Segmentation) {
        if self.tables.is_empty() {
            for direction in Direction::ALL.map(Some) {
                for kind in Kind::ALL.map(Some) {
                    let year = None;
                    let empty = Table {
                        direction,
                        kind,
                        year,
                    };
                    self.table(empty).nil = Some(Nil::Unconfirmed);
                }
            }
        }
        let plan_year = self.tables.iter().find_map(|(table, _)| match table.kind {
            Some(Kind::Realised) => table.year.map(|year| year + 1),
            _ => table.year,
        });
        out.title_year = out.title_year.or(plan_year);
        for (_, section) in self.tables {
            let index = out.sections.len();
            note(&section, index, self.grid, &mut out.notes);
            out.sections.push(section);
        }
    }
}

fn note(section: &Section, index: usize, grid: Grid<'_>, notes: &mut Vec<SegmentNote>) {
    for row in section.rows.iter().filter(|row| row.ragged) {
        notes.push(SegmentNote::RaggedRow {
            section: index,
            line: row.line,
            joined: Vec::new(),
            cells: grid.spans(row.row as usize).len() as u32,
            expected: section.columns.len() as u32,
        });
    }
    if section.direction.is_none() {
        let line = section.rows.first().map_or(section.line, |row| row.line);
        notes.push(SegmentNote::DirectionUnclear {
            section: index,
            line,
        });
    }
}
