//! The answer to a department, sent back: mended, explained, unchanged, saved by other programs.

use super::cells::Cells;
use super::workdir::Workdir;
use std::collections::BTreeMap;

const HEAD: &str = "TT;Tên đoàn;Trưởng đoàn;Nước đi;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú";
const RETURNED: &str = "inputs/2021/so-y-te/so-y-te.xlsx";
const ANSWER: &str = "outputs/2021/feedback/so-y-te.xlsx";
/// The sheet of an answer behind its guide, and the notes on its cells.
const SHEET: &str = "xl/worksheets/sheet2.xml";
const NOTES: &str = "xl/comments1.xml";

/// Twelve cells that clerks break, each in its own way.
const BROKEN: &str = "\
1;Đoàn công tác;Giám đốc Sở;Thái Lann;Sở Y tế Udon;Hội đàm;O8;05;Quý III/2021;NSNN;
2;Đoàn học tập;Phó Giám đốc;Lào, Campuchiaa;Bộ Y tế;Học tập;5-7;05;Quý I/2021;NSNN;
3;Đoàn dự hội nghị;Trưởng phòng;Nhật Bảnn;JICA;Hội nghị;05-Jul;4-6;Quý II/2020;Ngân sách nhà nuoc tinh;
4;Đoàn khảo sát;Trưởng phòng;Hàn Quôcc;KOICA;Khảo sát;03;l0;Đầu năm 2021;Tự túcc;
5;Đoàn thăm;Giám đốc Sở;Lèo;Sở Y tế Salavan;Thăm;06;09;Từ ngày 15/9 đến ngày 19/9/2021;NSNN;
Tổng cộng;;;;;;99;;;;
";

fn plan(rows: &str) -> String {
    format!("DỰ KIẾN ĐOÀN RA NĂM 2021\nI. ĐOÀN RA\n{HEAD}\n{rows}")
}

fn answer(work: &Workdir) -> Cells {
    Cells::open(SHEET, std::fs::read(work.path(ANSWER)).expect("an answer"))
}

/// Errors and warnings that are left, with what they say.
fn open(work: &Workdir) -> Vec<String> {
    let findings = work.table("findings.csv").into_iter();
    let open = findings.filter(|f| f["severity"] != "info");
    open.map(|f| format!("{} {}: {}", f["code"], f["line"], f["message"]))
        .collect()
}

fn codes(work: &Workdir) -> Vec<String> {
    let findings = work.table("findings.csv").into_iter();
    findings.map(|finding| finding["code"].clone()).collect()
}

/// What the notes of an answer propose, by cell; the first proposal of each.
fn proposed(answer: &Cells) -> BTreeMap<String, String> {
    let notes = answer.part(NOTES).unwrap_or_default();
    let notes = notes.split("<comment ref=\"").skip(1);
    let of = |note: &str| {
        let (cell, rest) = note.split_once('"')?;
        let (_, value) = rest.split_once("Đề nghị ghi: ")?;
        let end = value.find(['\n', '<']).unwrap_or(value.len());
        Some((cell.to_string(), value[..end].to_string()))
    };
    notes.filter_map(of).collect()
}

#[test]
fn broken_cells_are_mended_by_what_the_answer_proposes_and_ranges_by_the_department() {
    let work = Workdir::with_submission(&plan(BROKEN));
    work.consolidate().exits(1);
    let broken = open(&work);
    assert!(broken.len() >= 12, "{broken:#?}");
    for round in 0..4 {
        let mut sent_back = answer(&work);
        let proposed = proposed(&sent_back);
        if proposed.is_empty() {
            break;
        }
        assert!(round < 3, "{:#?}", open(&work));
        for (cell, value) in proposed {
            sent_back.put(&cell, &value);
        }
        work.write(RETURNED, sent_back.save());
        work.consolidate().exits(0);
    }
    // Which number of a range is meant only the department knows.
    let left: Vec<String> = open(&work)
        .iter()
        .map(|line| line[..4].to_string())
        .collect();
    assert_eq!(left, ["O313", "O313", "O323"]);
    let mut sent_back = answer(&work);
    for (cell, value) in [("G5", "7"), ("G6", "7"), ("H6", "6")] {
        sent_back.put(cell, value);
    }
    work.write(RETURNED, sent_back.save());
    work.consolidate().exits(0);
    assert_eq!(open(&work), Vec::<String>::new());
    let rows = work.table("delegations.csv");
    let read: Vec<[&str; 5]> = rows
        .iter()
        .map(|row| ["countries", "people", "days", "quarter", "funding"].map(|c| row[c].as_str()))
        .collect();
    assert_eq!(
        read,
        [
            ["TH", "8", "5", "Q3", "state_budget"],
            ["LA;KH", "7", "5", "Q1", "state_budget"],
            ["JP", "7", "6", "Q2", "state_budget"],
            ["KR", "3", "10", "Q1", "self_funded"],
            ["LA", "6", "5", "Q3", "state_budget"],
        ]
    );
}

const DOUBTFUL: &str = "\
1;Đoàn A;Giám đốc;Lào;S;Hội đàm;120;05;Quý III/2021;NSNN;
2;Đoàn B;Giám đốc;Lào;S;Học tập;;04;Quý I/2021;NSNN;
";

