//! The walk over one sheet: what each row is, given what stood above it.

mod denials;
mod empties;
mod groups;
mod headings;
mod sections;
mod words;

use super::grid::Grid;
use super::header::{self, Found, Header};
use super::heads::{self, Heading};
use super::lines::{Look, Numeral, is_example, is_number, is_number_row};
use super::names::Names;
use super::rows::Builder;
use super::{Hints, totals, years};
use crate::model::section::{Direction, LineClass, SegmentNote, Segmentation};
use crate::model::value::MoneyUnit;
use crate::vocabulary::fold::fold;
use std::cell::RefCell;

/// A table head and how sections use it.
struct TableHead {
    head: Header,
    /// No section has taken it yet.
    free: bool,
    /// It stood before the section heads inside its table, and so governs them all.
    governs: bool,
}

/// One sheet while it is read from top to bottom.
pub struct Page<'d, 'o> {
    grid: Grid<'d>,
    hints: &'o Hints<'o>,
    out: &'o mut Segmentation,
    names: &'o mut Names,
    classes: Vec<LineClass>,
    headings: Vec<Heading>,
    table: Option<TableHead>,
    /// The heading that announces the next section.
    pending: Option<usize>,
    /// Row of a lone "Không có" under no section head.
    bare_nil: Option<usize>,
    open: Option<Builder>,
    /// Signatures were seen: what follows in few cells belongs to them.
    signed: bool,
    /// Inside a table of something else.
    foreign: bool,
    /// Rows like a table's under no head.
    headless: Vec<usize>,
    unit: Option<MoneyUnit>,
    /// The unit said above all tables, which holds for each that says none.
    unit_of_all: Option<MoneyUnit>,
    /// Direction that the sheet's or the file's name says.
    named: Option<Direction>,
    /// What a heading above a row found there: the row itself need not be asked again.
    below: RefCell<Option<(usize, Option<Found>)>>,
}

impl<'d, 'o> Page<'d, 'o> {
    pub fn new(
        grid: Grid<'d>,
        hints: &'o Hints<'o>,
        out: &'o mut Segmentation,
        names: &'o mut Names,
    ) -> Self {
        let by_sheet = heads::direction_of_name(&grid.document.sheets[grid.sheet].name);
        Page {
            grid,
            hints,
            out,
            names,
            classes: Vec::with_capacity(grid.rows()),
            headings: Vec::new(),
            table: None,
            pending: None,
            bare_nil: None,
            open: None,
            signed: false,
            foreign: false,
            headless: Vec::new(),
            unit: None,
            unit_of_all: None,
            named: by_sheet.or_else(|| heads::direction_of_name(hints.file_name)),
            below: RefCell::default(),
        }
    }

    /// Gives each row of the sheet its class and the document its sections.
    pub fn walk(mut self) -> Vec<LineClass> {
        let mut row = 0;
        while row < self.grid.rows() {
            if let Some(open) = &mut self.open
                && open.is_plain(self.grid, row)
                && !open.begins_with_example(self.grid, row)
            {
                open.push(self.grid, row, &mut self.out.notes);
                self.classes.push(LineClass::Data);
                row += 1;
                continue;
            }
            row += self.read(row);
        }
        self.end_section();
        self.leave_empty(None);
        self.end_pending();
        self.end_free_table();
        self.refuse_headless();
        self.settle_bare_nil();
        let year = years::title_year(&self.headings);
        self.out.title_year = self.out.title_year.or(year);
        self.classes
    }

    /// Reads one row, or all rows of a table head; gives how many.
    fn read(&mut self, row: usize) -> usize {
        let look = self.grid.look(row);
        if look.cells.is_empty() {
            self.classes.push(LineClass::Blank);
            return 1;
        }
        let leads_with_number = is_number(look.cells[0].1) && look.cells[0].0 == 0;
        if look.cells.len() > 1 && !leads_with_number {
            match self.head_at(row, &look) {
                Some(Found::Delegations(head)) => return self.take_head(head),
                Some(Found::Foreign { height }) if !self.is_group_of_words(&look) => {
                    return self.take_foreign(height);
                }
                _ => {}
            }
        }
        let class = self.class_of(row, &look);
        self.classes.push(class);
        1
    }

