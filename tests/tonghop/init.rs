//! A fresh workspace: what is in it, that it works at once, and that nothing is ever overwritten.

use super::workdir::Workdir;

const TODAY: [&str; 2] = ["--as-of", "2026-10-20"];

fn init(work: &Workdir, more: &[&str]) {
    let args = [&["init", "w", "--year", "2027"][..], &TODAY, more].concat();
    work.run(&args).exits(0);
}

/// Consolidates the fresh workspace from outside; gives the number of missing tables.
fn missing(work: &Workdir) -> usize {
    let args = [&["consolidate", "w/inputs", "-o", "w/outputs"][..], &TODAY].concat();
    work.run(&args).exits(0);
    let ledger = work.read("w/outputs/2027/submissions.csv");
    ledger.matches(",missing,").count()
}

#[test]
fn a_fresh_workspace_consolidates_at_once_and_says_that_everything_is_missing() {
    for lang in ["vi", "en"] {
        let work = Workdir::new();
        init(&work, &["--lang", lang]);
        let register = work.read("w/inputs/departments.csv");
        assert_eq!(missing(&work), 4 * (register.lines().count() - 1));
        let guide = if lang == "vi" {
            "HUONG-DAN.md"
        } else {
            "GUIDE.md"
        };
        assert!(work.read(&format!("w/{guide}")).contains("2027"));
    }
}

#[test]
fn the_register_is_that_of_the_year_or_the_one_asked_for() {
    for (era, holds, lacks) in [
        ("since-2025", "so-nong-nghiep-moi-truong", "huyen-gio-linh"),
        ("before-2025", "huyen-gio-linh", "so-nong-nghiep-moi-truong"),
        ("both", "huyen-gio-linh", "so-khac"),
    ] {
        let work = Workdir::new();
        init(&work, &["--register", era]);
        let register = work.read("w/inputs/departments.csv");
        assert!(
            register.contains(holds) && !register.contains(lacks),
            "{era}"
        );
    }
    let work = Workdir::new();
    init(&work, &[]);
    assert!(
        !work
            .read("w/inputs/departments.csv")
            .contains("huyen-gio-linh")
    );
}

/// A newcomer takes the `# ` away from a line: every key of the configuration must then be known.
#[test]
fn every_line_of_the_configuration_may_be_uncommented() {
    for lang in ["vi", "en"] {
        let work = Workdir::new();
        init(&work, &["--lang", lang]);
        let config = work.read("w/inputs/tonghop.toml");
        let set = |line: &str| line.starts_with("# ") && line.contains(" = ");
        let lines = config
            .lines()
            .map(|line| if set(line) { &line[2..] } else { line });
        let text: Vec<&str> = lines.collect();
        assert_eq!(config.lines().filter(|line| set(line)).count(), 12);
        work.write("w/inputs/tonghop.toml", text.join("\n"));
        assert!(missing(&work) > 100);
    }
}

#[test]
fn a_form_of_the_workspace_filled_and_put_in_its_folder_is_received() {
    let work = Workdir::new();
    init(&work, &[]);
    let before = missing(&work);
    let form = std::fs::read(work.path("w/forms/bieu-mau-2027-so-y-te.xlsx")).expect("a form");
    work.write("w/inputs/2027/so-y-te/bieu.xlsx", form);
    assert_eq!(missing(&work), before - 4);
}

#[test]
fn a_folder_that_holds_anything_is_left_as_it_is() {
    let work = Workdir::new();
    work.write("w/.hidden", "mine");
    work.run(&["init", "w"])
        .exits(2)
        .says(&["w:", "không rỗng"]);
    assert_eq!(std::fs::read_dir(work.path("w")).expect("w").count(), 1);
    work.write("file", "mine");
    work.run(&["init", "file"]).exits(2);
    std::fs::create_dir(work.path("empty")).expect("a folder");
    work.run(&["init", "empty", "--year", "2027"])
        .exits(0)
        .says(&["HUONG-DAN.md"]);
    let before = work.listing("empty");
    let again = ["init", "empty", "--year", "2027"];
    work.run(&again).exits(0).says(&["2027"]);
    work.run(&again).exits(0);
    let now = work.listing("empty");
    assert!(before.iter().all(|file| now.contains(file)));
}

#[test]
fn the_province_stands_in_the_configuration_and_on_the_forms() {
    let work = Workdir::new();
    init(&work, &["--province", "Quảng \"Trị\""]);
    assert!(
        work.read("w/inputs/tonghop.toml")
            .contains("\nprovince = \"Quảng Trị\"\n")
    );
    let form = work.run(&[
        "inspect",
        "w/forms/bieu-mau-2027-so-y-te.xlsx",
        "--format",
        "csv",
    ]);
    form.exits(0);
    assert!(missing(&work) > 100);
}
