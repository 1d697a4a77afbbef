//! What people read on a terminal, whole: changed words and layouts show in the review of a change.
//! `INSTA_UPDATE=always cargo test --release snapshots::` writes them anew.

use super::workdir::Workdir;

/// Compares what a command prints with `snapshots/<name>.snap`.
fn compare(work: &Workdir, name: &str, args: &[&str]) {
    let said = work.run(args).stdout();
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, said));
}

/// The same in Vietnamese and in English.
fn compare_both(work: &Workdir, name: &str, args: &[&str]) {
    for lang in ["vi", "en"] {
        let args = [args, &["--lang", lang]].concat();
        compare(work, &format!("{name}-{lang}"), &args);
    }
}

#[test]
fn explain_shows_the_page_of_a_rule() {
    let work = Workdir::new();
    // One of each folder, among them pages with cells, with a whole submission, and without an example.
    for code in [
        "T108", "B209", "O302", "O339", "D409", "L507", "L512", "L524",
    ] {
        compare_both(&work, &format!("explain-{code}"), &["explain", code]);
    }
}

#[test]
fn rules_are_a_line_each() {
    compare_both(&Workdir::new(), "rules", &["rules"]);
}

#[test]
fn check_shows_the_findings_of_a_department() {
    let work = Workdir::with_sample_year();
    let check = |path| ["check", path, "--as-of", "2020-12-01"];
    compare_both(
        &work,
        "check-hurried-clerk",
        &check("inputs/2021/hoi-lhpn-tinh"),
    );
    compare_both(&work, "check-totals", &check("inputs/2021/SGTVT"));
    compare(&work, "check-sample-year", &check("inputs"));
}

#[test]
fn status_shows_who_has_sent_what() {
    let work = Workdir::with_sample_year();
    compare_both(&work, "status", &["status", "--as-of", "2020-12-01"]);
}

#[test]
fn inspect_shows_how_a_file_is_read() {
    let work = Workdir::with_sample_year();
    let files = [
        (
            "inspect-old-database",
            "06_so-kh-dt/Bieu TH doan ra - doan vao.csv",
        ),
        (
            "inspect-tcvn3",
            "02_so-nn-ptnt/Phu luc SNN (chinh thuc).csv",
        ),
        (
            "inspect-workbook",
            "so-noi-vu/So Noi vu - doan ra doan vao.xlsx",
        ),
    ];
    for (name, file) in files {
        compare_both(&work, name, &["inspect", &format!("inputs/2021/{file}")]);
    }
}
