//! A file's main table as plain CSV: dialect resolved, letters repaired, what stands round it left out.

use super::tables;
use crate::model::document::{Document, trim};
use crate::model::section::{LineClass, Segmentation};

/// The main table of any document as RFC 4180 CSV in UTF-8. Cells stay as written; ragged rows keep
/// their width; a head of several rows becomes one, its texts joined with one blank.
///
/// In a delegation file that is its largest section; elsewhere the largest run of rows of one shape.
pub fn main_table(document: &Document, segmentation: &Segmentation) -> Vec<u8> {
    let rows = match delegation_table(document, segmentation) {
        Some(rows) => rows,
        None => general_table(document),
    };
    let mut out = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::Any(b'\n'))
        .from_writer(Vec::new());
    for row in rows {
        // Writing into memory cannot fail; a record of any width is taken.
        let _ = out.write_record(row);
    }
    tables::finish(out).unwrap_or_default()
}

fn delegation_table(document: &Document, segmentation: &Segmentation) -> Option<Vec<Vec<String>>> {
    let section = segmentation
        .sections
        .iter()
        .max_by_key(|section| section.rows.len())?;
    let (first, last) = (
        section.rows.first()?.row as usize,
        section.rows.last()?.row as usize,
    );
    let sheet = document.sheets.get(section.sheet)?;
    let at_line = |line: &u32| sheet.rows.iter().position(|row| row.line == *line);
    let head: Vec<usize> = section.head_lines.iter().filter_map(at_line).collect();
    let cells = |row: usize| -> Vec<&str> {
        document
            .row(section.sheet, row)
            .iter()
            .map(|&cell| document.get(cell))
            .collect()
    };
    let mut rows = vec![join_head(
        &head.iter().map(|&row| cells(row)).collect::<Vec<_>>(),
    )];
    let classes = segmentation.classes.get(section.sheet)?;
    for row in first..=last {
        let kept = [
            LineClass::Data,
            LineClass::Group,
            LineClass::Joined,
            LineClass::Filler,
            LineClass::Subtotal,
        ];
        if classes.get(row).is_some_and(|class| kept.contains(class)) {
            rows.push(cells(row).into_iter().map(String::from).collect());
        }
    }
    Some(rows)
}

