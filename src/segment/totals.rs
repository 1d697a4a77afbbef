//! Totals that the office wrote itself: which rows and sections they cover.

use super::grid::Grid;
use super::lines::Look;
use crate::model::document::Span;
use crate::model::section::{Field, Section, StatedTotal};
use crate::vocabulary::fold::{fold, tone_key};
use crate::vocabulary::structure::Words;

/// A text that opens a row of totals: "Cộng", "Tổng cộng (I+II)", but not "Tổng cục Du lịch" and not
/// "Công an tỉnh", whose letters are those of "Cộng" but for the marks.
pub fn is_total(text: &str, folded: &str) -> bool {
    Words::Total.start(folded) && !Words::NotTotal.start(folded) && !is_other_word(text, folded)
}

/// "Công", "Công an": a word of the same letters, where the marks were not lost.
fn is_other_word(text: &str, folded: &str) -> bool {
    if !folded.starts_with("cong") {
        return false;
    }
    let first = text
        .split(|c: char| !c.is_alphabetic())
        .find(|word| !word.is_empty());
    let marked = first.filter(|word| !word.is_ascii());
    marked.is_some_and(|word| tone_key(word) != tone_key("Cộng"))
}

/// The figures of a total row. "Cộng đoàn ra: 03 đoàn" states the number of delegations as a total of
/// the name column.
pub fn read(
    grid: Grid<'_>,
    row: usize,
    look: &Look<'_>,
    section: &Section,
    block_start: usize,
    sections: usize,
) -> Vec<StatedTotal> {
    let text = look.joined();
    let folded = fold(&text);
    let to = section.rows.len();
    let grand = folded.starts_with("tong") || folded.starts_with("toan") || sections_in(&text) > 0;
    // Totals stand in the order of their rows.
    let previous = section.totals.last().map_or(0, |total| total.to);
    let from = match (grand, previous < to) {
        (true, _) | (false, false) => 0,
        (false, true) => previous.max(block_start),
    };
    let here = section.totals.iter().rev();
    let closed = here
        .take_while(|total| total.to == to)
        .any(|total| total.from == 0);
    let all = closed && grand && to > 0 || names_both(&folded);
    let sections_before = if all {
        sections
    } else {
        sections_in(&text).min(sections)
    };
    let total = |field, column, text| StatedTotal {
        row: row as u32,
        line: grid.line(row),
        field,
        column,
        text,
        from,
        to,
        sections_before,
    };
    let mut totals = Vec::new();
    for &(column, cell) in &look.cells {
        let span = grid.cell(row, column);
        let field = section.columns.get(column).and_then(|c| c.field);
        if let Some(count) = delegations_in(grid, span, cell) {
            totals.push(total(Field::Name, column, count));
        } else if let Some(field) = field.filter(|field| is_summed(*field))
            && cell.bytes().any(|b| b.is_ascii_digit())
        {
            totals.push(total(field, column, span));
        }
    }
    totals
}

/// A total above the rows that it sums covers them all.
pub fn settle(section: &mut Section) {
    let rows = section.rows.len();
    let above: Vec<bool> = section.totals.iter().map(|total| total.to == 0).collect();
    for (total, above) in section.totals.iter_mut().zip(above) {
        if above {
            total.to = rows;
        }
    }
}

fn is_summed(field: Field) -> bool {
    matches!(
        field,
        Field::People | Field::Days | Field::Amount | Field::Funding | Field::FundingPart(..)
    )
}

fn names_both(folded: &str) -> bool {
    super::said::directions(folded) == (true, true)
}

/// "(I+II)" adds one section to the one above it.
fn sections_in(text: &str) -> usize {
    let inner = text.split(['(', '[']).nth(1).unwrap_or(text);
    let parts: Vec<&str> = inner.split(['+', '&']).collect();
    let numeral = |part: &&str| super::lines::numeral(part.trim_matches([')', ']', ' '])).is_some();
    let last_is = parts.last().is_some_and(numeral);
    if parts.len() > 1 && last_is {
        parts.len() - 1
    } else {
        0
    }
}

/// The "03 đoàn" of "Cộng đoàn ra: 03 đoàn".
fn delegations_in(grid: Grid<'_>, span: Span, cell: &str) -> Option<Span> {
    let (_, after) = cell.rsplit_once(':')?;
    let count = after.trim();
    let words = fold(count);
    let digits = count.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 6 || !words.ends_with(" doan") || words.split(' ').count() != 2 {
        return None;
    }
    let whole = grid.document.get(span);
    let at = whole.rfind(count)?;
    Some(Span {
        start: span.start + at as u32,
        len: digits as u32,
    })
}
