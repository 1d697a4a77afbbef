//! Rows of more cells than their head: which cells a delimiter cut in two, where one answer fits best.

use crate::model::document::Span;
use crate::model::section::{Column, Field, InheritReason, Inherited};
use crate::segment::columns::{is_country, is_days, is_people, is_period};
use crate::segment::grid::Grid;
use crate::segment::lines::{is_filler, is_number};
use crate::vocabulary::fold::fold;

/// More cells too many than this are no slip.
pub const MOST: usize = 3;
/// Wider tables are left as they are: all ways to join their cells are tried.
const WIDEST: usize = 64;

/// The texts of a row by their fields, and those that were put together again.
pub(super) struct Realigned {
    pub texts: Vec<Inherited>,
    pub joined: Vec<Span>,
    /// All cells, one under each column.
    pub cells: Vec<Span>,
}

/// "Học tập, trao đổi" without quotes makes two cells, and all behind them stand one column too far. Cells
/// of words are joined again where numbers, days, period and country then stand under their heads.
/// `None` where nothing is amiss or two answers are as good: then the row is read as it stands.
pub(super) fn realign(grid: Grid<'_>, row: usize, columns: &[Column]) -> Option<Realigned> {
    let spans = grid.spans(row);
    if spans.len() <= columns.len() || columns.len() > WIDEST || grid.half.is_some() {
        return None;
    }
    let delimited = grid
        .document
        .dialect
        .is_some_and(|dialect| dialect.delimiter.is_some());
    let filled = |span: &Span| !grid.document.is_blank(*span);
    let last = spans.iter().rposition(filled)? + 1;
    if let Some(figures) = cut_figures(grid, row, columns) {
        return Some(figures);
    }
    let extra = last
        .checked_sub(columns.len())
        .filter(|extra| (1..=MOST).contains(extra))?;
    let split = columns
        .iter()
        .any(|c| matches!(c.field, Some(Field::FundingPart(..))));
    let cut = Cut {
        grid,
        columns,
        spans: &spans[..last],
    };
    let mut none = vec![0; columns.len()];
    if !delimited || split || cut.score(&none).is_some() {
        return None;
    }
    let mut found = Vec::new();
    cut.try_all(&mut none, 0, extra, &mut found);
    let most = found.iter().map(|(score, _)| *score).max()?;
    let mut best = found.iter().filter(|(score, _)| *score == most);
    let (_, extras) = best.next().filter(|_| best.next().is_none())?;
    cut.texts(extras, row as u32)
}

/// "20,5" without quotes in a file of commas makes two cells as well: a figure, and its fraction where no
/// figure belongs.
fn cut_figures(grid: Grid<'_>, row: usize, columns: &[Column]) -> Option<Realigned> {
    let (spans, dialect) = (grid.spans(row), grid.document.dialect?);
    let beyond = spans.len() - columns.len();
    if dialect.delimiter != Some(b',') || beyond > MOST {
        return None;
    }
    let cut = Cut {
        grid,
        columns,
        spans,
    };
    let text = |at: usize| spans.get(at).map_or("", |span| grid.document.get(*span));
    let mut extras = vec![0; columns.len()];
    let mut at = 0;
    for (index, column) in columns.iter().enumerate() {
        let figure = matches!(column.field, Some(Field::Amount | Field::Days));
        let next = columns.get(index + 1).map(|next| next.field);
        let no_figure = next.is_none_or(|field| is_wordy(field) || field == Some(Field::Period));
        let left = beyond + index > at;
        if figure && no_figure && left && is_number(text(at)) && is_fraction(text(at + 1)) {
            extras[index] = 1;
        }
        at += 1 + extras[index];
    }
    let found = extras.contains(&1) && cut.score(&extras).is_some();
    cut.texts(&extras, row as u32).filter(|_| found)
}

/// "5", "75", "5 triệu": what stands behind a decimal comma.
fn is_fraction(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (_, unit) = text.split_at(digits);
    let unit = fold(unit);
    (1..=3).contains(&digits)
        && (unit.is_empty() || unit.starts_with("tr") || unit.starts_with("ty"))
}

/// The cells of a row with some too many, and the columns that they are to stand under.
struct Cut<'d, 'c> {
    grid: Grid<'d>,
    columns: &'c [Column],
    spans: &'d [Span],
}

