//! Rows, files and departments that were lost, doubled or taken for another's.

use super::{by_department, codes, consolidate, consolidated, workspace};

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(a, b): &(&str, &str)| ((*a).to_string(), (*b).to_string());
    pairs.iter().map(owned).collect()
}

#[test]
fn fault_01_a_row_without_a_direction_goes_back() {
    let work = consolidated("01", 1);
    let rows = work.run_json()["rows"].clone();
    assert_eq!(
        (&rows["accepted"], &rows["rejected"]),
        (&2.into(), &3.into())
    );
    let back = work.table("rejected.csv");
    assert_eq!(back.len(), 3);
    assert!(
        back.iter().all(|row| row["codes"].contains("B206")),
        "{back:?}"
    );
    assert_eq!(work.table("delegations.csv").len(), 2);
    let people = work
        .table("by_quarter.csv")
        .iter()
        .map(|l| l["people"].clone())
        .collect::<Vec<_>>();
    assert_eq!(people, ["5", "5"]);
}

#[test]
fn fault_01_a_rule_that_rejects_cannot_be_lowered_and_a_raised_one_sends_its_rows_back() {
    let work = workspace("01");
    for line in [
        "B206 = \"warning\"",
        "B206 = \"off\"",
        "O302 = \"info\"",
        "T104 = \"warning\"",
    ] {
        work.write("inputs/tonghop.toml", format!("[rules]\n{line}\n"));
        consolidate(&work).exits(2).says(&[&line[..4]]);
    }
    let raised = "[limits]\npeople = 4\n[rules]\nD403 = \"error\"\n";
    work.write("inputs/tonghop.toml", raised);
    consolidate(&work).exits(1);
    let rows = work.run_json()["rows"].clone();
    let asked = codes(&work).iter().filter(|code| *code == "D403").count();
    assert_eq!(asked, 5);
    assert_eq!(
        (&rows["accepted"], &rows["rejected"]),
        (&0.into(), &5.into())
    );
}

#[test]
fn fault_11_a_joint_delegation_of_three_departments_is_credited_to_all() {
    let work = consolidated("11", 0);
    let expected = [("dv0", "13"), ("dv1", "14"), ("dv2", "15")];
    assert_eq!(by_department(&work, "people"), pairs(&expected));
    assert_eq!(work.run_json()["totals"]["plan"]["outbound"]["people"], 18);
    let amounts = [
        ("dv0", "40000000"),
        ("dv1", "40000000"),
        ("dv2", "40000000"),
    ];
    assert_eq!(by_department(&work, "amount_vnd"), pairs(&amounts));
}

#[test]
fn fault_11_values_that_only_one_states_are_united_and_those_that_differ_are_asked() {
    let work = workspace("11");
    let guest = "inputs/2021/dv2/a.csv";
    let text = work.read(guest).replace(
        "Lào;12;5;Quý II;NSNN;20 triệu",
        "Lào;15;5;Quý II;NSNN;20 triệu",
    );
    work.write(guest, text);
    let host = "inputs/2021/dv0/a.csv";
    let text = work
        .read(host)
        .replace("Lào;12;5;Quý II;NSNN;20 triệu", "Lào;12;;Quý II;;");
    work.write(host, text);
    consolidate(&work).exits(0);
    let joint = work.table("findings.csv");
    let joint = joint.iter().filter(|finding| finding["code"] == "L507");
    let decided: Vec<String> = joint
        .map(|f| format!("{},same,x,y,2020-11-02", f["fingerprint"]))
        .collect();
    assert_eq!(decided.len(), 2);
    let head = "fingerprint,decision,reason,by,date";
    work.write(
        "inputs/decisions.csv",
        format!("{head}\n{}\n", decided.join("\n")),
    );
    consolidate(&work).exits(0);
    let rows = work.table("delegations.csv");
    let row = rows
        .iter()
        .find(|row| row["name"].contains("liên ngành"))
        .expect("the joint one");
    let read = ["department", "people", "days", "funding", "amount_vnd"].map(|c| row[c].as_str());
    assert_eq!(read, ["dv0", "12", "5", "state_budget", "20000000"]);
    let asked = work.table("findings.csv");
    let asked: Vec<&str> = asked
        .iter()
        .filter(|finding| finding["code"] == "L513")
        .map(|finding| finding["message"].as_str())
        .collect();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert!(
        asked[0].contains("12 (dv0)") && asked[0].contains("15 (dv2)"),
        "{asked:?}"
    );
}

#[test]
fn fault_12_amounts_below_nothing_or_beyond_all_bounds_are_refused() {
    let work = consolidated("12", 0);
    assert!(
        work.table("delegations.csv")
            .iter()
            .all(|row| row["amount_vnd"].is_empty())
    );
    assert!(
        work.table("by_quarter.csv")
            .iter()
            .all(|line| line["amount_vnd"] == "0")
    );
    let refused = codes(&work).iter().filter(|code| *code == "O351").count();
    assert_eq!(refused, 3);
}

#[test]
fn fault_12_counts_that_cannot_be_read_are_told() {
    super::right_or_told(
        "12",
        "count",
        &[
            ("p", "Đoàn 1", "2"),
            ("p", "Đoàn 2", "2"),
            ("p", "Đoàn 3", ""),
        ],
    );
}

#[test]
fn fault_14_no_department_is_taken_from_a_body_that_is_only_cited_or_stands_above() {
    let work = consolidated("14", 1);
    let ledger = work.table("submissions.csv");
    let state = |department: &str| {
        let line = ledger.iter().find(|line| line["department"] == department);
        line.map(|line| line["state"].clone()).unwrap_or_default()
    };
    assert_eq!(state("so-ngoai-vu"), "missing");
    assert_eq!(state("so-y-te"), "missing");
    assert_eq!(state("benh-vien-da-khoa-tinh"), "submitted");
    assert!(codes(&work).contains(&"T112".to_string()), "{ledger:#?}");
}

#[test]
fn fault_15_of_two_answers_to_one_submission_the_later_counts() {
    let work = consolidated("15", 0);
    let totals = work.run_json()["totals"]["plan"]["outbound"].clone();
    assert_eq!(
        (&totals["delegations"], &totals["people"]),
        (&3.into(), &41.into())
    );
}

#[test]
fn fault_16_an_answer_without_its_cover_or_in_another_folder_is_never_lost() {
    let work = consolidated("16", 0);
    assert_eq!(
        by_department(&work, "delegations"),
        pairs(&[("dva", "3"), ("dvb", "1")])
    );
    let codes = codes(&work);
    assert!(codes.contains(&"L516".to_string()), "{codes:?}");
    std::fs::remove_file(work.path("inputs/2021/dvb/tra loi.xlsx")).expect("removed");
    consolidate(&work).exits(0);
    let ledger = work.table("submissions.csv");
    let counted = ledger
        .iter()
        .find(|line| line["state"] == "submitted")
        .expect("a line");
    assert_eq!(
        (counted["files"].as_str(), counted["rows"].as_str()),
        ("2021/dva/tra loi.xlsx", "3")
    );
}

#[test]
fn fault_21_two_departments_with_one_file_have_both_submitted_and_are_asked() {
    let work = consolidated("21", 0);
    let ledger = work.table("submissions.csv");
    assert!(
        ledger.iter().all(|line| line["state"] != "missing"),
        "{ledger:#?}"
    );
    assert_eq!(work.run_json()["totals"]["plan"]["outbound"]["people"], 71);
    let codes = codes(&work);
    assert!(
        codes.contains(&"L518".to_string()) && !codes.contains(&"L504".to_string()),
        "{codes:?}"
    );
}
