//! Records that stand in one cell: a line quoted whole, or written with another delimiter than the rest.

use super::{Reshaped, Why};
use crate::model::document::{Document, Span};
use crate::segment::grid::Grid;
use crate::segment::header::Header;
use crate::segment::lines::is_number;
use crate::segment::rows::MOST_TOO_MANY;
use rustc_hash::FxHashMap;

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// A record has so many cells at least: words with commas have fewer.
const LEAST: usize = 5;

/// Rows of few cells that hold as many pieces as the table has columns.
pub(super) fn find(grid: Grid<'_>, header: Option<&Header>) -> Vec<Reshaped> {
    let first = header.map_or(0, |header| header.first_row + header.height);
    let narrow = (first..grid.rows()).filter_map(|row| Some((row, whole(grid, row)?)));
    match header {
        Some(header) => narrow
            .filter_map(|(row, text)| under(grid, header, row, text))
            .collect(),
        None => alike(grid, &narrow.collect::<Vec<_>>()),
    }
}

/// The text of a row of at most two filled cells that stand together in the file.
fn whole(grid: Grid<'_>, row: usize) -> Option<Span> {
    let spans = grid.spans(row);
    let mut filled = spans.iter().filter(|span| !grid.document.is_blank(**span));
    let first = *filled.next()?;
    let joined = match (filled.next(), filled.next()) {
        (None, _) => first,
        (Some(second), None) if second.start == first.start + first.len + 1 => Span {
            start: first.start,
            len: first.len + 1 + second.len,
        },
        _ => return None,
    };
    let text = grid.document.get(joined).as_bytes();
    let marks = memchr::memchr3_iter(b',', b';', b'\t', text).count()
        + memchr::memchr_iter(b'|', text).count();
    (marks + 1 >= LEAST && text.len() <= 4000).then_some(joined)
}

/// A row cut as the table's columns ask for.
fn under(grid: Grid<'_>, header: &Header, row: usize, text: Span) -> Option<Reshaped> {
    let width = header.columns.len();
    let headings = header
        .columns
        .iter()
        .filter(|c| !c.heading.is_empty())
        .count();
    let fits = |cells: &Vec<Span>| {
        let filled = cells
            .iter()
            .rposition(|span| !grid.document.is_blank(*span));
        let filled = filled.map_or(0, |last| last + 1);
        let count = cells.len() >= headings.saturating_sub(1) && filled <= width + MOST_TOO_MANY;
        count && filled >= LEAST && has_number(grid.document, cells)
    };
    let mut ways = DELIMITERS
        .into_iter()
        .map(|delimiter| cut(grid.document, text, delimiter))
        .filter(fits);
    let cells = ways.next().filter(|_| ways.next().is_none())?;
    Some(Reshaped {
        row,
        cells,
        why: Why::Record,
    })
}

/// Rows that all have as many pieces by one delimiter, two of them at least and most of the sheet.
fn alike(grid: Grid<'_>, narrow: &[(usize, Span)]) -> Vec<Reshaped> {
    let ways = DELIMITERS.into_iter().filter_map(|delimiter| {
        let rows: Vec<(usize, Vec<Span>)> = narrow
            .iter()
            .map(|(row, text)| (*row, cut(grid.document, *text, delimiter)))
            .collect();
        let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
        for (_, cells) in &rows {
            *counts.entry(cells.len()).or_default() += 1;
        }
        let usual = counts.into_iter().filter(|(width, _)| *width >= LEAST);
        let (width, count) = usual.max_by_key(|(width, count)| (*count, *width))?;
        Some((count, width, rows))
    });
    let Some((count, width, rows)) = ways.max_by_key(|(count, width, _)| (*count, *width)) else {
        return Vec::new();
    };
    let written = (0..grid.rows()).filter(|row| !grid.is_blank(*row)).count();
    if count < 2 || count * 2 < written {
        return Vec::new();
    }
    let fits = |cells: &[Span]| cells.len() == width;
    let rows = rows.into_iter().filter(|(_, cells)| fits(cells));
    rows.map(|(row, cells)| Reshaped {
        row,
        cells,
        why: Why::Record,
    })
    .collect()
}

fn has_number(document: &Document, cells: &[Span]) -> bool {
    cells.iter().any(|span| is_number(document.trimmed(*span)))
}

/// The pieces of a text between delimiters that stand outside quotes, without their quotes.
fn cut(document: &Document, text: Span, delimiter: u8) -> Vec<Span> {
    let bytes = document.get(text).as_bytes();
    let mut cells = Vec::new();
    let mut start = 0;
    let mut quoted = false;
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            byte if byte == delimiter && !quoted => {
                cells.push(piece(bytes, text.start, start, at));
                start = at + 1;
            }
            _ => {}
        }
    }
    cells.push(piece(bytes, text.start, start, bytes.len()));
    cells
}

fn piece(bytes: &[u8], base: u32, start: usize, end: usize) -> Span {
    let own = &bytes[start..end];
    let quoted = own.len() >= 2 && own.first() == Some(&b'"') && own.last() == Some(&b'"');
    let inset = usize::from(quoted);
    Span {
        start: base + (start + inset) as u32,
        len: (end - start - 2 * inset) as u32,
    }
}
