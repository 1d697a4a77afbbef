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
