//! A sealed year: its figures stand whatever happens to the inputs, until it is opened again.

use super::workdir::Workdir;
use std::fs;

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";
const GOOD: &str = "1;Đoàn Sở Y tế;Giám đốc;Lào;Sở Y tế Salavan;Hội đàm;08;05;Quý III/2021;NSNN;";

fn plan(rows: &[&str]) -> String {
    format!(
        "DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n{}\n",
        rows.join("\n")
    )
}

const FIGURES: [&str; 7] = [
    "delegations.csv",
    "rejected.csv",
    "cube.csv",
    "by_country.csv",
    "by_quarter.csv",
    "by_funding.csv",
    "by_department.csv",
];

fn figures(work: &Workdir) -> Vec<String> {
    let read = |name: &&str| work.read(&format!("outputs/2021/{name}"));
    FIGURES.iter().map(read).collect()
}

/// Code and file of the findings about the seal.
fn addenda(work: &Workdir) -> Vec<(String, String)> {
    let findings = work.table("findings.csv").into_iter();
    let own = findings.filter(|f| ("L521"..="L524").contains(&f["code"].as_str()));
    own.map(|f| (f["code"].clone(), f["file"].clone()))
        .collect()
}

fn people(work: &Workdir) -> serde_json::Value {
    work.run_json()["totals"]["plan"]["outbound"]["people"].clone()
}

#[test]
fn a_sealed_year_keeps_its_figures_and_lists_what_came_after_until_it_is_opened() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.write(
        "inputs/2021/so-tu-phap/a.csv",
        plan(&[&GOOD.replace("Y tế", "Tư pháp").replace(";08;", ";03;")]),
    );
    work.consolidate().exits(0);
    let (before, whole) = (figures(&work), work.listing("outputs/2021"));
    work.run(&["freeze", "2021"]).exits(0).says(&["đã chốt"]);
    work.consolidate().exits(0).says(&["Không có gì mới"]);
    assert!(
        work.listing("outputs/2021") == whole,
        "sealing wrote into the year"
    );
    work.run(&["freeze", "2021"])
        .exits(0)
        .says(&["đã được chốt từ 20"]);

    let new = GOOD.replace("Y tế", "Nội vụ").replace(";08;", ";11;");
    work.write("inputs/2021/so-noi-vu/moi.csv", plan(&[&new]));
    work.write(
        "inputs/2021/so-y-te/bao cao.csv",
        plan(&[&GOOD.replace(";08;", ";20;")]),
    );
    fs::remove_file(work.path("inputs/2021/so-tu-phap/a.csv")).unwrap();
    work.consolidate().exits(0);
    assert_eq!(figures(&work), before);
    assert_eq!(people(&work), 11);
    let listed: Vec<String> = addenda(&work)
        .iter()
        .map(|(code, file)| format!("{code} {file}"))
        .collect();
    let expected = [
        "L521 2021/so-noi-vu/moi.csv",
        "L522 2021/so-y-te/bao cao.csv",
        "L523 2021/so-tu-phap/a.csv",
        "L524 ",
    ];
    for line in expected {
        assert!(
            listed.iter().any(|listed| listed == line),
            "{line}: {listed:?}"
        );
    }
    let sealed = &work.run_json()["sealed"];
    assert_eq!(sealed["addenda"].as_array().map(Vec::len), Some(3));
    let of = |slug: &str| {
        let differences = sealed["differences"].as_array().expect("a list");
        let own = differences.iter().find(|one| one["department"] == slug);
        own.map(|one| (one["delegations"].clone(), one["people"].clone()))
    };
    assert_eq!(of("so-noi-vu"), Some((1.into(), 11.into())));
    assert_eq!(of("so-y-te"), Some((0.into(), 12.into())));
    assert_eq!(of("so-tu-phap"), Some(((-1).into(), (-3).into())));
    let states = work.table("submissions.csv");
    assert_eq!(
        states.iter().filter(|l| l["state"] == "addendum").count(),
        3
    );
    assert!(
        work.read("outputs/2021/report.html")
            .contains("Số liệu đã chốt")
    );
    let again = work.listing("outputs");
    work.consolidate().exits(0).says(&["Không có gì mới"]);
    assert!(work.listing("outputs") == again, "something was written");

    let quiet = work.run(&["freeze", "2021", "--reopen", "-q"]).exits(0);
    assert!(
        quiet.stdout().is_empty() && quiet.stderr().is_empty(),
        "{quiet}"
    );
    assert!(!work.path("outputs/frozen").exists(), "copies are left");
    work.consolidate().exits(0);
    assert_eq!(people(&work), 31);
    assert!(addenda(&work).is_empty());
    let events = work.read("outputs/history.jsonl");
    for event in ["\"event\":\"freeze\"", "\"event\":\"reopen\""] {
        assert_eq!(events.matches(event).count(), 1, "{event}");
    }
    assert!(!work.path("outputs/edited").exists());
}

