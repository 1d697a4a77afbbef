//! Where a table's header stands, over how many rows, and whether it is one of delegations.

use super::columns::{self, Heading, Parts, names_payer};
use super::grid::Grid;
use super::lines::{Look, is_number_row, numeral};
use super::shape;
use super::ticks::{self, Tick};
use crate::model::section::{Column, Direction, Field, Match};
use crate::vocabulary::fold::fold;
use crate::vocabulary::headers::{
    Hit, Meaning, funding_part, lean, look_up, look_up_below, look_up_quickly,
};

/// In longer sheets no legend is looked for.
const LEGENDS: usize = 400;

/// The header of a table of delegations.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    pub columns: Vec<Column>,
    /// Columns whose meaning another column already has.
    pub doubled: Vec<usize>,
    /// Columns that are understood and of no use here: not worth a note.
    pub known: Vec<usize>,
    pub first_row: usize,
    /// Rows of the header.
    pub height: usize,
    /// First and last physical line.
    pub lines: Vec<u32>,
    /// "Nước đi" and "Đến từ nước" say the direction.
    pub direction: Option<Direction>,
    /// Columns that are ticked for a quarter or a direction.
    pub ticks: Vec<Tick>,
}

impl Header {
    /// The same header again, on a new page.
    pub fn repeats(&self, other: &Header) -> bool {
        let shape = |header: &Header| -> Vec<String> {
            header
                .columns
                .iter()
                .map(|c| fold(&c.heading))
                .filter(|h| !h.is_empty())
                .collect()
        };
        shape(self) == shape(other)
    }

    pub fn is_tick(&self, column: usize) -> bool {
        self.ticks.iter().any(|tick| tick.column == column)
    }

    /// The first column of a field.
    pub fn index_of(&self, field: Field) -> Option<usize> {
        self.columns
            .iter()
            .find(|c| c.field == Some(field))
            .map(|c| c.index)
    }
}

/// What stands at a row.
pub enum Found {
    Delegations(Header),
    /// The header of some other table: a budget, a list of staff.
    Foreign {
        height: usize,
    },
}

/// Tries a row, with up to two rows below it, as the header of a table. Inside a table's rows it takes
/// two headings in the very words of the vocabulary, for cells may hold such words among others.
pub fn find(grid: Grid<'_>, row: usize, look: &Look<'_>, in_table: bool) -> Option<Found> {
    let vote = Vote::of(grid, row, look, in_table)?;
    let filled = look.cells.len();
    if !vote.suffices(look, in_table) {
        if !in_table && let Some(header) = by_shape(grid, row, look) {
            return Some(Found::Delegations(header));
        }
        let foreign = vote.numbered && filled >= 3 && look.cells.iter().all(|(_, t)| t.len() <= 80);
        return foreign.then_some(Found::Foreign { height: 1 });
    }
    let mut height = 1;
    while height < 3 && row + height < grid.rows() && continues(grid, row, row + height) {
        height += 1;
    }
    let header = build(grid, row, height);
    if is_of_delegations(&header) {
        return Some(Found::Delegations(header));
    }
    let foreign = filled >= 3 && vote.hits * 2 >= filled || vote.numbered;
    foreign.then_some(Found::Foreign { height })
}

/// The header at a row whose words no list has, where its columns are those of delegations all the same.
fn by_shape(grid: Grid<'_>, row: usize, look: &Look<'_>) -> Option<Header> {
    if !shape::is_header(grid, row, look) {
        return None;
    }
    let mut height = 1;
    while height < 3
        && row + height < grid.rows()
        && (continues(grid, row, row + height) || shape::continues(grid, row, row + height))
    {
        height += 1;
    }
    let header = build(grid, row, height);
    is_of_delegations(&header).then_some(header)
}

/// How many cells of a row are headings.
#[derive(Debug, Default)]
struct Vote {
    /// Headings of the vocabulary.
    hits: usize,
    /// Those that stand there word by word.
    exact: usize,
    /// Cells whose words lean to a field.
    leaning: usize,
    /// Cells over several columns, such as "Thực hiện năm 2023".
    over: usize,
    /// "STT" is among them.
    numbered: bool,
}

