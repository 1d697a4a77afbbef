//! A run over provinces: what many runs published is consolidated once more, and nothing is lost.

use super::workdir::{Workdir, project};
use std::collections::BTreeMap;
use std::fs;

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước;Đối tác;Nội dung;Số người;Số ngày;Thời gian;Nguồn kinh phí;Kinh phí;Kết quả;Ghi chú";

/// Rows that are hard to carry on: groups, halves, ranges, spans, slips, sources of several levels,
/// dollars, line breaks, cells that a spreadsheet would take for formulas, what was not held.
const PLAN: &str = "KẾ HOẠCH NĂM 2021\nI. ĐOÀN RA
1;=Đoàn A;Giám đốc;Lào, Thái Lan;+Sở B;Hội đàm;08;0,5;Quý III/2021;NSTW, ngân sách huyện;450 triệu đồng;;
2;\"-Đoàn B\nhai dòng\";PGĐ;ADB;@C;Dự án;5-7;5;Cả năm;NSNN + tự túc;1.250,50 USD;;
3;02 đoàn C;;Nhiều nước;D;Hội thảo;16;3,5;Quý III/2020;Phía bạn đài thọ;;;
4;Đoàn D;;Nhật bản;E;Học tập;;;Sau khi hết dịch;Quỹ Zzz;;;
5;Đoàn E;;Hàn Quốc;F;Xúc tiến;6;4;28/3-02/4/2021;Xã hội hóa và NS tỉnh;30 triệu đồng;;\"Ghi chú; có dấu\"
6;Đoàn F;;Úc;G;Khảo sát;5;6;Quý I - II;;;;
II. ĐOÀN VÀO
1;Đoàn G;;Mỹ;H;Tài trợ;4;3;Tháng 9/2021;Viện trợ PCPNN;;;
";

const RESULTS: &str = "KẾT QUẢ NĂM 2020\nI. ĐOÀN RA
1;Đoàn H;;Lào;I;Hội đàm;10;2;Quý I/2020;NSNN;;Đã thực hiện;
2;Đoàn I;;Trung Quốc (Quảng Tây);K;Hội đàm;10;2;Quý II/2020;NSNN;;Hoãn do dịch;
3;Đoàn K;;Singapore;L;Hội thảo;3;1;Quý IV/2020;NSNN;;Trực tuyến;
II. ĐOÀN VÀO
1;Đoàn L;;Lào;M;Thăm;7;2;Quý I/2020;Tự túc;;Hủy;
2;Đoàn M;;CHLB Đức;N;Làm việc;2;1;Tháng 02/2020;Không phát sinh kinh phí;;Đã thực hiện;
";

/// A submission with the head of the table under each of its section heads.
fn with_heads(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        out += line;
        out.push('\n');
        if line.starts_with('I') {
            out = out + HEAD + "\n";
        }
    }
    out
}

/// Consolidates a province of its own.
fn province(files: &[(&str, String)]) -> Workdir {
    let work = Workdir::new();
    for (path, text) in files {
        work.write(&format!("inputs/2021/{path}"), text);
    }
    work.run(&["consolidate", "--as-of", "2020-10-01"]).exits(0);
    work
}

/// Three provinces: the sample year, hard rows, and one office in three hands.
fn provinces() -> Vec<(&'static str, Workdir)> {
    let sample = Workdir::new();
    let inputs = project().join("inputs").display().to_string();
    sample
        .run(&[
            "consolidate",
            &inputs,
            "-o",
            "outputs",
            "--as-of",
            "2020-12-01",
        ])
        .exits(1);
    let hard = province(&[
        ("so-y-te/Ke hoach.csv", with_heads(PLAN)),
        ("so-y-te/Ket qua.csv", with_heads(RESULTS)),
    ]);
    let short = PLAN.lines().take(3).collect::<Vec<_>>().join("\n");
    let small = province(&[("so-tu-phap/Ke hoach.csv", with_heads(&short))]);
    vec![
        ("nghe-an", hard),
        ("quang-tri", sample),
        ("lai-chau", small),
    ]
}

