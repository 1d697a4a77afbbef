//! Forms of section heads, titles and files: how direction, kind and year are found.

use super::*;
use crate::model::section::{Kind, Nil, SegmentNote};

const OUT: Option<Direction> = Some(Direction::Outbound);
const IN: Option<Direction> = Some(Direction::Inbound);
pub(super) const HEAD: &str =
    "TT,Tên đoàn,Trưởng đoàn,Quốc gia,Số người,Số ngày,Thời gian,Kinh phí,Ghi chú";
pub(super) const ROW: &str = "1,Đoàn công tác Sở A,Giám đốc,CHDCND Lào,08,05,Quý III/2021,NSNN,";

#[test]
fn section_heads_of_every_form_say_their_direction() {
    let cases = [
        ("I. ĐOÀN RA", OUT),
        ("I,ĐOÀN RA", OUT),
        ("A,ĐOÀN RA", OUT),
        ("A. ĐOÀN RA", OUT),
        ("I/ ĐOÀN RA", OUT),
        ("1. Đoàn ra", OUT),
        ("1,Đoàn ra", OUT),
        ("Đoàn ra:", OUT),
        ("ĐÒAN RA", OUT),
        ("Ðoàn ra", OUT),
        ("i. đoàn ra", OUT),
        ("* ĐOÀN RA", OUT),
        ("- Đoàn vào", IN),
        ("II. ĐOÀN VÀO", IN),
        ("B. ĐOÀN VÀO NĂM 2021", IN),
        ("ĐOÀN KHÁCH QUỐC TẾ", IN),
        ("DANH SÁCH ĐOÀN RA NĂM 2021", OUT),
        ("Danh sách các đoàn ra năm 2021 của Sở Y tế", OUT),
        ("BẢNG TỔNG HỢP ĐOÀN VÀO NĂM 2021", IN),
        ("Phụ lục 1. Đoàn ra", OUT),
        ("Phụ lục 2: Dự kiến đoàn vào năm 2021", IN),
        ("Biểu số 01: Đoàn ra", OUT),
        ("CÁC ĐOÀN RA", OUT),
        ("ĐOÀN ĐI CÔNG TÁC NƯỚC NGOÀI", OUT),
        ("ĐOÀN NƯỚC NGOÀI VÀO LÀM VIỆC", IN),
        ("Đoàn công tác nước ngoài vào làm việc tại tỉnh", IN),
        ("ĐOÀN QUỐC TẾ ĐẾN LÀM VIỆC", IN),
        ("I - ĐOÀN ĐI RA", OUT),
        ("II - ĐOÀN ĐI VÀO", IN),
        ("ĐOÀN ĐẾN", IN),
        ("KHÁCH VÀO", IN),
        ("ĐI NƯỚC NGOÀI", OUT),
        ("ĐOÀN CÔNG TÁC NƯỚC NGOÀI", OUT),
        ("Đón tiếp khách quốc tế", IN),
        ("DOAN RA", OUT),
        ("KẾ HOẠCH ĐOÀN RÀ SOÁT BOM MÌN", None),
        ("DỰ KIẾN ĐOÀN RA, ĐOÀN VÀO NĂM 2021", None),
    ];
    for (head, direction) in cases {
        for text in [
            format!("{head}\n{HEAD}\n{ROW}"),
            format!("{HEAD}\n{head}\n{ROW}"),
        ] {
            let (_, found) = read(&text);
            assert_eq!(
                directions(&found),
                [direction],
                "{text}\n{}",
                letters(&found)
            );
            assert_eq!(found.sections[0].rows.len(), 1, "{text}");
        }
    }
}