/// From here on the words of a cell are those of headings.
const LEANS: f32 = 2.0;

impl Vote {
    /// `None` where the row cannot be a header.
    fn of(grid: Grid<'_>, row: usize, look: &Look<'_>, in_table: bool) -> Option<Vote> {
        if look.cells.len() < 2 || look.cells.iter().any(|(_, text)| text.len() > 200) {
            return None;
        }
        let mut vote = Vote::default();
        for (at, (column, text)) in look.cells.iter().enumerate() {
            if at == 3 && in_table && vote.exact == 0 {
                return None;
            }
            if !in_table && stands_over_several(grid, row, *column) {
                vote.leaning += 1;
                vote.over += 1;
                continue;
            }
            let figures = text
                .bytes()
                .all(|b| b.is_ascii_digit() || b.is_ascii_punctuation());
            if figures && *text != "#" {
                continue;
            }
            vote.add(grid, text, in_table);
        }
        Some(vote)
    }

    fn add(&mut self, grid: Grid<'_>, text: &str, in_table: bool) {
        if grid.office.get(text).is_some() {
            self.hits += 1;
            self.exact += 1;
            return;
        }
        match look_up_quickly(text) {
            Some(hit) => {
                let exact = hit.matched == Match::Exact;
                self.hits += 1;
                self.exact += usize::from(exact);
                self.numbered |= exact && hit.meaning == Meaning::Field(Field::Number);
            }
            None => self.leaning += usize::from(!in_table && leans(text)),
        }
    }

    /// Two headings word by word, or enough that hold some or lean to a field.
    fn suffices(&self, look: &Look<'_>, in_table: bool) -> bool {
        let filled = look.cells.len();
        if self.exact >= 2 || in_table {
            return self.exact >= 2;
        }
        if self.exact >= 1 && self.hits >= 3 && self.hits * 2 >= filled {
            return true;
        }
        let known = self.hits + self.leaning;
        let most = known * 5 >= filled * 3;
        let enough = self.exact >= 1 && known >= 3 || self.hits >= 1 && known >= 5;
        let data = look.cells.iter().filter(|(_, text)| columns::is_data(text));
        enough && most && data.count() <= self.over
    }
}

/// A short text whose own cell and the next one are divided in the row below, where the next one is blank.
fn stands_over_several(grid: Grid<'_>, row: usize, column: usize) -> bool {
    let below = |column| row + 1 < grid.rows() && !grid.text(row + 1, column).is_empty();
    let (text, next) = (grid.text(row, column), grid.text(row, column + 1));
    text.len() <= 60
        && next.is_empty()
        && below(column)
        && below(column + 1)
        && grid.text(row + 1, 0).is_empty()
}

/// The words of a cell are those of headings, and few.
fn leans(text: &str) -> bool {
    let short = text.len() <= 90 && text.split(' ').count() <= 9;
    short && !text.bytes().any(|b| b.is_ascii_digit()) && lean(text).best().1 >= LEANS
}

/// A country, or a name or content, and one more thing that only a list of delegations says.
pub fn is_of_delegations(header: &Header) -> bool {
    let has = |field| header.index_of(field).is_some();
    let when = has(Field::Days) || has(Field::Period) || has(Field::PeriodFrom);
    let subject = has(Field::Name) || has(Field::Content);
    let place = has(Field::Country);
    let people = has(Field::People) || has(Field::PeoplePart);
    let counted = people && has(Field::Days) && (has(Field::Period) || has(Field::Funding));
    let placed = place && (subject || people || when || has(Field::Partner));
    placed || (subject && (people || when)) || counted
}