#[test]
fn settings_words_and_decisions_move_no_sealed_figure_and_a_year_may_vanish() {
    let strange = "2;Đoàn B;GĐ;Wakanđa;S;H;04;03;Quý I/2021;NSNN;";
    let work = Workdir::with_submission(&plan(&[GOOD, strange]));
    work.consolidate().exits(1);
    let before = figures(&work);
    work.run(&["freeze", "2021"]).exits(0);
    work.write(
        "inputs/vocabulary/countries.csv",
        "code,alias\nLA,Wakanđa\n",
    );
    work.consolidate().exits(1);
    assert_eq!(figures(&work), before);
    assert_eq!(addenda(&work), [("L524".to_string(), String::new())]);
    fs::remove_dir_all(work.path("inputs/2021")).unwrap();
    work.write(
        "inputs/2022/so-y-te/a.csv",
        plan(&[GOOD]).replace("2021", "2022"),
    );
    work.consolidate().exits(1);
    assert_eq!(figures(&work), before);
    assert!(addenda(&work).iter().any(|(code, _)| code == "L523"));
    fs::remove_dir_all(work.path("outputs/2021")).unwrap();
    work.consolidate().exits(1);
    assert_eq!(figures(&work), before);
}

#[test]
fn a_secret_document_is_sealed_without_its_content() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    let secret = format!(
        "TUYỆT MẬT\n{}",
        plan(&["1;Đoàn Bí ẩn;Ông X;Lào;;;3;3;Quý I/2021;NSNN;"])
    );
    work.write("inputs/2021/so-noi-vu/mat.csv", &secret);
    work.consolidate().exits(1);
    let (before, lines) = (figures(&work), work.run_json()["lines"].clone());
    work.run(&["freeze", "2021"]).exits(0);
    for (path, _, bytes) in work.listing("outputs") {
        assert!(
            !String::from_utf8_lossy(&bytes).contains("Bí ẩn"),
            "{}",
            path.display()
        );
    }
    work.write(
        "inputs/2021/so-tu-phap/a.csv",
        plan(&[&GOOD.replace("Y tế", "Tư pháp")]),
    );
    work.consolidate().exits(1);
    assert_eq!(
        (figures(&work), work.run_json()["lines"].clone()),
        (before, lines)
    );
    let errors = work.table("findings.csv");
    assert!(
        errors
            .iter()
            .any(|f| f["code"] == "T104" && f["file"].ends_with("mat.csv"))
    );
}

#[test]
fn what_is_not_published_or_has_changed_since_is_not_sealed() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    let first = ["năm 2021 chưa được công bố", "tonghop consolidate"];
    work.run(&["freeze", "2021"]).exits(2).says(&first);
    assert!(!work.path("outputs").exists(), "nothing is made");
    work.consolidate().exits(0);
    let quiet = work.run(&["freeze", "2030", "-q"]).exits(2);
    quiet.says(&["năm 2030 chưa được công bố"]);
    work.run(&["freeze", "2030"])
        .exits(2)
        .says(&["năm 2030 chưa được công bố"]);
    work.run(&["freeze", "2021", "--reopen"])
        .exits(2)
        .says(&["chưa chốt"]);
    work.write(
        "inputs/2021/so-y-te/b.csv",
        plan(&[&GOOD.replace("08", "09")]),
    );
    work.run(&["freeze", "2021"])
        .exits(2)
        .says(&["khác với", "tonghop consolidate"]);
    work.consolidate().exits(0);
    work.write("outputs/2021/cube.csv", "edited");
    work.run(&["freeze", "2021"])
        .exits(2)
        .says(&["không còn như đã công bố"]);
    assert!(!work.path("outputs/frozen").exists());
    work.run(&["freeze"]).exits(2);
    work.run(&["freeze", "soon"]).exits(2);
}

