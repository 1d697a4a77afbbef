//! Which texts of rows above hold for a row: dittos, groups, merged cells.

use super::Builder;
use super::groups::{Group, group_field};
use crate::model::document::Span;
use crate::model::section::{DataRow, Field, InheritReason, Inherited};
use crate::segment::columns::is_country;
use crate::segment::grid::Grid;
use crate::segment::lines::{Look, is_ditto, split_numeral};
use crate::vocabulary::fold::fold;
use crate::vocabulary::structure::find_words;

impl Builder {
    /// The text of a field that holds for a row: its own, or the one inherited.
    pub(super) fn effective<'d>(
        &self,
        grid: Grid<'d>,
        data: &DataRow,
        column: usize,
        field: Field,
    ) -> &'d str {
        match data
            .inherited
            .iter()
            .find(|inherited| inherited.field == field)
        {
            Some(inherited) => grid.document.trimmed(inherited.text),
            None => grid.text(data.row as usize, column),
        }
    }

    /// The text of a field in the last data row and the row where it stands.
    pub(super) fn above(
        &self,
        grid: Grid<'_>,
        at: usize,
        column: usize,
        field: Field,
    ) -> Option<(Span, u32)> {
        let data = self.section.rows.get(at)?;
        if let Some(inherited) = data.inherited.iter().find(|i| i.field == field) {
            return Some((inherited.text, inherited.from_row));
        }
        let span = grid.cell(data.row as usize, column);
        (!grid.document.trimmed(span).is_empty()).then_some((span, data.row))
    }

    pub(super) fn resolve_dittos(&mut self, grid: Grid<'_>, row: usize, data: &mut DataRow) {
        let Some(last) = self.section.rows.len().checked_sub(1) else {
            return;
        };
        for (index, span) in grid.spans(row).iter().enumerate() {
            if span.len == 0 || span.len > 40 {
                continue;
            }
            let text = grid.document.trimmed(*span);
            if !may_be_ditto(text.as_bytes()) || !is_ditto(text) {
                continue;
            }
            let field = self
                .section
                .columns
                .get(index)
                .and_then(|column| column.field);
            // People, days and amounts are never taken from a row above (spec section 4).
            let figure = |field: &Field| {
                matches!(
                    field,
                    Field::Number | Field::People | Field::Days | Field::Amount
                )
            };
            let Some(field) = field.filter(|field| !figure(field)) else {
                continue;
            };
            self.merging = true;
            if let Some((text, from_row)) = self.above(grid, last, index, field) {
                data.inherited.push(Inherited {
                    field,
                    text,
                    from_row,
                    reason: InheritReason::Ditto,
                });
            }
        }
    }

    pub(super) fn inherit_groups(&self, grid: Grid<'_>, row: usize, data: &mut DataRow) {
        for group in &self.groups {
            let taken = data
                .inherited
                .iter()
                .any(|inherited| inherited.field == group.field);
            if !self.says_itself(grid, row, group.field) && !taken {
                let Group {
                    field,
                    mut text,
                    row: mut from_row,
                    ..
                } = *group;
                let others = field == Field::Country && names_others(grid.document.trimmed(text));
                if others && let Some(own) = self.country_in_name(grid, row) {
                    (text, from_row) = (own, row as u32);
                }
                data.inherited.push(Inherited {
                    field,
                    text,
                    from_row,
                    reason: InheritReason::Group,
                });
            }
        }
    }

    /// "Đoàn GIZ (Đức)": a country alone in brackets.
    fn country_in_name(&self, grid: Grid<'_>, row: usize) -> Option<Span> {
        let columns = [Field::Name, Field::Content, Field::Partner];
        let mut columns = columns
            .iter()
            .filter_map(|field| self.section.column(*field));
        columns.find_map(|column| {
            let span = grid.cell(row, column.index);
            let text = grid.document.get(span);
            let (before, rest) = text.split_once('(')?;
            let country = rest
                .split(')')
                .next()
                .filter(|inner| is_country(inner.trim()))?;
            Some(Span {
                start: span.start + before.len() as u32 + 1,
                len: country.len() as u32,
            })
        })
    }

    /// A row has a cell of its own for a field, in one column or in those that stand for it.
    fn says_itself(&self, grid: Grid<'_>, row: usize, field: Field) -> bool {
        let stands_for = |own: Field| match field {
            Field::Period => matches!(own, Field::Period | Field::PeriodFrom | Field::PeriodTo),
            Field::Funding => matches!(own, Field::Funding | Field::FundingPart(..)),
            _ => own == field,
        };
        let columns = self.section.columns.iter();
        let mut own = columns.filter(|column| column.field.is_some_and(stands_for));
        own.any(|column| !grid.text(row, column.index).is_empty())
    }

    /// Takes a group row: what it names holds for the rows below.
    pub fn group(&mut self, grid: Grid<'_>, row: usize, look: &Look<'_>) {
        self.trailing.push(row);
        self.merging = true;
        self.block += 1;
        self.block_start = self.section.rows.len();
        let numeral = look.numeral();
        let Some((index, text)) = look.texts().next() else {
            return;
        };
        self.groups.retain(|group| match (group.numeral, numeral) {
            (Some(old), Some(new)) => !old.is_like(new),
            _ => true,
        });
        let span = after_numeral(grid, row, index, text);
        self.group_name = Some((span, row as u32));
        if let Some(field) = group_field(text, &fold(text)) {
            self.groups.retain(|group| group.field != field);
            self.groups.push(Group {
                field,
                text: span,
                row: row as u32,
                numeral,
            });
        }
    }

    /// Vertical merges of a workbook: the text of the first row holds for the rows below it.
    pub(super) fn inherit_workbook_merges(&mut self, grid: Grid<'_>) {
        let people = self
            .section
            .column(Field::People)
            .map(|column| column.index);
        for merge in &grid.document.sheets[grid.sheet].merges {
            if merge.first_row >= merge.last_row || self.section.rows.is_empty() {
                continue;
            }
            let own = grid.first_column() as u32;
            for column in merge.first_col..=merge.last_col {
                let Some(column) = column.checked_sub(own) else {
                    continue;
                };
                let field = self
                    .section
                    .columns
                    .get(column as usize)
                    .and_then(|c| c.field);
                let Some(field) = field.filter(|field| spans_rows(*field)) else {
                    continue;
                };
                let first = self
                    .section
                    .rows
                    .iter()
                    .position(|row| row.row == merge.first_row);
                let source = first.and_then(|at| self.above(grid, at, column as usize, field));
                let Some((text, from_row)) = source else {
                    continue;
                };
                self.merging = true;
                let below = self
                    .section
                    .rows
                    .partition_point(|row| row.row <= merge.first_row);
                let timed = matches!(field, Field::Period | Field::Funding);
                for data in &mut self.section.rows[below..] {
                    if data.row > merge.last_row {
                        break;
                    }
                    let own = grid.text(data.row as usize, column as usize);
                    let counted = people.is_some_and(|p| has_digit(grid, data.row, p)) || !timed;
                    let taken = data.inherited.iter().any(|i| i.field == field);
                    if own.is_empty() && counted && !taken {
                        let reason = InheritReason::Merged;
                        data.inherited.push(Inherited {
                            field,
                            text,
                            from_row,
                            reason,
                        });
                    }
                }
            }
        }
    }

    /// A blank period or source of a row with people of its own is the one of the row above, where
    /// the section shows that cells were merged.
    pub(super) fn inherit_blanks(&mut self, grid: Grid<'_>) {
        let Some(people) = self.section.column(Field::People).map(|c| c.index) else {
            return;
        };
        for field in [Field::Period, Field::Funding] {
            let Some(column) = self.section.column(field).map(|c| c.index) else {
                continue;
            };
            for at in 1..self.section.rows.len() {
                let data = &self.section.rows[at];
                let blank = grid.text(data.row as usize, column).is_empty()
                    && !data
                        .inherited
                        .iter()
                        .any(|inherited| inherited.field == field);
                let same_block = self.blocks[at] == self.blocks[at - 1];
                if !blank || !same_block || !has_digit(grid, data.row, people) {
                    continue;
                }
                if let Some((text, from_row)) = self.above(grid, at - 1, column, field) {
                    let reason = InheritReason::Merged;
                    self.section.rows[at].inherited.push(Inherited {
                        field,
                        text,
                        from_row,
                        reason,
                    });
                }
            }
        }
    }
}

