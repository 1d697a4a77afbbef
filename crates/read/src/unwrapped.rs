//! Rows that stand in one cell as a whole: put into quotes, or written with another delimiter than the rest.

use crate::document::{Document, Row, Span};
use crate::split::{Rules, Split, split};
use memchr::memchr;
use rustc_hash::FxHashMap;

/// Delimiters that a line of its own may be written with.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// A longer text, in bytes, is no line of a table; ten thousand rows may share one of a megabyte.
const LONGEST: u32 = 16 << 10;
/// Fewer cells than these are words with a sign among them.
const FEWEST: u32 = 4;

/// The lines of a text whose every line stands in quotes as a whole, without those quotes: a program that
/// took each line for one cell saved it again. `None` for every other text.
pub fn without_line_quotes(text: &str) -> Option<String> {
    if !text.starts_with('"') {
        return None;
    }
    let mut bare = String::with_capacity(text.len());
    let mut holds_delimiter = false;
    for line in text.split_inclusive('\n') {
        let content = line.trim_end_matches(['\r', '\n']);
        let inner = match content {
            "" => "",
            content => content.strip_prefix('"')?.strip_suffix('"')?,
        };
        // A quote that is not doubled closes a cell: there are more than one in the line.
        let plain = inner.replace("\"\"", "\0");
        if plain.contains('"') {
            return None;
        }
        holds_delimiter |= inner.contains([',', ';', '\t', '|']);
        bare.push_str(&plain.replace('\0', "\""));
        bare.push_str(&line[content.len()..]);
    }
    holds_delimiter.then_some(bare)
}

/// Whether what a text gives without those quotes is a table: most of its rows are of one width.
pub fn is_table(split: &Split) -> bool {
    let widths = || split.rows.iter().map(|row| row.cells);
    let filled = widths().filter(|&width| width > 0).count();
    let alike = |width: u32| widths().filter(|&other| other == width).count();
    let most = widths().filter(|&width| width >= FEWEST).map(alike).max();
    most.is_some_and(|most| most > 1 && most * 2 > filled)
}

/// Cuts every row of one cell whose text has exactly as many cells as the rows round it. A sentence has
/// as many commas by chance hardly ever, and a title never.
pub fn unwrap(document: &mut Document) {
    for sheet in 0..document.sheets.len() {
        let Some(widths) = widths(document, sheet) else {
            continue;
        };
        let rows = 0..document.sheets[sheet].rows.len();
        let found = rows.filter_map(|row| Some((row, cut(document, sheet, row, widths)?)));
        let found: FxHashMap<usize, Vec<String>> = found.collect();
        if !found.is_empty() {
            put(document, sheet, &found);
        }
    }
}

/// Gives rows of a sheet other cells; all cells stay in the order of their rows.
fn put(document: &mut Document, sheet: usize, found: &FxHashMap<usize, Vec<String>>) {
    let mut rows = std::mem::take(&mut document.sheets[sheet].rows);
    let old = std::mem::take(&mut document.sheets[sheet].cells);
    let mut cells = Vec::with_capacity(old.len() + 16 * found.len());
    for (index, row) in rows.iter_mut().enumerate() {
        let first = cells.len() as u32;
        match found.get(&index) {
            Some(texts) => cells.extend(texts.iter().map(|text| document.push_text(text))),
            None => {
                let range = row.first_cell as usize..(row.first_cell + row.cells) as usize;
                cells.extend_from_slice(old.get(range).unwrap_or(&[]));
            }
        }
        row.first_cell = first;
        row.cells = cells.len() as u32 - first;
    }
    document.sheets[sheet].rows = rows;
    document.sheets[sheet].cells = cells;
}

/// The commonest width of the rows that are cut, and the largest: last cells that are blank may be
/// missing. `None` where no row is wide enough to compare with, and where no row stands in one cell.
fn widths(document: &Document, sheet: usize) -> Option<[u32; 2]> {
    let rows = &document.sheets[sheet].rows;
    let filled = |row: usize| {
        let cells = document.row(sheet, row).iter();
        cells.filter(|cell| !cell.is_empty()).count()
    };
    if !(0..rows.len()).any(|row| filled(row) == 1) {
        return None;
    }
    let mut widths: Vec<u32> = rows.iter().map(|row: &Row| row.cells).collect();
    widths.retain(|&width| width >= FEWEST);
    widths.sort_unstable();
    let commonest = widths
        .chunk_by(|a, b| a == b)
        .max_by_key(|same| same.len())?;
    Some([*commonest.first()?, *widths.last()?])
}