/// Texts of one column joined from top to bottom.
fn join_head(head: &[Vec<&str>]) -> Vec<String> {
    if let [only] = head {
        return only.iter().map(ToString::to_string).collect();
    }
    let width = head.iter().map(Vec::len).max().unwrap_or(0);
    let column = |index: usize| {
        let texts = head
            .iter()
            .filter_map(|row| row.get(index))
            .map(|text| trim(text));
        texts
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    (0..width).map(column).collect()
}

fn general_table(document: &Document) -> Vec<Vec<String>> {
    let Some(sheet) =
        (0..document.sheets.len()).max_by_key(|&index| document.sheets[index].cells.len())
    else {
        return Vec::new();
    };
    let rows: Vec<Vec<&str>> = (0..document.sheets[sheet].rows.len())
        .map(|row| {
            document
                .row(sheet, row)
                .iter()
                .map(|&cell| document.get(cell))
                .collect()
        })
        .collect();
    let shape = Shape::of(&rows);
    let start = rows
        .iter()
        .position(|row| !shape.is_preamble(row))
        .unwrap_or(0);
    let end = shape.end(&rows, start);
    let table: Vec<&Vec<&str>> = rows[start..end]
        .iter()
        .filter(|row| !is_blank(row))
        .collect();
    let head = shape.head_rows(&table);
    let mut joined = Vec::with_capacity(table.len());
    if head > 1 {
        let head_rows: Vec<Vec<&str>> = table[..head].iter().map(|row| row.to_vec()).collect();
        joined.push(join_head(&head_rows));
    }
    let body = if head > 1 { head } else { 0 };
    joined.extend(
        table[body..]
            .iter()
            .map(|row| row.iter().map(ToString::to_string).collect()),
    );
    joined
}

/// What most rows of a file look like.
struct Shape {
    /// Cells in most rows.
    width: usize,
    /// Filled cells in the median row of that width.
    filled: usize,
    /// Columns in which most cells are numbers, dates or times.
    values: Vec<bool>,
}

impl Shape {
    fn of(rows: &[Vec<&str>]) -> Shape {
        let mut widths: Vec<usize> = rows
            .iter()
            .filter(|row| !is_blank(row))
            .map(Vec::len)
            .collect();
        widths.sort_unstable();
        let runs = widths.chunk_by(|a, b| a == b);
        let width = runs
            .max_by_key(|run| (run.len(), run[0]))
            .map_or(0, |run| run[0]);
        let body: Vec<&Vec<&str>> = rows
            .iter()
            .filter(|row| row.len() == width && !is_blank(row))
            .collect();
        let mut filled: Vec<usize> = body.iter().map(|row| count_filled(row)).collect();
        filled.sort_unstable();
        let values = (0..width).map(|index| {
            let cells = body
                .iter()
                .map(|row| trim(row[index]))
                .filter(|cell| !cell.is_empty());
            let (values, all) = cells.fold((0, 0), |(v, n), cell| {
                (v + usize::from(is_value(cell)), n + 1)
            });
            all > 0 && values * 2 >= all
        });
        Shape {
            width,
            filled: filled.get(filled.len() / 2).copied().unwrap_or(0),
            values: values.collect(),
        }
    }

    /// Far emptier than the rows of the table: a title, a note.
    fn is_sparse(&self, row: &[&str]) -> bool {
        self.width > 2 && self.filled > 2 && count_filled(row) * 3 <= self.filled
    }

    fn is_preamble(&self, row: &[&str]) -> bool {
        let comment = row.first().is_some_and(|cell| cell.starts_with('#'));
        is_blank(row) || self.is_sparse(row) || comment || is_separator_line(row)
    }

    /// Text where the table has values.
    fn is_head(&self, row: &[&str]) -> bool {
        let cells = self
            .values
            .iter()
            .zip(row)
            .filter(|(value, _)| **value)
            .map(|(_, cell)| trim(cell));
        let mut texts = 0;
        for cell in cells.filter(|cell| !cell.is_empty()) {
            if is_value(cell) {
                return false;
            }
            texts += 1;
        }
        texts > 0
    }

    /// Where the table ends: before its blank tail, notes below it, or a second table.
    fn end(&self, rows: &[Vec<&str>], start: usize) -> usize {
        let mut end = start;
        for index in start..rows.len() {
            let row = &rows[index];
            if is_blank(row) {
                continue;
            }
            let after_gap = index > end && end > start;
            if (after_gap && self.opens_another(rows, index))
                || self.differs_to_the_end(rows, index, end)
            {
                break;
            }
            end = index + 1;
        }
        end
    }

    /// Behind a gap: notes, a row of other width, or a head once more.
    fn opens_another(&self, rows: &[Vec<&str>], index: usize) -> bool {
        let row = &rows[index];
        let next = rows[index + 1..].iter().find(|row| !is_blank(row));
        let other_width =
            row.len() != self.width && next.is_none_or(|next| next.len() != self.width);
        self.is_sparse(row) || other_width || self.is_head(row)
    }

    /// From here on every row has one other width: two rows at least, the first without values.
    fn differs_to_the_end(&self, rows: &[Vec<&str>], index: usize, end: usize) -> bool {
        let row = &rows[index];
        let rest = || rows[index..].iter().filter(|row| !is_blank(row));
        end > 1
            && row.len() != self.width
            && rest().nth(1).is_some()
            && !row.iter().any(|cell| is_value(trim(cell)))
            && rest().all(|other| other.len() == row.len())
    }

    /// Rows of the head: more than one only where the rows below the first have no value either.
    fn head_rows(&self, table: &[&Vec<&str>]) -> usize {
        if !table.first().is_some_and(|row| self.is_head(row)) {
            return 0;
        }
        let continues = |row: &&&Vec<&str>| {
            self.is_head(row) || self.is_sparse(row) && !row.iter().any(|cell| is_value(trim(cell)))
        };
        1 + table[1..].iter().take(2).take_while(continues).count()
    }
}

/// `sep=;`, by which Excel is told the delimiter.
fn is_separator_line(row: &[&str]) -> bool {
    row.first()
        .is_some_and(|cell| cell.len() <= 5 && cell.to_ascii_lowercase().starts_with("sep="))
}

fn is_blank(row: &[&str]) -> bool {
    count_filled(row) == 0
}

fn count_filled(row: &[&str]) -> usize {
    row.iter().filter(|cell| !trim(cell).is_empty()).count()
}

/// A number, a date, a time, an amount: digits and what stands between them.
fn is_value(cell: &str) -> bool {
    cell.bytes().any(|byte| byte.is_ascii_digit())
        && cell
            .chars()
            .all(|c| c.is_ascii_digit() || " .,:/-+%$€£()".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&str]) -> String {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split(';').collect()).collect();
        let document = Document::from_rows(&rows);
        String::from_utf8(main_table(&document, &Segmentation::default())).unwrap()
    }

    #[test]
    fn what_stands_round_the_table_is_left_out() {
        let cases: [(&str, &[&str], &str); 11] = [
            (
                "a comment",
                &["# x;y", "a;b;c", "1;2;3", "4;5;6"],
                "a,b,c\n1,2,3\n4,5,6\n",
            ),
            (
                "a separator line",
                &["sep=;", "a;b", "1;2", "4;5"],
                "a,b\n1,2\n4,5\n",
            ),
            (
                "a plain table",
                &["a;b;c", "1;2;3", "4;5;6"],
                "a,b,c\n1,2,3\n4,5,6\n",
            ),
            ("no head", &["1;2;3", "4;5;6"], "1,2,3\n4,5,6\n"),
            (
                "a preamble",
                &["Report;;", ";;", "a;b;c", "1;2;3", "4;5;6"],
                "a,b,c\n1,2,3\n4,5,6\n",
            ),
            (
                "ragged rows stay",
                &["a;b;c", "1;2", "4;5;6", "7;8;9;x"],
                "a,b,c\n1,2\n4,5,6\n7,8,9,x\n",
            ),
            (
                "a second table",
                &["a;b;c", "1;2;3", "4;5;6", "", "x;y", "7;8"],
                "a,b,c\n1,2,3\n4,5,6\n",
            ),
            (
                "the same shape again",
                &["a;b;c", "1;2;3", "", "x;y;z", "7;8;9"],
                "a,b,c\n1,2,3\n",
            ),
            (
                "a head of two rows",
                &["a;b;", "x;;c", "1;2;3", "4;5;6"],
                "a x,b,c\n1,2,3\n4,5,6\n",
            ),
            (
                "a note below",
                &["a;b;c", "1;2;3", "4;5;6", "", "Source: x;;"],
                "a,b,c\n1,2,3\n4,5,6\n",
            ),
            (
                "blanks in cells stay",
                &[" a ;b", "\"1;2"],
                " a ,b\n\"\"\"1\",2\n",
            ),
        ];
        for (name, rows, expected) in cases {
            assert_eq!(table(rows), expected, "{name}");
        }
    }

    #[test]
    fn a_file_of_one_column_or_none_is_given_whole() {
        assert_eq!(table(&["one", "two", "three"]), "one\ntwo\nthree\n");
        assert_eq!(table(&[]), "");
    }
}
