//! What is odd about the rows of a section: widths, running numbers, missing columns.

use super::Builder;
use crate::model::document::Span;
use crate::model::section::{Field, SegmentNote};
use crate::segment::grid::Grid;

impl Builder {
    /// Whether a row has filled cells beyond its columns, or lacks columns that the head announces.
    pub(super) fn note_width(
        &self,
        grid: Grid<'_>,
        row: usize,
        joined: Vec<Span>,
        notes: &mut Vec<SegmentNote>,
    ) -> bool {
        let columns = &self.section.columns;
        let cells = grid.spans(row).len();
        let more = (columns.len()..cells).any(|index| !grid.text(row, index).is_empty());
        let optional = |field: Option<Field>| {
            matches!(
                field,
                None | Some(
                    Field::Notes | Field::Status | Field::FundingPart(..) | Field::Explanation
                )
            )
        };
        // A workbook keeps no blank cells at the end of a row: there a short row says nothing.
        let fewer = grid.document.dialect.is_some()
            && columns
                .get(cells..)
                .is_some_and(|rest| rest.iter().any(|c| !optional(c.field)));
        let cut = !joined.is_empty();
        if more || fewer || cut {
            notes.push(SegmentNote::RaggedRow {
                section: self.index,
                line: grid.line(row),
                cells: cells as u32,
                expected: columns.len() as u32,
                joined,
            });
        }
        more || fewer
    }

    pub(super) fn note_number(&mut self, grid: Grid<'_>, row: usize, notes: &mut Vec<SegmentNote>) {
        let Some(column) = self.number else { return };
        let Ok(found) = grid.text(row, column).trim_end_matches('.').parse::<u32>() else {
            return;
        };
        if let Some(last) = self.numbered {
            let restarted = found == 1 && self.blocks.last() != Some(&self.block);
            let expected = last.saturating_add(1);
            if found != expected && !restarted && !self.number_broken {
                self.number_broken = true;
                let (section, line) = (self.index, grid.line(row));
                notes.push(SegmentNote::NumberingBroken {
                    section,
                    line,
                    expected,
                    found,
                });
            }
        }
        self.numbered = Some(found);
    }

    pub(super) fn note_missing(&self, notes: &mut Vec<SegmentNote>) {
        let has = |field| self.section.column(field).is_some();
        let inherits = |field| {
            let rows = &self.section.rows;
            rows.iter()
                .any(|row| row.inherited.iter().any(|i| i.field == field))
        };
        let parts = self.section.columns.iter();
        let funded = has(Field::Funding)
            || parts
                .clone()
                .any(|c| matches!(c.field, Some(Field::FundingPart(..))));
        let dated = has(Field::PeriodFrom);
        let counted = self.section.rows.iter().any(|row| row.joined.is_some());
        let wanted = [
            (
                Field::Country,
                has(Field::Country) || inherits(Field::Country),
            ),
            (Field::People, has(Field::People) || counted),
            (
                Field::Days,
                has(Field::Days) || (dated && has(Field::PeriodTo)),
            ),
            (
                Field::Period,
                has(Field::Period) || dated || inherits(Field::Period),
            ),
            (Field::Funding, funded || inherits(Field::Funding)),
        ];
        let line = self
            .section
            .head_lines
            .first()
            .copied()
            .unwrap_or(self.section.line);
        for (field, there) in wanted {
            if !there {
                notes.push(SegmentNote::MissingColumn {
                    section: self.index,
                    line,
                    field,
                });
            }
        }
    }
}
