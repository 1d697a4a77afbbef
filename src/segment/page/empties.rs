//! Sections and files that hold no table at all: announced and left empty, or denied in two words.

use super::Page;
use crate::model::section::{Direction, LineClass, NilStatement};
use crate::segment::heads::Heading;
use crate::segment::lines::{Look, is_filler};
use crate::vocabulary::fold::fold;
use crate::vocabulary::structure::Words;

/// Subjects that a lone "Không có" below them answers, and that are no delegations.
const ASIDE: [&str; 6] = [
    "kien nghi",
    "de xuat",
    "kho khan",
    "vuong mac",
    "ton tai",
    "han che",
];

impl Page<'_, '_> {
    /// "-" or "Chưa có" alone below a section head, where a table would stand.
    pub(super) fn answers_with_nothing(&self, look: &Look<'_>) -> bool {
        let nothing = |text: &str| is_filler(text) && !Words::Nil.is(&fold(text));
        self.state.announced().is_some()
            && !self.state.is_open()
            && self.table.is_none()
            && look.cells.iter().all(|(_, text)| nothing(text))
    }

    /// A section that was announced and has nothing below it is an empty one. A title is none, nor is
    /// a line of an outline that speaks of the section before the section itself comes.
    pub(super) fn leave_empty(&mut self, next: Option<Direction>) {
        let Some(heading) = self
            .state
            .announced()
            .and_then(|at| self.context.headings.get(at))
        else {
            return;
        };
        let Some(own) = heading.direction() else {
            return;
        };
        if self.state.is_open() || self.table.is_some() || next == Some(own) {
            return;
        }
        let Some(answered) = self.nothing_since(heading.line) else {
            return;
        };
        let at_end = self.classes.len() == self.grid.rows();
        let among = if at_end {
            !self.out.sections.is_empty()
        } else {
            next.is_some() && heading.numeral.is_some()
        };
        if (answered || among) && !self.comes_later(own) {
            self.open_section(false);
            self.end_section();
        }
    }

    /// Whether fillers stand below a line; `None` where anything else does.
    fn nothing_since(&self, line: u32) -> Option<bool> {
        let mut answered = false;
        for (row, class) in self.classes.iter().enumerate().rev() {
            if self.grid.line(row) <= line {
                break;
            }
            match class {
                LineClass::Filler => answered = true,
                LineClass::Blank => {}
                _ => return None,
            }
        }
        Some(answered)
    }

    /// A heading further down names the direction, alone or with the other.
    fn comes_later(&self, direction: Direction) -> bool {
        let rows = self.classes.len() + 1..self.grid.rows();
        rows.map(|row| self.grid.look(row))
            .filter(|look| (1..=2).contains(&look.texts().count()))
            .any(|look| {
                let heading = Heading::read(&look.joined(), 0, None);
                match direction {
                    Direction::Outbound => heading.outbound,
                    Direction::Inbound => heading.inbound,
                }
            })
    }

    /// Keeps a lone "Không có" in mind: it is the answer of a file that says nothing else.
    pub(super) fn bare_nil(&mut self, row: usize, folded: &str) -> Option<LineClass> {
        if self.state.is_open() || self.table.is_some() || !Words::Nil.is(folded) {
            return None;
        }
        let filled = |r: &usize| !self.grid.look(*r).cells.is_empty();
        let above = (0..row).rev().find(filled);
        let above = above.map(|r| fold(&self.grid.look(r).joined()));
        if above.is_some_and(|text| ASIDE.iter().any(|aside| text.contains(aside))) {
            return None;
        }
        self.bare_nil = Some(row);
        Some(LineClass::Nil)
    }

    /// The lone "Không có" of a file without tables denies what its titles name; both directions
    /// where they name both or none.
    pub(super) fn settle_bare_nil(&mut self) {
        let Some(row) = self.bare_nil else { return };
        let one_sheet = self.grid.document.sheets.len() == 1;
        let alone = self.out.sections.is_empty() && self.out.nil_statements.is_empty();
        if !one_sheet || !alone || !self.headless.is_empty() {
            return;
        }
        let outbound = self.context.headings.iter().any(|heading| heading.outbound);
        let inbound = self.context.headings.iter().any(|heading| heading.inbound);
        let direction = match (outbound, inbound) {
            (true, false) => Some(Direction::Outbound),
            (false, true) => Some(Direction::Inbound),
            (true, true) => None,
            (false, false) => self.context.direction_of_names(),
        };
        let kind = self.context.kind(self.out.title_year).kind;
        self.out.nil_statements.push(NilStatement {
            line: self.grid.line(row),
            direction,
            kind,
            year: self.context.stated_year(kind),
        });
    }
}
