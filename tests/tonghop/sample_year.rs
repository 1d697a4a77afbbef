//! The sample year in `inputs/` against the figures that are known from how it was made.

use super::workdir::Workdir;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Figures by table, kind, direction and key, written down when the sample was made.
const TRUTH: &str = include_str!("sample_year.csv");

#[test]
fn every_figure_is_the_one_that_the_sample_was_made_with() {
    let work = Workdir::with_sample_year();
    let mut truth = csv::Reader::from_reader(TRUTH.as_bytes());
    let mut published: BTreeMap<String, Vec<BTreeMap<String, String>>> = BTreeMap::new();
    let mut compared = 0;
    for line in truth.deserialize::<BTreeMap<String, String>>() {
        let mut line = line.expect("a line");
        let (table, key) = (
            line.remove("table").expect("table"),
            line.remove("key").expect("key"),
        );
        let name = table.trim_start_matches("by_").to_string();
        let rows = published
            .entry(table.clone())
            .or_insert_with(|| work.table(&format!("{table}.csv")));
        let at = rows.iter().position(|row| {
            row[&name] == key
                && row["kind"] == line["kind"]
                && row["direction"] == line["direction"]
        });
        let row = rows.remove(at.unwrap_or_else(|| panic!("{table} has no {key} {line:?}")));
        for (column, value) in &line {
            assert_eq!(
                &row[column], value,
                "{table} {key} {} {}: {column}",
                line["kind"], line["direction"]
            );
        }
        compared += 1;
    }
    assert!(compared > 80);
    for (table, rows) in published {
        assert!(
            rows.is_empty(),
            "{table} has figures that nobody put in: {rows:#?}"
        );
    }
}

#[test]
fn every_row_is_in_the_state_that_it_should_be_in() {
    let report = Workdir::with_sample_year().run_json();
    let rows = &report["rows"];
    let states =
        ["accepted", "not_held", "duplicate", "superseded"].map(|state| rows[state].clone());
    assert_eq!(states, [json!(167), json!(8), json!(3), json!(7)]);
    assert_eq!(
        report["files"]["rejected"], 3,
        "empty, secret, letters lost"
    );
    assert_eq!(report["departments"]["missing"], 6, "and a photo");
}

#[test]
fn the_order_and_number_of_threads_change_no_byte() {
    let work = Workdir::with_sample_year();
    let names = [
        "summary.xlsx",
        "report.html",
        "delegations.csv",
        "findings.csv",
        "submissions.csv",
        "run.json",
    ];
    let bytes = |folder: &str| {
        names.map(|name| {
            std::fs::read(work.path(folder).join("2021").join(name)).expect("an output")
        })
    };
    for threads in ["1", "2", "7"] {
        let out = format!("out{threads}");
        work.run(&[
            "consolidate",
            "-o",
            &out,
            "--threads",
            threads,
            "--as-of",
            "2020-12-01",
        ])
        .exits(1);
        assert!(bytes(&out) == bytes("outputs"), "{threads} threads");
    }
}

#[test]
fn where_the_workspace_lies_changes_no_byte() {
    let work = Workdir::with_sample_year();
    let copy = Command::new("cp")
        .arg("-r")
        .arg(work.path("inputs"))
        .arg(work.path("elsewhere"))
        .status();
    assert!(copy.expect("cp").success());
    for inputs in ["./inputs", "inputs/.", "elsewhere"] {
        work.run(&["consolidate", inputs, "-o", "out", "--as-of", "2020-12-01"])
            .exits(1);
        assert_eq!(
            work.read("out/2021/run.json"),
            work.read("outputs/2021/run.json"),
            "{inputs}"
        );
        std::fs::remove_dir_all(work.path("out")).expect("out");
    }
}

#[test]
fn every_link_of_the_page_leads_to_a_published_file() {
    let work = Workdir::with_sample_year();
    let page = work.read("outputs/2021/report.html");
    let links = page.split("href=\"").skip(1);
    let links = links.filter_map(|link| link.split('"').next());
    let files: BTreeSet<&str> = links.filter(|link| !link.starts_with('#')).collect();
    assert!(files.len() > 20, "{files:?}");
    for file in files {
        assert!(work.path("outputs/2021").join(file).is_file(), "{file}");
    }
}
