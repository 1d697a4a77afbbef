//! The blank form, filled in as clerks do and read again: as workbook, through LibreOffice, as CSV.

use super::cells::Cells;
use super::workdir::Workdir;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

/// First line to fill in of each table of a form with all four: outbound and inbound plan, outbound
/// and inbound results. The example stands above it.
const LINES: [u32; 4] = [16, 36, 56, 76];

/// The sheet that is filled in.
const FORM: &str = "xl/worksheets/sheet1.xml";

const REGISTER: &str = "slug,name,owes\nso-y-te,Sở Y tế,\n";

/// A workspace of one department, and its blank form.
fn blank(lang: &str) -> (Workdir, Cells) {
    let work = Workdir::new();
    work.write("inputs/departments.csv", REGISTER);
    let args = [
        "form",
        "--department",
        "so-y-te",
        "--year",
        "2027",
        "-o",
        "f.xlsx",
        "--lang",
        lang,
    ];
    work.run(&args).exits(0);
    let form = Cells::open(FORM, std::fs::read(work.path("f.xlsx")).expect("the form"));
    (work, form)
}

const PLAN_OUT: [&str; 2] = [
    "Đoàn công tác Sở Y tế|Giám đốc Sở|Lào|Sở Y tế tỉnh Salavan|Hội đàm thường niên|8|5|Quý III|Ngân sách nhà nước|120.5",
    "Đoàn học tập y tế cơ sở|Trưởng phòng|Lào, Thái Lan|Bệnh viện Khon Kaen|Học tập|4|3|tháng 9|Đối tác đài thọ|",
];
const PLAN_IN: &str = "Đoàn bác sĩ tình nguyện|Trưởng đoàn bác sĩ|Hoa Kỳ|Bệnh viện tỉnh|Khám bệnh|12|10|Quý II|Viện trợ/dự án|300|Chờ văn bản";
const REALISED_OUT: &str = "Đoàn dự hội nghị|Phó Giám đốc Sở|Trung Quốc|Sở Y tế Quảng Tây|Hội nghị|3|4|15/9/2026|Kinh phí đơn vị|60|Đã thực hiện";
const REALISED_IN: &str = "Không có";

fn fill(form: &mut Cells) {
    form.line(LINES[0], PLAN_OUT[0]);
    form.line(LINES[0] + 1, PLAN_OUT[1]);
    form.line(LINES[1], PLAN_IN);
    form.line(LINES[2], REALISED_OUT);
    form.line(LINES[3], REALISED_IN);
}

/// Sends a file of a department and consolidates before any deadline: no rule may find anything.
#[track_caller]
fn reads_without_a_finding(name: &str, bytes: &[u8], register: &str) -> Workdir {
    let work = Workdir::new();
    work.write("inputs/departments.csv", register);
    work.write(&format!("inputs/2027/so-y-te/{name}"), bytes);
    let run = work.run(&["consolidate", "--as-of", "2026-11-01"]).exits(0);
    let findings = work.read("outputs/2027/findings.csv");
    assert_eq!(findings.lines().count(), 1, "{name}: {findings}\n{run}");
    work
}

