//! What an operator has of runs that nobody watches: a line in a log for each, and a program that needs
//! neither an environment nor any right but to read its inputs and write its outputs.

use super::workdir::Workdir;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::process::{Command, Output, Stdio};

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";
const GOOD: &str = "1;Đoàn Sở Y tế;Giám đốc;Lào;Sở Y tế Salavan;Hội đàm;08;05;Quý III/2021;NSNN;";
const CONFIG: &str = "[years.2021]\ndeadline = 2020-12-15\n";

fn office() -> Workdir {
    let work = Workdir::with_submission(&format!(
        "DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n{GOOD}\n"
    ));
    work.write("inputs/tonghop.toml", CONFIG);
    let register =
        "slug,name,owes\nso-y-te,Sở Y tế,outbound:plan\nso-tu-phap,Sở Tư pháp,outbound:plan\n";
    work.write("inputs/departments.csv", register);
    work
}

/// Every line of the log: result, exit code, and whether the year was written; null where there is none.
fn lines(work: &Workdir) -> Vec<(String, u64, serde_json::Value)> {
    let log = work.read("runs.jsonl");
    let line = |text: &str| {
        let line: serde_json::Value = serde_json::from_str(text).expect("a line of JSON");
        for key in ["when", "as_of", "version", "seconds", "message"] {
            assert!(!line[key].is_null(), "{key}: {line}");
        }
        let result = line["result"].as_str().expect("a word").to_string();
        let exit = line["exit"].as_u64().expect("a number");
        (result, exit, line["years"][0]["published"].clone())
    };
    log.lines().map(line).collect()
}

#[test]
fn every_run_leaves_a_line_whatever_its_end_and_its_streams_are_as_without() {
    let work = office();
    let nightly = |day: &str| {
        let run = ["consolidate", "-q", "--log", "runs.jsonl", "--as-of", day];
        work.run(&run)
    };
    let silent = |day: &str| {
        let run = nightly(day).exits(0);
        assert!(run.stdout().is_empty() && run.stderr().is_empty(), "{run}");
    };
    let last = |expected: (&str, u64, serde_json::Value)| {
        let all = lines(&work);
        let (result, exit, year) = all.last().expect("a line");
        assert_eq!((result.as_str(), *exit, year.clone()), expected);
    };
    silent("2020-12-14");
    last(("published", 0, true.into()));
    silent("2020-12-15");
    last(("unchanged", 0, false.into()));
    // The deadline has passed since: the same inputs are something new.
    let owes = "Sở Tư pháp: chưa nộp";
    nightly("2020-12-16").exits(1).says(&[owes]);
    last(("published", 1, true.into()));
    nightly("2020-12-17")
        .exits(1)
        .says(&["1 bảng chưa nộp sau hạn"]);
    last(("unchanged", 1, false.into()));
    work.write(
        "inputs/tonghop.toml",
        "[years.2021]\ndeadlin = 2020-12-15\n",
    );
    let failed = nightly("2020-12-18").exits(2);
    assert!(!failed.stderr().contains("\"result\""), "{failed}");
    last(("failed", 2, serde_json::Value::Null));
    assert!(work.read("runs.jsonl").contains("tonghop.toml"));
    work.write("inputs/tonghop.toml", CONFIG);
    nightly("2020-12-18").exits(1);
    assert_eq!(lines(&work).len(), 6);
    let refused = ["consolidate", "--log", "no/folder/runs.jsonl"];
    work.run(&refused).exits(2).says(&["no/folder/runs.jsonl"]);
}

#[test]
fn a_run_that_a_signal_ends_leaves_a_line() {
    let work = office();
    let row = GOOD.replace("Hội đàm", &"x".repeat(2000));
    let rows = vec![row.as_str(); 40_000].join("\n");
    work.write(
        "inputs/2021/so-tu-phap/lon.csv",
        format!("DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n{rows}\n"),
    );
    let child = work.start(&["consolidate", "--log", "runs.jsonl"]);
    // Emptied when the lock is taken: the run is on its way.
    let lock = work.path("outputs/.lock");
    while !fs::read_to_string(&lock).is_ok_and(|text| text.contains(&child.id().to_string())) {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    let kill = format!("kill -TERM {}", child.id());
    assert!(
        Command::new("sh")
            .args(["-c", &kill])
            .status()
            .expect("a shell")
            .success()
    );
    work.ended("consolidate", child)
        .exits(2)
        .says(&["bị SIGTERM ngắt"]);
    assert_eq!(
        lines(&work),
        [("interrupted".to_string(), 2, serde_json::Value::Null)]
    );
}

#[test]
fn a_report_that_nobody_can_take_does_not_make_a_published_run_a_failed_one() {
    let work = office();
    let full = fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("/dev/full");
    let run = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .args(["consolidate", "--as-of", "2020-12-01"])
        .current_dir(work.path(""))
        .stdout(full)
        .output()
        .expect("the program starts");
    assert_eq!(run.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&run.stderr).contains("kết quả ra màn hình"));
    assert!(work.path("outputs/2021/run.json").is_file());
}

