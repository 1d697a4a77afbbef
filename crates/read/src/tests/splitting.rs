//! Rows: line ends, line breaks in cells, ragged rows, quotes that do not fit, NULs, long cells.

use super::*;
use crate::document::{Dialect, ReadNote};

#[test]
fn rows_are_cut_at_every_kind_of_line_end() {
    let cases: [(&str, &[&[&str]], u32); 10] = [
        ("a,b\n1,2\n", &[&["a", "b"], &["1", "2"]], 2),
        ("a,b\r\n1,2\r\n", &[&["a", "b"], &["1", "2"]], 2),
        ("a,b\r1,2\r", &[&["a", "b"], &["1", "2"]], 2),
        ("a,b\n1,2", &[&["a", "b"], &["1", "2"]], 2),
        (
            "a,b\r\n1,2\n3,4\r5,6",
            &[&["a", "b"], &["1", "2"], &["3", "4"], &["5", "6"]],
            4,
        ),
        ("a,b\n\n1,2\n\n", &[&["a", "b"], &[], &["1", "2"], &[]], 4),
        (
            "a,b\n1\n1,2,3\n,\n",
            &[&["a", "b"], &["1"], &["1", "2", "3"], &["", ""]],
            4,
        ),
        ("a,\"b\r\nc\"\n1,2\n", &[&["a", "b\r\nc"], &["1", "2"]], 3),
        (
            "a,b\n1,\"x\"\"y\"\n2,\"\"\n",
            &[&["a", "b"], &["1", "x\"y"], &["2", ""]],
            3,
        ),
        (" a ,b\n1, 2\n", &[&[" a ", "b"], &["1", " 2"]], 2),
    ];
    for (bytes, right, lines) in cases {
        let read = text(bytes);
        assert_eq!(rows(&read), right, "{bytes:?}");
        assert_eq!(read.lines, lines, "{bytes:?}");
        assert_lines_add_up(&read);
    }
}

#[test]
fn mixed_line_ends_are_noted_but_not_those_inside_cells() {
    assert_eq!(text("a,b\r\n1,2\n").notes[..], [ReadNote::MixedNewlines]);
    assert!(text("a,b\r\n\"1\n2\",3\r\n").notes.is_empty());
}

#[test]
fn an_unbalanced_quote_swallows_nothing() {
    let cases = [
        "id,txt\n1,\"open\n2,b\n3,c\n",
        "id,txt\n1,\"open\n2,\"b\"\n3,\"c\"\n",
        "id,txt\n1,\"open\n2,\"\"\n3,\"c\"\n",
    ];
    for bytes in cases {
        let read = text(bytes);
        assert_eq!(read.lines, 4, "{bytes}");
        assert_eq!(cells(&read, 1), ["1", "\"open"], "{bytes}");
        assert_eq!(cells(&read, 3), ["3", "c"], "{bytes}");
    }
    let noted = text(cases[1]).notes;
    assert_eq!(noted[..], [ReadNote::UnbalancedQuote { line: 2 }]);
    let prose = "\"Trích dẫn\tkhông đóng\nSTT\tTên\tSố\n1\tLào\t2\n2\tÚc\t3\n";
    assert_eq!(cells(&text(prose), 2), ["1", "Lào", "2"]);
}

#[test]
fn stray_quotes_stay_as_written() {
    let cases = [
        (
            "a,b\n\"He said \"hi\" to me\",1\n\"x, y\",2\n",
            "He said \"hi\" to me",
        ),
        ("a,b\n\"Sở\" Y tế,1\n\"x, y\",2\n", "\"Sở\" Y tế"),
        ("a,b\n5\" pipe,1\n\"x, y\",2\n", "5\" pipe"),
        ("a,b\n\"\"Lào\",1\n\"x, y\",2\n", "\"Lào"),
    ];
    for (bytes, cell) in cases {
        let read = text(bytes);
        assert_eq!(cells(&read, 1), [cell, "1"], "{bytes}");
        assert_eq!(cells(&read, 2), ["x, y", "2"], "{bytes}");
    }
}

