//! Columns of text that stand under one another whatever their letters.

use super::clean::{clip, width};
use std::io::{self, Write};

/// Blanks between two columns.
const GAP: &str = "  ";

/// Which side a column is flush with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// Writes rows of clean cells in columns. Where they are wider than `columns`, the first column is cut.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(
    out: &mut dyn Write,
    rows: &[Vec<String>],
    sides: &[Side],
    columns: usize,
) -> io::Result<()> {
    let mut widths: Vec<usize> = sides
        .iter()
        .enumerate()
        .map(|(at, _)| {
            rows.iter()
                .filter_map(|row| row.get(at))
                .map(|c| width(c))
                .max()
                .unwrap_or(0)
        })
        .collect();
    if let [first, others @ ..] = widths.as_mut_slice() {
        let taken: usize = others.iter().map(|other| other + GAP.len()).sum();
        *first = (*first).min(columns.saturating_sub(taken).max(LEAST));
    }
    for row in rows {
        let mut line = String::new();
        for ((cell, &wide), side) in row.iter().zip(&widths).zip(sides) {
            let cell = clip(cell, wide);
            let blanks = " ".repeat(wide - width(&cell));
            match side {
                Side::Left => line.extend([&*cell, &blanks, GAP]),
                Side::Right => line.extend([&*blanks, &cell, GAP]),
            }
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Columns that the first column keeps on any terminal.
const LEAST: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_align_under_marks_and_wide_letters() {
        let rows = [
            vec!["Sở Y tế".to_string(), "3".into()],
            vec!["Sơ\u{309} Y tê\u{301} B".to_string(), "12".into()],
            vec!["日本".to_string(), "7".into()],
        ];
        let mut out = Vec::new();
        write(&mut out, &rows, &[Side::Left, Side::Right], 80).unwrap();
        let shown = String::from_utf8(out).unwrap();
        assert_eq!(
            shown,
            "Sở Y tế     3\nSơ\u{309} Y tê\u{301} B  12\n日本        7\n"
        );
    }

    #[test]
    fn the_first_column_gives_way_on_a_narrow_terminal() {
        let rows = [vec![
            "Sở Nông nghiệp và Phát triển nông thôn".to_string(),
            "12".into(),
        ]];
        let mut out = Vec::new();
        write(&mut out, &rows, &[Side::Left, Side::Right], 24).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "Sở Nông nghiệp và P…  12\n"
        );
    }
}
