//! The commands on workspaces made for each test: exit codes, streams, and what becomes of bad input.

use super::workdir::Workdir;
use std::fs;

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";

/// An outbound plan for 2021 with these rows.
fn plan(rows: &[&str]) -> String {
    format!(
        "DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n{}\n",
        rows.join("\n")
    )
}

const GOOD: &str = "1;Đoàn Sở Y tế;Giám đốc;Lào;Sở Y tế Salavan;Hội đàm;08;05;Quý III/2021;NSNN;";

#[test]
fn a_good_submission_is_published_and_exits_0() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.consolidate().exits(0);
    let names = [
        "summary.xlsx",
        "report.html",
        "delegations.csv",
        "rejected.csv",
        "findings.csv",
        "submissions.csv",
        "cube.csv",
        "by_country.csv",
        "by_quarter.csv",
        "by_funding.csv",
        "by_department.csv",
        "proposals.csv",
        "run.json",
    ];
    for name in names {
        assert!(work.path("outputs/2021").join(name).is_file(), "{name}");
    }
    let row = &work.table("delegations.csv")[0];
    let read = ["countries", "people", "days", "quarter", "funding"].map(|key| row[key].as_str());
    assert_eq!(read, ["LA", "8", "5", "Q3", "state_budget"]);
    assert_eq!(work.table("by_country.csv")[0]["person_days"], "40");
}

#[test]
fn a_row_without_a_known_country_goes_back_as_written() {
    let bad = "2;Đoàn B;Giám đốc;Wakanđa;Sở B;Hội đàm;04;03;Quý I/2021;NSNN;";
    let work = Workdir::with_submission(&plan(&[GOOD, bad]));
    work.consolidate().exits(1);
    let rejected = work.table("rejected.csv");
    assert_eq!(rejected.len(), 1);
    assert_eq!(rejected[0]["codes"], "O302");
    assert!(rejected[0]["text"].contains("Wakanđa"), "{rejected:?}");
    assert_eq!(rejected[0]["line"], "5");
    assert_eq!(work.run_json()["totals"]["plan"]["outbound"]["people"], 8);
    assert_eq!(work.run_json()["rows"]["rejected"], 1);
}

#[test]
fn unreadable_empty_binary_and_foreign_files_are_listed_and_the_run_goes_on() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.write("inputs/2021/so-noi-vu/empty.csv", "");
    work.write(
        "inputs/2021/so-noi-vu/noise.csv",
        [0u8, 159, 146, 150, 0, 1, 2, 3, 0, 255, 254, 0, 7],
    );
    work.write(
        "inputs/2021/so-noi-vu/broken.xlsx",
        b"PK\x03\x04 this is no workbook",
    );
    work.write("inputs/2021/so-noi-vu/photo.jpg", "x");
    work.write(
        "inputs/2021/so-noi-vu/letter.txt",
        "Kính gửi Sở Ngoại vụ,\nĐơn vị sẽ báo cáo sau.\n",
    );
    work.consolidate().exits(1);
    let findings: Vec<String> = work
        .table("findings.csv")
        .iter()
        .map(|f| format!("{} {}", f["code"], f["file"]))
        .collect();
    for expected in [
        "T102 2021/so-noi-vu/empty.csv",
        "T101 2021/so-noi-vu/noise.csv",
        "T101 2021/so-noi-vu/broken.xlsx",
        "B201 2021/so-noi-vu/letter.txt",
    ] {
        assert!(
            findings.iter().any(|finding| finding == expected),
            "{expected}: {findings:#?}"
        );
    }
    let listed: Vec<String> = work
        .table("submissions.csv")
        .iter()
        .map(|l| l["files"].clone())
        .collect();
    for name in [
        "empty.csv",
        "noise.csv",
        "broken.xlsx",
        "photo.jpg",
        "letter.txt",
    ] {
        assert!(
            listed.iter().any(|file| file.ends_with(name)),
            "{name}: {listed:?}"
        );
    }
    assert_eq!(work.run_json()["rows"]["accepted"], 1);
}