    /// The head of a table that stands at a row.
    fn head_at(&self, row: usize, look: &Look<'_>) -> Option<Found> {
        let in_table = self.open.is_some();
        let known = self.below.take();
        match known.filter(|(at, _)| *at == row && !in_table) {
            Some((_, found)) => found,
            None => header::find(self.grid, row, look, in_table),
        }
    }

    fn is_group_of_words(&self, look: &Look<'_>) -> bool {
        look.texts().count() < 2
    }

    fn class_of(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        let after_head = self.after_head();
        if after_head && is_number_row(look) {
            return LineClass::NumberRow;
        }
        if (self.open.is_some() || self.table.is_some()) && is_example(look) {
            return LineClass::Prose;
        }
        if let Some(open) = &mut self.open
            && open.is_numbered(look)
            && !is_numbered_total(look)
        {
            return self.data_or_filler(row, look);
        }
        let texts = look.texts().count();
        if self.is_signature(look) {
            self.signed = true;
            return LineClass::Footer;
        }
        if texts <= 2 {
            self.line(row, look)
        } else {
            self.body(row, look)
        }
    }

    /// The last rows were a head, or a number row that still may be repeated.
    fn after_head(&self) -> bool {
        let last = self
            .classes
            .iter()
            .rev()
            .find(|class| **class != LineClass::Blank);
        matches!(last, Some(LineClass::Header | LineClass::NumberRow))
    }

    fn data_or_filler(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        let Some(open) = &mut self.open else {
            return LineClass::Prose;
        };
        let class = open.class_of(look);
        if class == LineClass::Data {
            open.push(self.grid, row, &mut self.out.notes);
        }
        class
    }

    /// A row of several cells.
    fn body(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        let listed = matches!(look.numeral(), Some(Numeral::Integer(_)));
        if self.open.is_some() && listed {
            return self.data_or_filler(row, look);
        }
        let text = look.joined();
        let folded = fold(&text);
        let in_table = self.open.is_some() || self.pending.is_some() && self.table.is_some();
        if in_table && totals::is_total(&folded) {
            return self.total(row, look);
        }
        if self.open.is_none() && self.table.is_none() && self.is_preamble(look, &text, &folded) {
            return self.line(row, look);
        }
        if self.foreign {
            return LineClass::Prose;
        }
        if !self.ensure_open(look) {
            return self.headless_row(row, look);
        }
        self.data_or_filler(row, look)
    }

    /// Words above any table that a delimiter cut into cells: "ĐOÀN RA, ĐOÀN VÀO NĂM 2021".
    fn is_preamble(&self, look: &Look<'_>, text: &str, folded: &str) -> bool {
        look.texts().count() <= 4
            && look.cells.len() == look.texts().count()
            && heads::is_heading(text, folded, look.numeral())
    }

    fn total(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        if self.ensure_open(look)
            && let Some(open) = &mut self.open
        {
            open.total(self.grid, row, look);
        }
        LineClass::Subtotal
    }

    fn headless_row(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        let numbers = look
            .cells
            .iter()
            .filter(|(_, text)| is_number(text))
            .count();
        let tabular = look.cells.len() >= 4 && numbers >= 1;
        if tabular && !self.foreign {
            self.headless.push(row);
        }
        LineClass::Prose
    }

    /// Rows of a table without any head are refused: nobody can say what their cells mean.
    fn refuse_headless(&mut self) {
        let Some(&first) = self.headless.first() else {
            return;
        };
        let here = self
            .out
            .sections
            .iter()
            .any(|section| section.sheet == self.grid.sheet);
        if here && self.headless.len() < 2 {
            return;
        }
        for &row in &self.headless {
            self.classes[row] = LineClass::Unread;
        }
        self.out.notes.push(SegmentNote::NoHead {
            line: self.grid.line(first),
        });
    }
}

/// "3 | Tổng cộng: 02 đoàn | | 12": a total that was given a running number.
fn is_numbered_total(look: &Look<'_>) -> bool {
    let mut texts = look.texts();
    let only = texts.next().filter(|_| texts.next().is_none());
    only.is_some_and(|(_, text)| totals::is_total(&fold(text)))
}
