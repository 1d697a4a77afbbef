//! Lists of persons: which lines are members of one delegation, and what tells delegations apart.

use super::Builder;
use crate::model::section::{DataRow, Field, InheritReason, Inherited, LineClass, SegmentNote};
use crate::segment::grid::Grid;
use crate::segment::lines::{Look, is_number};
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::{Topic, lean};

/// From here on the words of a heading name a kind of people.
const ROLE: f32 = 1.0;
/// Rows that tell what a table lists.
const SAMPLE: usize = 30;

impl Builder {
    /// Makes one row of the lines of each delegation, where a table lists persons or numbers the members
    /// below their delegation.
    pub(super) fn join_persons(
        &mut self,
        grid: Grid<'_>,
        classes: &mut [LineClass],
        notes: &mut Vec<SegmentNote>,
    ) {
        let lines: Vec<u32> = self.section.rows.iter().map(|row| row.row).collect();
        let first = match self.first_dotted(grid) {
            Some(first) => self.join_dotted(grid, first),
            None if self.lists_persons(grid) => self.join_alike(grid),
            None => return,
        };
        let Some(line) = first else { return };
        let rows = &self.section.rows;
        let is_left = |row: &&u32| !rows.iter().any(|kept| kept.row == **row);
        for row in lines.iter().filter(is_left) {
            if let Some(class) = classes.get_mut(*row as usize) {
                *class = LineClass::Joined;
            }
        }
        notes.push(SegmentNote::PersonsJoined {
            section: self.index,
            line,
            persons: lines.len() as u32,
            delegations: self.section.rows.len() as u32,
        });
    }

    /// A column of persons' names, and none that says how many they are.
    fn lists_persons(&self, grid: Grid<'_>) -> bool {
        if self.section.column(Field::People).is_some() || self.section.rows.len() < 2 {
            return false;
        }
        self.person_column(grid).is_some()
    }

    /// A person's line in a list of persons, or a member "1.1" below the delegation "1", that says no more
    /// than who it is.
    pub fn is_member(&self, grid: Grid<'_>, row: usize, look: &Look<'_>) -> bool {
        let Some(number) = self.number else {
            return false;
        };
        let own = grid.text(row, number);
        let person = look.texts().next().is_some_and(|(_, text)| is_person(text));
        if !person || self.section.rows.is_empty() {
            return false;
        }
        let dotted = parent_of(own).is_some_and(|parent| {
            let above = self
                .section
                .rows
                .iter()
                .rev()
                .map(|row| grid.text(row.row as usize, number));
            let mut above = above.take_while(|text| !text.is_empty());
            above.any(|text| text.trim_end_matches('.') == parent)
        });
        let listed = || {
            let counted = self.section.column(Field::People).is_some();
            !counted
                && is_number(own)
                && self
                    .section
                    .columns
                    .iter()
                    .any(|c| names_persons(&c.heading))
        };
        dotted || listed()
    }

    fn person_column(&self, grid: Grid<'_>) -> Option<usize> {
        let mut columns = self.section.columns.iter();
        let column = columns.find(|column| names_persons(&column.heading))?.index;
        let rows = self.section.rows.iter().take(SAMPLE);
        let texts: Vec<&str> = rows
            .map(|row| grid.text(row.row as usize, column))
            .collect();
        let persons = texts.iter().filter(|text| is_person(text)).count();
        (persons * 5 >= texts.len() * 4).then_some(column)
    }

    /// The first row numbered "1.1".
    fn first_dotted(&self, grid: Grid<'_>) -> Option<usize> {
        let number = self.number?;
        let mut rows = self.section.rows.iter();
        rows.position(|row| parent_of(grid.text(row.row as usize, number)).is_some())
            .filter(|at| *at > 0)
    }

    /// Members "1.1", "1.2" below the delegation "1": lines of persons, whose figures are at most parts of
    /// the delegation's. Where one of them has a journey of its own nothing is joined.
    fn join_dotted(&mut self, grid: Grid<'_>, from: usize) -> Option<u32> {
        let number = self.number?;
        let people = self
            .section
            .column(Field::People)
            .map(|column| column.index);
        let own = [
            Field::Country,
            Field::Period,
            Field::PeriodFrom,
            Field::Days,
        ];
        let own: Vec<usize> = own
            .iter()
            .filter_map(|field| Some(self.section.column(*field)?.index))
            .collect();
        let is_member = |rows: &[DataRow], at: usize| {
            let text = |row: &DataRow, column: usize| grid.text(row.row as usize, column);
            let prefix = parent_of(text(&rows[at], number))?;
            let parent = rows[..at]
                .iter()
                .rposition(|row| text(row, number).trim_end_matches('.') == prefix)?;
            let counted =
                people.is_some_and(|column| !matches!(text(&rows[at], column), "" | "1" | "01"));
            let journey = own.iter().any(|column| {
                let cell = text(&rows[at], *column);
                !cell.is_empty() && cell != text(&rows[parent], *column)
            });
            (!counted && !journey).then_some(parent)
        };
        let rows = &self.section.rows;
        let parents: Vec<Option<usize>> = (0..rows.len())
            .map(|at| if at < from { None } else { is_member(rows, at) })
            .collect();
        let mut persons = vec![0; rows.len()];
        parents
            .iter()
            .flatten()
            .for_each(|parent| persons[*parent] += 1);
        let line = rows.get(from).map(|row| row.line);
        let members = parents.iter().map(Option::is_some).collect::<Vec<_>>();
        if !members.contains(&true) {
            return None;
        }
        self.keep(&members, &persons);
        line
    }

