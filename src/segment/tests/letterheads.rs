//! What stands above and below the tables of a letter.

use super::forms::{HEAD, ROW};
use super::*;

#[test]
fn a_letter_begins_with_its_place_and_date() {
    let (_, found) = read(&format!(
        "UBND TỈNH QUẢNG TRỊ,CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ TƯ PHÁP,Độc lập - Tự do - Hạnh phúc\n\
         Số: 12/BC-STP,\"Quảng Trị, ngày 10 tháng 11 năm 2020\"\nI. ĐOÀN RA\n{HEAD}\n{ROW}\n\
         ,,\"Quảng Trị, ngày 10 tháng 11 năm 2020\"\n,,GIÁM ĐỐC"
    ));
    assert_eq!(letters(&found), "TTTSHDFF");
    assert_eq!(
        found.department_names,
        ["SỞ TƯ PHÁP", "STP", "UBND TỈNH QUẢNG TRỊ"]
    );
}