/// What was read of the filled form, as it was meant.
#[track_caller]
fn holds_what_was_filled_in(work: &Workdir) {
    let rows = work.read("outputs/2027/delegations.csv");
    let mut reader = csv::Reader::from_reader(rows.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let column = |name: &str| head.iter().position(|h| h == name).expect("a column");
    let keys = [
        "kind",
        "direction",
        "countries",
        "people",
        "days",
        "quarter",
        "funding",
        "amount_vnd",
    ];
    let mut read: Vec<String> = reader
        .records()
        .map(|row| row.expect("a row"))
        .map(|row| keys.map(|key| row[column(key)].to_string()).join(" "))
        .collect();
    read.sort();
    let expected = [
        "plan inbound US 12 10 Q2 aid 300000000",
        "plan outbound LA 8 5 Q3 state_budget 120500000",
        "plan outbound LA;TH 4 3 Q3 partner ",
        "realised outbound CN 3 4 Q3 own_funds 60000000",
    ];
    assert_eq!(read, expected);
    let ledger = work.read("outputs/2027/submissions.csv");
    assert!(ledger.contains("so-y-te,inbound,realised,nil,"), "{ledger}");
}

#[test]
fn a_filled_form_is_read_without_a_finding() {
    let (_, mut form) = blank("vi");
    fill(&mut form);
    let work = reads_without_a_finding("bieu.xlsx", &form.save(), REGISTER);
    holds_what_was_filled_in(&work);
}

/// Excel's own way to save CSV keeps the shown sheet alone: here every sheet is saved, and the form sent.
#[test]
fn a_form_saved_by_libreoffice_in_any_format_is_read_without_a_finding() {
    if Command::new("soffice").arg("--version").output().is_err() {
        return;
    }
    let (source, mut form) = blank("vi");
    fill(&mut form);
    source.write("bieu.xlsx", form.save());
    let csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
    for (format, saved) in [
        (csv, "bieu-Biểu.csv"),
        ("xlsx", "bieu.xlsx"),
        ("ods", "bieu.ods"),
    ] {
        convert(&source.path("bieu.xlsx"), format, &source.path("saved"));
        let bytes = std::fs::read(source.path("saved").join(saved)).expect(saved);
        let work = reads_without_a_finding(saved, &bytes, REGISTER);
        holds_what_was_filled_in(&work);
    }
}

fn convert(source: &Path, format: &str, folder: &Path) {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let status = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .args([folder, source])
        .output()
        .expect("soffice runs");
    assert!(status.status.success(), "{status:?}");
}

#[test]
fn a_form_sent_back_blank_is_neither_missing_nor_a_nil_return_and_its_examples_count_nowhere() {
    for lang in ["vi", "en"] {
        let (work, form) = blank(lang);
        work.write("inputs/2027/so-y-te/f.xlsx", form.save());
        work.run(&["consolidate", "--as-of", "2026-11-01"]).exits(0);
        let ledger = work.read("outputs/2027/submissions.csv");
        assert_eq!(ledger.matches(",nil_unconfirmed,").count(), 4, "{ledger}");
        let rows = work.read("outputs/2027/delegations.csv");
        assert_eq!(rows.lines().count(), 1, "{rows}");
        let findings = work.read("outputs/2027/findings.csv");
        assert_eq!(findings.matches("B212").count(), 4, "{findings}");
        assert_eq!(findings.lines().count(), 5, "{findings}");
    }
}

#[test]
fn a_form_with_one_table_filled_asks_about_the_others_alone() {
    let (work, mut form) = blank("vi");
    form.line(LINES[1], PLAN_IN);
    work.write("inputs/2027/so-y-te/f.xlsx", form.save());
    work.run(&["consolidate", "--as-of", "2026-11-01"]).exits(0);
    let ledger = work.read("outputs/2027/submissions.csv");
    assert_eq!(ledger.matches(",nil_unconfirmed,").count(), 3, "{ledger}");
    assert!(
        ledger.contains("so-y-te,inbound,plan,submitted,"),
        "{ledger}"
    );
    let findings = work.read("outputs/2027/findings.csv");
    assert_eq!(findings.lines().count(), 4, "{findings}");
}

#[test]
fn khong_co_in_every_table_is_a_nil_return() {
    let (_, mut form) = blank("vi");
    for row in LINES {
        form.line(row, "Không có");
    }
    let work = reads_without_a_finding("f.xlsx", &form.save(), REGISTER);
    let ledger = work.read("outputs/2027/submissions.csv");
    assert_eq!(ledger.matches(",nil,").count(), 4, "{ledger}");
}

#[test]
fn an_example_typed_over_is_a_delegation() {
    let (_, mut form) = blank("vi");
    fill(&mut form);
    let full = "Đoàn khám mắt|Trưởng đoàn|Úc|Sở Y tế|Khám mắt|7|6|Quý I|Tự túc|10";
    form.line(LINES[0] - 1, full);
    // As a spreadsheet program calculates the number of the line.
    form.put("A15", "1");
    let work = reads_without_a_finding("f.xlsx", &form.save(), REGISTER);
    let rows = work.read("outputs/2027/delegations.csv");
    assert!(rows.contains("Đoàn khám mắt"), "{rows}");
    assert_eq!(rows.lines().count(), 6, "{rows}");
}

#[test]
fn an_example_half_typed_over_counts_and_is_asked_about() {
    let (work, mut form) = blank("vi");
    fill(&mut form);
    form.put("D15", "Nhật Bản");
    form.put("G15", "9");
    work.write("inputs/2027/so-y-te/f.xlsx", form.save());
    work.run(&["consolidate", "--as-of", "2026-11-01"]).exits(0);
    let findings = work.read("outputs/2027/findings.csv");
    assert!(findings.contains("D409,warning"), "{findings}");
    let rows = work.read("outputs/2027/delegations.csv");
    assert_eq!(rows.lines().count(), 6, "{rows}");
}

#[test]
fn a_department_gets_the_tables_that_it_owes() {
    let work = Workdir::new();
    let owes = "slug,name,owes\nthanh-tra-tinh,Thanh tra tỉnh,outbound:plan;outbound:realised\n";
    work.write("inputs/departments.csv", owes);
    work.run(&["form", "--department", "Thanh tra tỉnh", "--year", "2027"])
        .exits(0)
        .says(&["bieu-mau-2027-thanh-tra-tinh.xlsx"]);
    let run = work.run(&[
        "inspect",
        "bieu-mau-2027-thanh-tra-tinh.xlsx",
        "--format",
        "json",
    ]);
    let sections = run.json()["sections"].as_array().expect("sections").clone();
    let tables: Vec<String> = sections
        .iter()
        .map(|s| format!("{} {} {}", s["direction"], s["kind"], s["year"]).replace('"', ""))
        .collect();
    assert_eq!(tables, ["outbound plan 2027", "outbound realised 2026"]);
}

#[test]
fn a_form_needs_no_workspace_and_replaces_nothing_unasked() {
    let work = Workdir::new();
    let name = "bieu-mau-2027.xlsx";
    let form = ["form", "--as-of", "2026-11-20"];
    work.run(&form).exits(0).says(&[name]);
    let first = std::fs::read(work.path(name)).expect("the form");
    work.write(name, "mine");
    work.run(&form).exits(2).says(&[name, "--force"]);
    assert_eq!(work.read(name), "mine");
    work.run(&[&form[..], &["--force"]].concat()).exits(0);
    assert!(
        std::fs::read(work.path(name)).expect("the form") == first,
        "other bytes"
    );
    work.run(&["form", "-o", "no/such/folder/f.xlsx"]).exits(2);
    // Without a register of its own the office has the usual one.
    work.run(&["form", "--department", "so-y-te"]).exits(0);
    work.run(&["form", "--department", "so-y-tee"])
        .exits(2)
        .says(&["có phải so-y-te không?"]);
}

/// The values that a form offers in its lists, by the column that takes them.
fn offered(form: &Cells, column: char) -> Vec<String> {
    let place = format!("sqref=\"{column}15:{column}30\"><formula1>");
    let at = form.sheet.find(&place).expect("a check");
    let list = form.sheet[at..].split("<formula1>").nth(1).expect("a list");
    let list = list.split("</formula1>").next().expect("an end");
    let inside = list.trim_start_matches("&quot;").trim_end_matches("&quot;");
    inside
        .trim_matches('"')
        .split(',')
        .map(String::from)
        .collect()
}

/// The names on the sheet that the list of countries points to.
fn countries(form: &Cells) -> Vec<String> {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(form.save())).expect("a workbook");
    let sheet = book.worksheet_range_at(2).expect("a sheet").expect("cells");
    let names = sheet.rows().skip(1).map(|row| row[0].to_string());
    names.collect()
}

