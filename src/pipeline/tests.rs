//! The accounting that fails a run.

use super::*;
use crate::discover;
use crate::model::dataset::LineAccount;
use crate::model::section::LineClass;
use std::path::PathBuf;

fn dataset() -> Dataset {
    let submission = discover::single(&PathBuf::from(file!())).unwrap();
    let mut file = FileRead::new(submission, String::new());
    file.lines.total = 3;
    file.lines.add(LineClass::Blank, 2);
    file.lines.add(LineClass::Prose, 1);
    let mut lines = LineAccount::default();
    lines.merge(&file.lines);
    Dataset {
        year: 2021,
        results_year: 2020,
        files: vec![file],
        lines,
        ..Dataset::default()
    }
}

#[test]
fn a_line_or_a_row_that_is_in_no_class_or_in_two_fails_the_run() {
    assert!(account(&dataset()).is_ok());
    let mut lost = dataset();
    lost.files[0].lines.total += 1;
    assert!(account(&lost).unwrap_err().to_string().contains("tests.rs"));
    let mut twice = dataset();
    twice.lines.add(LineClass::Blank, 1);
    assert!(account(&twice).is_err());
    let mut row = dataset();
    row.rows.read = 1;
    assert!(account(&row).is_err());
}