impl<'d> Cut<'d, '_> {
    /// All ways to give the cells too many to columns of words, with their scores.
    fn try_all(
        &self,
        extras: &mut Vec<usize>,
        from: usize,
        left: usize,
        found: &mut Vec<(i32, Vec<usize>)>,
    ) {
        if left == 0 {
            found.extend(self.score(extras).map(|score| (score, extras.clone())));
            return;
        }
        for column in from..self.columns.len() {
            if is_wordy(self.columns[column].field) {
                extras[column] += 1;
                self.try_all(extras, column, left - 1, found);
                extras[column] -= 1;
            }
        }
    }

    /// How well the cells fit: `None` where a figure or period is none. A cell that was cut goes on
    /// behind a blank, as words do after a comma.
    fn score(&self, extras: &[usize]) -> Option<i32> {
        let mut score = 0;
        let mut at = 0;
        for (column, extra) in self.columns.iter().zip(extras) {
            let text = self.text(self.span(at, *extra)?);
            if !fits(column.field, text) {
                return None;
            }
            let known = column.field == Some(Field::Country) && is_country(text);
            score += if known { 3 } else { 0 };
            for behind in 1..=*extra {
                score += if self.goes_on(at + behind) { 2 } else { -1 };
            }
            // "Đoàn E,Lào" is no name where "Lào,Thái Lan" may be the countries.
            let swallowed = *extra > 0 && column.field != Some(Field::Country);
            let mut pieces = (at..=at + extra).filter_map(|piece| self.spans.get(piece));
            let country = swallowed && pieces.any(|piece| is_country(self.text(*piece)));
            score -= if country { 2 } else { 0 };
            score -= i32::from(at > 0 && self.goes_on(at));
            at += extra + 1;
        }
        Some(score)
    }

    fn goes_on(&self, at: usize) -> bool {
        let span = self.spans.get(at).copied().unwrap_or_default();
        self.grid.document.get(span).starts_with(' ')
    }

    fn text(&self, span: Span) -> &'d str {
        self.grid.document.trimmed(span)
    }

    /// A cell with those behind it; `None` where they do not stand together in the file.
    fn span(&self, at: usize, extra: usize) -> Option<Span> {
        let Some(first) = self.spans.get(at).copied() else {
            return Some(Span::EMPTY);
        };
        let mut whole = first;
        for next in self.spans.get(at + 1..=at + extra)? {
            if next.start != whole.start + whole.len + 1 {
                return None;
            }
            whole.len = next.start + next.len - whole.start;
        }
        Some(whole)
    }

    fn texts(&self, extras: &[usize], from_row: u32) -> Option<Realigned> {
        let mut texts = Vec::new();
        let mut joined = Vec::new();
        let mut cells = Vec::with_capacity(extras.len());
        let mut at = 0;
        for (column, extra) in self.columns.iter().zip(extras) {
            let text = self.span(at, *extra)?;
            cells.push(text);
            if *extra > 0 {
                joined.push(text);
            }
            texts.extend(column.field.map(|field| Inherited {
                field,
                text,
                from_row,
                reason: InheritReason::Realigned,
            }));
            at += extra + 1;
        }
        Some(Realigned {
            texts,
            joined,
            cells,
        })
    }
}

/// Columns whose cells hold words, and so commas.
fn is_wordy(field: Option<Field>) -> bool {
    matches!(
        field,
        Some(
            Field::Name
                | Field::Head
                | Field::Country
                | Field::Partner
                | Field::Content
                | Field::Funding
                | Field::Notes
        )
    )
}

/// A text may stand under a head: figures below figures, a period below a period, words elsewhere.
fn fits(field: Option<Field>, text: &str) -> bool {
    let blank = text.is_empty() || is_filler(text);
    match field {
        Some(Field::Number) => text.is_empty() || is_number(text),
        Some(Field::People | Field::PeoplePart) => blank || is_number(text) || is_people(text),
        Some(Field::Days) => blank || is_number(text) || is_days(text),
        Some(Field::Period) => blank || is_period(text),
        Some(Field::Amount) => blank || text.bytes().any(|b| b.is_ascii_digit()),
        Some(Field::Name | Field::Country | Field::Head | Field::Content | Field::Funding) => {
            !is_number(text) && !is_period(text)
        }
        _ => true,
    }
}
