//! Paths that somebody typed or chose badly: nothing outside OUTPUTS changes, nothing reaches a terminal raw.

use super::workdir::Workdir;

const PLAN: &str = "\
DỰ KIẾN ĐOÀN RA NĂM 2021
I. ĐOÀN RA
TT;Tên đoàn;Trưởng đoàn;Nước đi;Số người;Số ngày;Thời gian thực hiện;Kinh phí
1;Đoàn A\u{9b}2J;Giám đốc;Lào;08;05;Quý III/2021;NSNN
";

#[test]
fn a_path_that_was_typed_reaches_no_terminal_raw() {
    let work = Workdir::with_submission(PLAN);
    let outputs = "out\u{1b}[2J\u{202e}";
    let args = ["consolidate", "-o", outputs, "--as-of", "2020-12-01"];
    let first = work.run(&args).exits(0);
    let again = work.run(&args).exits(0);
    let form = work
        .run(&["form", "--output", "mẫu\u{1b}[31m.xlsx"])
        .exits(0);
    let made = work.run(&["init", "nơi\u{7}"]).exits(0);
    let lost = work.run(&["inspect", "không\u{1b}[0m.csv"]).exits(2);
    for run in [first, again, form, made, lost] {
        let said = run.stdout() + &run.stderr();
        let obeyed = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!said.contains(obeyed), "{said:?}");
    }
}

#[test]
fn json_escapes_what_a_terminal_obeys() {
    let work = Workdir::with_submission(PLAN);
    let run = work.run(&[
        "inspect",
        "--format",
        "json",
        "inputs/2021/so-y-te/bao cao.csv",
    ]);
    let run = run.exits(0);
    assert!(run.stdout().contains("\\u009b2J"), "{}", run.stdout());
    assert!(!run.stdout().contains('\u{9b}'));
    let row = &run.json()["sections"][0]["rows"][0];
    assert_eq!(row["name"], "Đoàn A\u{9b}2J");
}

#[test]
fn inputs_and_outputs_may_not_lie_in_what_the_other_one_changes() {
    let work = Workdir::with_submission(PLAN);
    for (inputs, outputs) in [
        ("inputs", "inputs"),
        ("inputs", "inputs/outputs"),
        ("inputs", "inputs/2021/so-y-te"),
        ("out/2021", "out"),
        ("out/edited/x", "out"),
    ] {
        work.write(&format!("{inputs}/2021/so-y-te/a.csv"), PLAN);
        let args = [
            "consolidate",
            inputs,
            "-o",
            outputs,
            "--as-of",
            "2020-12-01",
        ];
        work.run(&args).exits(2);
        assert_eq!(work.read(&format!("{inputs}/2021/so-y-te/a.csv")), PLAN);
    }
    work.write("all/new/2021/so-y-te/a.csv", PLAN);
    let args = [
        "consolidate",
        "all/new",
        "-o",
        "all",
        "--as-of",
        "2020-12-01",
    ];
    work.run(&args).exits(0);
    assert_eq!(work.read("all/new/2021/so-y-te/a.csv"), PLAN);
}
