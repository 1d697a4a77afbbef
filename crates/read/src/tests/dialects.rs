//! Dialects: one line each, the file and what one of its rows must become.

use super::*;

type Case = (
    &'static str,
    &'static str,
    Option<u8>,
    Option<u8>,
    &'static [&'static str],
);

/// Name, file, delimiter, quote, and the cells of the second row.
const CASES: [Case; 40] = [
    (
        "commas",
        "a,b,c\n1,2,3\n",
        Some(b','),
        None,
        &["1", "2", "3"],
    ),
    (
        "semicolons",
        "a;b;c\n1;2;3\n",
        Some(b';'),
        None,
        &["1", "2", "3"],
    ),
    (
        "tabs",
        "a\tb\tc\n1\t2\t3\n",
        Some(b'\t'),
        None,
        &["1", "2", "3"],
    ),
    (
        "bars",
        "a|b|c\n1|x, y|3\n",
        Some(b'|'),
        None,
        &["1", "x, y", "3"],
    ),
    (
        "colons",
        "a:b:c\n1:x:3\n2:y:4\n",
        Some(b':'),
        None,
        &["1", "x", "3"],
    ),
    (
        "tildes",
        "a~b~c\n1~2~3\n4~5~6\n",
        Some(b'~'),
        None,
        &["1", "2", "3"],
    ),
    (
        "carets",
        "a^b^c\n1^2^3\n4^5^6\n",
        Some(b'^'),
        None,
        &["1", "2", "3"],
    ),
    (
        "hashes",
        "a#b#c\n1#2#3\n4#5#6\n",
        Some(b'#'),
        None,
        &["1", "2", "3"],
    ),
    (
        "unit separators",
        "a\x1fb\x1fc\n1\x1f2\x1f3\n",
        Some(0x1F),
        None,
        &["1", "2", "3"],
    ),
    (
        "blanks between numbers",
        "1.0 2.0 3.0\n4.0 5.0 6.0\n",
        Some(b' '),
        None,
        &["4.0", "5.0", "6.0"],
    ),
    (
        "comma and blank",
        "a, b, c\n1, 2, 3\n",
        Some(b','),
        None,
        &["1", "2", "3"],
    ),
    (
        "comma, blank, quotes",
        "a, b, c\n1, \"x, y\", 3\n4, 5, 6\n",
        Some(b','),
        Some(b'"'),
        &["1", "x, y", "3"],
    ),
    (
        "plus and blank",
        "A's+ B C+ 1/2/03\nD+ E F+ 2/3/04\nG+ H+ 3/4/05\n",
        Some(b'+'),
        None,
        &["D", "E F", "2/3/04"],
    ),
    (
        "blanks at some cells only",
        "a,b\nx, y\nz,w\n",
        Some(b','),
        None,
        &["x", " y"],
    ),
    (
        "single quotes",
        "'a','b'\n'x, y','z'\n",
        Some(b','),
        Some(b'\''),
        &["x, y", "z"],
    ),
    (
        "single quotes doubled",
        "'H''s':'A B':'1/2'\n'S ''f'' c':'L':'2/3'\n",
        Some(b':'),
        Some(b'\''),
        &["S 'f' c", "L", "2/3"],
    ),
    (
        "some single quotes",
        "'a'|'b'|'c'\n'd'|e|f\n",
        Some(b'|'),
        Some(b'\''),
        &["d", "e", "f"],
    ),
    (
        "apostrophes",
        "a,b\nit's,'tis\nrock 'n' roll,y\n",
        Some(b','),
        None,
        &["it's", "'tis"],
    ),
    (
        "all quoted",
        "\"a\",\"b\"\n\"1\",\"2\"\n",
        Some(b','),
        Some(b'"'),
        &["1", "2"],
    ),
    (
        "json in cells",
        "id,j\n1,\"{\"\"a\"\": 1, \"\"b\"\": 2}\"\n2,\"{}\"\n",
        Some(b','),
        Some(b'"'),
        &["1", "{\"a\": 1, \"b\": 2}"],
    ),
    (
        "paths end in backslashes",
        "id,p\n1,\"C:\\x\\\"\n2,\"D:\\y\\\"\n",
        Some(b','),
        Some(b'"'),
        &["1", "C:\\x\\"],
    ),
    (
        "decimal commas",
        "Tên;Số\nLào;75,5\nÚc;80,25\n",
        Some(b';'),
        None,
        &["Lào", "75,5"],
    ),
    (
        "only decimal commas",
        "1,5;2,5\n3,5;4,5\n5,5;6,5\n",
        Some(b';'),
        None,
        &["3,5", "4,5"],
    ),
    (
        "decimal commas and tabs",
        "x\ty\n1,5\t2,5\n3,5\t4,5\n",
        Some(b'\t'),
        None,
        &["1,5", "2,5"],
    ),
    (
        "dollars",
        "item;price\nA;$1,000\nB;$2,500\n",
        Some(b';'),
        None,
        &["A", "$1,000"],
    ),
    (
        "places",
        "id;pos\n1;16.1,107.2\n2;16.2,107.3\n",
        Some(b';'),
        None,
        &["1", "16.1,107.2"],
    ),
    (
        "times",
        "time,v\n12:00:01,5\n12:00:02,6\n",
        Some(b','),
        None,
        &["12:00:01", "5"],
    ),
    (
        "dates and times",
        "2020-01-01 12:00:01,5\n2020-01-01 12:00:02,6\n",
        Some(b','),
        None,
        &["2020-01-01 12:00:02", "6"],
    ),
    (
        "addresses",
        "n,u\nA,http://a.com/x?y=1&z=2\nB,http://b.com/\n",
        Some(b','),
        None,
        &["A", "http://a.com/x?y=1&z=2"],
    ),
    (
        "text with commas",
        "a;b\nHello, world, this;is, a\nMore, text;and, another\n",
        Some(b';'),
        None,
        &["Hello, world, this", "is, a"],
    ),
    (
        "empty columns",
        ",,\n1,,\n,2,\n",
        Some(b','),
        None,
        &["1", "", ""],
    ),
    (
        "a column of times",
        "12:30\n12:45\n13:00\n",
        None,
        None,
        &["12:45"],
    ),
    (
        "a column of dates",
        "2020-01-02\n2020-02-03\n",
        None,
        None,
        &["2020-02-03"],
    ),
    (
        "a column of names",
        "Nguyễn Văn An\nTrần Thị Bé\nLê Văn Ca\n",
        None,
        None,
        &["Trần Thị Bé"],
    ),
    (
        "a column of words",
        "name\nalpha\nbeta\n",
        None,
        None,
        &["alpha"],
    ),
    (
        "a quoted column",
        "\"name\"\n\"be,ta\"\n",
        None,
        Some(b'"'),
        &["be,ta"],
    ),
    (
        "sentences",
        "The quick brown fox jumps\nover the lazy dog today\n",
        None,
        None,
        &["over the lazy dog today"],
    ),
    (
        "prose",
        "Kính gửi Sở Ngoại vụ, Ủy ban tỉnh.\nThực hiện công văn, ngày 10, chúng tôi báo cáo:\nNăm 2020, không có đoàn ra, đoàn vào.\n",
        None,
        None,
        &["Thực hiện công văn, ngày 10, chúng tôi báo cáo:"],
    ),
    (
        "a table under prose",
        "BÁO CÁO\nNăm 2020, không có đoàn.\nSTT\tNước\tSố\n1\tLào\t2\n2\tÚc, Mỹ\t3\n",
        Some(b'\t'),
        None,
        &["Năm 2020, không có đoàn."],
    ),
    (
        "titles above",
        "Danh sách đoàn, năm 2021;;\n;;\nSTT;Nước;Số\n1;Lào;2\n",
        Some(b';'),
        None,
        &["", "", ""],
    ),
];

