//! The rows of one section: which are data, and which texts of rows above hold for them.

use super::header::Head;
use super::lines::{Grid, Look, Numeral, is_ditto, is_filler, is_number};
use super::ticks::{self, Tick};
use super::totals;
use crate::model::document::Span;
use crate::model::section::{
    DataRow, Direction, Field, InheritReason, Inherited, Kind, LineClass, Nil, Section, SegmentNote,
};
use crate::vocabulary::fold::fold;
use crate::vocabulary::structure::Words;

/// A text of a group row, in force until the next group of its field.
#[derive(Debug, Clone, Copy)]
struct Group {
    field: Field,
    text: Span,
    row: u32,
    numeral: Option<Numeral>,
}

/// A section while its rows are read.
pub struct Builder {
    pub section: Section,
    /// Its place among the document's sections.
    pub index: usize,
    number: Option<usize>,
    subject: Option<usize>,
    direction: Option<usize>,
    kind: Option<usize>,
    groups: Vec<Group>,
    /// For each data row, how many group rows stand above it: merged cells do not reach past one.
    blocks: Vec<u32>,
    block: u32,
    /// Data rows above the last group row.
    pub block_start: usize,
    /// Group rows, ditto marks: the section leaves out what stands above.
    merging: bool,
    /// Group rows since the last data row: a signature's name is no group.
    trailing: Vec<usize>,
    /// The last running number and whether a group row stands after it.
    numbered: Option<u32>,
    pub nil_said: bool,
    /// Columns that are ticked for a quarter or a direction.
    pub ticks: Vec<Tick>,
}

impl Builder {
    pub fn new(index: usize, section: Section) -> Builder {
        let mut builder = Builder {
            section,
            index,
            number: None,
            subject: None,
            direction: None,
            kind: None,
            groups: Vec::new(),
            blocks: Vec::new(),
            block: 0,
            block_start: 0,
            merging: false,
            trailing: Vec::new(),
            numbered: None,
            nil_said: false,
            ticks: Vec::new(),
        };
        builder.find_columns();
        builder
    }

    /// Takes a head for a section that was announced without one.
    pub fn attach(&mut self, head: &Head) {
        self.section.columns = head.columns.clone();
        self.section.head_lines = head.lines.clone();
        self.section.direction = self.section.direction.or(head.direction);
        self.ticks.clone_from(&head.ticks);
        self.find_columns();
    }

    fn find_columns(&mut self) {
        let index = |field| self.section.column(field).map(|column| column.index);
        self.number = index(Field::Number);
        self.subject = index(Field::Name)
            .or(index(Field::Content))
            .or(index(Field::Country));
        self.direction = index(Field::Direction);
        self.kind = index(Field::Kind);
    }

    /// Most rows of a table: a running number and words where the delegation is named. Decided
    /// without folding anything, for that is what large files consist of.
    pub fn is_plain(&self, grid: Grid<'_>, row: usize) -> bool {
        let Some(subject) = self.subject else {
            return false;
        };
        let spans = grid.spans(row);
        if let Some(number) = self.number {
            let digits = grid.text(row, number).as_bytes();
            let digits = digits.strip_suffix(b".").unwrap_or(digits);
            if digits.is_empty() || digits.len() > 6 || !digits.iter().all(u8::is_ascii_digit) {
                return false;
            }
        }
        let text = grid.text(row, subject);
        if self.number.is_none() && self.is_own_heading(subject, text) {
            return false;
        }
        let first = text.bytes().next().unwrap_or(b' ');
        let worded = text.len() >= 6 && (first.is_ascii_alphabetic() || first >= 0xC3);
        if !worded || !self.names_something(text, first) {
            return false;
        }
        let filled = spans
            .iter()
            .filter(|span| !grid.document.trimmed(**span).is_empty());
        filled.take(5).count() == 5
    }

    /// Words that are no filler and, where no running number says so already, no total.
    fn names_something(&self, text: &str, first: u8) -> bool {
        let numbered = self.number.is_some();
        let wary = b"kKcCnNxXtT".contains(&first) && (text.len() <= 40 || !numbered);
        !wary || !(is_filler(text) || (!numbered && totals::is_total(&fold(text))))
    }

    /// The head again: a table without running numbers has no other sign of it.
    fn is_own_heading(&self, column: usize, text: &str) -> bool {
        let heading = self
            .section
            .columns
            .get(column)
            .map_or("", |column| &column.heading);
        heading.len() == text.len() && fold(heading) == fold(text)
    }

