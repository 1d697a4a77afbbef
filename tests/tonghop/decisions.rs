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

/// The id of the row of this name in the published list.
fn id(work: &Workdir, name: &str) -> String {
    let rows = work.table("delegations.csv").into_iter();
    let mut own = rows.filter(|row| row["name"] == name);
    own.next().expect("the row")["id"].clone()
}

#[test]
fn a_row_that_is_left_out_or_set_counts_so_until_it_changes() {
    let rows = [
        "1;Đoàn A;Giám đốc;Lào;Sở;Hội đàm;08;05;Quý III/2021;NSNN;",
        "2;Đoàn B;Giám đốc;Lào;Sở;Hội đàm;04;05;Quý III/2021;NSNN;",
        "2;Đoàn B;Giám đốc;Lào;Sở;Hội đàm;04;05;Quý III/2021;NSNN;",
    ];
    let work = Workdir::with_submission(&plan(&rows));
    work.consolidate();
    let (first, second) = (id(&work, "Đoàn A"), id(&work, "Đoàn B"));
    decide(
        &work,
        &[
            (first.clone(), "set people=12"),
            (first.clone(), "set quarter=Q4"),
            (second.clone(), "exclude"),
        ],
    );
    work.consolidate().exits(0);

    let report = work.run_json();
    assert_eq!(report["totals"]["plan"]["outbound"]["people"], 12 + 4);
    assert_eq!(report["rows"]["excluded"], 1);
    let list = work.table("delegations.csv");
    assert_eq!(
        (list[0]["id"].as_str(), list[0]["quarter"].as_str()),
        (first.as_str(), "Q4")
    );
    assert!(
        list[0]["corrected"].starts_with("people: 8 → 12 ("),
        "{list:#?}"
    );
    assert_ne!(list[1]["id"], second, "the other row keeps its own id");
    let told = |code: &str| {
        let findings = work.table("findings.csv").into_iter();
        findings.filter(|finding| finding["code"] == code).count()
    };
    assert_eq!((told("L525"), told("L526"), told("L508")), (1, 2, 0));

    let changed = rows[0].replace(";08;", ";09;");
    work.write("inputs/2021/so-y-te/bao cao.csv", plan(&[&changed]));
    work.consolidate().exits(0);
    assert_eq!(work.run_json()["totals"]["plan"]["outbound"]["people"], 9);
    assert_eq!(told("L508"), 3, "all three have ended");
}

#[test]
fn a_country_set_by_a_person_takes_a_row_back_that_went_for_nothing_else() {
    let row = "1;Đoàn A;Giám đốc;Xứ Nẫu;Sở;Hội đàm;08;05;Quý III/2021;NSNN;";
    let work = Workdir::with_submission(&plan(&[row]));
    work.consolidate().exits(1);
    let error = fingerprint(&work, "O302");
    decide(&work, &[(error.clone(), "set people=3")]);
    work.consolidate().exits(1);
    decide(&work, &[(error, "set countries=LA;TH")]);
    work.consolidate().exits(0);
    let list = work.table("delegations.csv");
    assert_eq!(list[0]["countries"], "LA;TH");
    assert_eq!(list[0]["country_text"], "Xứ Nẫu");
}
