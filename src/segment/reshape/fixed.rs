//! Text laid out in fixed columns with blanks: cut where the header's words begin.

use super::{Reshaped, Why};
use crate::model::document::Span;
use crate::segment::grid::Grid;
use crate::vocabulary::headers::look_up;

/// Columns that a layout has at least.
const LEAST: usize = 5;

/// Rows of one cell each, cut at the columns where the words of a header begin.
pub(super) fn find(grid: Grid<'_>) -> Vec<Reshaped> {
    let header = (0..grid.rows().min(60)).find_map(|row| Some((row, starts(grid, row)?)));
    let Some((header, starts)) = header else {
        return Vec::new();
    };
    let rows = (header..grid.rows()).filter_map(|row| {
        let cells = cut(grid, row, &starts)?;
        Some(Reshaped {
            row,
            cells,
            why: Why::Record,
        })
    });
    let rows: Vec<Reshaped> = rows.collect();
    if rows.len() < 2 { Vec::new() } else { rows }
}

/// The only filled cell of a row, as it stands.
fn line(grid: Grid<'_>, row: usize) -> Option<Span> {
    let mut filled = grid
        .spans(row)
        .iter()
        .filter(|span| !grid.document.is_blank(**span));
    let first = filled.next().copied();
    first.filter(|_| filled.next().is_none())
}

/// Where the headings of a header begin, in characters.
fn starts(grid: Grid<'_>, row: usize) -> Option<Vec<usize>> {
    let text = grid.document.get(line(grid, row)?);
    let chars: Vec<char> = text.chars().collect();
    let begins = |at: usize| {
        let apart = at == 0 || at >= 2 && chars[at - 1] == ' ' && chars[at - 2] == ' ';
        chars[at] != ' ' && apart
    };
    let starts: Vec<usize> = (0..chars.len()).filter(|at| begins(*at)).collect();
    let heading = |(at, start): (usize, &usize)| {
        let end = starts.get(at + 1).copied().unwrap_or(chars.len());
        let text: String = chars[*start..end].iter().collect();
        look_up(text.trim()).is_some()
    };
    let known = starts
        .iter()
        .enumerate()
        .filter(|column| heading(*column))
        .count();
    (starts.len() >= LEAST && known * 2 >= starts.len()).then_some(starts)
}

/// The cells of a row between the columns; `None` where a word stands across one of them.
fn cut(grid: Grid<'_>, row: usize, starts: &[usize]) -> Option<Vec<Span>> {
    let span = line(grid, row)?;
    let text = grid.document.get(span);
    let places: Vec<(usize, char)> = text.char_indices().collect();
    let byte = |at: usize| places.get(at).map_or(text.len(), |(byte, _)| *byte);
    let across =
        |start: &usize| *start > 0 && places.get(start - 1).is_some_and(|(_, c)| *c != ' ');
    if starts.iter().any(across) {
        return None;
    }
    let filled = starts
        .iter()
        .filter(|start| places.get(**start).is_some_and(|(_, c)| *c != ' '));
    if filled.count() < LEAST {
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([places.len()]);
    let cells = starts.iter().zip(ends).map(|(start, end)| {
        let (from, to) = (byte(*start), byte(end));
        Span {
            start: span.start + from as u32,
            len: (to - from.min(to)) as u32,
        }
    });
    Some(cells.collect())
}