#[test]
fn what_cannot_be_read_is_neither_missing_nor_silent_and_another_year_is_missing() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    let register = "slug,name,owes\nso-y-te,Sở Y tế,outbound:plan\nso-noi-vu,Sở Nội vụ,outbound:plan\n\
        so-tu-phap,Sở Tư pháp,outbound:plan\n";
    work.write("inputs/departments.csv", register);
    work.write(
        "inputs/tonghop.toml",
        "[years.2021]\ndeadline = 2020-11-10\n",
    );
    work.write("inputs/2021/so-y-te/scan.PDF", "x");
    work.write("inputs/2021/so-noi-vu/Bao cao.pdf", "x");
    let old = plan(&[GOOD]).replace("2021", "2017");
    work.write("inputs/2021/so-tu-phap/ke hoach.csv", old);
    work.consolidate().exits(1);

    let tables: Vec<String> = work
        .table("submissions.csv")
        .iter()
        .filter(|line| !line["direction"].is_empty())
        .map(|line| format!("{} {} {}", line["department"], line["state"], line["files"]))
        .collect();
    assert_eq!(
        tables,
        [
            "so-noi-vu unreadable 2021/so-noi-vu/Bao cao.pdf",
            "so-tu-phap missing ",
            "so-y-te submitted 2021/so-y-te/bao cao.csv"
        ]
    );
    let asked = |code: &str| -> Vec<String> {
        let findings = work.table("findings.csv").into_iter();
        let own = findings.filter(|finding| finding["code"] == code);
        own.map(|finding| finding["department"].clone()).collect()
    };
    assert_eq!(asked("T117"), ["so-noi-vu"]);
    assert_eq!(asked("L504"), ["so-tu-phap"]);
    assert!(work.path("outputs/2021/letters/so-noi-vu.docx").is_file());
}

#[test]
fn a_nil_return_is_a_submission() {
    let nil = format!(
        "DỰ KIẾN NĂM 2021\nI. ĐOÀN RA: Không có\nII. ĐOÀN VÀO\n{HEAD}\n;Không có;;;;;;;;;\n"
    );
    let work = Workdir::with_submission(&nil);
    work.consolidate().exits(0);
    let states: Vec<String> = work
        .table("submissions.csv")
        .iter()
        .map(|line| format!("{} {} {}", line["direction"], line["kind"], line["state"]))
        .collect();
    assert_eq!(states, ["outbound plan nil", "inbound plan nil"]);
    assert_eq!(work.run_json()["departments"]["nil"], 1);
}

#[test]
fn missing_after_the_deadline_is_1_and_before_it_is_0() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.write(
        "inputs/tonghop.toml",
        "[years.2021]\ndeadline = 2020-11-10\n",
    );
    work.write(
        "inputs/departments.csv",
        "slug,name,short_name,aliases,owes,from,to\n\
         so-y-te,Sở Y tế,SYT,,outbound:plan,,\nso-noi-vu,Sở Nội vụ,SNV,,outbound:plan,,\n",
    );
    let before = work.run(&["consolidate", "--as-of", "2020-11-10"]).exits(0);
    drop(before);
    work.run(&["consolidate", "--as-of", "2020-11-11"]).exits(1);
    assert_eq!(work.run_json()["departments"]["missing"], 1);
    let missing: Vec<_> = work
        .table("submissions.csv")
        .into_iter()
        .filter(|l| l["state"] == "missing")
        .collect();
    assert_eq!(
        (missing.len(), missing[0]["department"].as_str()),
        (1, "so-noi-vu")
    );
    work.write(
        "inputs/2021/so-noi-vu/a.csv",
        plan(&[&GOOD.replace("Y tế", "Nội vụ")]),
    );
    work.run(&["consolidate", "--as-of", "2020-11-12"]).exits(0);
    let late: Vec<_> = work
        .table("findings.csv")
        .into_iter()
        .filter(|f| f["code"] == "L506")
        .collect();
    assert_eq!(late.len(), 1);
    assert_eq!(late[0]["department"], "so-noi-vu");
}

