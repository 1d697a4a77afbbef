//! Faults that were found by attacking the program: each folder beside this file is a workspace, and what is
//! right was decided before the program was asked.

mod across;
mod cells;
mod trust;

use super::workdir::{Run, Workdir, project};
use std::collections::BTreeMap;
use std::process::Command;

/// A row of a published table.
type Line = BTreeMap<String, String>;

/// The workspace of a fault.
fn workspace(fault: &str) -> Workdir {
    let work = Workdir::new();
    let from = project().join("tests/tonghop/faults").join(fault);
    let copied = Command::new("cp")
        .arg("-r")
        .arg(from.join("inputs"))
        .arg(work.path(""))
        .status();
    assert!(copied.expect("cp").success());
    work
}

/// Consolidates on the day of the faults.
fn consolidate(work: &Workdir) -> Run {
    work.run(&["consolidate", "--as-of", "2020-11-01", "--lang", "en"])
}

/// The workspace of a fault, consolidated with this exit code.
fn consolidated(fault: &str, exit: i32) -> Workdir {
    let work = workspace(fault);
    consolidate(&work).exits(exit);
    work
}

fn codes(work: &Workdir) -> Vec<String> {
    let findings = work.table("findings.csv").into_iter();
    findings.map(|finding| finding["code"].clone()).collect()
}

/// What a table says by department, in one column.
fn by_department(work: &Workdir, column: &str) -> Vec<(String, String)> {
    let lines = work.table("by_department.csv").into_iter();
    let line = |line: Line| (line["department"].clone(), line[column].clone());
    lines.map(line).collect()
}

/// Holds that each row has one of these values (separated by "|"), or that somebody is asked: a warning
/// or an error on its line, or the row sent back. Rows are named by department and name.
#[track_caller]
fn right_or_told(fault: &str, column: &str, expected: &[(&str, &str, &str)]) {
    let work = workspace(fault);
    consolidate(&work);
    let (rows, findings) = (work.table("delegations.csv"), work.table("findings.csv"));
    let rejected = work.table("rejected.csv");
    let is_told = |row: &Line| {
        findings.iter().any(|finding| {
            let here = finding["file"] == row["file"] && finding["line"] == row["line"];
            here && finding["severity"] != "info"
        })
    };
    let mut silent = Vec::new();
    for (department, name, right) in expected {
        let row = rows
            .iter()
            .find(|row| row["department"] == *department && row["name"] == *name);
        let Some(row) = row else {
            let back = rejected.iter().any(|row| row["text"].contains(name));
            if !back {
                silent.push(format!("{department} {name}: gone"));
            }
            continue;
        };
        if !right.split('|').any(|right| row[column] == right) && !is_told(row) {
            silent.push(format!(
                "{department} {name}: {:?}, not {right:?}",
                row[column]
            ));
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}
