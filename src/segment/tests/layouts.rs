//! The order of lines of real tables, with a list of delegations put into them: each line keeps its class.
//!
//! `layouts.txt` has a table a line: the class of each of its lines as people saw it (t title, h header, g
//! group, d data, s total, n note, b blank) and its first filled column.

use super::{HINTS, check};
use crate::model::document::Document;
use crate::model::section::LineClass;
use crate::segment::segment;

const HEADER: [&str; 11] = [
    "TT",
    "Tên đoàn",
    "Trưởng đoàn",
    "Nước đi",
    "Đối tác làm việc",
    "Nội dung",
    "Số người",
    "Số ngày",
    "Thời gian thực hiện",
    "Nguồn kinh phí",
    "Ghi chú",
];
const ABOVE: [&str; 3] = [
    "SỞ Y TẾ",
    "DANH SÁCH ĐOÀN RA NĂM 2021",
    "Đơn vị tính: người",
];
const BELOW: [&str; 4] = [
    "Ghi chú: Số liệu dự kiến, có thể thay đổi theo tình hình thực tế.",
    "Nơi nhận:",
    "NGƯỜI LẬP BIỂU",
    "GIÁM ĐỐC",
];
const GROUPS: [&str; 3] = ["Các đoàn chuyên môn", "Quý I", "Các đơn vị trực thuộc"];

/// The rows of a layout, with the class of each.
fn made(layout: &str) -> (Vec<Vec<String>>, String) {
    let (classes, firsts) = layout.split_once(' ').expect("classes and columns");
    let lines: Vec<(char, usize)> = classes
        .chars()
        .zip(firsts.chars().map(|c| c.to_digit(36).unwrap_or(0) as usize))
        .collect();
    let data = lines.iter().filter(|(class, _)| *class == 'd');
    let pad = data.map(|(_, first)| *first).min().unwrap_or(0).min(3);
    let (mut rows, mut kept) = (Vec::new(), String::new());
    let (mut number, mut people, mut seen) = (0, 0, 0);
    for (at, &(class, first)) in lines.iter().enumerate() {
        let deep = lines[..at]
            .iter()
            .rev()
            .take_while(|(c, _)| *c == 'h')
            .count();
        let next = lines.get(at + 1).is_some_and(|(c, _)| *c == 'h');
        seen += 1;
        let cells: Vec<String> = match class {
            'h' => match header(deep, next) {
                Some(cells) => padded(pad, &cells),
                None => continue,
            },
            'd' => {
                number += 1;
                people += 2 + at % 9;
                padded(pad, &delegation(number, 2 + at % 9))
            }
            's' => {
                let mut cells = vec![String::new(); 11];
                cells[1] = "Tổng cộng".to_owned();
                cells[6] = if people > 0 { people } else { 99 }.to_string();
                padded(pad, &cells)
            }
            'g' => padded(first.min(pad + 1), &[GROUPS[seen % 3].to_owned()]),
            't' => padded(first, &[ABOVE[seen % 3].to_owned()]),
            'n' => padded(first, &[BELOW[seen % 4].to_owned()]),
            _ => vec![String::new(); 11],
        };
        rows.push(cells);
        kept.push(class);
    }
    (rows, kept)
}

/// Headers of one row, of two, and the numbers of the columns below them.
fn header(deep: usize, next: bool) -> Option<Vec<String>> {
    let all = HEADER.iter().map(|text| (*text).to_owned());
    match (deep, next) {
        (0, false) => Some(all.collect()),
        (0, true) => {
            let mut cells: Vec<String> = all.collect();
            cells[6] = "Số lượng".to_owned();
            cells[7].clear();
            Some(cells)
        }
        (1, _) => {
            let mut cells = vec![String::new(); 11];
            cells[6] = "Số người".to_owned();
            cells[7] = "Số ngày".to_owned();
            Some(cells)
        }
        (2, _) => Some((1..=11).map(|number: usize| number.to_string()).collect()),
        _ => None,
    }
}

fn delegation(number: usize, people: usize) -> Vec<String> {
    let countries = ["Lào", "Thái Lan", "Nhật Bản"];
    let name = format!("Đoàn công tác số {number}");
    let country = countries[number % 3];
    let (number, people) = (number.to_string(), format!("{people:02}"));
    let cells = [
        number.as_str(),
        &name,
        "Giám đốc Sở",
        country,
        "Sở Y tế bạn",
        "Trao đổi kinh nghiệm",
        &people,
        "05",
        "Quý II/2021",
        "NSNN",
        "",
    ];
    cells.map(str::to_owned).to_vec()
}

fn padded(pad: usize, cells: &[String]) -> Vec<String> {
    let blanks = std::iter::repeat_n(String::new(), pad);
    blanks.chain(cells.iter().cloned()).collect()
}

fn fits(class: char, found: LineClass) -> bool {
    use LineClass::*;
    match class {
        't' => matches!(found, Title | Prose | Section | Footer),
        'n' => matches!(found, Footer | Prose | Nil | Title),
        'h' => matches!(found, Header | NumberRow),
        'g' => matches!(found, Group | Section | Title),
        'd' => found == Data,
        's' => found == Subtotal,
        _ => matches!(found, Blank | Filler),
    }
}

#[test]
fn lines_of_real_tables_keep_their_classes() {
    let layouts = include_str!("layouts.txt");
    let (mut wrong, mut phantoms, mut lost) = (Vec::new(), 0, 0);
    for layout in layouts.lines() {
        let (rows, classes) = made(layout);
        let document = Document::from_rows(&rows);
        let found = segment(&document, &HINTS);
        check(&document, &found);
        let pairs = || classes.chars().zip(found.classes[0].iter().copied());
        phantoms += pairs()
            .filter(|(class, found)| *class != 'd' && *found == LineClass::Data)
            .count();
        lost += pairs()
            .filter(|(class, found)| *class == 'd' && *found != LineClass::Data)
            .count();
        if pairs().any(|(class, found)| !fits(class, found)) {
            wrong.push(layout);
        }
    }
    let all = layouts.lines().count();
    assert!(all >= 150, "{all} layouts");
    assert_eq!((phantoms, lost), (0, 0), "{wrong:#?}");
    assert!(
        wrong.len() * 100 <= all * 2,
        "{} of {all}: {wrong:#?}",
        wrong.len()
    );
}
