//! The feedback to departments, read back as a spreadsheet program would read them.

use super::*;
use crate::model::dataset::FileState;
use crate::model::document::{Document, Returned};
use crate::model::finding::{Finding, Lang, Place, Scope, Severity};
use crate::model::section::LineClass;
use crate::report::sample::{Owned, Sample, sample};
use calamine::{Data, Range, Reader, Xlsx};
use std::io::{Cursor, Read};
use std::sync::Arc;

/// The department whose submission has things to correct, and one without.
const FAULTY: u32 = 1;
const CLEAN: u32 = 2;

const ROWS: [&[&str]; 7] = [
    &["SỞ NÔNG NGHIỆP"],
    &["I. ĐOÀN RA"],
    &["TT", "Tên đoàn", "Nước đi", "Số người"],
    &["1", "Đoàn công tác", "Lèo", "08"],
    &[
        "2",
        "=HYPERLINK(\"http://example.test\")",
        "CHDCND Lào",
        "5-7",
    ],
    &["", "Tổng cộng", "", "15", ""],
    &["Người lập biểu"],
];
const CLASSES: [LineClass; 7] = [
    LineClass::Title,
    LineClass::Section,
    LineClass::Header,
    LineClass::Data,
    LineClass::Data,
    LineClass::Subtotal,
    LineClass::Footer,
];

fn finding(code: &'static str, severity: Severity, place: Place, values: [&str; 2]) -> Finding {
    Finding {
        code,
        severity,
        department: Some(FAULTY),
        file: Some(FAULTY),
        scope: Scope::Row(0),
        place,
        cell: values[0].into(),
        values: values.map(Arc::from).into_iter().collect(),
        fingerprint: 0,
        ..Finding::default()
    }
}

/// A place in the first sheet.
fn place(line: u32, column: u32) -> Place {
    Place {
        sheet: 0,
        line,
        column,
    }
}

fn campaign() -> Owned {
    let mut owned = sample(Sample::default());
    let file = &mut owned.dataset.files[FAULTY as usize];
    file.digest = "d1".repeat(32);
    file.keep(Document::from_rows(&ROWS.map(<[&str]>::to_vec)), Vec::new());
    file.segmentation.classes = vec![CLASSES.to_vec()];
    let mut wrong = finding("O302", Severity::Error, place(4, 3), ["Lèo", "Lào? "]);
    wrong.more_mut().suggestion = Some("Lào".into());
    let mut settled = finding("O313", Severity::Warning, place(5, 4), ["5-7", "7"]);
    settled.more_mut().explained = Some("chưa chốt".into());
    let row = finding("D402", Severity::Warning, place(5, 0), ["", ""]);
    owned.dataset.findings = vec![row, settled, wrong];
    owned
}

fn opened(bytes: &[u8]) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook")
}

fn written(owned: &Owned, department: u32, lang: Lang) -> Vec<u8> {
    let rooms = Rooms::share_out(&owned.dataset);
    let edition = owned.edition(lang);
    let choices = Choices::of(&edition);
    write(&edition, department, &rooms, &choices).expect("the workbook is written")
}

/// A part of the package as text; empty where there is none.
fn part(bytes: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut text = String::new();
    if let Ok(mut part) = package.by_name(name) {
        part.read_to_string(&mut text).expect("text");
    }
    text
}

fn everything(bytes: &[u8]) -> String {
    let package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let names: Vec<String> = package
        .file_names()
        .map(|name| name.expect("a name").into_owned())
        .collect();
    names.iter().map(|name| part(bytes, name)).collect()
}

fn cell(range: &Range<Data>, row: usize, column: usize) -> String {
    let value = range.get_value((row as u32, column as u32));
    value.map_or_else(String::new, ToString::to_string)
}

