//! A province with known truth: sixty departments, three versions each, doubles, nil, missing and late.

use super::workdir::Workdir;
use std::collections::BTreeMap;

const DEPARTMENTS: usize = 60;
const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;{};Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";

/// What a department does, by its number.
#[derive(Clone, Copy, PartialEq)]
enum Habit {
    /// Three versions, each of which replaces what it contains.
    Versions,
    /// The same, and a copy of the second version beside it, made by the file manager.
    Copied,
    /// The same, and a supplement that adds a row.
    Supplemented,
    /// Sends after the deadline.
    Late,
    Nil,
    Missing,
}

fn habit(number: usize) -> Habit {
    match number % 10 {
        0 => Habit::Missing,
        1 => Habit::Nil,
        2 => Habit::Late,
        3 => Habit::Copied,
        4 => Habit::Supplemented,
        _ => Habit::Versions,
    }
}

fn slug(number: usize) -> String {
    format!("don-vi-{number:02}")
}

/// Rows of one table; names differ from department to department, so that none are one another.
fn rows(number: usize, version: usize, count: usize, name: &str) -> String {
    let row = |at: usize| {
        let people = number + version + at;
        let nth = format!("{name} {number:02}{version}{at}");
        format!(
            "{};{nth};Trưởng phòng;Lào;;Nội dung {nth};{people};03;Quý {}/2021;NSNN;\n",
            at + 1,
            ["I", "II", "III", "IV"][at % 4]
        )
    };
    (0..count).map(row).collect()
}

fn outbound(rows: &str) -> String {
    format!("I. ĐOÀN RA\n{}\n{rows}", HEAD.replace("{}", "Nước đi"))
}

fn inbound(rows: &str) -> String {
    format!(
        "II. ĐOÀN VÀO\n{}\n{rows}",
        HEAD.replace("{}", "Đến từ nước")
    )
}

fn send(work: &Workdir, number: usize, name: &str, tables: &str) {
    let path = format!("inputs/2021/{}/{name}", slug(number));
    let title = format!("KẾ HOẠCH NĂM 2021 CỦA ĐƠN VỊ SỐ {number:02}\n");
    work.write(&path, title + tables);
}

fn send_versions(work: &Workdir, number: usize) {
    let first =
        outbound(&rows(number, 1, 2, "Đoàn đi")) + &inbound(&rows(number, 1, 1, "Đoàn đến"));
    send(work, number, "Bao cao.csv", &first);
    let second = outbound(&rows(number, 2, 3, "Đoàn đi"));
    send(work, number, "Bao cao lan 2.csv", &second);
    let third = inbound(&rows(number, 3, 2, "Đoàn đến"));
    send(work, number, "Bao cao sua doi lan 3.csv", &third);
    match habit(number) {
        Habit::Copied => send(work, number, "Bao cao lan 2 - Copy.csv", &second),
        Habit::Supplemented => {
            let more = outbound(&rows(number, 4, 1, "Đoàn đi"));
            send(work, number, "Bao cao bo sung.csv", &more);
        }
        _ => {}
    }
}

/// Delegations and people of a department that count: outbound, inbound.
fn truth(number: usize) -> [(u64, u64); 2] {
    let sum = |version: usize, count: usize| {
        let people = (0..count).map(|at| number + version + at).sum::<usize>();
        (count as u64, people as u64)
    };
    let (mut out, inward) = (sum(2, 3), sum(3, 2));
    match habit(number) {
        Habit::Missing | Habit::Nil => return [(0, 0); 2],
        Habit::Supplemented => out = (out.0 + 1, out.1 + sum(4, 1).1),
        _ => {}
    }
    [out, inward]
}

/// The province as it stands at the deadline; late departments send afterwards.
fn province() -> Workdir {
    let work = Workdir::new();
    let mut register = "slug,name,owes\n".to_string();
    for number in 0..DEPARTMENTS {
        let owes = "outbound:plan;inbound:plan";
        register += &format!("{},Đơn vị số {number:02},{owes}\n", slug(number));
        match habit(number) {
            Habit::Missing | Habit::Late => {}
            Habit::Nil => send(
                &work,
                number,
                "Bao cao.csv",
                &(outbound("Không có\n") + &inbound("Không có\n")),
            ),
            _ => send_versions(&work, number),
        }
    }
    work.write("inputs/departments.csv", register);
    work.write(
        "inputs/tonghop.toml",
        "[years.2021]\ndeadline = 2020-11-15\n",
    );
    work
}