#[test]
fn each_dialect_is_found() {
    for (name, bytes, delimiter, quote, second) in CASES {
        let read = text(bytes);
        let dialect = read.dialect.expect("a text has a dialect");
        assert_eq!(
            dialect.delimiter, delimiter,
            "{name}: {}",
            read.dialect_evidence
        );
        assert_eq!(dialect.quote, quote, "{name}");
        assert_eq!(cells(&read, 1), second, "{name}");
    }
}

#[test]
fn a_stated_delimiter_is_heeded() {
    let read = text("sep=;\r\na,b;c\r\n\"x;y\";1,2\r\n");
    assert_eq!(
        read.dialect.and_then(|dialect| dialect.delimiter),
        Some(b';')
    );
    assert_eq!(cells(&read, 2), ["x;y", "1,2"]);
}

#[test]
fn a_quote_before_any_cell_spoils_only_that_cell() {
    let right = [
        vec!["STT", "Tên đoàn", "Nước đi", "Số người", "Ghi chú"],
        vec![
            "1",
            "Đoàn Sở Y tế, Bệnh viện",
            "Lào",
            "08",
            "Theo \"thư mời\"",
        ],
        vec!["2", "Đoàn 24\" khung", "Thái Lan", "06", "x"],
        vec!["3", "Đoàn lãnh đạo", "Úc", "05", ""],
    ];
    let quoted = |cell: &str| {
        let needs = cell.contains([',', '"']);
        if needs {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_string()
        }
    };
    for row in 0..4 {
        for column in 0..5 {
            let mut lines: Vec<Vec<String>> = right
                .iter()
                .map(|row| row.iter().map(|cell| quoted(cell)).collect())
                .collect();
            lines[row][column].insert(0, '"');
            let bytes: String = lines.iter().map(|line| line.join(",") + "\n").collect();
            let read = rows(&text(bytes.as_str()));
            assert_eq!(read.len(), 4, "{row} {column}");
            for (index, line) in read.iter().enumerate().filter(|&(index, _)| index != row) {
                assert_eq!(*line, right[index], "{row} {column}");
            }
            assert_eq!(read[row].len(), 5, "{row} {column}: {:?}", read[row]);
        }
    }
}
