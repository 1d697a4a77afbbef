//! Two tables side by side on one sheet.

use super::*;

#[test]
fn tables_side_by_side_are_two_tables() {
    let text = "KẾ HOẠCH NĂM 2021,,,,,,,,\n\
        ĐOÀN RA,,,,,ĐOÀN VÀO,,,\n\
        TT,Tên đoàn,Nước đi,Số người,,STT,Tên đoàn khách,Đến từ,Số người\n\
        1,Đoàn thứ nhất,Lào,5,,1,Khách thứ nhất,Lào,9\n\
        2,Đoàn thứ hai,Lào,6,,,,,\n\
        ,,,,,2,Khách thứ hai,Nhật Bản,3\n";
    let (_, found) = read(text);
    let rows =
        |at: usize| -> Vec<u32> { found.sections[at].rows.iter().map(|row| row.line).collect() };
    assert_eq!(found.sections.len(), 2, "{:?}", found.sections);
    assert_eq!(found.sections[0].direction, Some(Direction::Outbound));
    assert_eq!(found.sections[1].direction, Some(Direction::Inbound));
    assert_eq!((rows(0), rows(1)), (vec![4, 5], vec![4, 6]));
    assert_eq!(found.sections[1].columns[0].index, 5);
    assert!(found.sections.iter().all(|section| section.year == 2021));
    assert_eq!(found.classes[0][0], LineClass::Title);
    assert!(
        found.classes[0][3..]
            .iter()
            .all(|class| *class == LineClass::Data)
    );
}

#[test]
fn a_wide_table_is_one() {
    let text = "KẾ HOẠCH ĐOÀN RA NĂM 2021\n\
        TT,Tên đoàn,Nước đi,Số người,Số ngày,Thời gian,Kinh phí,Số người,Số ngày,Thời gian\n\
        1,Đoàn thứ nhất,Lào,5,3,Quý I,NSNN,5,3,Quý I\n";
    assert_eq!(read(text).1.sections.len(), 1);
}
