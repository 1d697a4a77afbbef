//! Few cells in a table: a group row, an empty row, or a delegation that says little.

use super::Page;
use crate::model::section::{Field, LineClass};
use crate::segment::lines::{self, Look, Numeral, is_filler};
use crate::segment::rows::Builder;
use crate::vocabulary::fold::fold;

/// Rows looked at below a group row for what it states.
const FURTHEST: usize = 200;

impl Page<'_, '_> {
    /// Few cells in a table: a group row, an empty row, or a delegation that says little.
    pub(super) fn is_group_or_row(&self, look: &Look<'_>, text: &str) -> bool {
        let in_table = self.state.is_open() || (self.table.is_some() && !self.signed);
        let lead = look.texts().next().or(look.cells.first().copied());
        let short = text.len() <= 160 && !text.ends_with(['.', ';']);
        let left = lead.is_some_and(|(column, _)| column <= 3);
        let table = self.table.as_ref();
        let named = table.is_some_and(|table| Builder::is_named(&table.head.columns, look));
        let fits = !self.signed && (named || (short && left));
        in_table && !self.state.is_foreign() && (fits || look.cells.len() > 3)
    }

    pub(super) fn group_or_row(&mut self, row: usize, look: &Look<'_>) -> LineClass {
        if !self.ensure_open(row, look) {
            return self.headless_row(row, look);
        }
        let Some(open) = self.state.open_mut() else {
            return LineClass::Prose;
        };
        let number = open
            .section
            .column(Field::Number)
            .map(|column| column.index);
        let body = look
            .cells
            .iter()
            .filter(|(column, text)| Some(*column) != number || lines::numeral(text).is_none())
            .count();
        let page_number = body == 0 || look.texts().next().is_none() && body == 1;
        if page_number {
            let numbered = look.cells.iter().all(|(column, _)| Some(*column) == number);
            return if numbered {
                LineClass::Filler
            } else {
                LineClass::Footer
            };
        }
        let alone = look.texts().count() == 1 && (body == 1 || self.heads_rows(row, look));
        let said = look.texts().any(|(_, text)| !is_filler(text));
        let lists = matches!(look.numeral(), Some(Numeral::Integer(_)));
        if alone && said && !(lists && self.numbers_go_on(row, look)) {
            if let Some(open) = self.state.open_mut() {
                open.group(self.grid, row, look);
            }
            return LineClass::Group;
        }
        self.data_or_filler(row, look)
    }

    /// "II | Quý II/2023 | | 13": a group row that states the sums of the rows below it.
    fn heads_rows(&self, row: usize, look: &Look<'_>) -> bool {
        let Some(open) = self.state.open() else {
            return false;
        };
        let people = open
            .section
            .column(Field::People)
            .map(|column| column.index);
        let count = |row: usize| -> Option<u32> { self.grid.text(row, people?).parse().ok() };
        let Some(stated) = count(row).filter(|stated| *stated > 0) else {
            return false;
        };
        if matches!(look.numeral(), Some(Numeral::Integer(_))) {
            return false;
        }
        let mut sum = 0;
        for below in row + 1..self.grid.rows().min(row + FURTHEST) {
            if self.grid.look(below).texts().count() < 2 {
                break;
            }
            sum += count(below).unwrap_or(0);
        }
        sum == stated
    }

    /// The next filled row counts on from this one: so this is one of the listed rows, not a group.
    pub(super) fn numbers_go_on(&self, row: usize, look: &Look<'_>) -> bool {
        let Some(Numeral::Integer(own)) = look.numeral() else {
            return false;
        };
        let next = (row + 1..self.grid.rows().min(row + 4))
            .map(|r| self.grid.look(r))
            .find(|next| !next.cells.is_empty());
        let speaks = look
            .texts()
            .any(|(_, text)| fold(text).starts_with("doan "));
        match next.and_then(|next| next.numeral()) {
            Some(Numeral::Integer(number)) => number == own.saturating_add(1),
            Some(Numeral::Dotted | Numeral::Letter | Numeral::Bullet) => false,
            _ => speaks,
        }
    }
}
