//! Report 130/BC-SKHCN, read as it is: prose, two tables, a plan for 2021 dated 2020.

use super::workdir::{Workdir, project};
use serde_json::json;

const REPORT: &str = "inputs/2021/00_so-khoa-hoc-cong-nghe/130-BC-SKHCN.txt";

fn consolidated() -> Workdir {
    let work = Workdir::new();
    work.write(
        REPORT,
        std::fs::read(project().join(REPORT)).expect("the sample report"),
    );
    work.consolidate().exits(0);
    work
}

#[test]
fn its_totals_are_those_of_its_tables() {
    let report = consolidated().run_json();
    let plan = &report["totals"]["plan"];
    let figures = |direction: &str| {
        let part = &plan[direction];
        (
            part["delegations"].clone(),
            part["people"].clone(),
            part["person_days"].clone(),
        )
    };
    assert_eq!(figures("outbound"), (json!(2), json!(16), json!(88)));
    assert_eq!(figures("inbound"), (json!(2), json!(31), json!(237)));
    assert_eq!(report["totals"]["realised"]["outbound"]["delegations"], 0);
    assert_eq!(report["rows"]["read"], 4, "no row comes from the prose");
}

#[test]
fn countries_and_quarters_are_read_and_the_year_slip_is_a_warning() {
    let work = consolidated();
    let rows: Vec<_> = work
        .table("delegations.csv")
        .into_iter()
        .map(|row| {
            format!(
                "{} {} {}",
                row["direction"], row["countries"], row["quarter"]
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            "outbound LA Q3",
            "outbound TW Q2",
            "inbound LA outside_year",
            "inbound LA outside_year"
        ]
    );
    let slips: Vec<_> = work
        .table("findings.csv")
        .into_iter()
        .filter(|finding| finding["code"] == "O333")
        .collect();
    assert_eq!(slips.len(), 2);
    assert!(
        slips
            .iter()
            .all(|slip| slip["severity"] == "warning" && slip["cell"].contains("2020"))
    );
}

#[test]
fn every_line_is_in_one_class() {
    let report = consolidated().run_json();
    let lines = report["lines"].as_object().expect("an object");
    let text = std::fs::read_to_string(project().join(REPORT)).expect("text");
    assert_eq!(lines["total"], text.lines().count());
    let sum: u64 = lines
        .iter()
        .filter(|(key, _)| *key != "total")
        .filter_map(|(_, n)| n.as_u64())
        .sum();
    assert_eq!(lines["total"], sum);
    assert_eq!(
        (&lines["data"], &lines["header"], &lines["number_row"]),
        (&json!(4), &json!(2), &json!(2))
    );
}

#[test]
fn its_nil_return_for_2020_stands_in_the_ledger() {
    let ledger = consolidated().table("submissions.csv");
    let nil: Vec<_> = ledger
        .iter()
        .filter(|line| line["state"] == "nil")
        .collect();
    assert_eq!(nil.len(), 1, "{ledger:#?}");
    assert_eq!(
        (nil[0]["direction"].as_str(), nil[0]["kind"].as_str()),
        ("outbound", "realised")
    );
}