#[test]
fn a_copy_holds_the_cells_of_the_submission_as_written_and_room_to_explain() {
    let mut book = opened(&written(&campaign(), FAULTY, Lang::Vi));
    assert_eq!(book.sheet_names(), ["Hướng dẫn", "danh-sach"]);
    let range = book.worksheet_range("danh-sach").expect("a copy");
    for (row, cells) in ROWS.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            assert_eq!(&cell(&range, row, column), text, "{row} {column}");
        }
    }
    assert_eq!(cell(&range, 2, 4), "Giải trình");
    let others = (0..ROWS.len()).filter(|row| *row != 2);
    for row in others {
        assert_eq!(cell(&range, row, 4), "", "{row}");
    }
    let formulas = book.worksheet_formula("danh-sach").expect("a copy");
    assert_eq!(formulas.used_cells().count(), 0);
}

#[test]
fn a_faulty_cell_says_what_is_wrong_what_is_expected_and_what_to_write() {
    let bytes = written(&campaign(), FAULTY, Lang::Vi);
    let notes = part(&bytes, "xl/comments1.xml");
    for place in ["ref=\"C4\"", "ref=\"A5\"", "ref=\"D5\""] {
        assert!(notes.contains(place), "{place}");
    }
    assert_eq!(notes.matches("<comment ").count(), 3);
    for words in [
        "LỖI O302: Không nhận ra “Lèo”",
        "Cần làm: Lào? Sửa tên nước",
        "Đề nghị ghi: Lào",
        "LƯU Ý O313",
        "Đã giải trình: chưa chốt",
    ] {
        assert!(notes.contains(words), "{words}\n{notes}");
    }
    let styles = part(&bytes, "xl/styles.xml");
    for fill in ["FFFFC7CE", "FFFFEB9C", "FFDDEBF7"] {
        assert!(styles.contains(fill), "{fill}");
    }
}

#[test]
fn the_guide_lists_errors_first_with_a_link_and_what_was_explained_no_more() {
    let mut book = opened(&written(&campaign(), FAULTY, Lang::Vi));
    let range = book.worksheet_range("Hướng dẫn").expect("the guide");
    let texts: Vec<Vec<String>> = range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect();
    let said = |words: &str| texts.iter().flatten().any(|text| text.contains(words));
    assert!(said("Có 1 lỗi phải sửa và 1 nội dung cần xem lại"));
    assert!(said("Hạn nộp 15/11/2020 đã qua"));
    assert!(said("Sở Ngoại vụ tỉnh Quảng Trị"));
    let listed = |code: &str| texts.iter().position(|row| row.iter().any(|t| t == code));
    let (error, warning) = (listed("O302"), listed("D402"));
    assert!(error.is_some() && error < warning);
    assert_eq!(listed("O313"), None);
    assert_eq!(texts[error.unwrap_or(0)][3], "C4");
}

#[test]
fn an_answer_names_what_it_replaces_and_a_receipt_replaces_nothing() {
    let owned = campaign();
    let answer = part(&written(&owned, FAULTY, Lang::Vi), "docProps/custom.xml");
    assert!(answer.contains(&format!("name=\"{}\"", Returned::ANSWERS)));
    assert!(answer.contains(&"d1".repeat(32)));
    let receipt = written(&owned, CLEAN, Lang::Vi);
    assert!(!everything(&receipt).contains(Returned::ANSWERS));
    let mut book = opened(&receipt);
    assert_eq!(book.sheet_names().len(), 1);
    let range = book.worksheet_range("Hướng dẫn").expect("the receipt");
    let first = labels::RECEIPT_TITLE.vi;
    assert!(range.used_cells().any(|(_, _, v)| *v == *first));
}

#[test]
fn nothing_of_a_secret_document_is_shown_but_its_path() {
    let mut owned = campaign();
    let file = &mut owned.dataset.files[FAULTY as usize];
    file.secret = true;
    file.state = FileState::Rejected;
    let shown = everything(&written(&owned, FAULTY, Lang::Vi));
    assert!(shown.contains("danh-sach.csv"));
    assert!(!shown.contains("Đoàn công tác") && !shown.contains("NÔNG NGHIỆP\n"));
    assert!(!shown.contains(Returned::ANSWERS));
}