#[test]
fn a_seal_is_closed_to_the_world_and_a_damaged_one_stops_its_year_alone() {
    use std::os::unix::fs::PermissionsExt;
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.consolidate().exits(0);
    work.run(&["freeze", "2021"]).exits(0);
    let mut copies = Vec::new();
    for entry in walkdir::WalkDir::new(work.path("outputs/frozen")) {
        let entry = entry.expect("an entry");
        let mode = entry.metadata().expect("metadata").permissions().mode();
        assert_eq!(mode & 0o027, 0, "{}", entry.path().display());
        if entry
            .path()
            .parent()
            .is_some_and(|parent| parent.ends_with("files"))
        {
            copies.push(entry.into_path());
        }
    }
    assert_eq!(copies.len(), 1);
    fs::write(&copies[0], plan(&[&GOOD.replace("08", "80")])).unwrap();
    work.write(
        "inputs/2021/so-y-te/b.csv",
        plan(&[&GOOD.replace("08", "09")]),
    );
    let before = work.listing("outputs");
    let tells = [
        "bản sao đã chốt của 2021/so-y-te/bao cao.csv bị hỏng",
        "--reopen",
    ];
    work.consolidate().exits(2).says(&tells);
    assert!(work.listing("outputs") == before, "something was written");

    let other = plan(&[GOOD]).replace("2021", "2022");
    work.write("inputs/2022/so-y-te/a.csv", other);
    let year = work.listing("outputs/2021");
    for _ in 0..2 {
        let run = work.consolidate().exits(1).says(&["outputs/2022"]);
        assert!(run.stderr().contains(tells[0]), "{run}");
        assert!(
            work.listing("outputs/2021") == year,
            "the sealed year moved"
        );
    }
    let quiet = work.run(&["consolidate", "-q", "--as-of", "2020-12-01"]);
    quiet.exits(1).says(&tells);
    work.run(&["status"]).exits(1).says(&tells);
    let record = work.path("outputs/frozen/2021/seal.json");
    fs::write(&record, "{torn").unwrap();
    work.consolidate().exits(1).says(&["seal.json", "--reopen"]);
    work.run(&["freeze", "2021"]).exits(2).says(&["seal.json"]);
    work.run(&["freeze", "2021", "--reopen"]).exits(0);
    work.consolidate().exits(0);
    assert_eq!(people(&work), 17);
}

#[test]
fn status_knows_which_years_are_sealed_and_says_what_the_published_ledger_says() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.write(
        "inputs/tonghop.toml",
        "[years.2021]\ndeadline = 2020-11-20\n",
    );
    work.consolidate().exits(0);
    let status = |args: &[&str]| {
        let run = work.run(&[&["status", "--as-of", "2020-12-05"][..], args].concat());
        run.exits(0)
    };
    assert!(status(&["--format", "json"]).json()[0]["sealed"].is_null());
    work.write(
        "inputs/2021/so-y-te/b.csv",
        plan(&[&GOOD.replace("Y tế", "Tư pháp").replace(";08;", ";03;")]),
    );
    status(&[]).says(&["trễ"]);
    let late = ["consolidate", "--as-of", "2020-12-02"];
    work.run(&late).exits(0);
    work.run(&["freeze", "2021", "--as-of", "2020-12-03"])
        .exits(0);
    work.write(
        "inputs/2021/so-y-te/c.csv",
        plan(&[&GOOD.replace(";08;", ";20;")]),
    );
    let before = work.listing("outputs");
    status(&[]).says(&[
        "Đã chốt số liệu ngày 2020-12-03",
        "nộp sau khi chốt số liệu: 2021/so-y-te/c.csv",
    ]);
    assert_eq!(
        status(&["--format", "json"]).json()[0]["sealed"],
        "2020-12-03"
    );
    let elsewhere = status(&["--outputs", "nowhere"]);
    assert!(!elsewhere.stdout().contains("Đã chốt"), "{elsewhere}");
    assert!(work.listing("outputs") == before, "status wrote something");
    work.run(&["consolidate", "--as-of", "2020-12-05"]).exits(0);
    let published = work.read("outputs/2021/submissions.csv");
    assert_eq!(status(&["--format", "csv"]).stdout(), published);
}
