//! Lines that go on with the row above: another country of it, or another journey under its merged cells.

use super::Builder;
use crate::model::section::{Field, JoinedLines, LineClass, SegmentNote};
use crate::segment::columns::is_country;
use crate::segment::grid::Grid;
use crate::segment::lines::{Look, is_filler, numeral};
use crate::segment::said::direction_said;

/// Columns that name a delegation.
const NAMES: [Field; 3] = [Field::Number, Field::Name, Field::Content];

impl Builder {
    /// Takes a line that plainly goes on with the row right above it, as a row of its own or a part of that
    /// one; `None` where it does not.
    pub fn take_continuation(
        &mut self,
        grid: Grid<'_>,
        row: usize,
        look: &Look<'_>,
        notes: &mut Vec<SegmentNote>,
    ) -> Option<LineClass> {
        let blank = |field: Field| {
            let column = self.section.column(field);
            column.is_none_or(|column| grid.text(row, column.index).is_empty())
        };
        if self.section.rows.is_empty() || !NAMES.into_iter().all(blank) {
            return None;
        }
        if self.is_under_merged_name(grid, row) && self.has_people(grid, row) {
            self.push(grid, row, notes);
            return Some(LineClass::Data);
        }
        let joined = self.add_country(grid, row, look, notes);
        joined.then_some(LineClass::Joined)
    }

    /// "Hội viên tự", and on the line below it "đóng góp": cells that only go on with those right above them.
    pub fn goes_on(&mut self, grid: Grid<'_>, row: usize, look: &Look<'_>) -> bool {
        let Some(last) = self.section.rows.last_mut() else {
            return false;
        };
        let above = last.row as usize;
        let columns = &self.section.columns;
        let field = |at: usize| columns.get(at).and_then(|column| column.field);
        let text = |at: usize| {
            use Field::{Content, Country, Funding, Head, Name, Notes, Partner};
            let wordy = [Name, Content, Head, Partner, Funding, Country, Notes];
            field(at).is_some_and(|field| wordy.contains(&field))
        };
        let goes_on = |&(at, words): &(usize, &str)| {
            let small = words.chars().next().is_some_and(char::is_lowercase);
            // "ii. đoàn vào" in letters of a font that shows them as capitals is a title.
            let title = numeral(words).is_some() || direction_said(words).is_some();
            text(at) && small && !title && !grid.text(above, at).is_empty() && !is_filler(words)
        };
        if above + 1 != row || !look.cells.iter().all(goes_on) {
            return false;
        }
        for &(at, _) in look
            .cells
            .iter()
            .filter(|(at, _)| field(*at) == Some(Field::Funding))
        {
            let joined: &mut JoinedLines = last.joined.get_or_insert_default();
            joined.funding.push(grid.cell(row, at));
        }
        true
    }

    /// The cell that names the delegation reaches down to this row.
    fn is_under_merged_name(&self, grid: Grid<'_>, row: usize) -> bool {
        let column = self
            .subject
            .map(|column| (column + grid.first_column()) as u32);
        let (Some(column), row) = (column, row as u32) else {
            return false;
        };
        let merges = &grid.document.sheets[grid.sheet].merges;
        let begins = |first: u32| self.section.rows.iter().any(|data| data.row == first);
        merges.iter().any(|merge| {
            let here = merge.first_row < row && row <= merge.last_row;
            here && (merge.first_col..=merge.last_col).contains(&column) && begins(merge.first_row)
        })
    }

    fn has_people(&self, grid: Grid<'_>, row: usize) -> bool {
        let column = self.section.column(Field::People);
        column.is_some_and(|column| {
            grid.text(row, column.index)
                .bytes()
                .any(|b| b.is_ascii_digit())
        })
    }

    /// A line right below a row with nothing but a country, and perhaps the partner there.
    fn add_country(
        &mut self,
        grid: Grid<'_>,
        row: usize,
        look: &Look<'_>,
        notes: &mut Vec<SegmentNote>,
    ) -> bool {
        let Some(column) = self
            .section
            .column(Field::Country)
            .map(|column| column.index)
        else {
            return false;
        };
        let columns = &self.section.columns;
        let alone = look.cells.iter().all(|(at, text)| {
            let field = columns.get(*at).and_then(|column| column.field);
            matches!(field, Some(Field::Country | Field::Partner)) || is_filler(text)
        });
        if !alone || !is_country(grid.text(row, column)) {
            return false;
        }
        let Some(last) = self.section.rows.last_mut() else {
            return false;
        };
        let taken = last
            .joined
            .as_ref()
            .map_or(0, |joined| joined.countries.len());
        let right_above = last.row as usize + 1 + taken == row;
        let named = grid.text(last.row as usize, column);
        if !right_above || named.is_empty() {
            return false;
        }
        let joined: &mut JoinedLines = last.joined.get_or_insert_default();
        joined.countries.push(grid.cell(row, column));
        let (line, to) = (grid.line(row), last.line);
        notes.push(SegmentNote::CountryJoined { line, to });
        true
    }
}
