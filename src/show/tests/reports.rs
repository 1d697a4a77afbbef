//! Ledger and run report on a terminal.

use super::{PLAIN, file, finding};
use crate::model::dataset::{Dataset, FileState, LedgerLine, LineAccount, RowAccount};
use crate::model::document::Document;
use crate::model::section::{Direction, Kind};
use crate::model::submission::Department;
use crate::model::summary::{Grand, Summary, Totals};
use crate::show::{Lang, Style, TABLES, ledger, run_report};

fn department(slug: &str, name: &str) -> Department {
    Department {
        slug: slug.into(),
        name: name.into(),
        short_name: name.into(),
        owes: TABLES.to_vec(),
        registered: true,
        ..Department::default()
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
        deadline: None,
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
            excluded: 0,
        },
        ..Dataset::default()
    }
}

#[test]
fn the_ledger_shows_every_department_against_the_four_tables() {
    let mut out = Vec::new();
    ledger(&mut out, &dataset(), None, &PLAIN).unwrap();
    let expected = "\
Tình hình nộp báo cáo 2021: kế hoạch 2021, kết quả 2020
Đơn vị      Ra, KH    Vào, KH   Ra, KQ    Vào, KQ   Lỗi  Cảnh báo
Sở Y tế     3 (−1)    12, trễ   không     trống?      1     1.200
Sở Tư pha\u{301}p  CHƯA NỘP  CHƯA NỘP  CHƯA NỘP  CHƯA NỘP

Tệp đã thay thế hoặc không được tính:
  đã thay thế: 2021/a.csv → 2021/a lan 2.csv
  bỏ qua: 2021/b.jpg (loại tệp khác)

2 đơn vị phải báo cáo; số bảng: 2 đã nộp, 1 không phát sinh, 1 để trống, 4 chưa nộp
KH: kế hoạch; KQ: kết quả; số: dòng được tính; (−n): dòng trả lại;
không: không phát sinh; ·: không phải nộp.
";
    assert_eq!(String::from_utf8(out).unwrap(), expected);
    let mut out = Vec::new();
    let style = Style {
        lang: Lang::En,
        ..PLAIN
    };
    ledger(&mut out, &dataset(), None, &style).unwrap();
    let english = String::from_utf8(out).unwrap();
    let table = "\
Department  Out plan  In plan   Out results  In results  Errors  Warnings
Sở Y tế     3 (−1)    12, late  none         empty?           1     1,200
Sở Tư pha\u{301}p  MISSING   MISSING   MISSING      MISSING
";
    assert!(english.contains(table), "{english}");
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
Dòng: 18 = 15 được tính, 1 hoãn, hủy hoặc trực tuyến, 2 trả lại
Đơn vị: 2 phải báo cáo, 4 bảng chưa nộp sau hạn

                         Đoàn  Lượt người  Tổng ngày công tác  Kinh phí (đồng)
Đoàn ra, kế hoạch 2021     79       1.036             5.920,5    1.862.500.000
Đoàn vào, kế hoạch 2021    79       1.036             5.920,5    1.862.500.000
Đoàn ra, kết quả 2020      79       1.036             5.920,5    1.862.500.000
Đoàn vào, kết quả 2020     79       1.036             5.920,5    1.862.500.000

1 lỗi, 1 cảnh báo
";
    assert_eq!(String::from_utf8(out).unwrap(), expected);
}
