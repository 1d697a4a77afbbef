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
        std::thread::sleep(Duration::from_millis(300));
        signal(&child, name);
        let (run, took) = wait(child, "consolidate", &work);
        let run = run.exits(2);
        assert!(took < Duration::from_secs(1), "{took:?}");
        let said = run.stderr();
        assert_eq!(said.lines().count(), 1, "{run}");
        let words = [
            "interrupted",
            name,
            "reading the submissions",
            "nothing was changed",
        ];
        run.says(&words);
        assert_eq!(work.listing("outputs"), before);
    }
    fs::remove_file(work.path("inputs/2021/so-noi-vu/lon.csv")).unwrap();
    work.consolidate().exits(0);
}