/// One run over what these provinces published.
fn country(provinces: &[(&str, Workdir)]) -> Workdir {
    let work = Workdir::new();
    for (name, province) in provinces {
        let list = province.read("outputs/2021/delegations.csv");
        work.write(&format!("inputs/2021/{name}/delegations.csv"), list);
    }
    work.run(&["consolidate", "--as-of", "2020-10-01"]).exits(0);
    work
}

type Sums = BTreeMap<Vec<String>, Vec<i64>>;

/// Sums of the figures of a table by its keys, over several runs.
fn sums<'a>(runs: impl Iterator<Item = &'a Workdir>, table: &str, keys: &[&str]) -> Sums {
    let figures = ["delegations", "people", "person_days", "amount_vnd"];
    let mut sums = Sums::new();
    for run in runs {
        for line in run.table(table) {
            let key = keys.iter().map(|key| line[*key].clone()).collect();
            let sum = sums.entry(key).or_insert_with(|| vec![0; figures.len()]);
            for (sum, figure) in sum.iter_mut().zip(figures) {
                // Person-days may hold a half.
                *sum += (line[figure].parse::<f64>().expect("a number") * 2.0) as i64;
            }
        }
    }
    sums
}

#[test]
fn totals_over_provinces_are_the_sums_of_the_provinces() {
    let provinces = provinces();
    let country = country(&provinces);
    let each = || provinces.iter().map(|(_, province)| province);
    let tables: [(&str, &[&str]); 4] = [
        ("by_country.csv", &["kind", "year", "direction", "country"]),
        ("by_quarter.csv", &["kind", "year", "direction", "quarter"]),
        ("by_funding.csv", &["kind", "year", "direction", "funding"]),
        (
            "cube.csv",
            &["kind", "year", "direction", "country", "quarter", "funding"],
        ),
    ];
    for (table, keys) in tables {
        let all = sums(std::iter::once(&country), table, keys);
        assert_eq!(all, sums(each(), table, keys), "{table}");
    }
    let run = country.run_json();
    for kind in ["plan", "realised"] {
        for direction in ["outbound", "inbound"] {
            let total = |run: &serde_json::Value, figure: &str| {
                let value = &run["totals"][kind][direction][figure];
                value
                    .as_f64()
                    .unwrap_or_else(|| panic!("{kind} {direction} {figure}: {value}"))
            };
            let figures = run["totals"][kind][direction].as_object().expect("figures");
            for figure in figures.keys() {
                let sum: f64 = each()
                    .map(|province| total(&province.run_json(), figure))
                    .sum();
                assert_eq!(total(&run, figure), sum, "{kind} {direction} {figure}");
            }
        }
    }
    let rows = |run: &serde_json::Value, state: &str| run["rows"][state].as_u64().expect("rows");
    assert_eq!(
        rows(&run, "rejected") + rows(&run, "duplicate") + rows(&run, "superseded"),
        0
    );
    for state in ["accepted", "not_held"] {
        let sum: u64 = each()
            .map(|province| rows(&province.run_json(), state))
            .sum();
        assert_eq!(rows(&run, state), sum, "{state}");
    }
}

#[test]
fn every_value_and_text_of_a_published_row_comes_back() {
    let provinces = provinces();
    let country = country(&provinces);
    let rows = |work: &Workdir| {
        let mut rows = work.table("delegations.csv");
        for row in &mut rows {
            for place in ["id", "department", "file", "line", "sheet"] {
                row.remove(place);
            }
        }
        rows
    };
    let mut before: Vec<_> = provinces
        .iter()
        .flat_map(|(_, province)| rows(province))
        .collect();
    let mut after = rows(&country);
    assert!(before.len() > 180, "{}", before.len());
    before.sort();
    after.sort();
    for (before, after) in before.iter().zip(&after) {
        assert_eq!(before, after);
    }
    assert_eq!(before.len(), after.len());
    let departments = country.table("by_department.csv");
    let names: Vec<&str> = departments
        .iter()
        .map(|line| line["department"].as_str())
        .collect();
    assert!(
        names.contains(&"nghe-an") && !names.contains(&"so-y-te"),
        "{names:?}"
    );
}

