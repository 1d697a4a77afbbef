//! What mutation starts from: the sample submissions, and small files that each show one habit.

use crate::targets::Target;
use crate::word;
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

/// Bodies of Word documents: tables with merges, numbers, changes, boxes, old fonts.
const BODIES: [&str; 5] = [
    "<w:p><w:r><w:t>I. ĐOÀN RA</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>TT</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Nước đi</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Số người</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>Lào</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>8</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:tbl><w:tblGrid><w:gridCol w:w=\"500\"/><w:gridCol w:w=\"60\"/></w:tblGrid><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"3\"/><w:vMerge w:val=\"restart\"/><w:hMerge/></w:tcPr><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins></w:p>",
    "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr><w:t>§oµn</w:t><w:tab/><w:t>ra</w:t><w:br/></w:r></w:p>",
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>MẬT</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p><w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>",
];

/// Sample files and habits; workbooks and documents only where the target reads them.
pub fn collect(inputs: &Path, target: Target) -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = HABITS.iter().map(|text| text.as_bytes().to_vec()).collect();
    if target == Target::Word {
        return BODIES.iter().map(|body| word::document(body)).collect();
    }
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
        if is_workbook == (target == Target::Workbook)
            && let Ok(bytes) = std::fs::read(entry.path())
        {
            seeds.push(bytes);
        }
    }
    seeds
}
