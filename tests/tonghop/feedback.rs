//! What a department reads in its feedback: the cell it must change, and nothing of others.

use super::workdir::Workdir;
use calamine::{Data, Reader, Xlsx};
use std::fs::File;
use std::io::BufReader;

type Book = Xlsx<BufReader<File>>;

fn feedback(work: &Workdir, slug: &str) -> Book {
    let path = work.path(&format!("outputs/2021/feedback/{slug}.xlsx"));
    calamine::open_workbook(path).expect("a workbook")
}

/// All texts of a sheet, one a line.
fn text(book: &mut Book, sheet: usize) -> String {
    let name = book.sheet_names()[sheet].clone();
    let range = book.worksheet_range(&name).expect("a sheet");
    let cells = range.used_cells().map(|(_, _, cell)| cell.to_string());
    cells.collect::<Vec<String>>().join("\n")
}

const HEADER: &str = "TT;Tên đoàn;Trưởng đoàn;Đi đâu;Đối tác làm việc;Nội dung hoạt động;Số người;Số ngày;Thời gian thực hiện;Kinh phí\n";

fn plan(row: &str) -> String {
    format!("KẾ HOẠCH NĂM 2021\nI. ĐOÀN RA\n{HEADER}{row}\n")
}

#[test]
fn a_department_reads_nothing_of_another_and_no_path_of_the_office() {
    let work = Workdir::new();
    let row = |name: &str| {
        plan(&format!(
            "1;{name};Giám đốc;CHDCND Lào;Sở Nông nghiệp Salavan;Học tập mô hình nông nghiệp công nghệ cao;08;05;Quý III/2021;NSNN"
        ))
    };
    let (ours, theirs) = (
        row("Đoàn học tập mô hình nông nghiệp công nghệ cao"),
        row("Đoàn học tập nông nghiệp công nghệ cao tại Salavan"),
    );
    work.write("inputs/2021/hoi-nong-dan-tinh/ke hoach rieng.csv", ours);
    work.write("inputs/2021/so-nong-nghiep-ptnt/du kien.csv", &theirs);
    work.write(
        "inputs/2021/so-nong-nghiep-ptnt/du kien (ban sao).csv",
        &theirs,
    );
    work.consolidate();
    let joint = work.table("findings.csv").into_iter();
    let joint: Vec<_> = joint.filter(|finding| finding["code"] == "L507").collect();
    assert_eq!(joint.len(), 1);
    let asked = joint[0]["department"].as_str();
    let other = ["hoi-nong-dan-tinh", "so-nong-nghiep-ptnt"];
    let others = match asked == other[0] {
        true => ["công nghệ cao tại Salavan", "du kien.csv"],
        false => ["mô hình nông nghiệp công nghệ cao”", "ke hoach rieng.csv"],
    };
    let mut book = feedback(&work, asked);
    for sheet in 0..book.sheet_names().len() {
        let said = text(&mut book, sheet);
        for word in others {
            assert!(!said.contains(word), "{word}: {said}");
        }
        assert!(!said.contains("2021/"), "{said}");
    }
    assert!(text(&mut book, 0).contains("có thể trùng với một đoàn của"));
}

#[test]
fn only_what_must_be_corrected_is_wanted_at_once_and_only_what_counts_is_listed() {
    let work = Workdir::new();
    let row = |people: &str, country: &str| {
        plan(&format!(
            "1;Đoàn công tác;Giám đốc;{country};Sở Y tế;Hội đàm;{people};05;Quý III/2021;NSNN"
        ))
    };
    work.write("inputs/2021/so-y-te/a.csv", row("5-7", "CHDCND Lào"));
    work.write("inputs/2021/so-noi-vu/a.csv", row("08", "Xyzabc"));
    work.write(
        "inputs/tonghop.toml",
        "[office]\nphone = \"0233 123 456\"\n[years.2021]\ndeadline = 2020-11-15\n",
    );
    work.write(
        "inputs/departments.csv",
        "slug,name,owes\nso-y-te,Sở Y tế,outbound:plan\nso-noi-vu,Sở Nội vụ,outbound:plan\n",
    );
    work.run(&["consolidate", "--as-of", "2020-12-01"]);
    let warned = text(&mut feedback(&work, "so-y-te"), 0);
    let wrong = text(&mut feedback(&work, "so-noi-vu"), 0);
    for (said, at_once) in [(&warned, false), (&wrong, true)] {
        assert_eq!(said.contains("gửi lại ngay"), at_once, "{said}");
        assert!(said.contains("0233 123 456") && said.contains("Số tiếp nhận: 2021-"));
        assert!(said.contains("Hạn nộp báo cáo: 15/11/2020"));
        assert!(said.contains("“Đi đâu” là Nước"), "{said}");
        assert!(!said.contains("Đoàn vào - "), "{said}");
    }
}

#[test]
fn numbers_stay_numbers_and_cells_offer_what_can_be_chosen() {
    let row = "1;Đoàn công tác;Giám đốc;Xyzabc;Sở Y tế;Hội đàm;12;08;Quý III/2021;NSNN";
    let work = Workdir::with_submission(&plan(row));
    work.consolidate().exits(1);
    let mut book = feedback(&work, "so-y-te");
    let name = book.sheet_names()[1].clone();
    let range = book.worksheet_range(&name).expect("a copy");
    assert_eq!(range.get_value((3, 6)), Some(&Data::Float(12.0)));
    assert_eq!(range.get_value((3, 7)), Some(&Data::String("08".into())));
    let bytes = std::fs::read(work.path("outputs/2021/feedback/so-y-te.xlsx")).expect("bytes");
    let cells = super::cells::Cells::open("xl/worksheets/sheet2.xml", bytes);
    let sheet = cells.part("xl/worksheets/sheet2.xml").unwrap_or_default();
    for place in ["sqref=\"I4\"", "sqref=\"J4\""] {
        assert!(sheet.contains(place), "{place}");
    }
}
