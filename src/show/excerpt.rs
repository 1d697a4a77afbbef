//! The offending line with its cell underlined, cut round the cell where it is too long.

use super::clean::{clean, clip, clip_front, width};
use crate::model::document::{Document, Row};
use crate::model::finding::Place;

/// A line of a file as shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Number of the line that is shown.
    pub line: u32,
    pub text: String,
    /// First column and columns to underline, from 0; `None` when the finding is about the whole line.
    pub mark: Option<(usize, usize)>,
}

/// The line at a place, in at most so many columns. `None` where the file has no such line.
pub fn excerpt(document: &Document, place: Place, columns: usize) -> Option<Excerpt> {
    let sheet = document.sheets.get(place.sheet as usize)?;
    let row = row_of(&sheet.rows, place.line)?;
    let first = row.first_cell as usize;
    let spans = sheet.cells.get(first..first + row.cells as usize)?;
    let cells: Vec<String> = spans
        .iter()
        .map(|&span| clean(document.get(span)).into_owned())
        .collect();
    let between = match document.dialect.and_then(|dialect| dialect.delimiter) {
        Some(delimiter) => clean(&char::from(delimiter).to_string()).into_owned(),
        None => " | ".to_string(),
    };
    let line = row.line;
    let Some(at) = (place.column as usize).checked_sub(1) else {
        let whole = cells.join(&between);
        let text = clip(whole.trim_end(), columns).into_owned();
        return Some(Excerpt {
            line,
            text,
            mark: None,
        });
    };
    let (text, mark) = underlined(&cells, at, &between, columns);
    Some(Excerpt {
        line,
        text,
        mark: Some(mark),
    })
}

/// The row that covers a physical line.
fn row_of(rows: &[Row], line: u32) -> Option<&Row> {
    let after = rows.partition_point(|row| row.line <= line);
    let row = rows.get(after.checked_sub(1)?)?;
    (line < row.line.saturating_add(row.lines.max(1))).then_some(row)
}

/// The line cut to fit, and where its cell stands in it. A cell that is missing or blank is marked
/// by one column where it would begin.
fn underlined(
    cells: &[String],
    at: usize,
    between: &str,
    columns: usize,
) -> (String, (usize, usize)) {
    let known = at.min(cells.len());
    let mut before = cells[..known].join(between);
    if known > 0 {
        before.push_str(between);
    }
    let cell = cells.get(at).map_or("", String::as_str);
    let mut after = String::new();
    for next in cells.iter().skip(at + 1) {
        after.push_str(between);
        after.push_str(next);
    }
    let inner = cell.trim();
    let indent = width(cell) - width(cell.trim_start());
    // Room for an ellipsis before the cell and for one after it.
    let shown = clip(inner, columns.saturating_sub(2));
    // A cell that is cut says so itself.
    let after = if shown == inner { after.trim_end() } else { "" };
    let lead: String = before + &" ".repeat(if inner.is_empty() { 0 } else { indent });
    let room = columns.saturating_sub(width(&shown));
    // The line is read from its beginning: what stands before gets what the rest leaves, a third at least.
    let left = width(&lead).min((room / 3).max(room.saturating_sub(width(after))));
    let lead = clip_front(&lead, left);
    let after = clip(after, room - width(&lead));
    let mark = (width(&lead), width(&shown).max(1));
    (format!("{lead}{shown}{after}"), mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::document::Dialect;

    fn show(cells: &[&str], column: u32, columns: usize) -> String {
        let mut document = Document::from_rows(&[cells.to_vec()]);
        document.dialect = Some(Dialect {
            delimiter: Some(b';'),
            quote: None,
            escape: None,
        });
        let place = Place {
            sheet: 0,
            line: 1,
            column,
        };
        let excerpt = excerpt(&document, place, columns).unwrap();
        let mark = excerpt.mark.map_or_else(String::new, |(from, length)| {
            format!("{}{}", " ".repeat(from), "^".repeat(length))
        });
        format!("{}\n{mark}", excerpt.text)
    }

    #[test]
    fn the_cell_is_underlined_under_what_the_eye_sees() {
        let cases: [(&[&str], u32, &str); 9] = [
            (
                &["1", "Đoàn ra", "Lèo", "08"],
                3,
                "1;Đoàn ra;Lèo;08\n          ^^^",
            ),
            (
                &["1", "Đoa\u{300}n ra", "Le\u{300}o"],
                3,
                "1;Đoa\u{300}n ra;Le\u{300}o\n          ^^^",
            ),
            (&["日本", "x"], 2, "日本;x\n     ^"),
            (&["日本"], 1, "日本\n^^^^"),
            (&["a", "", "c"], 2, "a;;c\n  ^"),
            (&["a"], 3, "a;\n  ^"),
            (&["a", "  b ", "c"], 2, "a;  b;c\n    ^"),
            (&["a\tb", "\u{1b}[31mx", "z"], 2, "a⇥b;␛[31mx;z\n    ^^^^^^"),
            (&["a", "b", ""], 0, "a;b;\n"),
        ];
        for (cells, column, shown) in cases {
            assert_eq!(show(cells, column, 60), shown, "{cells:?}");
        }
    }

    #[test]
    fn a_long_line_is_cut_round_its_cell() {
        let long = "dài ".repeat(40);
        let cases: [(&[&str], u32, &str); 4] = [
            (
                &[&long, "Lèo", "08"],
                2,
                "…dài dài dài dài dài dài ;Lèo;08\n                          ^^^",
            ),
            (
                &["1", "Lèo", &long],
                2,
                "1;Lèo;dài dài dài dài dài dài d…\n  ^^^",
            ),
            (
                &[&long, "Lèo", &long],
                2,
                "…ài dài ;Lèo;dài dài dài dài dà…\n         ^^^",
            ),
            (
                &["a", &long, "b"],
                2,
                "a;dài dài dài dài dài dài dài d…\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
            ),
        ];
        for (cells, column, shown) in cases {
            let text = show(cells, column, 32);
            assert!(text.lines().all(|line| width(line) <= 32), "{text}");
            assert_eq!(text, shown);
        }
    }

    #[test]
    fn a_line_within_a_row_of_several_is_found_and_one_beyond_is_not() {
        let document = Document::from_rows(&[vec!["a\nb", "c"], vec!["d", "e"]]);
        let at = |line| {
            excerpt(
                &document,
                Place {
                    sheet: 0,
                    line,
                    column: 1,
                },
                40,
            )
        };
        assert_eq!(at(2).map(|e| (e.line, e.text)), Some((1, "a⏎b | c".into())));
        assert_eq!(at(3).map(|e| e.text), Some("d | e".into()));
        assert_eq!(at(4), None);
        assert_eq!(at(0), None);
        let elsewhere = Place {
            sheet: 7,
            line: 1,
            column: 1,
        };
        assert_eq!(excerpt(&document, elsewhere, 40), None);
    }

    proptest::proptest! {
        #[test]
        fn any_line_fits_and_its_mark_lies_in_it(
            cells in proptest::collection::vec("\\PC{0,30}", 0..6),
            column in 0u32..8,
            columns in 8usize..60,
        ) {
            let document = Document::from_rows(&[cells]);
            let place = Place { sheet: 0, line: 1, column };
            if let Some(excerpt) = excerpt(&document, place, columns) {
                proptest::prop_assert!(width(&excerpt.text) <= columns);
                if let Some((from, length)) = excerpt.mark {
                    proptest::prop_assert!(from + length <= columns + 1);
                }
            }
        }
    }
}
