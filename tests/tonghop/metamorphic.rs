//! What changes how a submission is written, and not what it says: no figure may move.

use crate::workdir::Workdir;
use serde_json::Value;

const TITLE: &str = "KẾ HOẠCH ĐOÀN RA NĂM 2021";
const HEAD: [&str; 9] = [
    "TT",
    "Tên đoàn",
    "Nước đi",
    "Số đoàn",
    "Số người",
    "Số ngày",
    "Thời gian",
    "Nguồn kinh phí",
    "Kinh phí",
];
const ROWS: [[&str; 9]; 6] = [
    [
        "1",
        "Đoàn Sở Y tế",
        "Lào",
        "2",
        "08",
        "05",
        "Quý III/2021",
        "NSNN",
        "20,5 triệu đồng",
    ],
    [
        "2",
        "Đoàn học tập",
        "Thái Lan, Lào",
        "1",
        "12",
        "4",
        "Tháng 4, lùi sang tháng 8",
        "Tự túc",
        "",
    ],
    [
        "3",
        "Đoàn tập huấn",
        "Nhật Bản",
        "1",
        "3",
        "10",
        "10-19/9/2021",
        "Phía bạn đài thọ",
        "",
    ],
    [
        "4",
        "Đoàn khảo sát",
        "Hàn Quốc",
        "1",
        "5-7",
        "7",
        "Quý II hoặc quý III",
        "60% NSNN, 40% tự túc",
        "",
    ],
    [
        "5",
        "Đoàn xúc tiến",
        "Đức",
        "1",
        "01 trưởng đoàn, 04 thành viên",
        "6",
        "cuối năm",
        "Doanh nghiệp",
        "100 triệu đồng",
    ],
    [
        "6",
        "Đoàn hữu nghị",
        "Savannakhet",
        "1",
        "20",
        "3",
        "Tết Bunpimay",
        "NSTW",
        "5.000 USD",
    ],
];

type Table = Vec<Vec<String>>;

fn table(rows: &[[&str; 9]]) -> Table {
    let title = std::iter::once(TITLE).chain([""; 8]).map(String::from);
    let mut table = vec![title.collect(), HEAD.map(String::from).to_vec()];
    table.extend(rows.iter().map(|row| row.map(String::from).to_vec()));
    table
}

fn written(table: &Table, delimiter: &str) -> String {
    let line = |row: &Vec<String>| {
        let cells = row.iter().map(|cell| format!("\"{cell}\""));
        cells.collect::<Vec<_>>().join(delimiter) + "\r\n"
    };
    table.iter().map(line).collect()
}

/// The totals of a department that sends these files.
fn totals(files: &[(&str, String)]) -> Value {
    let work = Workdir::new();
    for (name, text) in files {
        work.write(&format!("inputs/2021/so-y-te/{name}"), text);
    }
    let outputs = work.consolidate();
    assert!(
        matches!(outputs.code(), Some(0 | 1)),
        "{}",
        outputs.stderr()
    );
    work.run_json()["totals"].clone()
}

fn one(text: String) -> Value {
    totals(&[("ke-hoach.csv", text)])
}

#[test]
fn what_a_file_does_not_say_moves_no_figure() {
    let plain = table(&ROWS);
    let figures = one(written(&plain, ","));
    assert_eq!(figures["plan"]["outbound"]["people"], 55);
    for delimiter in [";", "\t", "|"] {
        assert_eq!(one(written(&plain, delimiter)), figures, "{delimiter:?}");
    }
    for at in [1, 5, 9] {
        let mut blank = plain.clone();
        blank
            .iter_mut()
            .for_each(|row| row.insert(at, String::new()));
        assert_eq!(one(written(&blank, ";")), figures, "a blank column at {at}");
    }
    let mut signed = plain.clone();
    for line in ["", "Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. GIÁM ĐỐC"] {
        let mut row = vec![String::new(); 9];
        row[1] = line.to_owned();
        signed.push(row);
    }
    assert_eq!(one(written(&signed, ";")), figures, "a footer");
    let blank_lines = written(&plain, ";").replace("\r\n", "\r\n\r\n");
    assert_eq!(one(blank_lines), figures, "a blank line after each");
    let marked = format!("\u{FEFF}{}", written(&plain, ";").replace("\r\n", "\n"));
    assert_eq!(one(marked), figures, "other line ends");
}

#[test]
fn the_order_of_rows_and_columns_and_the_number_of_files_move_no_figure() {
    let plain = table(&ROWS);
    let figures = one(written(&plain, ";"));
    let mut turned = ROWS;
    turned.reverse();
    assert_eq!(one(written(&table(&turned), ";")), figures, "rows");
    let mut columns = plain.clone();
    columns[1..].iter_mut().for_each(|row| row[2..].reverse());
    assert_eq!(one(written(&columns, ";")), figures, "columns");
    for at in [1, 3, 5] {
        let (first, second) = ROWS.split_at(at);
        let parts = [first, second].map(|rows| written(&table(rows), ";"));
        let [first, second] = parts;
        let split = totals(&[("phan-a.csv", first), ("phan-b.csv", second)]);
        assert_eq!(split, figures, "two files, cut at {at}");
    }
}