#[test]
fn a_direction_comes_from_the_nearest_place_that_says_one() {
    let going = HEAD.replace("Quốc gia", "Nước đi");
    let coming = HEAD.replace("Quốc gia", "Đến từ nước");
    let cases = [
        (format!("{going}\n{ROW}"), "a.csv", OUT),
        (format!("{coming}\n{ROW}"), "a.csv", IN),
        (
            format!("DANH SÁCH ĐOÀN RA NĂM 2021\n\n{HEAD}\n{ROW}"),
            "a.csv",
            OUT,
        ),
        (format!("{HEAD}\n{ROW}"), "doan ra 2021.csv", OUT),
        (format!("{HEAD}\n{ROW}"), "2021/so-y-te/DoanVao2021.csv", IN),
        (format!("{HEAD}\n{ROW}"), "doan ra doan vao.csv", None),
        (format!("{HEAD}\n{ROW}"), "danh sách.csv", None),
        (
            format!("II. ĐOÀN VÀO\n{HEAD}\n{ROW}"),
            "doan ra 2021.csv",
            IN,
        ),
    ];
    for (text, name, direction) in cases {
        let (_, found) = read_named(&text, name);
        assert_eq!(directions(&found), [direction], "{name}: {text}");
        let unclear = found
            .notes
            .iter()
            .any(|n| matches!(n, SegmentNote::DirectionUnclear { .. }));
        assert_eq!(unclear, direction.is_none(), "{name}: {text}");
    }
}

#[test]
fn kind_and_year_come_from_the_nearest_heading_that_names_one() {
    let cases = [
        ("DỰ KIẾN ĐOÀN RA NĂM 2021", "a.csv", Kind::Plan, true, 2021),
        (
            "KẾT QUẢ THỰC HIỆN ĐOÀN RA NĂM 2020",
            "a.csv",
            Kind::Realised,
            true,
            2020,
        ),
        (
            "THỐNG KÊ ĐOÀN RA NĂM 2020",
            "a.csv",
            Kind::Realised,
            true,
            2020,
        ),
        (
            "Kết quả thực hiện kế hoạch đoàn ra năm 2020",
            "a.csv",
            Kind::Realised,
            true,
            2020,
        ),
        (
            "KẾ HOẠCH THỰC HIỆN ĐOÀN RA NĂM 2021",
            "a.csv",
            Kind::Plan,
            true,
            2021,
        ),
        ("ĐĂNG KÝ ĐOÀN RA NĂM 2021", "a.csv", Kind::Plan, true, 2021),
        (
            "ĐOÀN RA ĐÃ THỰC HIỆN NĂM 2020",
            "a.csv",
            Kind::Realised,
            true,
            2020,
        ),
        (
            "KẾT QUẢ NĂM 2020 VÀ KẾ HOẠCH NĂM 2021\nI. ĐOÀN RA",
            "a.csv",
            Kind::Plan,
            false,
            2021,
        ),
        (
            "KẾT QUẢ NĂM 2020 VÀ KẾ HOẠCH NĂM 2021\nI. ĐOÀN RA ĐÃ THỰC HIỆN",
            "a.csv",
            Kind::Realised,
            true,
            2020,
        ),
        (
            "KẾT QUẢ NĂM 2020 VÀ KẾ HOẠCH NĂM 2021\nI. ĐOÀN RA",
            "ket qua 2020.csv",
            Kind::Realised,
            true,
            2020,
        ),
        ("I. ĐOÀN RA", "KQ_doan_ra.csv", Kind::Realised, true, 2020),
        ("I. ĐOÀN RA", "ke hoach 2021.csv", Kind::Plan, true, 2021),
        ("I. ĐOÀN RA", "KH 2021.csv", Kind::Plan, true, 2021),
        ("I. ĐOÀN RA", "06_so-kh-dt.csv", Kind::Plan, false, 2021),
        ("DỰ KIẾN ĐOÀN RA NĂM 2022", "a.csv", Kind::Plan, true, 2022),
        ("DANH SÁCH ĐOÀN RA 2021", "a.csv", Kind::Plan, false, 2021),
        (
            "I. ĐOÀN RA\n(Kèm theo Báo cáo kết quả số 5/BC-SYT ngày 10/11/2019)",
            "a.csv",
            Kind::Plan,
            false,
            2021,
        ),
        (
            "CHƯƠNG TRÌNH HỢP TÁC GIAI ĐOẠN 2016-2020\nI. ĐOÀN RA",
            "a.csv",
            Kind::Plan,
            true,
            2021,
        ),
    ];
    for (title, name, kind, stated, year) in cases {
        let (_, found) = read_named(&format!("{title}\n{HEAD}\n{ROW}"), name);
        let [section] = &found.sections[..] else {
            panic!("one section: {title} {found:?}")
        };
        assert_eq!(
            (section.kind, section.kind_stated, section.year),
            (kind, stated, year),
            "{title} {name}"
        );
    }
}