    /// Takes a data row.
    pub fn push(&mut self, grid: Grid<'_>, row: usize, notes: &mut Vec<SegmentNote>) {
        self.trailing.clear();
        let mut data = DataRow {
            row: row as u32,
            line: grid.line(row),
            inherited: Vec::new(),
            direction: None,
            kind: None,
            ragged: false,
        };
        self.resolve_dittos(grid, row, &mut data);
        self.inherit_groups(grid, row, &mut data);
        ticks::apply(grid, &self.ticks, &mut data);
        if let Some(column) = self.direction {
            data.direction = direction_said(self.effective(grid, &data, column, Field::Direction));
        }
        if let Some(column) = self.kind {
            data.kind = kind_said(self.effective(grid, &data, column, Field::Kind));
        }
        data.ragged = self.note_width(grid, row, notes);
        self.note_number(grid, row, notes);
        self.section.rows.push(data);
        self.blocks.push(self.block);
    }

    /// The text of a field that holds for a row: its own, or the one inherited.
    fn effective<'d>(
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
    fn above(&self, grid: Grid<'_>, at: usize, column: usize, field: Field) -> Option<(Span, u32)> {
        let data = self.section.rows.get(at)?;
        if let Some(inherited) = data.inherited.iter().find(|i| i.field == field) {
            return Some((inherited.text, inherited.from_row));
        }
        let span = grid.document.cell(grid.sheet, data.row as usize, column);
        (!grid.document.trimmed(span).is_empty()).then_some((span, data.row))
    }