#[test]
fn a_later_version_replaces_the_tables_that_it_has_and_a_copy_counts_once() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.write(
        "inputs/2021/so-y-te/bao cao lan 2.csv",
        plan(&[&GOOD.replace(";08;", ";09;")]),
    );
    work.write(
        "inputs/2021/so-y-te/copy/ban sao.csv",
        plan(&[&GOOD.replace(";08;", ";09;")]),
    );
    work.consolidate().exits(0);
    let report = work.run_json();
    assert_eq!(report["totals"]["plan"]["outbound"]["people"], 9);
    assert_eq!(report["rows"]["superseded"], 1);
    assert_eq!(report["rows"]["duplicate"], 1);
    let states: Vec<String> = work
        .table("submissions.csv")
        .iter()
        .map(|l| l["state"].clone())
        .collect();
    assert_eq!(states, ["submitted", "superseded", "duplicate"]);
}

#[test]
fn a_secret_document_leaves_its_path_and_nothing_else() {
    let text = format!(
        "TUYỆT MẬT\n{}",
        plan(&["1;Đoàn Bí ẩn;Ông X;Lào;;;3;3;Quý I/2021;NSNN;"])
    );
    let work = Workdir::with_submission(&text);
    work.consolidate().exits(1);
    let mut named = 0;
    for path in work.published() {
        let bytes = fs::read(path).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Bí ẩn") && !text.contains("Ông X"));
        named += usize::from(text.contains("bao cao.csv"));
    }
    assert!(named > 0, "the path is listed");
}

#[test]
fn wrong_settings_change_nothing_and_exit_2() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    for (file, text, named) in [
        ("inputs/tonghop.toml", "[rules]\nO999 = \"error\"\n", "O999"),
        (
            "inputs/tonghop.toml",
            "[office]\nprovice = \"x\"\n",
            "provice",
        ),
        (
            "inputs/departments.csv",
            "slug,name\na,A\na,B\n",
            "departments.csv",
        ),
    ] {
        work.write(file, text);
        work.consolidate().exits(2).says(&[named]);
        assert!(!work.path("outputs").exists(), "{named}: nothing is made");
        fs::remove_file(work.path(file)).unwrap();
    }
    work.run(&["consolidate", "inputs", "-o", "inputs/outputs"])
        .exits(2)
        .says(&["inputs"]);
    work.run(&["consolidate", "nowhere"])
        .exits(2)
        .says(&["nowhere"]);
    work.run(&["consolidate", "--frobnicate"]).exits(2);
    work.run(&["consolidate", "--threads", "99999"])
        .exits(2)
        .says(&["--threads"]);
    work.run(&[]).exits(2);
}

#[test]
fn the_same_inputs_give_the_same_bytes_and_are_not_written_twice() {
    let work = Workdir::with_submission(&plan(&[GOOD, "2;B;;Thái Lan, Lào;;x;5-7;;;;"]));
    let bytes = || {
        work.published()
            .into_iter()
            .map(|path| fs::read(path).unwrap())
            .collect::<Vec<_>>()
    };
    work.run(&["consolidate", "--as-of", "2020-11-20", "--threads", "1"])
        .exits(0);
    let first = bytes();
    let again = work.run(&["consolidate", "--as-of", "2020-11-20"]).exits(0);
    assert!(again.stdout().contains("Không có gì mới"), "{again}");
    assert_eq!(work.read("outputs/history.jsonl").lines().count(), 1);
    fs::remove_dir_all(work.path("outputs")).unwrap();
    work.run(&["consolidate", "--as-of", "2020-11-20", "--threads", "2"])
        .exits(0);
    assert!(bytes() == first, "two threads give other bytes than one");
}

