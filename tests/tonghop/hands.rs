//! Files as many different clerks write them, each with the rows that a person reads in it.

use super::workdir::Workdir;
use std::collections::BTreeMap;
use std::fmt::Write;

/// One file after another: `=== name`, its text, `--- rejected rows`, and one line for each row
/// or nil return.
const FILES: &str = include_str!("hands.txt");

/// What a line for a row says, in this order; `-` is blank and `*` is not compared.
const COLUMNS: [&str; 11] = [
    "direction",
    "kind",
    "countries",
    "count",
    "people",
    "days",
    "quarter",
    "funding",
    "amount_vnd",
    "amount_usd",
    "status",
];

type Row = BTreeMap<String, String>;

struct Case<'t> {
    name: &'t str,
    text: &'t str,
    rejected: usize,
    rows: Vec<Vec<&'t str>>,
    /// Direction and kind of each nil return.
    nil: Vec<Vec<&'t str>>,
}

fn cases() -> Vec<Case<'static>> {
    let case = |piece: &'static str| {
        let (name, rest) = piece.split_once('\n').expect("a name");
        let (text, truth) = rest.rsplit_once("\n--- ").expect("the rows");
        let (rejected, rows) = truth.split_once('\n').expect("rejected rows");
        let rows = rows.lines().map(|row| row.split(' ').collect());
        let (nil, rows) = rows.partition(|row: &Vec<&str>| row[0] == "nil");
        Case {
            name,
            text,
            rejected: rejected.parse().expect("a number"),
            rows,
            nil,
        }
    };
    FILES.split("=== ").skip(1).map(case).collect()
}

fn of(rows: &[Row], folder: &str) -> Vec<Row> {
    let here = |row: &&Row| row["file"].split('/').any(|part| part == folder);
    let mut found: Vec<Row> = rows.iter().filter(here).cloned().collect();
    found.sort_by_key(|row| row["line"].parse::<u32>().expect("a line"));
    found
}

#[test]
fn every_hand_is_read_as_a_person_reads_it() {
    let work = Workdir::new();
    let cases = cases();
    for (at, case) in cases.iter().enumerate() {
        work.write(&format!("inputs/2021/dep-{at}/{}", case.name), case.text);
    }
    let run = work.run(&["consolidate", "--as-of", "2020-11-01"]);
    run.exits(1);
    let (accepted, rejected) = (work.table("delegations.csv"), work.table("rejected.csv"));
    let ledger = work.table("submissions.csv");
    let mut wrong = String::new();
    for (at, case) in cases.iter().enumerate() {
        let folder = format!("dep-{at}");
        let rows = of(&accepted, &folder);
        let back = of(&rejected, &folder).len();
        if (rows.len(), back) != (case.rows.len(), case.rejected) {
            let expected = (case.rows.len(), case.rejected);
            let found = (rows.len(), back);
            writeln!(wrong, "{}: {found:?} rows, not {expected:?}", case.name).expect("text");
        }
        for nil in &case.nil {
            let of = |line: &&Row| {
                line["department"] == folder
                    && line["direction"] == nil[1]
                    && line["kind"] == nil[2]
            };
            let state = ledger.iter().find(of).map(|line| line["state"].as_str());
            if state != Some("nil") {
                writeln!(wrong, "{}: {nil:?} is {state:?}", case.name).expect("text");
            }
        }
        for (row, truth) in rows.iter().zip(&case.rows) {
            for (column, expected) in COLUMNS.iter().zip(truth) {
                let expected = if *expected == "-" { "" } else { expected };
                let found = &row[*column];
                if expected != "*" && found != expected {
                    let line = &row["line"];
                    writeln!(
                        wrong,
                        "{}:{line}: {column} is {found:?}, not {expected:?}",
                        case.name
                    )
                    .expect("text");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(accepted.len() > 150, "{}", accepted.len());
}

#[test]
fn a_row_that_a_comma_cut_is_answered_whole_and_shown_as_written() {
    let work = Workdir::with_submission(
        "KẾ HOẠCH ĐOÀN RA NĂM 2021\n\
         TT,Tên đoàn,Trưởng đoàn,Nước đi,Nội dung,Số người,Số ngày,Thời gian,Kinh phí\n\
         1,Đoàn A,GĐ,Lào,Học tập, trao đổi,5,3,Quý I,NSNN\n\
         2,Đoàn B,GĐ,Lào,Hội đàm,6,2,Quý II,NSNN\n",
    );
    let shown = work.run(&[
        "inspect",
        "inputs/2021/so-y-te/bao cao.csv",
        "--format",
        "csv",
    ]);
    shown
        .exits(0)
        .says(&["1,Đoàn A,GĐ,Lào,Học tập, trao đổi,5,3,Quý I,NSNN"]);
    work.consolidate().exits(0);
    let (totals, rows) = (
        work.run_json()["totals"].clone(),
        work.table("delegations.csv"),
    );
    assert_eq!(rows[0]["content"], "Học tập, trao đổi");
    let answer = std::fs::read(work.path("outputs/2021/feedback/so-y-te.xlsx")).expect("an answer");
    work.write("inputs/2021/so-y-te/tra loi.xlsx", answer);
    work.consolidate().exits(0);
    assert_eq!(work.run_json()["totals"], totals);
    assert_eq!(
        work.table("delegations.csv")[0]["content"],
        "Học tập, trao đổi"
    );
}