    fn resolve_dittos(&mut self, grid: Grid<'_>, row: usize, data: &mut DataRow) {
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
            let Some(field) = field.filter(|field| *field != Field::Number) else {
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

    fn inherit_groups(&self, grid: Grid<'_>, row: usize, data: &mut DataRow) {
        for group in &self.groups {
            let own = self
                .section
                .column(group.field)
                .map(|c| grid.text(row, c.index));
            let taken = data
                .inherited
                .iter()
                .any(|inherited| inherited.field == group.field);
            if own.is_none_or(str::is_empty) && !taken {
                let Group {
                    field,
                    text,
                    row: from_row,
                    ..
                } = *group;
                data.inherited.push(Inherited {
                    field,
                    text,
                    from_row,
                    reason: InheritReason::Group,
                });
            }
        }
    }

    /// Whether a row has filled cells beyond its columns, or lacks columns that the head announces.
    fn note_width(&self, grid: Grid<'_>, row: usize, notes: &mut Vec<SegmentNote>) -> bool {
        let columns = &self.section.columns;
        let cells = grid.spans(row).len();
        let more = (columns.len()..cells).any(|index| !grid.text(row, index).is_empty());
        let optional = |field: Option<Field>| {
            matches!(
                field,
                None | Some(Field::Notes | Field::Status | Field::FundingPart(..))
            )
        };
        let fewer = columns
            .get(cells..)
            .is_some_and(|rest| rest.iter().any(|c| !optional(c.field)));
        if more || fewer {
            notes.push(SegmentNote::RaggedRow {
                section: self.index,
                line: grid.line(row),
                cells: cells as u32,
                expected: columns.len() as u32,
            });
        }
        more || fewer
    }

    fn note_number(&mut self, grid: Grid<'_>, row: usize, notes: &mut Vec<SegmentNote>) {
        let Some(column) = self.number else { return };
        let Ok(found) = grid.text(row, column).trim_end_matches('.').parse::<u32>() else {
            return;
        };
        if let Some(last) = self.numbered {
            let restarted = found == 1 && self.blocks.last() != Some(&self.block);
            let expected = last.saturating_add(1);
            if found != expected && !restarted {
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

    /// What a row of several filled cells is: data, unless everything in it stands for nothing.
    pub fn class_of(&mut self, look: &Look<'_>) -> LineClass {
        let mut said = false;
        let mut ditto = false;
        for &(index, text) in &look.cells {
            let field = self
                .section
                .columns
                .get(index)
                .and_then(|column| column.field);
            let aside = matches!(field, None | Some(Field::Number | Field::Notes));
            if aside {
                continue;
            }
            if !is_filler(text) {
                let tick = matches!(field, Some(Field::FundingPart(..)));
                if tick && text.len() == 1 && !self.has_subject(look) {
                    continue;
                }
                return LineClass::Data;
            }
            ditto |= is_ditto(text) && !text.contains('/');
            said |= Words::Nil.is(&fold(text));
        }
        if ditto && !self.section.rows.is_empty() {
            return LineClass::Data;
        }
        if self.has_subject(look) && self.subject.is_none() {
            return LineClass::Data;
        }
        let undetermined = look.cells.iter().any(|(_, t)| fold(t).contains("xac dinh"));
        if said && !undetermined && self.section.rows.is_empty() {
            self.nil_said = true;
            return LineClass::Nil;
        }
        LineClass::Filler
    }

    fn has_subject(&self, look: &Look<'_>) -> bool {
        look.cells
            .iter()
            .any(|(_, text)| text.len() > 12 && !is_filler(text))
    }

    /// Takes a group row: a country or a department that holds for the rows below.
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

    /// Takes a row of totals.
    pub fn total(&mut self, grid: Grid<'_>, row: usize, look: &Look<'_>) {
        self.trailing.clear();
        let found = totals::read(grid, row, look, &self.section, self.block_start, self.index);
        self.section.totals.extend(found);
    }

    /// Whether a row fits under columns that it did not come with.
    pub fn fits(columns: &[crate::model::section::Column], look: &Look<'_>) -> bool {
        look.cells.iter().all(|&(index, text)| {
            let field = columns.get(index).and_then(|column| column.field);
            match field {
                Some(Field::People | Field::Days) => {
                    text.bytes().any(|b| b.is_ascii_digit()) || is_filler(text) || is_ditto(text)
                }
                Some(Field::Number) => text.len() <= 12,
                Some(Field::Name | Field::Country) => !is_number(text),
                Some(_) => true,
                None => index < columns.len() + 2,
            }
        })
    }

    /// Ends the section: fills in merged cells, says whether it is empty, and gives back group rows
    /// that hold for nothing.
    pub fn finish(
        mut self,
        grid: Grid<'_>,
        classes: &mut [LineClass],
        notes: &mut Vec<SegmentNote>,
    ) -> Section {
        for row in &self.trailing {
            if let Some(class) = classes.get_mut(*row) {
                *class = LineClass::Footer;
            }
        }
        self.inherit_workbook_merges(grid);
        if self.merging {
            self.inherit_blanks(grid);
        }
        totals::settle(&mut self.section);
        if self.section.rows.is_empty() {
            self.section.nil = Some(if self.nil_said {
                Nil::Stated
            } else {
                Nil::Unconfirmed
            });
        } else {
            self.note_missing(notes);
        }
        self.section
    }

    /// Vertical merges of a workbook: the text of the first row holds for the rows below it.
    fn inherit_workbook_merges(&mut self, grid: Grid<'_>) {
        let people = self
            .section
            .column(Field::People)
            .map(|column| column.index);
        for merge in &grid.document.sheets[grid.sheet].merges {
            if merge.first_row >= merge.last_row || self.section.rows.is_empty() {
                continue;
            }
            for column in merge.first_col..=merge.last_col {
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
    fn inherit_blanks(&mut self, grid: Grid<'_>) {
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

    fn note_missing(&self, notes: &mut Vec<SegmentNote>) {
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
        let wanted = [
            (
                Field::Country,
                has(Field::Country) || inherits(Field::Country),
            ),
            (Field::People, has(Field::People)),
            (
                Field::Days,
                has(Field::Days) || (dated && has(Field::PeriodTo)),
            ),
            (Field::Period, has(Field::Period) || dated),
            (Field::Funding, funded),
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

/// The text of a group cell without the numeral before it.
fn after_numeral(grid: Grid<'_>, row: usize, column: usize, text: &str) -> Span {
    let span = grid.document.cell(grid.sheet, row, column);
    let (numeral, rest) = super::lines::split_numeral(text);
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

/// What a group row holds: a department by its words; a country, unless it speaks of delegations.
fn group_field(text: &str, folded: &str) -> Option<Field> {
    let (_, core) = super::lines::split_numeral(text);
    let core = if core.len() < text.len() {
        fold(core)
    } else {
        folded.to_owned()
    };
    if Words::Agency.start(&core) && !Words::NotAgency.start(&core) {
        return Some(Field::Department);
    }
    let speaks =
        core.starts_with("doan ") || core.starts_with("cac doan") || core.contains(" doan ");
    let long = core.split(' ').count() > 10 || text.starts_with(['*', '+']);
    (!speaks && !long && !core.is_empty()).then_some(Field::Country)
}

/// The direction that a cell of a direction column says.
pub fn direction_said(text: &str) -> Option<Direction> {
    let folded = fold(text);
    if Words::GoOut.is(&folded) {
        return Some(Direction::Outbound);
    }
    if Words::ComeIn.is(&folded) {
        return Some(Direction::Inbound);
    }
    match super::heads::directions(&folded) {
        (true, false) => Some(Direction::Outbound),
        (false, true) => Some(Direction::Inbound),
        _ => None,
    }
}

/// The kind that a cell of a kind column says.
pub fn kind_said(text: &str) -> Option<Kind> {
    let folded = fold(text);
    if Words::IsPlan.start(&folded) {
        return Some(Kind::Plan);
    }
    Words::IsRealised.start(&folded).then_some(Kind::Realised)
}
