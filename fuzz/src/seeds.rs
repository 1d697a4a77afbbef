//! What mutation starts from: the sample submissions, and small files that each show one habit.

use std::path::Path;
use walkdir::WalkDir;

const HABITS: [&str; 14] = [
    "",
    "\n",
    "TT,Tên đoàn,Nước đi,Số người,Số ngày,Thời gian,Kinh phí\n1,Đoàn A,Lào,8,5,Quý III/2021,NSNN\n",
    "I. ĐOÀN RA\nSTT;Tên đoàn;Nước;Số người\n1;Đoàn A;Lào;08\n2;-nt-;-nt-;05\n;Tổng cộng;;13\n",
    "A\tĐOÀN RA\nTT\tTên đoàn\tThời gian\t\tNguồn\t\n\t\tTừ ngày\tĐến ngày\tNSNN\tTự túc\n1\tĐoàn A\t1/3/2021\t5/3/2021\tx\t\n",
    "\"TT\", \"Tên\nđoàn\", \"Nước\"\r\n\"1\", \"Đoàn \"\"A\"\"\", \"Lào\"\r\n",
    "'TT';'Tên \\'đoàn\\''\r'1';'A'\r",
    "\"unbalanced,1\n2,3\n4,5\n",
    "Báo cáo kết quả năm 2020\nNăm 2020 đơn vị không có đoàn ra.\n",
    "I\tĐOÀN RA\na\tNước CHDCND Lào\n1\tĐoàn A\t8\n",
    "TT|Tên đoàn|Kinh phí (triệu đồng)\n1|A|1.250,5\n2|B|từ 5-7\n",
    "§oµn ra,Hµn Quèc,N\u{AD}íc\n",
    "Ñoaøn ra,Haøn Quoác,Nöôùc\n",
    "MẬT\nTT,Tên đoàn\n",
];

/// Sample files and habits; workbooks only where the target reads them.
pub fn collect(inputs: &Path, workbooks: bool) -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = HABITS.iter().map(|text| text.as_bytes().to_vec()).collect();
    // Sorted: the same seed number gives the same run on every machine.
    for entry in WalkDir::new(inputs)
        .sort_by_file_name()
        .into_iter()
        .flatten()
    {
        if !entry.file_type().is_file() {
            continue;
        }
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let is_workbook = [".xlsx", ".xlsm", ".xls", ".ods"]
            .iter()
            .any(|end| name.ends_with(end));
        if is_workbook == workbooks
            && let Ok(bytes) = std::fs::read(entry.path())
        {
            seeds.push(bytes);
        }
    }
    seeds
}