#[test]
fn check_shows_the_line_with_the_cell_underlined() {
    let work = Workdir::with_submission(&plan(&[
        "1;Đoàn B;Giám đốc;Wakanđa;Sở B;Hội đàm;04;03;Quý I/2021;NSNN;",
    ]));
    let run = work
        .run(&["check", "inputs/2021/so-y-te/bao cao.csv"])
        .exits(1);
    let out = run.stdout();
    let lines: Vec<&str> = out.lines().collect();
    let at = lines.iter().position(|line| {
        line.contains("Wakanđa;") || line.contains("Wakanđa │") || line.contains("Wakanđa |")
    });
    let at = at.unwrap_or_else(|| panic!("the line is shown\n{run}"));
    let column = lines[at].chars().take_while(|c| *c != 'W').count();
    let marks: Vec<char> = lines[at + 1].chars().collect();
    assert!(
        marks.get(column).is_some_and(|c| "^~─‾".contains(*c)),
        "{run}"
    );
    assert!(!work.path("outputs").exists(), "check writes nothing");
}

#[test]
fn inspect_shows_any_file_and_its_findings_do_not_change_its_exit() {
    let work = Workdir::new();
    work.write("plain.csv", "a|b\n1|2\n3|4\n");
    let json = work
        .run(&["inspect", "plain.csv", "--format", "json"])
        .exits(0)
        .json();
    assert_eq!(json["delimiter"], "|");
    assert_eq!(json["lines"].as_array().map(Vec::len), Some(3));
    let csv = work
        .run(&["inspect", "plain.csv", "--format", "csv"])
        .exits(0)
        .stdout();
    assert_eq!(csv, "a,b\n1,2\n3,4\n");
    work.write("empty.csv", "");
    for format in ["text", "json", "csv"] {
        work.run(&["inspect", "empty.csv", "--format", format])
            .exits(0);
    }
    work.run(&["inspect", "/dev/zero"]).exits(2);
    work.run(&["inspect", "absent.csv"])
        .exits(2)
        .says(&["absent.csv"]);
}

#[test]
fn quiet_says_nothing_when_nothing_needs_a_person() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    let run = work
        .run(&["consolidate", "--quiet", "--as-of", "2020-12-01"])
        .exits(0);
    assert_eq!(run.stdout() + &run.stderr(), "");
    let json = work
        .run(&["consolidate", "--format", "json", "--as-of", "2020-12-01"])
        .exits(0)
        .json();
    assert_eq!(json["schema"], 1);
}

#[test]
fn completions_and_the_manual_page_name_the_commands() {
    let work = Workdir::new();
    for shell in ["bash", "zsh", "fish"] {
        work.run(&["completions", shell])
            .exits(0)
            .says(&["consolidate", "as-of"]);
    }
    work.run(&["man"])
        .exits(0)
        .says(&[".TH tonghop", "consolidate", "EXIT STATUS"]);
    work.run(&["completions", "dos"]).exits(2);
}

#[test]
fn quiet_says_what_needs_a_person() {
    let bad = "1;Đoàn B;Giám đốc;Wakanđa;Sở B;Hội đàm;04;03;Quý I/2021;NSNN;";
    let work = Workdir::with_submission(&plan(&[GOOD, bad]));
    let run = work
        .run(&["consolidate", "-q", "--as-of", "2020-12-01"])
        .exits(1);
    run.says(&["1 dòng trả lại", "O302", "Wakanđa"]);
}

#[test]
fn text_that_looks_like_a_formula_stays_text() {
    let row = "1;=HYPERLINK(\"http://x\");@cmd;Lào;+84;-1;08;05;Quý III/2021;NSNN;";
    let work = Workdir::with_submission(&plan(&[row]));
    work.consolidate();
    let row = &work.table("delegations.csv")[0];
    for key in ["name", "head", "partner", "content"] {
        assert!(row[key].starts_with('\''), "{key}: {}", row[key]);
    }
}

#[test]
fn a_workspace_of_devices_and_pipes_is_refused_unopened() {
    for name in ["tonghop.toml", "departments.csv", "decisions.csv"] {
        let work = Workdir::with_submission(&plan(&[GOOD]));
        std::os::unix::fs::symlink("/dev/zero", work.path("inputs").join(name)).unwrap();
        work.consolidate().exits(2).says(&[name, "thiết bị"]);
        assert!(!work.path("outputs").exists(), "{name}: nothing is made");
    }
}
