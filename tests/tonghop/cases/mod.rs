//! Small submissions with their true rows, after what other readers of tables were reported to get wrong: each
//! is read right, or somebody is told; never another figure in silence.

use super::workdir::{Workdir, project};
use std::collections::BTreeMap;
use std::fs;

const REGISTER: &str =
    "slug,name,short_name,aliases,owes,from,to\nso-y-te,Sở Y tế,SYT,,outbound:plan,,\n";

type Line = BTreeMap<String, String>;

/// What is true of a case: a head of columns, rows, and lines of the submission that must be told.
struct Truth {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    told: Vec<String>,
}

impl Truth {
    fn read(case: &str) -> Truth {
        let path = project().join("tests/tonghop/cases").join(case);
        let text = fs::read_to_string(path.join("expected.txt")).expect("what is expected");
        let cells = |line: &str| line.split('\t').map(str::to_string).collect::<Vec<_>>();
        let mut lines = text.lines().skip_while(|line| !line.starts_with("name\t"));
        let columns = cells(lines.next().expect("a head"));
        let (told, rows): (Vec<&str>, Vec<&str>) = lines
            .filter(|line| !line.trim().is_empty())
            .partition(|line| line.starts_with("told\t"));
        Truth {
            columns,
            rows: rows.into_iter().map(cells).collect(),
            told: told
                .iter()
                .map(|line| line["told\t".len()..].to_string())
                .collect(),
        }
    }
}

fn consolidated(case: &str) -> Workdir {
    let work = Workdir::new();
    work.write("inputs/departments.csv", REGISTER);
    let folder = project().join("tests/tonghop/cases").join(case);
    for entry in fs::read_dir(folder).expect("a case").flatten() {
        if entry.file_name() != "expected.txt" {
            let name = entry.file_name().to_string_lossy().into_owned();
            let bytes = fs::read(entry.path()).expect("a submission");
            work.write(&format!("inputs/2021/so-y-te/{name}"), bytes);
        }
    }
    let code = work.run(&["consolidate", "--as-of", "2020-11-01"]).code();
    assert!(matches!(code, Some(0 | 1)), "{case}: {code:?}");
    work
}

/// Why a case is neither right nor told; none where it is.
fn silent(case: &str) -> Option<String> {
    let (truth, work) = (Truth::read(case), consolidated(case));
    let (rows, rejected) = (work.table("delegations.csv"), work.table("rejected.csv"));
    let mut asked = work.table("findings.csv");
    asked.retain(|finding| finding["severity"] != "info" && !finding["code"].starts_with("L50"));
    let of_file = |f: &Line| f["code"].starts_with(['T', 'B']) && f["severity"] == "error";
    let whole = asked.iter().any(of_file);
    let told = |line: &String| {
        asked
            .iter()
            .chain(&rejected)
            .any(|told| told["line"] == *line)
    };
    if let Some(line) = truth.told.iter().find(|line| !told(line)) {
        return Some(format!("nothing said at line {line}"));
    }
    let mut left = truth.rows.clone();
    let mut wrong = Vec::new();
    for row in &rows {
        let values: Vec<String> = truth.columns.iter().map(|c| row[c].clone()).collect();
        match left.iter().position(|right| *right == values) {
            Some(at) => drop(left.remove(at)),
            None => wrong.push(row),
        }
    }
    if !rows.is_empty() && asked.iter().any(|finding| finding["code"] == "T101") {
        return Some("refused, and yet read in part".to_string());
    }
    let quiet = wrong
        .iter()
        .find(|row| !told(&row["line"]))
        .filter(|_| !whole);
    let gone = left.len().saturating_sub(wrong.len());
    match quiet {
        Some(row) => Some(format!("a wrong row: {row:?}")),
        None if gone > rejected.len() && !whole => Some(format!("{gone} rows are gone")),
        None => None,
    }
}

/// Every case that nobody is known to misread.
fn cases() -> Vec<String> {
    let entries = fs::read_dir(project().join("tests/tonghop/cases")).expect("cases");
    let entries = entries.flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Cases that other parts still misread, each with the part: src/read, src/segment, src/interpret.
const OPEN: &[&str] = &["47-count-na", "47-count-word"];

#[test]
fn each_case_is_right_or_told() {
    let names = cases();
    assert_eq!(names.len(), 36);
    let closed = names.iter().filter(|name| !OPEN.contains(&name.as_str()));
    let silent: Vec<String> = closed
        .filter_map(|name| Some(format!("{name}: {}", silent(name)?)))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
#[ignore = "a count that cannot be read is still taken for one: an open fault"]
fn each_open_case_is_right_or_told() {
    let silent: Vec<String> = OPEN
        .iter()
        .filter_map(|name| Some(format!("{name}: {}", silent(name)?)))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}
