//! Nil returns: in a heading, in a row, below a table, in prose.

use super::*;
use crate::model::section::{Kind, Nil};

const OUT: Option<Direction> = Some(Direction::Outbound);
const IN: Option<Direction> = Some(Direction::Inbound);
const HEAD: &str = "TT,Tên đoàn,Trưởng đoàn,Quốc gia,Số người,Số ngày,Thời gian,Kinh phí,Ghi chú";
const ROW: &str = "1,Đoàn công tác Sở A,Giám đốc,CHDCND Lào,08,05,Quý III/2021,NSNN,";

#[test]
fn nil_returns_are_told_from_empty_tables() {
    let cases = [
        ("I. ĐOÀN RA: Không có".to_owned(), Some(Nil::Stated)),
        ("I. ĐOÀN RA (không có)".to_owned(), Some(Nil::Stated)),
        ("I. ĐOÀN RA - Không phát sinh".to_owned(), Some(Nil::Stated)),
        ("I. ĐOÀN RA\nKhông có".to_owned(), Some(Nil::Stated)),
        ("I. ĐOÀN RA\nKhông phát sinh.".to_owned(), Some(Nil::Stated)),
        (
            format!("I. ĐOÀN RA\n{HEAD}\nKhông có đoàn ra,,,,,,,,"),
            Some(Nil::Stated),
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\n1,Không có đoàn ra,,,,,,,"),
            Some(Nil::Stated),
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\n1,Trong năm không có đoàn ra nào,,,,,,,"),
            Some(Nil::Stated),
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\n1,Trong năm không có đoàn ra nào,-,-,0,0,-,-,"),
            Some(Nil::Stated),
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\n,Không,,,,,,,"),
            Some(Nil::Stated),
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\n1,Không có,-,-,0,0,,,"),
            Some(Nil::Stated),
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\n1,,,,,,,,\n2,,,,,,,,"),
            Some(Nil::Unconfirmed),
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\n1,…,…,…,…,…,…,…,"),
            Some(Nil::Unconfirmed),
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\n1,x,x,x,0,0,x,x,x"),
            Some(Nil::Unconfirmed),
        ),
        (format!("I. ĐOÀN RA\n{HEAD}"), Some(Nil::Unconfirmed)),
        (
            format!("I. ĐOÀN RA\n{HEAD}\nGhi chú: đơn vị không có đoàn ra."),
            Some(Nil::Stated),
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\nGhi chú: đơn vị không có đoàn vào."),
            Some(Nil::Unconfirmed),
        ),
        (format!("I. ĐOÀN RA\n{HEAD}\n{ROW}\nKhông có"), None),
    ];
    for (text, nil) in cases {
        let (_, found) = read(&text);
        let [section] = &found.sections[..] else {
            panic!("one section: {text}\n{found:?}")
        };
        assert_eq!(
            (section.direction, section.nil),
            (OUT, nil),
            "{text}\n{}",
            letters(&found)
        );
    }
}

#[test]
fn a_section_announced_and_left_empty_is_listed() {
    let cases = [
        ("-\n", Some(Nil::Unconfirmed)),
        ("Chưa có\n", Some(Nil::Unconfirmed)),
        ("", Some(Nil::Unconfirmed)),
        ("Không\n", Some(Nil::Stated)),
        ("Không phát sinh\n", Some(Nil::Stated)),
    ];
    for (answer, nil) in cases {
        let text = format!("I. ĐOÀN RA\n{answer}II. ĐOÀN VÀO\n{HEAD}\n{ROW}");
        let (_, found) = read(&text);
        assert_eq!(directions(&found), [OUT, IN], "{text}\n{}", letters(&found));
        assert_eq!(found.sections[0].nil, nil, "{text}");
        assert_eq!(found.sections[1].rows.len(), 1, "{text}");
    }
    let outlines = [
        format!("1. Đoàn ra\n2. Đoàn vào\nPHỤ LỤC 1. ĐOÀN RA\n{HEAD}\n{ROW}"),
        format!("KẾ HOẠCH ĐOÀN RA\nĐOÀN VÀO NĂM 2021\n{HEAD}\n{ROW}"),
    ];
    for text in outlines {
        let (_, found) = read(&text);
        let empty = found
            .sections
            .iter()
            .filter(|s| s.direction == OUT && s.rows.is_empty());
        assert_eq!(empty.count(), 0, "{text}\n{}", letters(&found));
    }
}

