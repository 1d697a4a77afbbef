//! The exact text of findings, ledger and run report, in both languages.

use super::*;
use crate::model::dataset::{Dataset, FileRead, FileState, LedgerLine, LineAccount, RowAccount};
use crate::model::document::{Dialect, Document, Sheet};
use crate::model::finding::{Finding, Place, Scope};
use crate::model::submission::{Department, Format, Submission, Version};
use crate::model::summary::{Grand, Summary, Totals};

const PLAIN: Style = Style {
    color: false,
    width: 80,
    lang: Lang::Vi,
};

fn file(path: &str, document: Document) -> FileRead {
    let submission = Submission {
        path: path.to_string(),
        absolute: path.into(),
        year: Some(2021),
        folder: "so-y-te".into(),
        bytes: 1,
        format: Format::Text,
        version: Version::default(),
    };
    let mut file = FileRead::new(submission, String::new());
    file.document = Some(document);
    file
}

fn csv(rows: &[&[&str]]) -> Document {
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.to_vec()).collect();
    let mut document = Document::from_rows(&rows);
    document.dialect = Some(Dialect {
        delimiter: Some(b';'),
        quote: Some(b'"'),
        escape: None,
    });
    document
}

fn finding(code: &'static str, line: u32, column: u32, cell: &str, values: &[&str]) -> Finding {
    Finding {
        code,
        severity: if code == "O302" {
            Severity::Error
        } else {
            Severity::Warning
        },
        department: None,
        file: Some(0),
        scope: Scope::File,
        place: Place {
            sheet: 0,
            line,
            column,
        },
        cell: cell.to_string(),
        values: values.iter().map(|value| (*value).to_string()).collect(),
        suggestion: None,
        fingerprint: 0,
        explained: None,
    }
}

