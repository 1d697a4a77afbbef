//! The walk over one sheet: what each row is, given what stood above it.

mod accounts;
mod context;
mod continued;
mod denials;
mod empties;
mod groups;
mod headings;
mod kinds;
mod sections;
mod state;
mod summaries;
mod words;

use super::grid::Grid;
use super::header::{self, Found};
use super::heads::{self, Heading};
use super::hints::Hints;
use super::lines::{Look, Numeral, is_number, is_number_row};
use super::names::Names;
use super::totals;
use crate::model::section::{LineClass, SegmentNote, Segmentation};
use crate::vocabulary::fold::fold;
use context::Context;
use state::{Foreign, State, TableHeader};
use std::cell::RefCell;

/// One sheet while it is read from top to bottom.
pub struct Page<'d, 'o> {
    grid: Grid<'d>,
    hints: &'o Hints<'o>,
    out: &'o mut Segmentation,
    names: &'o mut Names,
    classes: Vec<LineClass>,
    context: Context<'o>,
    state: State,
    table: Option<TableHeader>,
    /// Signatures or notes were seen: what follows in few cells belongs to them.
    signed: bool,
    /// Row of a lone "Không có" under no section's heading.
    bare_nil: Option<usize>,
    /// Rows like a table's under no header.
    headless: Vec<usize>,
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
        let name = &grid.document.sheets[grid.sheet].name;
        Page {
            grid,
            hints,
            out,
            names,
            classes: Vec::with_capacity(grid.rows()),
            context: Context::new(name, hints),
            state: State::Outside,
            table: None,
            signed: false,
            bare_nil: None,
            headless: Vec::new(),
            below: RefCell::default(),
        }
    }

    /// Reads one block of columns, with what stands over it.
    pub fn in_block(mut self, heading: Heading) -> Self {
        self.context.set_block(heading);
        self
    }

    /// Gives each row of the sheet its class and the document its sections.
    pub fn walk(mut self) -> Vec<LineClass> {
        self.note_marked_asides();
        let mut row = 0;
        while row < self.grid.rows() {
            if let Some(open) = self.state.open_mut()
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
        self.note_left();
        let year = heads::title_year(&self.context.headings);
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
        if let Some(text) = self.sentence(row, &look) {
            let class = self.sentence_class(row, &text);
            self.classes.push(class);
            return 1;
        }
        let leads_with_number = is_number(look.cells[0].1) && look.cells[0].0 == 0;
        if look.cells.len() > 1 && !leads_with_number {
            match self.head_at(row, &look) {
                Some(Found::Delegations(head)) if self.is_summary(&head) => {
                    return self.take_foreign(head.height, Foreign::Summary);
                }
                Some(Found::Delegations(head)) => return self.take_head(head),
                Some(Found::Foreign { height }) if !self.is_group_of_words(&look) => {
                    let foreign = self.foreign_of(&look);
                    return self.take_foreign(height, foreign);
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
        let in_table = self.state.is_open();
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
        if self.is_shown(row, look) {
            return LineClass::Prose;
        }
        if let Some(open) = self.state.open_mut()
            && open.is_numbered(look)
            && !is_numbered_total(look)
        {
            return self.data_or_filler(row, look);
        }
        if let Some(class) = self.sum_or_continuation(row, look) {
            return class;
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
        let Some(open) = self.state.open_mut() else {
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
        if self.state.is_open() && listed {
            return self.data_or_filler(row, look);
        }
        let text = look.joined();
        let folded = fold(&text);
        if self.may_total() && totals::is_total(&text, &folded) {
            return self.total(row, look);
        }
        if !self.state.is_open() && self.table.is_none() && self.is_preamble(look, &text, &folded) {
            return self.line(row, look);
        }
        if let Some(class) = self.state.foreign_class() {
            return class;
        }
        if !self.ensure_open(row, look) {
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

    /// Totals stand among the rows of a section, or right under a header before them.
    pub(super) fn may_total(&self) -> bool {
        let under = |table: &TableHeader| table.is_free() || self.state.announced().is_some();
        self.state.is_open() || self.table.as_ref().is_some_and(under)
    }

    fn total(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        if self.ensure_open(row, look)
            && let Some(open) = self.state.open_mut()
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
        if tabular && !self.state.is_foreign() {
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
    only.is_some_and(|(_, text)| totals::is_total(text, &fold(text)))
}