/// Whether a row goes on with the header above it: its words are headings, and it fills cells that the
/// row above leaves blank, or brackets below it.
fn continues(grid: Grid<'_>, first: usize, row: usize) -> bool {
    let look = grid.look(row);
    if look.cells.is_empty() || is_number_row(&look) {
        return false;
    }
    let merged = grid.document.sheets[grid.sheet].merges.iter().any(|merge| {
        merge.first_row as usize == first && merge.last_row as usize >= row && row < first + 3
    });
    let mut known = 0;
    let mut fills = false;
    for &(column, text) in &look.cells {
        let above = (first..row)
            .rev()
            .map(|r| grid.text(r, column))
            .find(|t| !t.is_empty());
        let number = numeral(text).is_some() || text.bytes().any(|b| b.is_ascii_digit());
        let plain = number && !text.starts_with('(') && !ticks::is_choice(text);
        if text.len() > 80 || (plain && look_up(text).is_none()) {
            return false;
        }
        fills |= above.is_none();
        let bracket = text.starts_with('(');
        let heading =
            ticks::is_choice(text) || look_up_below(text).or_else(|| look_up(text)).is_some();
        let words = || funding_part(text).is_some() || names_payer(text) || leans(text);
        known += usize::from(bracket || heading || above == Some(text) || words());
    }
    if merged {
        known += look.cells.len() / 4;
    }
    let first_column = look.cells[0].0;
    let own_number = first_column == 0 && look.cells[0].1 != grid.text(first, 0);
    let brackets = look.cells.iter().all(|(_, text)| text.starts_with('('));
    !own_number && known * 2 >= look.cells.len() && (fills || merged || brackets)
}

/// Joins the rows of a header and reads its columns.
fn build(grid: Grid<'_>, row: usize, height: usize) -> Header {
    let width = (row..row + height)
        .map(|r| grid.spans(r).len())
        .max()
        .unwrap_or(0);
    let parts: Vec<Parts<'_>> = (0..width)
        .map(|index| parts_of(grid, row, height, index))
        .collect();
    let headings: Vec<Heading> = parts
        .iter()
        .map(|parts| Heading::read(parts, grid.office))
        .collect();
    let column = |(index, heading): (usize, &Heading)| Column {
        index,
        heading: heading.text.clone(),
        unit: heading.unit,
        ..Column::default()
    };
    let hits: Vec<Option<Hit>> = headings.iter().map(|heading| heading.hit).collect();
    let mut header = Header {
        columns: headings.iter().enumerate().map(column).collect(),
        doubled: Vec::new(),
        known: Vec::new(),
        first_row: row,
        height,
        lines: header_lines(grid, row, height),
        direction: None,
        ticks: ticks::find(grid, row + height - 1, &parts, &hits),
    };
    columns::read(grid, &mut header, headings);
    header
}

fn header_lines(grid: Grid<'_>, row: usize, height: usize) -> Vec<u32> {
    let mut lines = vec![grid.line(row), grid.last_line(row + height - 1)];
    lines.dedup();
    lines
}

/// The texts above one another in a column, the outermost first. A blank cell of an upper row belongs
/// to the heading at its left when the rows below are filled: that is how merged cells are saved.
fn parts_of<'d>(grid: Grid<'d>, row: usize, height: usize, column: usize) -> Parts<'d> {
    let mut parts: Parts<'d> = Parts::new();
    for level in row..row + height {
        let mut text = grid.text(level, column);
        let below = (level + 1..row + height).any(|r| !grid.text(r, column).is_empty());
        if text.is_empty() && below {
            let left = (0..column).rev().map(|c| (c, grid.text(level, c)));
            text = left
                .filter(|(_, t)| !t.is_empty())
                .map(|(_, t)| t)
                .next()
                .unwrap_or("");
        }
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(legend(grid, text).unwrap_or(text));
        }
    }
    parts
}

/// "SLTV: số lượng thành viên" somewhere on the sheet: what letters stand for that no list has.
fn legend<'d>(grid: Grid<'d>, heading: &str) -> Option<&'d str> {
    let letters = (2..=8).contains(&heading.len())
        && heading
            .chars()
            .all(|c| c.is_uppercase() && c.is_alphabetic());
    if !letters || grid.rows() > LEGENDS || look_up_quickly(heading).is_some() {
        return None;
    }
    let cells = (0..grid.rows()).flat_map(|row| grid.look(row).cells);
    let mut pieces = cells.flat_map(|(_, text)| text.split([';', ',', '\n', '.']));
    pieces.find_map(|piece| {
        let mut words = piece.split([':', '=']).map(str::trim);
        words.find(|word| *word == heading)?;
        words.next().filter(|words| !words.is_empty())
    })
}