#[test]
fn planned_and_realised_sections_stand_in_one_file() {
    let text = format!(
        "BÁO CÁO\nA. KẾT QUẢ NĂM 2020\nI. Đoàn ra\n{HEAD}\n{ROW}\nII. Đoàn vào\n{HEAD}\n{ROW}\n{ROW}\n\
         B. KẾ HOẠCH NĂM 2021\nI. Đoàn ra\n{HEAD}\n{ROW}\nII. Đoàn vào\n{HEAD}\n1,Không có,,,,,,,"
    );
    let (_, found) = read(&text);
    let shape: Vec<_> = found
        .sections
        .iter()
        .map(|s| (s.direction, s.kind, s.year, s.rows.len()))
        .collect();
    assert_eq!(
        shape,
        [
            (OUT, Kind::Realised, 2020, 1),
            (IN, Kind::Realised, 2020, 2),
            (OUT, Kind::Plan, 2021, 1),
            (IN, Kind::Plan, 2021, 0),
        ]
    );
    assert_eq!(found.sections[3].nil, Some(Nil::Stated));
    assert_eq!(found.title_year, Some(2021));
    assert_eq!(letters(&found), "TTSHDSHDDSSHDSHn");
}

#[test]
fn kinds_inside_a_direction_share_the_head() {
    let text = format!(
        "I. ĐOÀN RA\n{HEAD}\n1. Kết quả năm 2020,,,,,,,,\n{ROW}\n2. Kế hoạch năm 2021,,,,,,,,\n{ROW}\n{ROW}"
    );
    let (_, found) = read(&text);
    let shape: Vec<_> = found
        .sections
        .iter()
        .map(|s| (s.direction, s.kind, s.year, s.rows.len()))
        .collect();
    assert_eq!(
        shape,
        [(OUT, Kind::Realised, 2020, 1), (OUT, Kind::Plan, 2021, 2)]
    );
}

#[test]
fn without_a_year_folder_the_titles_say_the_campaign() {
    let cases = [
        ("DỰ KIẾN ĐOÀN RA NĂM 2022", Some(2022), 2022),
        ("KẾT QUẢ ĐOÀN RA NĂM 2021", Some(2022), 2021),
        ("ĐOÀN RA", None, 0),
    ];
    for (title, expected, year) in cases {
        let document = document(&format!("{title}\n{HEAD}\n{ROW}"), ',');
        let hints = Hints {
            file_name: "a.csv",
            plan_year: None,
            results_year: None,
        };
        let found = segment(&document, &hints);
        assert_eq!(
            (found.title_year, found.sections[0].year),
            (expected, year),
            "{title}"
        );
    }
}

#[test]
fn secret_marks_stand_alone_at_the_top() {
    for mark in [
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "mật",
        "MAT",
        "M?T",
        "(MẬT)",
        "Độ mật: Tối mật",
    ] {
        let (_, found) = read(&format!("{mark}\nI. ĐOÀN RA\n{HEAD}\n{ROW}"));
        assert_eq!(found.notes, [SegmentNote::Secret { line: 1 }], "{mark}");
        let (_, found) = read(&format!("SỞ Y TẾ,,,{mark}\nI. ĐOÀN RA\n{HEAD}\n{ROW}"));
        assert_eq!(found.notes, [SegmentNote::Secret { line: 1 }], "{mark}");
    }
    for plain in ["BẢO MẬT", "Mặt trận", "Mắt", "BÍ MẬT NHÀ NƯỚC KHÔNG CÓ"] {
        let (_, found) = read(&format!("{plain}\nI. ĐOÀN RA\n{HEAD}\n{ROW}"));
        assert_eq!(found.notes, [], "{plain}");
    }
    let (_, found) = read(&format!("I. ĐOÀN RA\n{HEAD}\n{ROW}Mật"));
    assert_eq!(found.notes, []);
}

