//! How much the rows and cells of one reading look like a table.

use super::candidates::lines;
use super::cell_type;
use crate::document::Span;
use crate::split::{Rules, Split, split_until};
use rustc_hash::FxHashMap;

/// Most lines in a row that have one width of three cells or more.
pub fn longest_run(split: &Split) -> usize {
    split
        .rows
        .chunk_by(|a, b| a.cells == b.cells)
        .filter(|rows| rows.first().is_some_and(|row| row.cells >= 3))
        .map(<[_]>::len)
        .max()
        .unwrap_or(0)
}

/// Widths of the rows that have a cell.
pub fn widths(split: &Split) -> Vec<u32> {
    let widths = split.rows.iter().map(|row| row.cells);
    widths.filter(|&width| width > 0).collect()
}

/// How regular rows of these widths are, from 0 to 1, and the commonest width beyond one cell.
pub fn regularity(widths: &[u32]) -> (f64, u32) {
    let counts = counts_by_width(widths);
    let split_rows: u32 = counts.iter().map(|(_, count)| count).sum();
    if split_rows == 0 {
        return (0.0, 1);
    }
    let share = |width: u32| {
        let found = counts.binary_search_by_key(&width, |&(w, _)| w);
        found.map_or(0.0, |index| {
            f64::from(counts[index].1) / f64::from(split_rows)
        })
    };
    let mut sum = 0.0;
    for (index, &width) in widths.iter().enumerate().filter(|&(_, &width)| width > 1) {
        let before = index.checked_sub(1).and_then(|i| widths.get(i));
        let beside = before == Some(&width) || widths.get(index + 1) == Some(&width);
        let near = if beside || widths.len() == 1 {
            1.0
        } else {
            0.2 + 0.6 * share(width)
        };
        sum += near * (1.0 - 1.0 / f64::from(width));
    }
    let concentration: f64 = counts
        .iter()
        .map(|&(width, _)| share(width) * share(width))
        .sum();
    let widest = counts.iter().max_by_key(|&&(width, count)| (count, width));
    let regular = sum / widths.len() as f64 * (0.4 + 0.6 * concentration.clamp(0.0, 1.0));
    (regular, widest.map_or(1, |&(width, _)| width))
}

/// Rows by their width, of those with two cells or more, in the order of widths.
fn counts_by_width(widths: &[u32]) -> Vec<(u32, u32)> {
    let mut sorted: Vec<u32> = widths.iter().copied().filter(|&width| width > 1).collect();
    sorted.sort_unstable();
    let of_one_width = |rows: &[u32]| rows.first().map(|&width| (width, rows.len() as u32));
    sorted
        .chunk_by(|a, b| a == b)
        .filter_map(of_one_width)
        .collect()
}

/// The share of cells that look like what people put into cells.
pub fn readability(sample: &str, split: &Split, quoting: bool) -> f64 {
    let (mut sum, mut cells) = (0.0, 0u32);
    for row in split.rows.iter().filter(|row| row.cells > 1) {
        let range = row.first_cell as usize..(row.first_cell + row.cells) as usize;
        for cell in split.cells.get(range).unwrap_or(&[]) {
            sum += cell_type::readability(text_of(sample, split, *cell), quoting);
            cells += 1;
        }
    }
    if cells == 0 {
        0.0
    } else {
        sum / f64::from(cells)
    }
}

/// Irregular lines most of which end like sentences.
pub fn is_prose(sample: &str, regular: f64) -> bool {
    if regular >= 0.6 {
        return false;
    }
    let (mut sentences, mut total) = (0, 0);
    for line in lines(sample).map(str::trim).filter(|line| !line.is_empty()) {
        total += 1;
        let long = line.split(' ').nth(4).is_some();
        sentences += u32::from(long && line.ends_with(['.', ':', ';', '!', '?', ',']));
    }
    sentences * 2 >= total
}

/// False where so many lines differ in width that [`is_in_blank_columns`] cannot hold: sentences
/// show it after a few lines.
pub fn may_be_even(sample: &str, rules: &Rules) -> bool {
    let most = 1 + memchr::memchr2_iter(b'\n', b'\r', sample.as_bytes()).count();
    let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
    let (mut rows, mut alike, mut uneven) = (0, 0, false);
    split_until(sample, rules, |_, row| {
        if row.cells > 0 {
            let count = counts.entry(row.cells).or_default();
            *count += 1;
            alike = alike.max(*count);
            rows += 1;
            uneven = (rows - alike) * 10 > most;
        }
        uneven
    });
    !uneven
}

/// Blanks part cells only where nearly every line has the same number of them and a good part of
/// the cells are values or quoted: names and sentences have blanks, too.
pub fn is_in_blank_columns(sample: &str, split: &Split) -> bool {
    let widths = widths(split);
    let same = |width: u32| widths.iter().filter(|&&other| other == width).count();
    let even = widths
        .iter()
        .take(50)
        .any(|&width| same(width) * 10 >= widths.len() * 9);
    if !even {
        return false;
    }
    let is_value = |cell: &&Span| cell_type::is_value(text_of(sample, split, **cell));
    let values = split.quoted as usize + split.cells.iter().filter(is_value).count();
    values * 3 >= split.cells.len()
}

fn text_of<'t>(sample: &'t str, split: &'t Split, cell: Span) -> &'t str {
    let (start, len) = (cell.start as usize, cell.len as usize);
    let text = match start.checked_sub(sample.len()) {
        Some(start) => split.arena.get(start..start + len),
        None => sample.get(start..start + len),
    };
    text.unwrap_or("")
}

/// Lines that are whole values by themselves (times, dates, numbers) are one column, unless a
/// delimiter that such values never hold splits them.
pub fn is_one_column(sample: &str, delimiter: Option<u8>) -> bool {
    let inside_values = matches!(delimiter, Some(b':' | b' ' | b'/' | b'.' | b'-' | b'+'));
    if !inside_values {
        return false;
    }
    let (mut whole, mut total) = (0, 0);
    for line in lines(sample).filter(|line| !line.trim().is_empty()) {
        total += 1;
        whole += u32::from(cell_type::is_value(line.trim()));
    }
    whole * 10 >= total * 8
}