#[test]
fn a_province_is_asked_again_only_for_what_is_still_open() {
    let provinces = provinces();
    let country = country(&provinces);
    let count = |work: &Workdir, code: &str| {
        let findings = work.table("findings.csv");
        findings.iter().filter(|line| line["code"] == code).count()
    };
    // Left blank, not scheduled, outside the year, no source, not held: facts of the rows, no more
    // of them than before. The sample province has limits of its own for days.
    let facts = [
        "D402", "D408", "O311", "O321", "O333", "O338", "O341", "O342",
    ];
    for code in facts {
        let before: usize = provinces
            .iter()
            .map(|(_, province)| count(province, code))
            .sum();
        assert!(count(&country, code) <= before, "{code}");
    }
    for finding in country.table("findings.csv") {
        let code = finding["code"].as_str();
        assert!(
            facts.contains(&code) || ["D403", "D404"].contains(&code),
            "{finding:?}"
        );
    }
}

#[test]
fn a_list_that_a_spreadsheet_saved_again_reads_the_same() {
    let provinces = provinces();
    let (_, hard) = &provinces[0];
    let plain = country(&provinces[..1]);
    let saved = Workdir::new();
    let path = hard.path("outputs/2021/delegations.csv");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)
        .expect("a list");
    let mut out = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![]);
    out.write_record(["DANH SÁCH ĐOÀN NĂM 2021"].iter().chain(&[""; 27]))
        .expect("a title");
    for record in reader.records() {
        let record = record.expect("a row");
        out.write_record(record.iter().map(|cell| cell.replace("0.5", "0,5")))
            .expect("a row");
    }
    let text = String::from_utf8(out.into_inner().expect("bytes")).expect("text");
    saved.write(
        "inputs/2021/nghe-an/delegations (2).csv",
        format!("\u{feff}{text}"),
    );
    saved
        .run(&["consolidate", "--as-of", "2020-10-01"])
        .exits(0);
    for table in ["cube.csv", "by_department.csv"] {
        assert_eq!(plain.table(table), saved.table(table), "{table}");
    }
}

#[test]
fn rows_of_a_list_that_say_no_direction_or_another_year_go_back() {
    let (_, hard) = provinces().remove(0);
    let list = hard.read("outputs/2021/delegations.csv");
    let mut lines: Vec<String> = list.lines().map(String::from).collect();
    let first = |lines: &[String], word: &str| {
        lines
            .iter()
            .position(|line| line.contains(word))
            .expect(word)
    };
    let at = first(&lines, "plan,inbound,2021");
    lines[at] = lines[at].replacen("plan,inbound,2021", "plan,,2021", 1);
    let at = first(&lines, "realised,inbound,2020");
    lines[at] = lines[at].replacen("realised,inbound,2020", "realised,inbound,2019", 1);
    let work = Workdir::new();
    work.write("inputs/2021/nghe-an/delegations.csv", lines.join("\n"));
    work.run(&["consolidate", "--as-of", "2020-10-01"]).exits(1);
    let codes: Vec<String> = work
        .table("rejected.csv")
        .iter()
        .map(|row| row["codes"].clone())
        .collect();
    assert_eq!(codes, ["B206", "B211"]);
    fs::write(
        work.path("inputs/2021/nghe-an/delegations.csv"),
        lines[0].clone() + "\n",
    )
    .expect("a head");
    work.run(&["consolidate", "--as-of", "2020-10-01"]).exits(0);
    let states: Vec<String> = work
        .table("submissions.csv")
        .iter()
        .map(|line| line["state"].clone())
        .collect();
    assert_eq!(states, ["nil_unconfirmed"; 4]);
}
