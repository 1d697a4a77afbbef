//! Nil returns, in a row of a table or in prose.

use super::Page;
use crate::model::section::{Kind, LineClass, NilStatement};
use crate::segment::{nil, years};
use crate::vocabulary::fold::fold;

impl Page<'_, '_> {
    /// "Không có" in a row, or a statement in words.
    pub(super) fn nil(&mut self, row: usize, text: &str, folded: &str) -> Option<LineClass> {
        if folded.split(' ').count() <= 16 && nil::is_nil(folded) {
            if self.pending.is_some() && self.open.is_none() {
                self.open_section(false);
            }
            let said = nil::statement(folded).and_then(|(_, direction)| direction);
            if let Some(open) = &mut self.open
                && (said.is_none() || said == open.section.direction)
            {
                open.nil_said = true;
                return Some(LineClass::Nil);
            }
        }
        if !self.say_nil(row, text) {
            return self.bare_nil(row, folded);
        }
        Some(if folded.split(' ').count() <= 25 && text.len() <= 250 {
            LineClass::Nil
        } else {
            LineClass::Prose
        })
    }

    /// Takes down what a text denies, clause by clause: each may speak of its own year.
    pub(super) fn say_nil(&mut self, row: usize, text: &str) -> bool {
        let mut year = None;
        let mut said = false;
        for written in text.split([';', '.']) {
            let clause = fold(written);
            let mut years = years::in_text(&clause);
            let own = years
                .next()
                .filter(|first| years.all(|other| other == *first));
            year = own.or(year);
            let stated = nil::statement(&clause).map(|(_, direction)| direction);
            if let Some(direction) = nil::after_colon(written).or(stated) {
                let kind = year.and_then(|year| self.kind_of_year(year));
                let kind = kind.unwrap_or_else(|| self.kind().0);
                let headed = || self.headings.iter().rev().find_map(|h| h.year_for(kind));
                let (line, year) = (self.grid.line(row), year.or_else(headed));
                let statement = NilStatement {
                    line,
                    direction,
                    kind,
                    year,
                };
                self.out.nil_statements.push(statement);
                said = true;
            }
        }
        said
    }

    /// The kind that a year of the campaign stands for.
    pub(super) fn kind_of_year(&self, year: i32) -> Option<Kind> {
        let title = || {
            self.out
                .title_year
                .or_else(|| years::title_year(&self.headings))
        };
        let plan = self.hints.plan_year.or_else(title)?;
        let results = self.hints.results_year.unwrap_or(plan - 1);
        match year {
            year if year == plan => Some(Kind::Plan),
            year if year == results => Some(Kind::Realised),
            _ => None,
        }
    }
}
