//! What people decide: explained warnings, accepted year slips, pairs that are one delegation.

use super::workdir::Workdir;

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";

fn plan(rows: &[&str]) -> String {
    format!(
        "DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n{}\n",
        rows.join("\n")
    )
}

fn fingerprint(work: &Workdir, code: &str) -> String {
    let findings = work.table("findings.csv");
    let found = findings.iter().find(|finding| finding["code"] == code);
    found.unwrap_or_else(|| panic!("no {code}: {findings:#?}"))["fingerprint"].clone()
}

fn decide(work: &Workdir, lines: &[(String, &str)]) {
    let lines: Vec<String> = lines
        .iter()
        .map(|(print, verdict)| format!("{print},{verdict},đã hỏi đơn vị,VP,2020-12-02"))
        .collect();
    let text = format!(
        "fingerprint,decision,reason,by,date\n{}\n",
        lines.join("\n")
    );
    work.write("inputs/decisions.csv", text);
}

#[test]
fn an_accepted_year_slip_counts_in_the_quarter_that_it_states() {
    let work = Workdir::with_submission(&plan(&["1;A;B;Lào;S;H;08;05;Quý III/2020;NSNN;"]));
    work.consolidate().exits(0);
    assert_eq!(work.table("by_quarter.csv")[0]["quarter"], "outside_year");
    decide(&work, &[(fingerprint(&work, "O333"), "accept")]);
    work.consolidate().exits(0);
    assert_eq!(work.table("by_quarter.csv")[0]["quarter"], "Q3");
    assert_eq!(
        work.table("delegations.csv")[0]["period_text"],
        "Quý III/2020",
        "the text stays"
    );
}

#[test]
fn a_decision_follows_its_row_to_another_line_and_ends_with_its_values() {
    let slip = "1;A;B;Lào;S;H;08;05;Quý III/2020;NSNN;";
    let work = Workdir::with_submission(&plan(&[slip]));
    work.consolidate().exits(0);
    decide(&work, &[(fingerprint(&work, "O333"), "accept")]);
    let other = "1;C;D;Thái Lan;S;H;02;03;Quý I/2021;NSNN;";
    work.write(
        "inputs/2021/so-y-te/bao cao.csv",
        plan(&[other, &slip.replacen('1', "2", 1)]),
    );
    work.consolidate().exits(0);
    let quarters: Vec<String> = work
        .table("by_quarter.csv")
        .iter()
        .map(|l| l["quarter"].clone())
        .collect();
    assert_eq!(quarters, ["Q1", "Q3"]);
    work.write(
        "inputs/2021/so-y-te/bao cao.csv",
        plan(&[&slip.replace("III/2020", "II/2020")]),
    );
    work.consolidate().exits(0);
    assert_eq!(work.table("by_quarter.csv")[0]["quarter"], "outside_year");
    let codes: Vec<String> = work
        .table("findings.csv")
        .iter()
        .map(|f| f["code"].clone())
        .collect();
    assert!(codes.contains(&"L508".to_string()), "{codes:?}");
}

#[test]
fn a_joint_delegation_counts_twice_until_a_person_says_that_it_is_one() {
    let host = "1;Đoàn khảo sát cửa khẩu La Lay;Giám đốc;Lào;Sở Công Thương Salavan;Khảo sát hạ tầng thương mại cửa khẩu;08;05;Quý III/2021;NSNN;";
    let guest = "1;Đoàn khảo sát cửa khẩu La Lay - Salavan;Lãnh đạo Sở;Lào;Sở Công Thương Salavan;Khảo sát hạ tầng cửa khẩu;08;05;Quý III/2021;NSNN;";
    let work = Workdir::with_submission(&plan(&[host]));
    work.write("inputs/2021/so-cong-thuong/a.csv", plan(&[guest]));
    work.write("inputs/2021/so-noi-vu/a.csv", plan(&["1;Đoàn học tập cải cách hành chính;GĐ;Lào;Sở Nội vụ Savannakhet;Trao đổi nghiệp vụ;04;03;Quý III/2021;NSNN;"]));
    work.consolidate().exits(0);
    let total = |work: &Workdir| work.run_json()["totals"]["plan"]["outbound"]["people"].clone();
    assert_eq!(total(&work), 20);
    let joint = fingerprint(&work, "L507");
    let pairs = work
        .table("findings.csv")
        .iter()
        .filter(|f| f["code"] == "L507")
        .count();
    assert_eq!(pairs, 1);
    decide(&work, &[(joint.clone(), "same")]);
    work.consolidate().exits(0);
    assert_eq!(total(&work), 12);
    assert_eq!(work.run_json()["rows"]["duplicate"], 1);
    let credited: Vec<String> = work
        .table("by_department.csv")
        .iter()
        .map(|line| format!("{} {}", line["department"], line["people"]))
        .collect();
    assert_eq!(credited, ["so-cong-thuong 8", "so-noi-vu 4", "so-y-te 8"]);
    decide(&work, &[(joint, "different")]);
    work.consolidate().exits(0);
    assert_eq!(total(&work), 20);
}

#[test]
fn an_error_cannot_be_accepted_and_a_wrong_decision_file_stops_the_run() {
    let work = Workdir::with_submission(&plan(&["1;A;B;Wakanda;S;H;08;05;Quý III/2021;NSNN;"]));
    work.consolidate().exits(1);
    decide(&work, &[(fingerprint(&work, "O302"), "accept")]);
    work.consolidate().exits(1);
    assert_eq!(work.run_json()["rows"]["rejected"], 1);
    let codes: Vec<String> = work
        .table("findings.csv")
        .iter()
        .map(|f| f["code"].clone())
        .collect();
    assert!(codes.contains(&"L509".to_string()), "{codes:?}");
    work.write("inputs/decisions.csv", "fingerprint,decision\n12,perhaps\n");
    work.consolidate()
        .exits(2)
        .says(&["decisions.csv", "line 2"]);
}
