//! A large submission as a department would send it: letterhead, two sections, rows of the usual columns.

#[path = "../tests/tonghop/corpus/letters.rs"]
pub mod letters;

use letters::Letters;

/// Cells in a row.
pub const COLUMNS: usize = 11;

const LETTERHEAD: &str = "\
UBND TỈNH QUẢNG TRỊ,,,,,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM,,,,,
SỞ Y TẾ,,,,,Độc lập - Tự do - Hạnh phúc,,,,,
,,,,,,,,,,
\"PHỤ LỤC: DỰ KIẾN ĐOÀN RA, ĐOÀN VÀO NĂM 2021\",,,,,,,,,,
";

/// Section heads with their table heads.
const HEADS: [&str; 2] = [
    "I. ĐOÀN RA,,,,,,,,,,\nSTT,Tên đoàn,Trưởng đoàn,Nước đi,Đối tác làm việc,Nội dung hoạt động,\
     Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú\n",
    "II. ĐOÀN VÀO,,,,,,,,,,\nSTT,Tên đoàn,Trưởng đoàn,Đến từ nước,Đối tác làm việc,Nội dung hoạt động,\
     Số người,Số ngày,Thời gian thực hiện,Kinh phí,Ghi chú\n",
];

/// Rows with `#` for what is another in nearly every row of a real list.
const ROWS: [&str; 8] = [
    "Đoàn công tác Sở Y tế số #,Giám đốc Sở,CHDCND Lào,Sở Y tế tỉnh Savannakhet,Trao đổi về kiểm dịch đợt #,08,05,Quý III/2021,NSNN,",
    "Đoàn cán bộ Bệnh viện số #,Phó Giám đốc Bệnh viện,Nhật Bản,Bệnh viện tỉnh bạn,Học tập kỹ thuật can thiệp lần #,03 người,01 tuần,Tháng 9/2021,Phía bạn đài thọ toàn bộ,Theo thư mời",
    "Đoàn Trung tâm Kiểm soát bệnh tật số #,Lãnh đạo Trung tâm,\"Thái Lan, Lào\",Sở Y tế tỉnh Mukdahan,\"Hội nghị giao ban, lần #\",06,4,Quý II-III/2021,Viện trợ,Luân phiên",
    "Đoàn tham quan chăn nuôi số #,Giám đốc Sở,Úc,Hiệp hội chăn nuôi bang Queensland,Học tập mô hình chăn nuôi bò thịt số #,5-7,08,Tháng 8,Doanh nghiệp tài trợ,Nếu hết dịch",
    "Đoàn xúc tiến vốn ODA số #,Giám đốc Sở,Hàn Quốc,Quỹ EDCF,Làm việc với Quỹ EDCF về dự án số #,5,7 ngày,08/03/2021 - 14/03/2021,Ngân sách tỉnh,",
    "Đoàn Liên minh Hợp tác xã số #,Chủ tịch Liên minh,Trung Quốc,Tỉnh Quảng Tây,Khảo sát thị trường nông sản số #,11,7,10-16/10/2021,Tự túc,",
    "Đoàn lãnh đạo tỉnh số #,Chủ tịch UBND tỉnh,Cam-pu-chia,Tỉnh Siêm Riệp,Ký kết bản ghi nhớ hợp tác số #,15,4,Quý I năm 2021,Ngân sách nhà nước,",
    "Đoàn doanh nghiệp số #,Giám đốc Trung tâm Xúc tiến,Mi-an-ma,Phòng Thương mại Yangon,Tham dự hội chợ và kết nối lần #,02 đoàn/16 người,6,Tháng 5 và tháng 11/2021,Xã hội hóa,Hai đợt",
];

/// A file with `rows` rows in two sections.
pub fn submission(rows: usize, letters: Letters) -> Vec<u8> {
    let mut text = LETTERHEAD.to_string();
    for head in HEADS {
        text.push_str(head);
        for number in 1..=rows / 2 {
            let row = ROWS[number % ROWS.len()].replace('#', &number.to_string());
            text.push_str(&format!("{number},{row}\n"));
        }
    }
    // Letters in cells change no delimiter, so that a whole line may stand for its cells.
    let lines: Vec<String> = text.lines().map(|line| letters.cell(line, 1)).collect();
    letters.bytes(&lines.join("\n"))
}

/// [`submission`] of about `bytes` bytes.
pub fn of_size(bytes: usize, letters: Letters) -> Vec<u8> {
    let some = submission(1000, letters).len();
    submission(bytes / (some / 1000), letters)
}