/// The program as an ordinary user runs it who owns the outputs and nothing else, without an environment.
pub fn ordinary_run(work: &Workdir) -> impl Fn(&str) -> Output {
    let (program, outputs) = (work.path("tonghop"), work.path("outputs"));
    // By another process: a copy that this one has open for writing, any program that another test starts
    // just then holds open too, and a file that is written to does not start.
    let copied = Command::new("cp")
        .arg(env!("CARGO_BIN_EXE_tonghop"))
        .arg(&program)
        .status();
    assert!(copied.expect("cp").success(), "a copy of the program");
    fs::create_dir(&outputs).expect("outputs");
    fs::set_permissions(work.path(""), Permissions::from_mode(0o755)).expect("open");
    let is_root = fs::metadata("/proc/self").expect("/proc").uid() == 0;
    if is_root {
        chown(&outputs, Some(NOBODY), Some(NOBODY)).expect("nobody's");
    }
    let folder = work.path("");
    move |locale| {
        let mut command = Command::new(&program);
        command.args([
            "consolidate",
            "inputs",
            "-o",
            "outputs",
            "--as-of",
            "2020-12-01",
        ]);
        command
            .current_dir(&folder)
            .env_clear()
            .stdin(Stdio::null());
        if !locale.is_empty() {
            command
                .env("LANG", locale)
                .env("LC_ALL", locale)
                .env("TZ", ":/nowhere");
        }
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output().expect("the program starts")
    }
}

/// An ordinary user, where the tests themselves run as root.
const NOBODY: u32 = 65534;

fn set_modes(work: &Workdir, folders: u32, files: u32) {
    let inputs = walkdir::WalkDir::new(work.path("inputs")).contents_first(true);
    for entry in inputs {
        let entry = entry.expect("an input");
        let mode = if entry.file_type().is_dir() {
            folders
        } else {
            files
        };
        fs::set_permissions(entry.path(), Permissions::from_mode(mode)).expect("a mode");
    }
}

#[test]
fn an_ordinary_user_with_read_only_inputs_no_home_and_any_locale_publishes() {
    let work = office();
    let run = ordinary_run(&work);
    set_modes(&work, 0o555, 0o444);
    for locale in ["", "C", "POSIX", "vi_VN.TCVN", "tr_TR.ISO-8859-9"] {
        let run = run(locale);
        let (said, told) = (
            String::from_utf8_lossy(&run.stdout),
            String::from_utf8_lossy(&run.stderr),
        );
        assert_eq!(run.status.code(), Some(0), "{locale}: {said}{told}");
        assert!(
            said.contains("outputs/2021") && told.is_empty(),
            "{locale}: {said}{told}"
        );
    }
    // So that the folder can be removed.
    set_modes(&work, 0o755, 0o644);
}

#[test]
fn a_folder_or_a_file_that_may_not_be_opened_asks_for_a_person() {
    let work = office();
    work.write("inputs/2021/so-tu-phap/a.csv", "x");
    work.write("inputs/2021/so-noi-vu/b.csv", "x");
    let run = ordinary_run(&work);
    let modes = |folder: u32, file: u32| {
        for (path, mode) in [("so-tu-phap", folder), ("so-noi-vu/b.csv", file)] {
            let path = work.path("inputs/2021").join(path);
            fs::set_permissions(path, Permissions::from_mode(mode)).expect("a mode");
        }
    };
    modes(0o000, 0o000);
    let said = run("");
    modes(0o755, 0o644);
    assert_eq!(said.status.code(), Some(1));
    let findings = work.table("findings.csv");
    let of = |code: &str| findings.iter().find(|finding| finding["code"] == code);
    assert_eq!(of("T116").expect("the folder")["file"], "2021/so-tu-phap");
    let file = of("T101").expect("the file");
    assert_eq!(file["file"], "2021/so-noi-vu/b.csv");
    assert!(file["message"].contains("không mở được tệp"), "{file:?}");
}

#[test]
fn outputs_that_are_no_folder_say_so_and_a_file_in_place_of_a_year_is_kept() {
    let work = office();
    work.write("file", "mine");
    std::os::unix::fs::symlink("unmounted", work.path("link")).expect("a link");
    let run = |outputs: &str| work.run(&["consolidate", "-o", outputs, "--as-of", "2020-12-01"]);
    run("file").exits(2).says(&["là tệp, không phải thư mục"]);
    run("link").exits(2).says(&["đã được gắn chưa?"]);
    assert_eq!(work.read("file"), "mine");
    work.write("outputs/2021", "mine");
    run("outputs").exits(0);
    assert_eq!(work.read("outputs/edited/2021 (whole)"), "mine");
    assert!(work.path("outputs/2021/run.json").is_file());
}

#[test]
fn a_limit_on_the_size_of_files_ends_a_run_with_2_and_the_run_before_stands() {
    let work = office();
    work.consolidate().exits(0);
    let before = work.listing("outputs");
    work.write("inputs/tonghop.toml", "[limits]\npeople = 5\n");
    let limited = "ulimit -f 20; exec \"$0\" consolidate --as-of 2020-12-01";
    let run = Command::new("sh")
        .args(["-c", limited, env!("CARGO_BIN_EXE_tonghop")])
        .current_dir(work.path(""))
        .output()
        .expect("a shell");
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(said.contains("tệp vượt giới hạn"), "{said}");
    assert!(work.listing("outputs") == before, "something was written");
}
