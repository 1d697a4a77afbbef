//! Lines below a header that became nothing although they hold a figure, a period, a country or a source.

use super::Page;
use crate::model::section::{Column, Field, LineClass, Match, SegmentNote};
use crate::segment::columns::{is_country, is_period};
use crate::segment::lines::{Look, is_example, is_filler, is_number, is_number_row};
use crate::segment::rows::is_source;
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::look_up_quickly;

/// Lines of one sheet that are named one by one; of the others it is said how many they are.
const NAMED: usize = 5;

impl Page<'_, '_> {
    /// Notes each line below the first header that holds something and is no row, header or total.
    pub(super) fn note_left(&mut self) {
        let header = self
            .classes
            .iter()
            .position(|class| *class == LineClass::Header);
        let Some(first) = header else {
            self.refuse_labelled();
            return;
        };
        self.note_swallowed(first);
        let left = |row: &usize| {
            let loose = matches!(
                self.classes[*row],
                LineClass::Prose | LineClass::Footer | LineClass::Filler | LineClass::Group
            );
            loose && self.holds_something(*row)
        };
        let rows: Vec<usize> = (first..self.classes.len()).filter(left).collect();
        let text = |row: usize| self.grid.look(row).joined_whole();
        let named = rows.iter().take(NAMED).map(|row| SegmentNote::LineLeft {
            line: self.grid.line(*row),
            text: text(*row),
        });
        let named: Vec<SegmentNote> = named.collect();
        self.out.notes.extend(named);
        if let Some(beyond) = rows.get(NAMED) {
            self.out.notes.push(SegmentNote::LinesLeft {
                line: self.grid.line(*beyond),
                lines: (rows.len() - NAMED) as u32,
            });
        }
    }

    /// "Nước đến: Lào; thời gian: tháng 4; kinh phí: NSNN" in a sentence under no header: a delegation, and
    /// no row that could be counted.
    fn refuse_labelled(&mut self) {
        let named = |row: &usize| {
            let look = self.grid.look(*row);
            look.cells.iter().any(|(_, text)| is_labelled(text))
        };
        if let Some(row) = (0..self.classes.len()).find(named) {
            let line = self.grid.line(row);
            self.classes[row] = LineClass::Unread;
            self.out.notes.push(SegmentNote::NoHead { line });
        }
    }

    /// A pair of quotes that opens in one line and closes some lines below makes one cell of whole lines.
    fn note_swallowed(&mut self, first: usize) {
        for row in first..self.classes.len() {
            if self.classes[row] != LineClass::Data
                || self.grid.last_line(row) < self.grid.line(row) + 2
            {
                continue;
            }
            let look = self.grid.look(row);
            let lines = look.cells.iter().find_map(|(_, text)| {
                let (_, below) = text.split_once('\n')?;
                is_record(below).then(|| below.chars().take(120).collect())
            });
            let line = self.grid.line(row);
            let note = lines.map(|text| SegmentNote::LineLeft { line, text });
            self.out.notes.extend(note);
        }
    }

    fn holds_something(&self, row: usize) -> bool {
        let look = self.grid.look(row);
        if is_example(&look) || is_number_row(&look) {
            return false;
        }
        let filler = self.classes[row] == LineClass::Filler;
        let group = self.classes[row] == LineClass::Group;
        if group {
            return look.cells.iter().any(|(_, text)| counts_people(text));
        }
        let columns = self.columns_at(row);
        let typed = |(column, text): &(usize, &str)| {
            let field = columns.get(*column).and_then(|column| column.field);
            field.is_some_and(|field| says(field, text))
        };
        // A place and date alone below the table are the letter's; right below a row a lone cell goes on with it.
        let below_row = row > 0 && self.classes[row - 1] == LineClass::Data;
        (below_row || look.cells.len() > 1) && look.cells.iter().any(typed)
            || !filler
                && look
                    .cells
                    .iter()
                    .any(|(_, text)| counts(text) || is_record(text))
            || filler && is_filled(&look, columns)
    }

    /// The columns of the table that a row stands in or below.
    fn columns_at(&self, row: usize) -> &[Column] {
        let line = self.grid.line(row);
        let here = |section: &&crate::model::section::Section| {
            let begins = section.head_lines.first().copied().unwrap_or(section.line);
            section.sheet == self.grid.sheet && begins <= line
        };
        let section = self.out.sections.iter().rev().find(here);
        section.map_or(&[], |section| section.columns.as_slice())
    }
}

/// A cell says what its column is for.
fn says(field: Field, text: &str) -> bool {
    if text.len() > 60 || is_filler(text) {
        return false;
    }
    match field {
        Field::People | Field::Days | Field::Delegations | Field::Amount => {
            text.starts_with(|c: char| c.is_ascii_digit())
        }
        Field::Country => is_country(text),
        Field::Period | Field::PeriodFrom | Field::PeriodTo => is_period(text),
        Field::Funding => is_source(text),
        _ => false,
    }
}

/// Words under columns whose meaning nobody knows, in a row of fillers.
fn is_filled(look: &Look<'_>, columns: &[Column]) -> bool {
    let words = |(column, text): &&(usize, &str)| {
        let field = columns.get(*column).and_then(|column| column.field);
        let own = !matches!(field, Some(Field::Number | Field::Notes));
        own && !is_filler(text) && !is_number(text)
    };
    look.cells.iter().filter(words).count() >= 2
}

/// A number with the word for people, delegations or money behind it.
fn counts(text: &str) -> bool {
    const UNITS: [&str; 9] = [
        "nguoi", "doan", "luot", "khach", "trieu", "ty", "dong", "usd", "vnd",
    ];
    counted(text, &UNITS)
}

fn counts_people(text: &str) -> bool {
    counted(text, &["nguoi", "khach"])
}

fn counted(text: &str, units: &[&str]) -> bool {
    if text.len() > 400 || !text.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    words
        .windows(2)
        .any(|pair| number(pair[0]) && units.contains(&pair[1]))
}

/// Three labels of a list of delegations, each with a colon and what it says.
fn is_labelled(text: &str) -> bool {
    let labels = text.split([';', ',', '.']).filter_map(|piece| {
        let (label, value) = piece.split_once(':')?;
        let hit = look_up_quickly(label.trim())?;
        (hit.matched == Match::Exact && !value.trim().is_empty()).then_some(())
    });
    text.len() <= 2000 && labels.count() >= 3
}

/// Many pieces between delimiters and numbers among them: a record that fits no table.
fn is_record(text: &str) -> bool {
    let numbers = |mark: char| {
        let pieces: Vec<&str> = text.split(mark).map(str::trim).collect();
        pieces.len() >= 5 && pieces.iter().filter(|piece| is_number(piece)).count() >= 2
    };
    text.len() <= 4000 && [',', ';', '\t', '|'].into_iter().any(numbers)
}
