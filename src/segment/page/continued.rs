//! Rows that say little by themselves: sums without the word, lines that go on with the row above, and
//! sentences that a delimiter cut into cells.

use super::Page;
use crate::model::section::LineClass;
use crate::segment::lines::{Look, Numeral, is_example, is_help, numeral};
use crate::vocabulary::form;

impl Page<'_, '_> {
    /// An example or a help row of a template, above the rows of its table. "VD" in place of the number
    /// makes an example only where the numbers begin below it: else someone typed over the example.
    pub(super) fn is_shown(&self, row: usize, look: &Look<'_>) -> bool {
        if !self.state.is_open() && self.table.is_none() {
            return false;
        }
        let open = self.state.open();
        let first = open.is_none_or(|open| open.section.rows.is_empty());
        let marked = || {
            let own = look
                .cells
                .iter()
                .any(|(_, text)| form::is_example_name(text));
            form::is_example_mark(look.cells[0].1) && !own && self.numbers_begin_below(row)
        };
        is_example(look) || first && (is_help(look) || marked())
    }

    fn numbers_begin_below(&self, row: usize) -> bool {
        let mut below = (row + 1..self.grid.rows().min(row + 4)).map(|row| self.grid.look(row));
        let next = below.find(|look| !look.cells.is_empty());
        next.and_then(|look| look.numeral()) == Some(Numeral::Integer(1))
    }

    /// A total without the word for it, or a line that goes on with the delegation above.
    pub(super) fn sum_or_continuation(&mut self, row: usize, look: &Look<'_>) -> Option<LineClass> {
        let open = self.state.open_mut()?;
        if open.is_sum(self.grid, row, look) {
            open.total(self.grid, row, look);
            return Some(LineClass::Subtotal);
        }
        if open.is_member(self.grid, row, look) {
            open.push(self.grid, row, &mut self.out.notes);
            return Some(LineClass::Data);
        }
        if open.goes_on(self.grid, row, look) {
            return Some(LineClass::Joined);
        }
        open.take_continuation(self.grid, row, look, &mut self.out.notes)
    }

    /// "Riêng đoàn vào, do phía bạn chủ động, cụ thể:" in a file that commas delimit: words from the
    /// first cell on, each cell but the first behind a blank.
    pub(super) fn sentence(&self, row: usize, look: &Look<'_>) -> Option<String> {
        let document = self.grid.document;
        let delimited = document
            .dialect
            .is_some_and(|dialect| dialect.delimiter.is_some());
        if !delimited || look.cells.len() < 2 || look.cells[0].0 != 0 {
            return None;
        }
        let first = look.cells[0].1;
        if first.len() < 6 || numeral(first).is_some() || look.texts().count() < look.cells.len() {
            return None;
        }
        let goes_on = |&(at, (column, text)): &(usize, &(usize, &str))| {
            let whole = document.get(self.grid.cell(row, *column));
            let small = text.chars().next().is_some_and(|c| !c.is_uppercase());
            at == *column && (at == 0 || whole.starts_with(' ')) && (at != 1 || small)
        };
        let all = look.cells.iter().enumerate();
        (all.clone().filter(goes_on).count() == look.cells.len()).then(|| look.joined())
    }

    pub(super) fn sentence_class(&mut self, row: usize, text: &str) -> LineClass {
        if self.say_nil(row, text) {
            LineClass::Nil
        } else {
            LineClass::Prose
        }
    }
}
