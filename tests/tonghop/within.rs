//! What `status` and `check` say of a workspace from within, and from any folder of it.

use super::workdir::Workdir;

const TABLE: &str = "KẾ HOẠCH ĐOÀN RA NĂM 2021\nTT;Tên đoàn;Trưởng đoàn;Nước đi;Số người;Số ngày;Thời gian;Kinh phí\n1;Đoàn A;GĐ;Lào;30;3;Quý I;NSNN\n";

fn workspace() -> Workdir {
    let work = Workdir::new();
    let config = "[years.2021]\ndeadline = 2020-11-10\n[limits]\npeople = 20\n";
    work.write("inputs/tonghop.toml", config);
    work.write(
        "inputs/departments.csv",
        "slug,name,owes\nso-y-te,Sở Y tế,outbound:plan\nso-tu-phap,Sở Tư pháp,outbound:plan\n",
    );
    work.write("inputs/2021/Sở Y tế/gui/ke hoach.csv", TABLE);
    work
}

fn sight(work: &Workdir, as_of: &str) -> Vec<(String, String, bool)> {
    let ledger = work
        .run(&["status", "--format", "json", "--as-of", as_of])
        .json();
    let lines = ledger[0]["ledger"].as_array().expect("lines").iter();
    lines
        .map(|line| {
            let text = |key: &str| line[key].as_str().expect(key).to_string();
            (text("department"), text("first_seen"), line["late"] == true)
        })
        .collect()
}

#[test]
fn status_knows_from_published_runs_when_a_file_was_first_seen_and_invents_nothing() {
    let work = workspace();
    let said = |lines: &[(&str, &str, bool)]| -> Vec<(String, String, bool)> {
        let line = |(a, b, late): &(&str, &str, bool)| (a.to_string(), b.to_string(), *late);
        lines.iter().map(line).collect()
    };
    let missing = ("so-tu-phap", "", false);
    assert_eq!(
        sight(&work, "2020-11-05"),
        said(&[missing, ("so-y-te", "", false)])
    );
    work.run(&["consolidate", "--as-of", "2020-11-12"]).exits(1);
    let seen = ("so-y-te", "2020-11-12", false);
    assert_eq!(sight(&work, "2020-11-20"), said(&[missing, seen]));
    work.write(
        "inputs/2021/so-tu-phap/ke hoach.csv",
        TABLE.replace("Đoàn A", "Đoàn B"),
    );
    work.run(&["consolidate", "--as-of", "2020-11-14"]).exits(0);
    let late = ("so-tu-phap", "2020-11-14", true);
    assert_eq!(sight(&work, "2020-11-20"), said(&[late, seen]));
}

#[test]
fn any_folder_of_a_workspace_is_checked_by_its_configuration_and_register() {
    let work = workspace();
    let places = [
        "inputs",
        "inputs/2021",
        "inputs/2021/Sở Y tế",
        "inputs/2021/Sở Y tế/gui",
        "inputs/2021/Sở Y tế/gui/ke hoach.csv",
    ];
    for place in places {
        let run = work.run(&["check", place, "--format", "json", "--as-of", "2020-11-05"]);
        let found = run.exits(0).json();
        let of_limit = |finding: &&serde_json::Value| finding["code"] == "D403";
        let findings: Vec<_> = found
            .as_array()
            .expect("findings")
            .iter()
            .filter(of_limit)
            .collect();
        assert_eq!(findings.len(), 1, "{place}");
        assert_eq!(findings[0]["department"], "so-y-te", "{place}");
    }
}
