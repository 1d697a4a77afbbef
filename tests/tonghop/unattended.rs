//! Runs that nobody watches: signals, locks, and what the night before left.

use super::workdir::{Run, Workdir};
use std::fs;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";
const GOOD: &str = "1;Đoàn Sở Y tế;Giám đốc;Lào;Sở Y tế Salavan;Hội đàm;08;05;Quý III/2021;NSNN;";

/// An outbound plan for 2021 with these rows.
fn plan(rows: &[&str]) -> String {
    format!(
        "DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n{}\n",
        rows.join("\n")
    )
}

fn signal(child: &Child, name: &str) {
    let kill = format!("kill -{name} {}", child.id());
    let sent = Command::new("sh").args(["-c", &kill]).status();
    assert!(sent.expect("a shell").success(), "{kill}");
}

/// Waits for a child; how it ended, and after how long.
fn wait(child: Child, command: &str, work: &Workdir) -> (Run, Duration) {
    let begun = Instant::now();
    let run = work.ended(command, child);
    (run, begun.elapsed())
}

#[test]
fn a_signal_ends_the_reading_of_a_huge_file_within_a_second_and_changes_nothing() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.consolidate().exits(0);
    let before = work.listing("outputs");
    let row = GOOD.replace("Hội đàm", &"x".repeat(2000));
    work.write(
        "inputs/2021/so-noi-vu/lon.csv",
        plan(&vec![row.as_str(); 40_000]),
    );
    for name in ["INT", "TERM"] {
        let child = work.start(&["consolidate"]);
        while !work.read("outputs/.lock").contains(&child.id().to_string()) {
            std::thread::sleep(Duration::from_millis(5));
        }
        signal(&child, name);
        let (run, took) = wait(child, "consolidate", &work);
        let run = run.exits(2);
        assert!(took < Duration::from_secs(1), "{took:?}");
        let said = run.stderr();
        assert_eq!(said.lines().count(), 1, "{run}");
        run.says(&["ngắt", name, "chưa có gì thay đổi"]);
        assert_eq!(work.listing("outputs"), before);
    }
    fs::remove_file(work.path("inputs/2021/so-noi-vu/lon.csv")).unwrap();
    work.consolidate().exits(0);
}

#[test]
fn a_run_with_nothing_new_writes_nothing_and_ends_like_the_run_before() {
    let bad = "2;Đoàn B;Giám đốc;Wakanđa;Sở B;Hội đàm;04;03;Quý I/2021;NSNN;";
    for (rows, code) in [(vec![GOOD], 0), (vec![GOOD, bad], 1)] {
        let work = Workdir::with_submission(&plan(&rows));
        work.write(
            "inputs/2020/so-y-te/a.csv",
            plan(&[GOOD]).replace("2021", "2020"),
        );
        work.consolidate().exits(code);
        let before = work.listing("outputs");
        let again = work.consolidate().exits(code);
        let said = again.stdout();
        assert_eq!(said.lines().count(), 1, "{again}");
        again.says(&["Không có gì mới", "outputs/2020, outputs/2021"]);
        let json = work.run(&["consolidate", "--as-of", "2020-12-01", "--format", "json"]);
        let json = json.exits(code).json();
        assert_eq!(json[1], work.run_json());
        let quiet = work.run(&["consolidate", "--as-of", "2020-12-01", "-q"]);
        let quiet = quiet.exits(code).stdout();
        assert_eq!(quiet.lines().count(), usize::from(code == 1), "{quiet}");
        assert!(work.listing("outputs") == before, "something was written");
    }
}

