//! The office's own words: proposals that are pasted are understood, and faulty lines stop the run.

use super::workdir::Workdir;

const PLAN: &str = "\
DỰ KIẾN ĐOÀN RA NĂM 2021
I. ĐOÀN RA
TT;Tên đoàn;Nước đi;Số người;Số ngày;Thời gian thực hiện;Kinh phí
1;Đoàn A;Cambuchia;08;05;Quý III/2021;Quỹ HTPT
2;Đoàn B;Liên Xô;08;05;Quý III/2021;NSNN
3;Đoàn C;LIÊN XÔ;08;05;Quý III/2021;quỹ htpt
4;Đoàn D;Lào;08;05;Quý III/2021;NSNN
";

#[test]
fn proposals_pasted_into_the_vocabulary_are_understood() {
    let work = Workdir::with_submission(PLAN);
    work.consolidate().exits(1);
    let file = "2021/so-y-te/bao cao.csv";
    let proposals = work.read("outputs/2021/proposals.csv");
    let expected = format!(
        "list,code,alias,times,where,nearest\n\
         countries.csv,,Liên Xô,2,{file}:5;{file}:6,\n\
         funding.csv,,Quỹ HTPT,2,{file}:4;{file}:6,\n\
         countries.csv,KH,Cambuchia,1,{file}:4,Campuchia\n"
    );
    assert_eq!(proposals, expected);
    let pasted = |list: &str, code: &str| {
        let blank = format!("{list},,");
        let lines = proposals.lines().filter(|line| line.starts_with(list));
        let lines: Vec<String> = lines
            .map(|line| line.replace(&blank, &format!("{list},{code},")))
            .collect();
        work.write(&format!("inputs/vocabulary/{list}"), lines.join("\n"));
    };
    pasted("countries.csv", "RU");
    pasted("funding.csv", "aid");
    work.consolidate().exits(0);
    let rows = work.table("delegations.csv");
    let read: Vec<_> = rows
        .iter()
        .map(|row| (row["countries"].as_str(), row["funding"].as_str()))
        .collect();
    assert_eq!(
        read,
        [
            ("KH", "aid"),
            ("RU", "state_budget"),
            ("RU", "aid"),
            ("LA", "state_budget")
        ]
    );
    let proposals = work.read("outputs/2021/proposals.csv");
    assert_eq!(proposals, "list,code,alias,times,where,nearest\n");
}

#[test]
fn a_faulty_line_of_the_vocabulary_stops_the_run_with_its_place() {
    let cases = [
        ("countries.csv", "code,alias\nQQ,Xứ lạ\n", "line 2"),
        ("countries.csv", "LA,Thái Lan\n", "means TH already"),
        (
            "countries.csv",
            "countries.csv,,Xứ lạ,1,a:1,\n",
            "has no code yet",
        ),
        ("places.csv", "TH,Savannakhet\n", "a place in LA already"),
        ("funding.csv", "class,level,words\n\ntax,,Thuế\n", "line 3"),
        ("colours.csv", "a,b\n", "colours.csv"),
    ];
    for (file, text, reason) in cases {
        let work = Workdir::with_submission(PLAN);
        work.write(&format!("inputs/vocabulary/{file}"), text);
        let said = work.consolidate().exits(2).stderr();
        assert!(said.contains(file) && said.contains(reason), "{said}");
        assert!(!work.path("outputs/2021").exists(), "{file}");
    }
}
