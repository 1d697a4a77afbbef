//! Findings on a terminal.

use super::{PLAIN, csv, file, finding};
use crate::model::dataset::FileRead;
use crate::model::document::{Document, Sheet};
use crate::model::finding::Finding;
use crate::show::{Lang, Style, findings};

fn shown(files: &[FileRead], all: &[Finding], style: &Style) -> String {
    let mut out = Vec::new();
    findings(&mut out, files, all, style).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_finding_says_where_what_and_how_to_fix_it() {
    let files = [file(
        "2021/so-y-te/a.csv",
        csv(&[&["TT", "Nước đi"], &["1", "Đoàn A", "Lèo", "08"]]),
    )];
    let mut unknown = finding("O302", 2, 3, "Lèo", &["Lèo", "Lào? "]);
    unknown.more_mut().suggestion = Some("Lào".into());
    let expected = "\
2021/so-y-te/a.csv:2:3: lỗi O302: Không nhận ra “Lèo”; cần tên nước, vùng lãnh thổ hoặc tổ chức.
   2 | 1;Đoàn A;Lèo;08
     |          ^^^
     = Lào? Sửa tên nước. Nếu tên đúng, thêm vào vocabulary/countries.csv.
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
        english.starts_with("2021/so-y-te/a.csv:2:3: error O302: “Lèo” is not recognised; "),
        "{english}"
    );
    assert!(
        english.contains("     = suggested: Lào\n\n1 error\n"),
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
     = Sửa tên nước. Nếu tên đúng, thêm vào vocabulary/countries.csv.
     + 8 vị trí khác: dòng 2 “X2”, dòng 3 “X3”, dòng 4 “X4”, dòng 5 “X5”, dòng 6 “X6”, …

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
    all[0].more_mut().suggestion = Some(nasty.into());
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
  = Sửa tên nước. Nếu tên đúng, thêm vào vocabulary/countries.csv.
  + 1 vị trí khác:
    Không nhận ra “Sở Tư pháp”; cần tên nước, vùng lãnh thổ hoặc tổ chức.

2 lỗi
";
    assert_eq!(text, expected);
    assert_eq!(
        shown(&[], &[], &PLAIN),
        "Không có nội dung nào cần xem lại.\n"
    );
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