#[test]
fn nuls_are_dropped_and_noted() {
    let read = text("a,b\n1\0,2\0\n3,4\n");
    assert_eq!(rows(&read), [["a", "b"], ["1", "2"], ["3", "4"]]);
    assert_eq!(read.notes[..], [ReadNote::NulBytes { line: 2, count: 2 }]);
}

#[test]
fn a_cell_beyond_the_limit_is_cut_and_noted() {
    let limits = ReadLimits {
        cell_bytes: 7,
        ..ReadLimits::default()
    };
    let bytes = "a,b\nx,\"Đoàn đoàn\"\"\"\n1,2\n";
    let read = read(bytes.as_ref(), Format::Text, &limits).expect("a text");
    assert_eq!(cells(&read, 1), ["x", "Đoàn "]);
    assert_eq!(
        read.notes[..],
        [ReadNote::CellTooLong {
            line: 2,
            column: 2,
            bytes: 14
        }]
    );
    assert_lines_add_up(&read);
}

#[test]
fn a_row_wider_than_any_spreadsheet_is_cut_and_noted() {
    let wide = "ab;".repeat(20_000);
    let read = text(format!("{wide}\n1;2\n"));
    assert_eq!(cells(&read, 0).len(), 1 << 14);
    assert_eq!(cells(&read, 1), ["1", "2"]);
    assert_eq!(
        read.notes[..],
        [ReadNote::RowTooWide {
            line: 1,
            columns: 20_001
        }]
    );
    assert_lines_add_up(&read);
}

#[test]
fn lines_beyond_the_most_rows_are_counted_and_noted() {
    let limits = ReadLimits {
        text_rows: 2,
        ..ReadLimits::default()
    };
    for (rest, lines) in [
        ("", 0),
        ("5,6\n", 1),
        ("5,6\r\n\r\n7,8", 3),
        ("\n\n\r\r\n", 4),
    ] {
        let bytes = format!("1,2\n3,4\n{rest}");
        let read = read(bytes.as_ref(), Format::Text, &limits).expect("a text");
        let beyond = ReadNote::RowsBeyond { line: 3, lines };
        assert_eq!(read.notes.contains(&beyond), lines > 0, "{rest:?}");
        assert_eq!(read.lines, 2 + lines, "{rest:?}");
        assert_eq!(cells(&read, 1), ["3", "4"]);
        assert_lines_add_up(&read);
    }
}

#[test]
fn what_does_not_occur_is_not_claimed() {
    let comma = |quote, escape| Dialect {
        delimiter: Some(b','),
        quote,
        escape,
    };
    let cases = [
        ("a,b\n1,2\n", comma(None, None)),
        ("a,b\n1,\"x\"\"y\"\n", comma(Some(b'"'), None)),
        (
            "a,b\n1,\"x \\\"y\\\", z\"\n2,\"w\"\n",
            comma(Some(b'"'), Some(b'\\')),
        ),
        ("a,b\nit's,2\n", comma(None, None)),
        (
            "alpha\nbeta\n",
            Dialect {
                delimiter: None,
                quote: None,
                escape: None,
            },
        ),
    ];
    for (bytes, dialect) in cases {
        assert_eq!(text(bytes).dialect, Some(dialect), "{bytes}");
    }
}

#[test]
fn quoting_that_begins_after_the_sample_is_still_quoting() {
    let mut bytes = "1,a,b\n".repeat(40_000);
    bytes.push_str("2,\"x, y\",\"z\"\n");
    let read = text(bytes);
    assert_eq!(cells(&read, 40_000), ["2", "x, y", "z"]);
    assert_eq!(read.dialect.and_then(|dialect| dialect.quote), Some(b'"'));
}

#[test]
fn the_guard_of_a_formula_is_taken_off() {
    let read = text("a,b,c\n'=1+1,\"'-nt-, \"\"x\"\"\",'tis\n'@x,'+84,'\n");
    assert_eq!(cells(&read, 1), ["=1+1", "-nt-, \"x\"", "'tis"]);
    assert_eq!(cells(&read, 2), ["@x", "+84", "'"]);
}