    /// Lines of one group row, or of the same decision, country, time and content.
    fn join_alike(&mut self, grid: Grid<'_>) -> Option<u32> {
        let grouped = self.blocks.iter().any(|block| *block > 0);
        let rows = &self.section.rows;
        let mut members = vec![false; rows.len()];
        let mut persons = vec![0; rows.len()];
        let mut leader = 0;
        for (at, member) in members.iter_mut().enumerate() {
            let same = at > 0
                && if grouped {
                    self.blocks[at] == self.blocks[at - 1]
                } else {
                    self.goes_with(grid, leader, at)
                };
            if !same {
                leader = at;
            }
            *member = same;
            persons[leader] += 1;
        }
        if grouped {
            self.name_by_groups();
        }
        let line = self.section.rows.first().map(|row| row.line);
        self.keep(&members, &persons);
        line
    }

    /// What tells delegations apart says nothing else in a row than in the first of its delegation.
    fn goes_with(&self, grid: Grid<'_>, leader: usize, at: usize) -> bool {
        const APART: [Field; 6] = [
            Field::Name,
            Field::Content,
            Field::Country,
            Field::Period,
            Field::PeriodFrom,
            Field::Status,
        ];
        let columns = self.section.columns.iter();
        let mut apart = columns.filter(|column| {
            let field = column.field;
            let decision = is_decision(&column.heading);
            decision || field.is_some_and(|field| APART.contains(&field))
        });
        let person = self.person_column(grid);
        let rows = &self.section.rows;
        apart.all(|column| {
            let text = |at: usize| match column.field {
                Some(field) => self.effective(grid, &rows[at], column.index, field),
                None => grid.text(rows[at].row as usize, column.index),
            };
            let own = text(at);
            Some(column.index) == person || own.is_empty() || own == text(leader)
        })
    }

    /// The words of a group row name the delegation whose members stand below it.
    fn name_by_groups(&mut self) {
        for (row, name) in self.section.rows.iter_mut().zip(&self.block_names) {
            let named = row
                .inherited
                .iter()
                .any(|inherited| inherited.field == Field::Name);
            if let Some((text, from_row)) = name.filter(|_| !named) {
                row.inherited.push(Inherited {
                    field: Field::Name,
                    text,
                    from_row,
                    reason: InheritReason::Group,
                });
            }
        }
    }

    /// Leaves out the members and counts them at the row of their delegation.
    fn keep(&mut self, members: &[bool], persons: &[u32]) {
        let counts = persons.iter();
        for (row, count) in self.section.rows.iter_mut().zip(counts) {
            if *count > 0 {
                row.joined.get_or_insert_default().persons = Some(*count);
            }
        }
        let mut at = 0;
        self.section.rows.retain(|_| {
            at += 1;
            !members[at - 1]
        });
        self.section.totals.clear();
    }
}

/// "Họ và tên", but not that of the delegation's leader alone.
fn names_persons(heading: &str) -> bool {
    const WORDS: [&str; 5] = [
        "ho ten",
        "ho va ten",
        "ten thanh vien",
        "thanh vien doan",
        "full name",
    ];
    let folded = fold(heading);
    // "Tên phóng viên", but not "Tên sự kiện".
    let role = || folded.starts_with("ten ") && lean(heading).of(Topic::PeoplePart) >= ROLE;
    (WORDS.iter().any(|words| folded.contains(words)) || role()) && !folded.contains("truong doan")
}

/// "1.2" is a member of "1".
fn parent_of(number: &str) -> Option<&str> {
    let (parent, own) = number.trim_end_matches('.').split_once('.')?;
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit())
    };
    (digits(parent) && digits(own)).then_some(parent)
}

/// "Số quyết định", "QĐ cử đi".
fn is_decision(heading: &str) -> bool {
    let folded = fold(heading);
    folded.contains("quyet dinh") || folded.split(' ').any(|word| word == "qd")
}

/// "Nguyễn Văn A", "Bà Trần Thị Bình": two to six words that each begin with a capital, without figures.
fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let delegation = fold(text).starts_with("doan ");
    (2..=6).contains(&words.len())
        && words.iter().all(capital)
        && !text.bytes().any(|b| b.is_ascii_digit())
        && !delegation
}
