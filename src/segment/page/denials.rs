//! Nil returns, in a row of a table or in prose.

use super::Page;
use crate::model::section::{LineClass, NilStatement};
use crate::segment::{nil, years};
use crate::vocabulary::fold::fold;

impl Page<'_, '_> {
    /// "Không có" in a row, or a statement in words.
    pub(super) fn nil(&mut self, row: usize, text: &str, folded: &str) -> Option<LineClass> {
        if folded.split(' ').count() <= 16 && nil::is_nil(folded) {
            if self.state.announced().is_some() && !self.state.is_open() {
                self.open_section(false);
            }
            let said = nil::statement(folded).and_then(|(_, direction)| direction);
            if let Some(open) = self.state.open_mut()
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
        // Only "không …", or a word after a colon, denies anything; prose has neither, line after line.
        if !nil::may_deny(text) {
            return false;
        }
        let mut year = None;
        let mut last = None;
        for written in text.split([';', '.']).flat_map(denials) {
            let clause = fold(written);
            year = one_year(&clause).or(year);
            let stated = nil::statement(&clause).map(|(_, direction)| direction);
            // "… và không có nhu cầu năm 2021" denies what the words before it denied.
            let goes_on = || last.filter(|_| nil::begins(&clause));
            let Some(direction) = nil::after_colon(written).or(stated).or_else(goes_on) else {
                continue;
            };
            let titled = self.out.title_year;
            let kind = year.and_then(|year| self.context.kind_of_year(year, titled));
            let kind = kind.unwrap_or_else(|| self.context.kind(titled).kind);
            let headed = || {
                self.context
                    .headings
                    .iter()
                    .rev()
                    .find_map(|h| h.year_for(kind))
            };
            let (line, year) = (self.grid.line(row), year.or_else(headed));
            let statement = NilStatement {
                line,
                direction,
                kind,
                year,
            };
            self.out.nil_statements.push(statement);
            last = Some(direction);
        }
        last.is_some()
    }
}

/// The year that a text speaks of, if it is one alone.
fn one_year(folded: &str) -> Option<i32> {
    let mut years = years::in_text(folded);
    let first = years.next()?;
    years.all(|other| other == first).then_some(first)
}

/// A sentence of several years, cut before each denial but the first; any other as it is.
fn denials(sentence: &str) -> Vec<&str> {
    let folded = fold(sentence);
    if one_year(&folded).is_some() || years::in_text(&folded).next().is_none() {
        return vec![sentence];
    }
    let cuts = [" và không ", ", không ", " nhưng không "].iter();
    let mut starts: Vec<usize> = cuts
        .flat_map(|cut| sentence.match_indices(cut))
        .map(|(at, cut)| at + cut.len() - "không ".len())
        .collect();
    starts.sort_unstable();
    let mut parts = Vec::with_capacity(starts.len() + 1);
    let mut from = 0;
    for start in starts.into_iter().chain([sentence.len()]) {
        parts.push(&sentence[from..start]);
        from = start;
    }
    parts
}
