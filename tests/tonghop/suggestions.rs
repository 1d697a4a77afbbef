//! What a finding proposes to write: its own rule has nothing to say about it, and nothing is lost.

use super::workdir::Workdir;
use serde_json::Value;

/// Cells of a row of the plan: country, people, days, period, funding.
const PLAIN: [&str; 5] = ["CHDCND Lào", "08", "05", "Quý III/2021", "NSNN"];
const COUNTRY: usize = 0;
const PEOPLE: usize = 1;
const DAYS: usize = 2;
const PERIOD: usize = 3;
const FUNDING: usize = 4;

/// A cell, the rule that asks about it, and what it proposes; `None` where only the department knows.
const CASES: [(usize, &str, &str, Option<&str>); 29] = [
    (COUNTRY, "Thái Lang", "O304", Some("Thái Lan")),
    (COUNTRY, "Lèo", "O302", Some("Lào")),
    (COUNTRY, "Lèo, Thái Lang", "O304", Some("Lào, Thái Lan")),
    (COUNTRY, "Lèo, Thái Lang", "O303", Some("Lào, Thái Lan")),
    (COUNTRY, "Xyzabc", "O302", None),
    (PEOPLE, "5-7", "O313", None),
    (PEOPLE, "15-20 người", "O313", None),
    (PEOPLE, "khoảng 10", "O313", Some("10")),
    (
        PEOPLE,
        "khoảng 02 đoàn/16 người",
        "O313",
        Some("02 đoàn/16 người"),
    ),
    (PEOPLE, "05-Jul", "O314", Some("5-7")),
    (PEOPLE, "O8", "O312", Some("08")),
    (PEOPLE, "O0", "O312", None),
    (PEOPLE, "đông người", "O312", None),
    (DAYS, "3-5 ngày", "O323", None),
    (DAYS, "khoảng 5 ngày", "O323", Some("5")),
    (DAYS, "1 tháng", "O323", Some("30")),
    (DAYS, "05-Jul", "O323", None),
    (DAYS, "l2", "O322", Some("12")),
    (PERIOD, "Sep-21", "O336", Some("Tháng 9/2021")),
    (PERIOD, "15-Sep-21", "O336", Some("15/09/2021")),
    (PERIOD, "44454", "O336", Some("15/09/2021")),
    (PERIOD, "Tháng 8 âm lịch", "O336", None),
    (PERIOD, "Tết Bunpimay", "O336", Some("Tháng 4/2021")),
    (PERIOD, "cuối năm", "O336", Some("Quý IV/2021")),
    (PERIOD, "Quốc khánh Lào 02/12", "O336", Some("02/12/2021")),
    (PERIOD, "Quý III/2020", "O333", Some("Quý III/2021")),
    (PERIOD, "cuối năm 2019 - đầu năm 2020", "O333", None),
    (PERIOD, "23/05/2012", "O333", Some("23/05/2021")),
    (FUNDING, "Zzz", "O342", None),
];

/// What `check` finds in a plan with these rows.
fn found(rows: &[[&str; 5]]) -> Vec<Value> {
    let header = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Số người;Số ngày;Thời gian thực hiện;Kinh phí";
    let mut text = format!("KẾ HOẠCH NĂM 2021\nI. ĐOÀN RA\n{header}\n");
    for (number, cells) in (1..).zip(rows) {
        let cells = cells.join(";");
        text.push_str(&format!(
            "{number};Đoàn công tác số {number};Giám đốc;{cells}\n"
        ));
    }
    let work = Workdir::with_submission(&text);
    let day = ["--format", "json", "--as-of", "2020-11-01"];
    let run = work.run(&[&["check", "inputs"][..], &day].concat());
    run.json().as_array().expect("a list").clone()
}

fn with(column: usize, text: &'static str) -> [&'static str; 5] {
    let mut cells = PLAIN;
    cells[column] = text;
    cells
}

#[test]
fn each_suggestion_keeps_what_was_written_and_is_accepted_by_its_rule() {
    let rows: Vec<[&str; 5]> = CASES.iter().map(|case| with(case.0, case.1)).collect();
    let first = found(&rows);
    let mut corrected = rows.clone();
    let mut failures = Vec::new();
    for (row, (column, text, code, suggested)) in CASES.iter().enumerate() {
        let own = |finding: &&Value| finding["line"] == row + 4 && finding["code"] == *code;
        let Some(finding) = first.iter().find(own) else {
            failures.push(format!("{text}: no {code}"));
            continue;
        };
        if finding["suggestion"].as_str() != *suggested {
            failures.push(format!("{text}: {}", finding["suggestion"]));
        }
        corrected[row][*column] = suggested.unwrap_or(PLAIN[*column]);
    }
    for finding in found(&corrected) {
        let line = finding["line"].as_u64().unwrap_or(0) as usize;
        let case = line.checked_sub(4).and_then(|row| CASES.get(row));
        if case.is_some_and(|case| finding["code"] == case.2) {
            failures.push(format!("asked again: {finding}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