#[test]
fn an_answer_sent_back_as_it_is_replaces_what_it_answers_and_moves_no_figure() {
    let work = Workdir::with_submission(&plan(DOUBTFUL));
    work.consolidate().exits(0);
    let before = (work.run_json()["totals"].clone(), open(&work));
    work.write(RETURNED, answer(&work).save());
    work.consolidate().exits(0);
    let run = work.run_json();
    assert_eq!(
        (run["totals"].clone(), open(&work)),
        before,
        "fingerprints and figures hold"
    );
    assert_eq!(run["rows"]["superseded"], 2);
    assert_eq!(run["departments"]["late"], 0, "who mends is not late");
    let ledger = work.table("submissions.csv");
    let replaced = ledger
        .iter()
        .find(|line| line["state"] == "superseded")
        .expect("a line");
    assert_eq!(replaced["superseded_by"], "2021/so-y-te/so-y-te.xlsx");
}

#[test]
fn a_program_that_drops_the_properties_leaves_the_mark_on_the_first_sheet() {
    let work = Workdir::with_submission(&plan(DOUBTFUL));
    work.consolidate().exits(0);
    work.write(RETURNED, answer(&work).save_without("docProps/custom.xml"));
    work.consolidate().exits(0);
    assert_eq!(work.run_json()["rows"]["superseded"], 2);
    assert_eq!(work.table("delegations.csv").len(), 2);
}

#[test]
fn an_explanation_comes_back_as_a_decision_that_can_be_taken_over() {
    let work = Workdir::with_submission(&plan(DOUBTFUL));
    work.consolidate().exits(0);
    let mut sent_back = answer(&work);
    sent_back.put("L4", "Đoàn nghệ thuật, đúng 120 người");
    work.write(RETURNED, sent_back.save());
    work.consolidate().exits(0);
    let proposals = work.table("proposed_decisions.csv");
    assert_eq!(proposals.len(), 1, "{proposals:#?}");
    assert_eq!(proposals[0]["code"], "D403");
    assert_eq!(proposals[0]["decision"], "accept");
    assert_eq!(proposals[0]["reason"], "Đoàn nghệ thuật, đúng 120 người");
    assert!(
        codes(&work).contains(&"D403".into()),
        "nobody has decided yet"
    );
    let taken_over = work.read("outputs/2021/proposed_decisions.csv");
    work.write("inputs/decisions.csv", taken_over);
    work.consolidate().exits(0);
    assert!(
        !work
            .read("outputs/2021/proposed_decisions.csv")
            .contains("D403")
    );
    assert!(
        work.read("outputs/2021/report.html")
            .contains("Đã giải trình")
    );
}

#[test]
fn a_second_answer_replaces_the_first_even_where_it_overwrites_its_file() {
    for name in [RETURNED, "inputs/2021/so-y-te/gui lai lan 2.xlsx"] {
        let work = Workdir::with_submission(&plan(DOUBTFUL));
        work.consolidate().exits(0);
        work.write(RETURNED, answer(&work).save());
        work.consolidate().exits(0);
        let mut second = answer(&work);
        second.put("G5", "9");
        work.write(name, second.save());
        work.consolidate().exits(0);
        let rows = work.table("delegations.csv");
        let people: Vec<&str> = rows.iter().map(|row| row["people"].as_str()).collect();
        assert_eq!(people, ["120", "9"], "{name}");
    }
}

#[test]
fn a_later_version_by_name_replaces_an_answer_to_the_earlier_one() {
    let work = Workdir::with_submission(&plan(DOUBTFUL));
    work.consolidate().exits(0);
    work.write(RETURNED, answer(&work).save());
    let newer = plan("1;Đoàn A;Giám đốc;Lào;S;Hội đàm;12;05;Quý III/2021;NSNN;\n");
    work.write("inputs/2021/so-y-te/bao cao v2.csv", newer);
    work.consolidate().exits(0);
    let rows = work.table("delegations.csv");
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(rows[0]["people"], "12");
}

#[test]
fn an_answer_that_lacks_a_table_is_asked_about() {
    let inbound = "II. ĐOÀN VÀO\nTT;Tên đoàn;Trưởng đoàn;Đến từ nước;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí;Ghi chú\n1;Đoàn C;Giám đốc;Lào;S;Thăm;03;04;Quý I/2021;NSNN;\n";
    let work = Workdir::with_submission(&(plan(DOUBTFUL) + inbound));
    work.consolidate().exits(0);
    let mut sent_back = answer(&work);
    sent_back.put("A6", "II. ĐOÀN RA");
    sent_back.put("D7", "Nước đi");
    work.write(RETURNED, sent_back.save());
    work.consolidate().exits(0);
    let left = open(&work);
    assert!(
        left.iter()
            .any(|f| f.starts_with("L511") && f.contains("kế hoạch đoàn vào")),
        "{left:#?}"
    );
}

#[test]
fn a_receipt_that_comes_back_is_no_submission() {
    let work = Workdir::with_submission(&plan(
        "1;Đoàn A;Giám đốc;Lào;S;Hội đàm;12;05;Quý III/2021;NSNN;\n",
    ));
    work.consolidate().exits(0);
    work.write(
        RETURNED,
        std::fs::read(work.path(ANSWER)).expect("a receipt"),
    );
    work.consolidate().exits(0);
    let run = work.run_json();
    assert_eq!(run["rows"]["read"], 1);
    assert_eq!(open(&work), Vec::<String>::new());
    let ledger = work.table("submissions.csv");
    assert!(
        ledger
            .iter()
            .any(|line| line["state"] == "ignored" && line["files"].ends_with("so-y-te.xlsx"))
    );
}