/// "Các nước khác": a group of countries that names none.
fn names_others(group: &str) -> bool {
    let folded = fold(group);
    folded.len() <= 40 && find_words(&folded, "khac").is_some()
}

/// The text of a group cell without the numeral before it.
fn after_numeral(grid: Grid<'_>, row: usize, column: usize, text: &str) -> Span {
    let span = grid.cell(row, column);
    let (numeral, rest) = split_numeral(text);
    let end = grid.document.get(span).find(text).map(|at| at + text.len());
    match (numeral, end) {
        (Some(_), Some(end)) if !rest.is_empty() => Span {
            start: span.start + (end - rest.len()) as u32,
            len: rest.len() as u32,
        },
        _ => span,
    }
}

fn has_digit(grid: Grid<'_>, row: u32, column: usize) -> bool {
    grid.text(row as usize, column)
        .bytes()
        .any(|b| b.is_ascii_digit())
}

/// Fields whose cells people merge over rows. People, days and amounts never are taken from above.
fn spans_rows(field: Field) -> bool {
    !matches!(
        field,
        Field::Number | Field::People | Field::Days | Field::Amount | Field::FundingPart(..)
    )
}

/// Cheap test before [`is_ditto`]: most short cells begin otherwise.
fn may_be_ditto(text: &[u8]) -> bool {
    match text {
        [b'n' | b'N', b't' | b'T' | b'h' | b'H' | b'.', ..] | [b'i' | b'I', b'd' | b'D', ..] => {
            true
        }
        [first, ..] => {
            matches!(
                first,
                b'-' | b'"' | b'\'' | b'/' | b'\\' | b'`' | b'.' | b'(' | b'_' | b'='
            ) || matches!(first, 0xC2 | 0xE2 | 0xE3)
                || text.starts_with("tương".as_bytes())
        }
        [] => false,
    }
}