#[test]
fn a_long_submission_shows_its_faults_first_and_does_not_pretend_to_be_whole() {
    let mut owned = campaign();
    let mut rows: Vec<Vec<&str>> = ROWS.map(<[&str]>::to_vec).into();
    let mut classes = CLASSES.to_vec();
    for _ in 0..6_000 {
        rows.push(vec!["3", "Đoàn", "Lào", "1"]);
        classes.push(LineClass::Data);
    }
    let last = rows.len() as u32;
    let file = &mut owned.dataset.files[FAULTY as usize];
    file.keep(Document::from_rows(&rows), Vec::new());
    file.segmentation.classes = vec![classes];
    let late = finding("O302", Severity::Error, place(last, 3), ["Lào", ""]);
    owned.dataset.findings.push(late);
    let bytes = written(&owned, FAULTY, Lang::Vi);
    let mut book = opened(&bytes);
    let range = book.worksheet_range("danh-sach").expect("a copy");
    assert_eq!(range.height(), 5_000);
    assert!(part(&bytes, "xl/comments1.xml").contains("ref=\"C5000\""));
    assert!(!everything(&bytes).contains(Returned::ANSWERS));
    let guide = book.worksheet_range("Hướng dẫn").expect("the guide");
    let cut = "Chỉ hiện 5.000 trong 6.007 dòng";
    assert!(
        guide
            .used_cells()
            .any(|(_, _, v)| v.to_string().contains(cut))
    );
}

#[test]
fn sheets_keep_their_names_as_far_as_two_may_share_a_workbook() {
    let mut owned = campaign();
    let mut twin = owned.dataset.files[FAULTY as usize].clone();
    twin.submission.path = "2021/so-nong-nghiep/x/danh-sach.csv".into();
    owned.dataset.files.push(twin);
    let mut odd = owned.dataset.files[FAULTY as usize].clone();
    odd.submission.path = format!("2021/so-nong-nghiep/[{}].csv", "dài ".repeat(20));
    owned.dataset.files.push(odd);
    let book = opened(&written(&owned, FAULTY, Lang::Vi));
    let names = book.sheet_names();
    assert_eq!(names[1..3], ["danh-sach", "danh-sach (2)"]);
    assert_eq!(names[3], "dài dài dài dài dài dài dài dài");
}

#[test]
fn every_department_that_sent_something_is_answered_the_same_each_time() {
    let owned = campaign();
    let edition = owned.edition(Lang::En);
    let answers = || -> Vec<(String, Vec<u8>)> {
        let all = all(&edition);
        all.map(|(name, bytes)| (name, bytes.expect("a workbook")))
            .collect()
    };
    let first = answers();
    let names: Vec<&str> = first.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "so-khoa-hoc-cong-nghe",
        "so-nong-nghiep",
        "so-y-te",
        "ubnd-tp-dong-ha",
    ];
    assert_eq!(names, expected.map(|slug| format!("feedback/{slug}.xlsx")));
    assert!(first == answers());
    let mut english = opened(&first[FAULTY as usize].1);
    assert_eq!(english.sheet_names()[0], "Read me");
    let range = english.worksheet_range("danh-sach").expect("a copy");
    assert_eq!(cell(&range, 2, 4), "Giải trình");
}

#[test]
fn a_table_that_is_missing_is_asked_for_without_any_copy() {
    let mut owned = campaign();
    let mut missing = finding("L504", Severity::Warning, place(0, 0), ["", ""]);
    missing.department = Some(CLEAN);
    missing.file = None;
    missing.values = ["Sở Y tế", "kết quả đoàn vào"]
        .map(Arc::from)
        .into_iter()
        .collect();
    owned.dataset.findings.push(missing);
    let bytes = written(&owned, CLEAN, Lang::Vi);
    let said = everything(&bytes);
    assert!(
        said.contains("Gửi bảng này; nếu không có đoàn"),
        "what to send"
    );
    assert!(
        !said.contains(labels::STEP_WARNINGS.vi),
        "no cell to look at"
    );
}