#[test]
fn whatever_a_run_depends_on_ends_the_quiet() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.write("inputs/2021/so-y-te/notes.jpg", "x");
    work.write(
        "inputs/tonghop.toml",
        "[years.2021]\ndeadline = 2020-12-15\n",
    );
    work.consolidate().exits(0);
    let submission = "inputs/2021/so-y-te/bao cao.csv";
    let steps: [(&str, &dyn Fn()); 6] = [
        ("another content of the same length and time", &|| {
            let path = work.path(submission);
            let time = fs::metadata(&path).unwrap().modified().unwrap();
            work.write(submission, plan(&[&GOOD.replace(";08;", ";09;")]));
            let file = fs::File::options().write(true).open(path).unwrap();
            file.set_modified(time).unwrap();
        }),
        ("another name", &|| {
            fs::rename(
                work.path(submission),
                work.path("inputs/2021/so-y-te/b.csv"),
            )
            .unwrap();
        }),
        ("a new file that is passed over", &|| {
            work.write("inputs/2021/so-y-te/other.jpg", "x");
        }),
        ("the configuration", &|| {
            work.write(
                "inputs/tonghop.toml",
                "[years.2021]\ndeadline = 2020-12-16\n",
            );
        }),
        ("the register", &|| {
            work.write("inputs/departments.csv", "slug,name\nso-y-te,Sở Y tế\n");
        }),
        ("a published file that is gone", &|| {
            fs::remove_file(work.path("outputs/2021/cube.csv")).unwrap();
        }),
    ];
    for (what, change) in steps {
        change();
        let run = work.consolidate();
        assert!(!run.stdout().contains("Không có gì mới"), "{what}\n{run}");
        work.consolidate().says(&["Không có gì mới"]);
    }
    work.run(&["consolidate", "--as-of", "2020-12-16"])
        .says(&["Không có gì mới"]);
    work.run(&["consolidate", "--as-of", "2020-12-17"])
        .exits(1)
        .says(&["Đã công bố"]);
    work.run(&["consolidate", "--as-of", "2020-12-18"])
        .exits(1)
        .says(&["Không có gì mới"]);
}

#[test]
fn an_edited_output_is_kept_with_a_finding_until_someone_takes_it_away() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.consolidate().exits(0);
    work.write("outputs/2021/by_country.csv", "mine");
    work.write("outputs/2021/notes.txt", "mine too");
    work.consolidate().exits(0).says(&["Đã công bố"]);
    let edited = |work: &Workdir| -> Vec<String> {
        let findings = work.table("findings.csv");
        let kept = findings.iter().filter(|finding| finding["code"] == "L520");
        kept.map(|finding| finding["message"].clone()).collect()
    };
    let found = edited(&work);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].contains("edited/2021/by_country.csv"), "{found:?}");
    assert_eq!(work.read("outputs/edited/2021/by_country.csv"), "mine");
    assert_eq!(work.read("outputs/edited/2021/notes.txt"), "mine too");
    assert!(work.read("outputs/2021/by_country.csv").contains("LA"));
    work.consolidate().exits(0).says(&["Không có gì mới"]);
    work.write("outputs/2021/by_country.csv", "mine again");
    work.consolidate().exits(0);
    assert_eq!(
        work.read("outputs/edited/2021/by_country (2).csv"),
        "mine again"
    );
    assert_eq!(edited(&work).len(), 3);
    fs::remove_dir_all(work.path("outputs/edited")).unwrap();
    work.consolidate().exits(0);
    assert!(edited(&work).is_empty());
}

#[test]
fn a_second_run_says_who_holds_the_lock_and_a_dead_one_holds_nothing() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.consolidate().exits(0);
    let row = GOOD.replace("Hội đàm", &"x".repeat(2000));
    work.write(
        "inputs/2021/so-noi-vu/lon.csv",
        plan(&vec![row.as_str(); 40_000]),
    );
    let mut first = work.start(&["consolidate"]);
    let holder = format!("process {} since 20", first.id());
    while !work.read("outputs/.lock").contains(&holder) {
        std::thread::sleep(Duration::from_millis(5));
    }
    work.consolidate()
        .exits(2)
        .says(&["một lần chạy khác đang giữ khóa", &holder]);
    first.kill().unwrap();
    first.wait().unwrap();
    fs::remove_file(work.path("inputs/2021/so-noi-vu/lon.csv")).unwrap();
    work.consolidate().exits(0);
}

#[test]
fn a_torn_history_loses_its_last_line_alone() {
    let work = Workdir::with_submission(&plan(&[GOOD]));
    work.consolidate().exits(0);
    let history = work.read("outputs/history.jsonl");
    let torn = format!("{history}{}", &history[..history.len() / 2]);
    work.write("outputs/history.jsonl", &torn);
    work.consolidate().exits(0).says(&["Không có gì mới"]);
    work.write(
        "inputs/2021/so-y-te/bao cao.csv",
        plan(&[&GOOD.replace(";08;", ";09;")]),
    );
    work.consolidate().exits(0);
    let lines = work.read("outputs/history.jsonl");
    let whole = |line: &&str| serde_json::from_str::<serde_json::Value>(line).is_ok();
    assert_eq!(lines.lines().filter(whole).count(), 2, "{lines}");
    assert_eq!(lines.lines().count(), 3);
    assert!(!work.path("outputs/edited").exists());
}