#[test]
fn a_file_that_says_no_more_than_none_is_a_nil_return() {
    let cases = [
        ("BÁO CÁO\nKính gửi: Sở Ngoại vụ\nKhông có", None),
        ("BÁO CÁO ĐOÀN RA, ĐOÀN VÀO\nKhông phát sinh", None),
        ("BÁO CÁO\nKhông có nhu cầu cử cán bộ đi nước ngoài", OUT),
        ("BÁO CÁO\nNăm 2021 không đón đoàn nước ngoài.", IN),
    ];
    for (text, direction) in cases {
        let document = document(text, '\t');
        let found = segment(&document, &HINTS);
        let said: Vec<_> = found
            .nil_statements
            .iter()
            .map(|said| said.direction)
            .collect();
        assert_eq!(said, [direction], "{text}\n{}", letters(&found));
        assert_eq!(found.notes, [], "{text}");
    }
}

#[test]
fn prose_alone_may_be_a_nil_return() {
    let text = "SỞ TƯ PHÁP\nKính gửi: Sở Ngoại vụ\nThực hiện Công văn số 936/SNgV-VP, Sở Tư pháp báo cáo: \
                năm 2020 không có đoàn ra và không có đoàn vào; năm 2021 không có kế hoạch đoàn ra, đoàn vào.";
    let document = document(text, '\t');
    let found = segment(&document, &HINTS);
    assert!(found.sections.is_empty());
    assert!(!found.nil_statements.is_empty());
    assert_eq!(found.notes, []);
    assert_eq!(found.department_names[0], "SỞ TƯ PHÁP");
}

#[test]
fn each_clause_of_a_nil_statement_speaks_of_its_own_year() {
    let (_, found) = read(
        "SỞ TƯ PHÁP\n\"Năm 2020 Sở không có đoàn ra, đoàn vào; năm 2021 không tổ chức đoàn ra.\"",
    );
    let said: Vec<_> = found
        .nil_statements
        .iter()
        .map(|s| (s.direction, s.kind, s.year))
        .collect();
    let expected = [
        (None, Kind::Realised, Some(2020)),
        (OUT, Kind::Plan, Some(2021)),
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_heading_with_both_directions_may_deny_one_or_both() {
    let cases = [
        ("Đoàn ra: Không có; Đoàn vào: Không có", vec![OUT, IN]),
        ("- Đoàn ra: 02 đoàn; đoàn vào: không có.", vec![IN]),
        ("Đoàn ra, đoàn vào: Không phát sinh", vec![None]),
    ];
    for (text, expected) in cases {
        let (_, found) = read(&format!("SỞ TƯ PHÁP\n\"{text}\""));
        let said: Vec<_> = found
            .nil_statements
            .iter()
            .map(|said| said.direction)
            .collect();
        assert_eq!(said, expected, "{text}\n{}", letters(&found));
    }
}

#[test]
fn a_sentence_of_two_years_denies_each_in_its_own() {
    let cases = [
        (
            "Sở không phát sinh đoàn ra, đoàn vào trong năm 2020 và không có nhu cầu năm 2021.",
            vec![(Kind::Realised, None), (Kind::Plan, None)],
        ),
        (
            "Năm 2020 Sở không tổ chức đoàn ra, không đón đoàn vào năm 2021",
            vec![(Kind::Realised, OUT), (Kind::Plan, IN)],
        ),
        (
            "Năm 2021 Sở không có kế hoạch đoàn ra, đoàn vào",
            vec![(Kind::Plan, None)],
        ),
    ];
    for (text, expected) in cases {
        let (_, found) = read(&format!("\"{text}\""));
        let found: Vec<_> = found
            .nil_statements
            .iter()
            .map(|s| (s.kind, s.direction))
            .collect();
        assert_eq!(found, expected, "{text}");
    }
}
