//! Properties: random bytes never panic, lines always add up, rendered rows come back.

use super::*;
use crate::document::Unreadable;
use proptest::prelude::*;

const WORDS: [&str; 12] = [
    "Đoàn công tác",
    "Lào",
    "Quý III/2021",
    "08",
    "Sở Ngoại vụ",
    "75,5",
    "Hội nghị; hội thảo",
    "dòng một\ndòng hai",
    "gọi là \"bạn\"",
    "Nước CHDCND Lào",
    "",
    "Tự túc",
];

fn table(columns: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Vec<String>>> {
    (columns, 3usize..12).prop_flat_map(|(columns, rows)| {
        let cell = (0..WORDS.len()).prop_map(|index| WORDS[index].to_string());
        prop::collection::vec(prop::collection::vec(cell, columns), rows)
    })
}

/// A first row that names the columns, so that a table of blanks is still one.
fn with_head(mut table: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let heads = [
        "STT",
        "Nước đến thăm",
        "Tên đoàn",
        "Số người",
        "Thời gian",
        "Kinh phí",
        "Ghi chú",
    ];
    let width = table[0].len();
    table.insert(
        0,
        heads[..width].iter().map(|head| head.to_string()).collect(),
    );
    for (index, row) in table.iter_mut().enumerate().skip(1) {
        row[0] = index.to_string();
    }
    table
}

/// Lines round a table as offices write them, none of them a row of it.
const PROSE: [&str; 6] = [
    "UBND TỈNH QUẢNG TRỊ",
    "Thực hiện Công văn số 936/SNgV-VP ngày 29/10/2020 của Sở Ngoại vụ, Sở Y tế báo cáo như sau:",
    "1. Năm 2020: không có đoàn ra, đoàn vào; không phát sinh.",
    "(Kèm theo Báo cáo số 130/BC-SYT ngày 10/11/2020)",
    "Nơi nhận: Như trên; Lưu: VT, VP.",
    "",
];

fn render(table: &[Vec<String>], delimiter: char, quote: char, line_end: &str) -> String {
    let mut text = String::new();
    for row in table {
        let cells: Vec<String> = row
            .iter()
            .map(|cell| quoted(cell, delimiter, quote))
            .collect();
        text.push_str(&cells.join(&delimiter.to_string()));
        text.push_str(line_end);
    }
    text
}

fn quoted(cell: &str, delimiter: char, quote: char) -> String {
    if cell.contains([delimiter, quote, '"', '\n']) {
        let doubled: String = [quote, quote].iter().collect();
        format!("{quote}{}{quote}", cell.replace(quote, &doubled))
    } else {
        cell.to_string()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(document) = read(&bytes, Format::Text, &ReadLimits::default()) {
            assert_lines_add_up(&document);
        }
    }

    #[test]
    fn random_signs_of_tables_always_add_up(
        text in "[a-zĐđếà\"'\\\\,;\t|: \r\n?]{0,200}",
        cell_bytes in 1u32..40,
    ) {
        let limits = ReadLimits { cell_bytes, ..ReadLimits::default() };
        if let Ok(document) = read(text.as_bytes(), Format::Text, &limits) {
            assert_lines_add_up(&document);
        }
    }

    #[test]
    fn random_bytes_behind_a_signature_never_panic(
        magic in 0usize..2,
        bytes in prop::collection::vec(any::<u8>(), 0..600),
    ) {
        let magic: &[u8] =
            [b"PK\x03\x04" as &[u8], b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"][magic];
        let bytes = [magic, &bytes].concat();
        for format in [Format::Xlsx, Format::Xls, Format::Ods, Format::Text] {
            let _ = read(&bytes, format, &ReadLimits::default());
        }
    }

    #[test]
    fn rendered_rows_come_back(
        table in table(2..7),
        delimiter in prop::sample::select(vec![',', ';', '\t', '|']),
        line_end in prop::sample::select(vec!["\n", "\r\n"]),
        encoding in prop::sample::select(vec![
            Encoding::Utf8, Encoding::Utf8Bom, Encoding::Utf16Le, Encoding::Tcvn3,
            Encoding::Vni, Encoding::Windows1258, Encoding::Viscii, Encoding::Vps,
        ]),
    ) {
        let table = with_head(table);
        let rendered = render(&table, delimiter, '"', line_end);
        let document = text(encode(encoding, &rendered).expect("all letters"));
        prop_assert_eq!(document.encoding, encoding, "{:?}", &document.evidence);
        prop_assert_eq!(document.dialect.and_then(|d| d.delimiter), Some(delimiter as u8), "{}\n{}", rendered, document.dialect_evidence);
        prop_assert_eq!(rows(&document), table);
        assert_lines_add_up(&document);
    }

    #[test]
    fn other_quotes_escapes_and_blanks_come_back(
        table in table(2..7),
        delimiter in prop::sample::select(vec![", ", ",", ";", "|", ":"]),
        quote in prop::sample::select(vec!['"', '\'']),
        doubled in any::<bool>(),
    ) {
        let table = with_head(table);
        let escape = if doubled { quote } else { '\\' };
        let cell = |cell: &String| {
            let inner = cell.replace(quote, &format!("{escape}{quote}"));
            format!("{quote}{inner}{quote}")
        };
        let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(delimiter);
        let rendered: String = table.iter().map(|row| line(row) + "\n").collect();
        let document = text(rendered.as_str());
        prop_assert_eq!(rows(&document), table, "{}\n{}", rendered, document.dialect_evidence);
        let dialect = document.dialect.expect("a text has a dialect");
        prop_assert_eq!(dialect.quote, Some(quote as u8));
        let escaped = !doubled && rendered.contains('\\');
        prop_assert_eq!(dialect.escape, escaped.then_some(b'\\'));
    }

    #[test]
    fn tables_come_back_from_between_prose(
        table in table(4..7),
        above in prop::collection::vec(0..PROSE.len(), 0..8),
        below in prop::collection::vec(0..PROSE.len(), 0..3),
        delimiter in prop::sample::select(vec![';', '\t', '|']),
    ) {
        let table = with_head(table);
        let lines = |lines: &[usize]| -> String {
            lines.iter().map(|&line| format!("{}\n", quoted(PROSE[line], delimiter, '"'))).collect()
        };
        let rendered = lines(&above) + &render(&table, delimiter, '"', "\n") + &lines(&below);
        let document = text(rendered.as_str());
        let read = rows(&document);
        let from = above.len();
        prop_assert_eq!(&read[from..from + table.len()], &table[..], "{}\n{}", rendered, document.dialect_evidence);
        assert_lines_add_up(&document);
    }
}

proptest! {
    #[test]
    fn what_nobody_asks_the_reasons_for_is_read_the_same(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                ",", ", ", ";", "\t", ":", " ", "|", "\"", "'", "\\", "\n", "\r\n", "1", "08:30", "Lào",
                "Đoàn công tác", "câu dài có nhiều từ.", "\t\n", "3,5",
            ]),
            1..120,
        ),
    ) {
        let bytes = pieces.concat().into_bytes();
        let explained = Reader::new().read(&bytes, Format::Text);
        let unexplained = Reader::new().without_evidence().read(&bytes, Format::Text);
        let bare = |document: Result<Document, Unreadable>| {
            document.map(|document| Document {
                evidence: Vec::new(),
                dialect_evidence: String::new(),
                ..document
            })
        };
        prop_assert_eq!(bare(explained), bare(unexplained));
    }

    #[test]
    fn cells_are_trimmed_of_every_blank(cell in "[ \u{A0}\u{1680}\u{2003}\u{200B}\u{3000}\u{FEFF}\u{85}\t\naZ9.đĐếẠỹ́…]{0,4}") {
        let blank = |c: char| {
            c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{200C}' | '\u{200D}')
        };
        prop_assert_eq!(crate::document::trim(&cell), cell.trim_matches(blank));
    }
}