/// The cells of a row that stands in its first cell; `None` for every other row.
fn cut(document: &Document, sheet: usize, row: usize, widths: [u32; 2]) -> Option<Vec<String>> {
    let longest = document.row(sheet, row).iter().map(|cell| cell.len).max()?;
    if longest > LONGEST {
        return None;
    }
    let (first, rest) = document.row(sheet, row).split_first()?;
    if first.is_empty() || rest.iter().any(|cell| !cell.is_empty()) {
        return None;
    }
    let text = document.get(*first);
    DELIMITERS.into_iter().find_map(|delimiter| {
        memchr(delimiter, text.as_bytes())?;
        let rules = Rules {
            delimiter: Some(delimiter),
            quote: Some(b'"'),
            escape: None,
            blank_after: false,
            cell_bytes: u32::MAX,
            rows: 2,
        };
        let split = split(text, &rules);
        let is_one = split.rows.len() == 1 && widths.contains(&(split.cells.len() as u32));
        let cell = |span: &Span| {
            let start = span.start as usize;
            let (source, start) = match start.checked_sub(text.len()) {
                Some(start) => (split.arena.as_str(), start),
                None => (text, start),
            };
            let cell = source.get(start..start + span.len as usize);
            cell.unwrap_or("").to_string()
        };
        is_one.then(|| split.cells.iter().map(cell).collect())
    })
}

#[cfg(test)]
mod tests {
    use crate::{Format, Reader};

    fn rows(text: &str) -> Vec<Vec<String>> {
        let document = Reader::new()
            .read(text.as_bytes(), Format::Text)
            .expect("text");
        let rows = 0..document.sheets[0].rows.len();
        let cells = |row| {
            document
                .row(0, row)
                .iter()
                .map(|&cell| document.get(cell).to_string())
                .collect()
        };
        rows.map(cells).collect()
    }

    #[test]
    fn lines_in_quotes_and_lines_with_another_delimiter_are_cut_like_the_rest() {
        let plain = "TT,Đoàn,Nước,Người\n1,Sở Y tế,Lào,8\n2,\"Sở A, B\",Ý,9\n3,Sở C,Đức,7\n";
        let expected = rows(plain);
        let one_in_quotes = plain.replace("3,Sở C,Đức,7", "\"3,Sở C,Đức,7\"");
        assert_eq!(rows(&one_in_quotes), expected);
        let data_in_quotes = "TT,Đoàn,Nước,Người\n\"1,Sở Y tế,Lào,8\"\n\"2,\"\"Sở A, B\"\",Ý,9\"\n\"3,Sở C,Đức,7\"\n";
        assert_eq!(rows(data_in_quotes), expected);
        let all_in_quotes: String = plain
            .lines()
            .map(|line| format!("\"{}\"\n", line.replace('"', "\"\"")))
            .collect();
        assert_eq!(rows(&all_in_quotes), expected);
        let with_semicolons = plain.replace("3,Sở C,Đức,7", "3;Sở C;Đức;7");
        assert_eq!(rows(&with_semicolons), expected);
    }

    #[test]
    fn sentences_in_quotes_stay_one_column() {
        let prose =
            "\"Kính gửi: Sở A, Sở B\"\n\"Năm 2021, đơn vị không có đoàn ra.\"\n\"Trân trọng.\"\n";
        assert_eq!(rows(prose)[0], ["Kính gửi: Sở A, Sở B"]);
    }

    #[test]
    fn sentences_and_titles_stay_one_cell() {
        let table = "TT;Đoàn;Nước;Người\n1;Sở Y tế;Lào;8\n2;Sở A;Ý;9\nKính gửi: Sở A, Sở B\nLưu: VT, VP, TH, KT, NN\n";
        let read = rows(table);
        assert_eq!(read[3], ["Kính gửi: Sở A, Sở B"]);
        assert_eq!(read[4], ["Lưu: VT, VP, TH, KT, NN"]);
    }
}