#[test]
fn every_value_that_the_form_offers_is_understood_in_both_languages() {
    for lang in ["vi", "en"] {
        let (work, form) = blank(lang);
        let (names, quarters, sources) =
            (countries(&form), offered(&form, 'I'), offered(&form, 'J'));
        assert_eq!((names.len(), quarters.len(), sources.len()), (249, 4, 8));
        let mut text = String::from(
            "ĐOÀN RA - KẾ HOẠCH NĂM 2027\nTT;Tên đoàn;Trưởng đoàn;Nước đi;Số người;Số ngày;Thời gian thực hiện;Nguồn kinh phí\n",
        );
        for (at, name) in names.iter().enumerate() {
            let (quarter, source) = (&quarters[at % 4], &sources[at % 8]);
            let number = at + 1;
            text += &format!(
                "{number};Đoàn số {number} đi {name};Giám đốc;{name};6;5;{quarter};{source}\n"
            );
        }
        work.write("offered.csv", text);
        let findings = work
            .run(&["check", "offered.csv", "--format", "csv"])
            .stdout();
        assert_eq!(findings.lines().count(), 1, "{lang}: {findings}");
        let rows = work
            .run(&["inspect", "offered.csv", "--format", "json"])
            .json();
        let rows = rows["sections"][0]["rows"]
            .as_array()
            .expect("rows")
            .clone();
        assert_eq!(rows.len(), names.len());
    }
}