fn shown(files: &[FileRead], all: &[Finding], style: &Style) -> String {
    let mut out = Vec::new();
    findings(&mut out, files, all, style).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_finding_says_where_what_and_how_to_mend_it() {
    let files = [file(
        "2021/so-y-te/a.csv",
        csv(&[&["TT", "Nước đi"], &["1", "Đoàn A", "Lèo", "08"]]),
    )];
    let mut unknown = finding("O302", 2, 3, "Lèo", &["Lèo", "Lào? "]);
    unknown.suggestion = Some("Lào".into());
    let expected = "\
2021/so-y-te/a.csv:2:3: lỗi O302: Không nhận ra “Lèo”; cần tên nước, vùng lãnh thổ hoặc tổ chức.
   2 | 1;Đoàn A;Lèo;08
     |          ^^^
     = Lào? Sửa tên nước, hoặc thêm tên này vào vocabulary/countries.csv.
     = đề nghị: Lào
1 lỗi
";
    assert_eq!(shown(&files, &[unknown.clone()], &PLAIN), expected);
    let english = shown(
        &files,
        &[unknown],
        &Style {
            lang: Lang::En,
            ..PLAIN
        },
    );
    assert!(
        english.starts_with("2021/so-y-te/a.csv:2:3: error O302: “Lèo” is not known; "),
        "{english}"
    );
    assert!(
        english.contains("     = suggested: Lào\n1 error\n"),
        "{english}"
    );
}

#[test]
fn one_rule_in_many_rows_is_one_finding_with_its_places() {
    let rows: Vec<Vec<String>> = (1..=9)
        .map(|n| vec![n.to_string(), format!("X{n}")])
        .collect();
    let files = [file("a.csv", Document::from_rows(&rows))];
    let all: Vec<Finding> = (1..=9)
        .map(|line| {
            finding(
                "O302",
                line,
                2,
                &format!("X{line}"),
                &[&format!("X{line}"), ""],
            )
        })
        .collect();
    let expected = "\
a.csv:1:2: lỗi O302: Không nhận ra “X1”; cần tên nước, vùng lãnh thổ hoặc tổ chức.
   1 | 1 | X1
     |     ^^
     = Sửa tên nước, hoặc thêm tên này vào vocabulary/countries.csv.
     + 8 chỗ nữa: dòng 2 “X2”, dòng 3 “X3”, dòng 4 “X4”, dòng 5 “X5”, dòng 6 “X6”, …
9 lỗi
";
    assert_eq!(shown(&files, &all, &PLAIN), expected);
}

#[test]
fn no_escape_sequence_of_a_submission_reaches_the_terminal() {
    let nasty = "\u{1b}[31m\u{202e}oàL\u{7}";
    let files = [file(
        "2021/\u{1b}]0;x\u{7}/a\nb.csv",
        csv(&[&["1", nasty, "a\tb"]]),
    )];
    let mut all = vec![finding("O302", 1, 2, nasty, &[nasty, nasty])];
    all.push(finding("O302", 1, 3, nasty, &[nasty, nasty]));
    all[0].suggestion = Some(nasty.into());
    let text = shown(&files, &all, &PLAIN);
    assert!(
        !text.contains('\u{1b}') && !text.contains('\u{7}') && !text.contains('\u{202e}'),
        "{text}"
    );
    assert!(
        text.starts_with("2021/␛]0;x␇/a⏎b.csv:1:2: lỗi O302: "),
        "{text}"
    );
    assert!(
        text.contains("   1 | 1;␛[31m<U+202E>oàL␇;a⇥b\n     |   ^^^^^^^^^^^^^^^^^\n"),
        "{text}"
    );
}

#[test]
fn colours_come_only_when_they_are_asked_for() {
    let files = [file("a.csv", csv(&[&["1", "Lèo"]]))];
    let all = [finding("O302", 1, 2, "Lèo", &["Lèo", ""])];
    let text = shown(
        &files,
        &all,
        &Style {
            color: true,
            ..PLAIN
        },
    );
    assert!(
        text.starts_with("\u{1b}[1ma.csv:1:2: \u{1b}[0m\u{1b}[1;31mlỗi O302\u{1b}[0m: "),
        "{text:?}"
    );
    assert!(
        text.contains("     |   \u{1b}[1;31m^^^\u{1b}[0m\n"),
        "{text:?}"
    );
}

#[test]
fn a_workbook_is_spoken_of_by_sheet_and_cell() {
    let mut document = Document::from_rows(&[vec!["1", "Lèo"]]);
    document.sheets[0] = Sheet {
        name: "KH 2021".into(),
        ..document.sheets[0].clone()
    };
    let files = [file("a.xlsx", document)];
    let text = shown(
        &files,
        &[finding("O302", 1, 2, "Lèo", &["Lèo", ""])],
        &PLAIN,
    );
    assert!(text.starts_with("a.xlsx [KH 2021!B1]: lỗi O302"), "{text}");
}

#[test]
fn nothing_of_a_secret_file_is_shown() {
    let mut secret = file("mat.csv", csv(&[&["1", "nội dung mật"]]));
    secret.secret = true;
    let text = shown(&[secret], &[finding("O302", 1, 2, "", &["", ""])], &PLAIN);
    assert!(!text.contains("nội dung"), "{text}");
}

#[test]
fn findings_about_no_file_and_none_at_all_are_said_too() {
    let mut missing = finding("O302", 0, 0, "", &["Sở Y tế", ""]);
    missing.file = None;
    let mut other = missing.clone();
    other.values[0] = "Sở Tư pháp".into();
    let text = shown(&[], &[missing, other], &PLAIN);
    let expected = "\
lỗi O302: Không nhận ra “Sở Y tế”; cần tên nước, vùng lãnh thổ hoặc tổ chức.
  = Sửa tên nước, hoặc thêm tên này vào vocabulary/countries.csv.
  + 1 chỗ nữa: Không nhận ra “Sở Tư pháp”; cần tên nước, vùng lãnh thổ hoặc tổ chức.
2 lỗi
";
    assert_eq!(text, expected);
    assert_eq!(shown(&[], &[], &PLAIN), "Không có gì cần xem lại.\n");
}

#[test]
fn a_message_that_quotes_a_megabyte_is_cut() {
    let long = "dài ".repeat(250_000);
    let files = [file("a.csv", csv(&[&["1", &long]]))];
    let text = shown(
        &files,
        &[finding("O302", 1, 2, &long, &[&long, ""])],
        &PLAIN,
    );
    assert!(text.len() < 2_000, "{}", text.len());
}

fn department(slug: &str, name: &str) -> Department {
    Department {
        slug: slug.into(),
        name: name.into(),
        short_name: name.into(),
        aliases: Vec::new(),
        owes: TABLES.to_vec(),
        from: None,
        to: None,
        registered: true,
    }
}

fn line(department: u32, table: Option<usize>, state: &'static str, accepted: u64) -> LedgerLine {
    LedgerLine {
        department: Some(department),
        direction: table.map(|at| TABLES[at].0),
        kind: table.map(|at| TABLES[at].1),
        state,
        late: false,
        files: Vec::new(),
        rows: accepted,
        accepted,
        rejected: 0,
        errors: 0,
        warnings: 0,
        first_seen: String::new(),
        superseded_by: String::new(),
        note: String::new(),
    }
}

fn dataset() -> Dataset {
    let mut health = [
        line(0, Some(0), "submitted", 3),
        line(0, Some(1), "submitted", 12),
    ];
    (health[0].rejected, health[0].errors, health[0].warnings) = (1, 1, 1_200);
    health[1].late = true;
    let mut old = line(0, Some(0), "superseded", 2);
    (old.files, old.superseded_by) = (vec!["2021/a.csv".into()], "2021/a lan 2.csv".into());
    let mut photo = line(1, None, "ignored", 0);
    (photo.files, photo.note) = (vec!["2021/b.jpg".into()], "loại tệp khác".into());
    let mut ledger = health.to_vec();
    ledger.extend([
        line(0, Some(2), "nil", 0),
        line(0, Some(3), "nil_unconfirmed", 0),
        old,
    ]);
    ledger.extend((0..4).map(|table| line(1, Some(table), "missing", 0)));
    ledger.push(photo);
    let mut rejected = file("c.csv", Document::from_rows::<&str>(&[]));
    rejected.state = FileState::Rejected;
    Dataset {
        year: 2021,
        results_year: 2020,
        departments: vec![
            department("so-y-te", "Sở Y tế"),
            department("so-tu-phap", "Sở Tư pha\u{301}p"),
        ],
        files: vec![file("a.csv", Document::from_rows::<&str>(&[])), rejected],
        ignored: Vec::new(),
        after_deadline: Some(true),
        findings: vec![
            finding("O302", 0, 0, "", &[]),
            finding("O303", 0, 0, "", &[]),
        ],
        ledger,
        lines: LineAccount::default(),
        rows: RowAccount {
            read: 18,
            accepted: 15,
            not_held: 1,
            rejected: 2,
            duplicate: 0,
            superseded: 0,
        },
    }
}

#[test]
fn the_ledger_shows_every_department_against_the_four_tables() {
    let mut out = Vec::new();
    ledger(&mut out, &dataset(), &PLAIN).unwrap();
    let expected = "\
Tình hình nộp báo cáo 2021: kế hoạch 2021, kết quả 2020
Đơn vị      Ra, KH       Vào, KH       Ra, KQ    Vào, KQ   Lỗi  Cảnh báo
Sở Y tế     3 dòng (−1)  12 dòng, trễ  không có  trống?      1     1.200
Sở Tư pha\u{301}p  CHƯA NỘP     CHƯA NỘP      CHƯA NỘP  CHƯA NỘP

Tệp không được tính hoặc đã thay thế:
  đã thay thế: 2021/a.csv → 2021/a lan 2.csv
  bỏ qua: 2021/b.jpg (loại tệp khác)

2 đơn vị phải báo cáo; số bảng: 2 đã nộp, 1 không phát sinh, 1 để trống, 4 chưa nộp
";
    assert_eq!(String::from_utf8(out).unwrap(), expected);
}

#[test]
fn the_run_report_ends_a_run_with_its_figures() {
    let grand = |(direction, kind): (Direction, Kind)| Grand {
        kind,
        year: if kind == Kind::Plan { 2021 } else { 2020 },
        direction,
        totals: Totals {
            delegations: 79,
            people: 1_036,
            person_half_days: 11_841,
            amount_vnd: 1_862_500_000,
            ..Totals::default()
        },
        countries_excess: Totals::default(),
        departments_excess: Totals::default(),
        rejected: 0,
    };
    let summary = Summary {
        grand: TABLES.map(grand).to_vec(),
        ..Summary::default()
    };
    let mut out = Vec::new();
    run_report(&mut out, &dataset(), &summary, &PLAIN).unwrap();
    let expected = "\
Tổng hợp năm 2021
Tệp: 1 đọc được, 1 trả lại
Dòng: 18 = 15 được tính, 1 không tổ chức, 2 trả lại
Đơn vị: 2 phải báo cáo, 4 bảng chưa nộp sau hạn

                         Đoàn  Lượt người  Ngày-người  Kinh phí (đồng)
Đoàn ra, kế hoạch 2021     79       1.036     5.920,5    1.862.500.000
Đoàn vào, kế hoạch 2021    79       1.036     5.920,5    1.862.500.000
Đoàn ra, kết quả 2020      79       1.036     5.920,5    1.862.500.000
Đoàn vào, kết quả 2020     79       1.036     5.920,5    1.862.500.000

1 lỗi, 1 cảnh báo
Dòng bị trả lại, kèm lý do: rejected.csv
Từng phát hiện và cách sửa: findings.csv
Ai đã nộp, ai chưa: submissions.csv
";
    assert_eq!(String::from_utf8(out).unwrap(), expected);
}

#[test]
fn numbers_are_grouped_as_the_language_writes_them() {
    let cases = [
        ("0", "0", "0"),
        ("999", "999", "999"),
        ("1000", "1.000", "1,000"),
        ("1862500000", "1.862.500.000", "1,862,500,000"),
        ("-1234.5", "-1.234,5", "-1,234.5"),
    ];
    for (plain, vi, en) in cases {
        assert_eq!(
            (number(plain, Lang::Vi), number(plain, Lang::En)),
            (vi.into(), en.into())
        );
    }
}