fn count(of: Habit) -> u64 {
    (0..DEPARTMENTS)
        .filter(|number| habit(*number) == of)
        .count() as u64
}

#[test]
fn ledger_doubles_and_figures_of_sixty_departments_come_out_right() {
    let work = province();
    work.run(&["consolidate", "--as-of", "2020-11-10"]).exits(0);
    let run = work.run_json();
    let away = count(Habit::Missing) + count(Habit::Late);
    assert_eq!(
        run["departments"]["missing"], away,
        "a reminder before the deadline"
    );
    work.run(&["consolidate", "--as-of", "2020-11-16"]).exits(1);
    for number in (0..DEPARTMENTS).filter(|number| habit(*number) == Habit::Late) {
        send_versions(&work, number);
    }
    work.run(&["consolidate", "--as-of", "2020-11-20"]).exits(1);
    let run = work.run_json();
    let [late, nil, missing] = [Habit::Late, Habit::Nil, Habit::Missing].map(count);
    let submitted = DEPARTMENTS as u64 - nil - missing;
    let departments = &run["departments"];
    let told = ["submitted", "nil", "missing", "late"].map(|key| departments[key].as_u64());
    assert_eq!(
        told,
        [submitted, nil, missing, late].map(Some),
        "{departments}"
    );
    assert_eq!(run["files"]["duplicate"], count(Habit::Copied));
    let published: BTreeMap<(String, String), (u64, u64)> = work
        .table("by_department.csv")
        .into_iter()
        .map(|line| {
            let number = |key: &str| line[key].parse().expect("a number");
            let figures = (number("delegations"), number("people"));
            (
                (line["department"].clone(), line["direction"].clone()),
                figures,
            )
        })
        .collect();
    for number in 0..DEPARTMENTS {
        for (direction, figures) in ["outbound", "inbound"].into_iter().zip(truth(number)) {
            let found = published.get(&(slug(number), direction.to_string()));
            assert_eq!(*found.unwrap_or(&(0, 0)), figures, "{number} {direction}");
        }
    }
    let missing: Vec<String> = work
        .table("submissions.csv")
        .into_iter()
        .filter(|line| line["state"] == "missing")
        .map(|line| line["department"].clone())
        .collect();
    let gone = (0..DEPARTMENTS).filter(|number| habit(*number) == Habit::Missing);
    let gone: Vec<String> = gone
        .flat_map(|number| [slug(number), slug(number)])
        .collect();
    assert_eq!(missing, gone);
}

#[test]
fn figures_far_from_the_years_before_are_asked_about() {
    let work = province();
    work.run(&["consolidate", "--as-of", "2020-11-10"]).exits(0);
    let twenty = outbound(&rows(5, 1, 20, "Đoàn đi")).replace("2021", "2022");
    let as_before = outbound(&rows(6, 1, 4, "Đoàn đi")).replace("2021", "2022");
    for (number, tables) in [(5, twenty), (6, as_before)] {
        let text = format!("KẾ HOẠCH NĂM 2022 CỦA ĐƠN VỊ SỐ {number:02}\n{tables}");
        work.write(&format!("inputs/2022/{}/Bao cao.csv", slug(number)), text);
    }
    let run = work.run(&["consolidate", "--as-of", "2020-11-10"]).exits(0);
    let findings = work.read("outputs/2022/findings.csv");
    let far: Vec<&str> = findings
        .lines()
        .filter(|line| line.starts_with("L512"))
        .collect();
    assert_eq!(far.len(), 1, "{findings}\n{run}");
    assert!(
        far[0].contains("don-vi-05") && far[0].contains("20 đoàn; các năm trước: 2021: 3"),
        "{far:?}"
    );
}