#[test]
fn a_direction_said_again_goes_on_with_the_section() {
    let cases = [
        (
            format!("DANH SÁCH ĐOÀN RA NĂM 2021\n{HEAD}\nI,ĐOÀN RA\n{ROW}\nII,ĐOÀN VÀO\n{ROW}"),
            vec![(OUT, 1), (IN, 1)],
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\n1. Đoàn ra cấp tỉnh\n{ROW}\n2. Đoàn ra cấp huyện\n{ROW}"),
            vec![(OUT, 2)],
        ),
        (
            format!("I. ĐOÀN RA\n{HEAD}\n{ROW}\nI. ĐOÀN RA NĂM 2020 ĐÃ THỰC HIỆN\n{ROW}"),
            vec![(OUT, 1), (OUT, 1)],
        ),
    ];
    for (text, expected) in cases {
        let (_, found) = read(&text);
        let shape: Vec<_> = found
            .sections
            .iter()
            .map(|s| (s.direction, s.rows.len()))
            .collect();
        assert_eq!(shape, expected, "{text}\n{}", letters(&found));
    }
}

#[test]
fn a_merged_title_saved_into_each_of_its_cells_is_one_title() {
    let (_, found) = read(&format!(
        "ĐOÀN RA,ĐOÀN RA,ĐOÀN RA,ĐOÀN RA,ĐOÀN RA\n{HEAD}\n{ROW}"
    ));
    assert_eq!(
        (directions(&found), letters(&found)),
        (vec![OUT], "SHD".to_owned())
    );
}

#[test]
fn sheets_of_a_workbook_say_direction_and_kind_by_their_names() {
    let mut document = document(&format!("{HEAD}\n{ROW}"), ',');
    for name in ["Đoàn ra KH 2021", "Doan vao - ket qua", "Ghi chú"] {
        let sheet = document.sheets.len();
        document.sheets.push(crate::model::document::Sheet {
            name: name.to_owned(),
            ..Default::default()
        });
        if sheet < 3 {
            document.push_row(sheet, 1, &HEAD.split(',').collect::<Vec<_>>());
            document.push_row(sheet, 2, &ROW.split(',').collect::<Vec<_>>());
        }
    }
    document.sheets.remove(0);
    let found = segment(&document, &HINTS);
    check(&document, &found);
    let shape: Vec<_> = found
        .sections
        .iter()
        .map(|s| (s.sheet, s.direction, s.kind, s.year))
        .collect();
    assert_eq!(
        shape,
        [(0, OUT, Kind::Plan, 2021), (1, IN, Kind::Realised, 2020)]
    );
}

#[test]
fn words_inside_a_table_never_cost_a_row() {
    let inside = [
        "Hoạt động hợp tác với Lào,,,,,,,,",
        "KẾ HOẠCH HỢP TÁC,,,,,,,,",
        "SỞ Y TẾ,,,,,,,,",
        "Phụ lục,,,,,,,,",
        "III. KIẾN NGHỊ,,,,,,,,",
        "Công tác phối hợp,,,,,,,,",
        "Giám đốc,,,,,,,,",
        "Ghi chú: xem trang sau,,,,,,,,",
        "(Tiếp theo),,,,,,,,",
        "Trang 2,,,,,,,,",
        "BẢNG TỔNG HỢP ĐOÀN RA, ĐOÀN VÀO,,,,,,,",
        ",,,,,,,,",
        "Một câu văn xuôi rất dài nói về tình hình dịch bệnh và việc tổ chức các chuyến đi trong năm.,,,,,,,,",
        "Tổng cộng,,,,8,,,,",
        "MẬT,,,,,,,,",
    ];
    for line in inside {
        let (_, found) = read(&format!(
            "I. ĐOÀN RA\n{HEAD}\n{ROW}\n{line}\n2{}\n3{}",
            &ROW[1..],
            &ROW[1..]
        ));
        let rows: usize = found
            .sections
            .iter()
            .map(|section| section.rows.len())
            .sum();
        assert_eq!(rows, 3, "{line}\n{}", letters(&found));
        assert!(found.sections.iter().all(|s| s.direction == OUT), "{line}");
    }
}
