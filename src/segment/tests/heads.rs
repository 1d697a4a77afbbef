//! Heads of tables: where they stand and what their columns mean.

use super::*;
use crate::model::section::{Match, SegmentNote};
use crate::model::value::{FundingClass, FundingLevel, MoneyUnit};

const HEAD: &str = "TT,Tên đoàn,Trưởng đoàn,Nước đi,Số người,Số ngày,Thời gian,Kinh phí,Ghi chú";
const ROW: &str = "1,Đoàn công tác Sở A,Giám đốc,CHDCND Lào,08,05,Quý III/2021,NSNN,";

/// Codes of the fields of a head, in order, "?" where there is none.
fn fields(head: &str) -> String {
    let (_, found) = read(&format!("{head}\n1,Đoàn A,Lào,Lào,5,5,5,5,5,5,5,5,5,5"));
    let Some(section) = found.sections.first() else {
        return "no table".to_owned();
    };
    let codes = section
        .columns
        .iter()
        .map(|column| column.field.map_or("?", |field| field.code()));
    codes.collect::<Vec<_>>().join(" ")
}

#[test]
fn heads_are_matched_to_fields_in_any_order_and_wording() {
    let cases = [
        (
            HEAD,
            "number name head countries people days period funding notes",
        ),
        (
            "STT,TÊN ĐOÀN,NƯỚC ĐI,SỐ NGƯỜI,SỐ NGÀY",
            "number name countries people days",
        ),
        (
            "Số người,Nước đi,STT,Tên đoàn",
            "people countries number name",
        ),
        (
            "S.TT,Tên đoàn/Nội dung,Nước/vùng lãnh thổ đến,SL người,TG thực hiện,Nguồn KP",
            "number name countries people period funding",
        ),
        (
            "TT,Nội dung,Đơn vị chủ trì,Thành phần (người),Thời gian,Số ngày,Kinh phí (triệu đồng),Nguồn",
            "number content name people period days amount funding",
        ),
        (
            "TT,Tên đoàn,Đơn vị chủ trì,Thành phần,Nước,Thời gian (ngày)",
            "number name ? head countries days",
        ),
        (
            "TT,Tên đoàn,Nước,Kinh phí,Nguồn kinh phí",
            "number name countries amount funding",
        ),
        (
            "TT,Tên đoàn,Nước,Dự toán kinh phí (USD)",
            "number name countries amount",
        ),
        (
            "TT,Tên đoàn,Nước,Số người,Kết quả,Số hộ chiếu",
            "number name countries people status ?",
        ),
        (
            "TT,Loại đoàn,Tên đoàn,Quốc gia,Số người",
            "number direction name countries people",
        ),
        (
            "STT,Ten doan,Nuoc di,So nguoi,So ngay",
            "number name countries people days",
        ),
        (
            "TT,Tên đoàn,Nước đi,S? ngu?i,Th?i gian",
            "number name countries people period",
        ),
        (
            "TT,Tên đoàn,Nước đi,Từ ngày,Đến ngày",
            "number name countries period_from period_to",
        ),
        (
            "TT,Tên đoàn,Nước đi,NSNN,Tự túc",
            "number name countries funding_part funding_part",
        ),
        ("Nước,Số người", "countries people"),
    ];
    for (head, expected) in cases {
        assert_eq!(fields(head), expected, "{head}");
    }
}

#[test]
fn heads_of_several_rows_are_joined() {
    let cases = [
        (
            "TT,Tên đoàn,Nước,Thời gian,,Số người\n,,,Từ ngày,Đến ngày,",
            "number name countries period_from period_to people",
            2,
        ),
        (
            "TT,Tên đoàn,Nước,Thời gian,,Nguồn kinh phí,,\n,,,Từ,Đến,NS tỉnh,Tự túc,Khác\n,,,(ngày),(ngày),,,",
            "number name countries period_from period_to funding_part funding_part funding_part",
            3,
        ),
        (
            "TT,Tên đoàn,Nước,Số lượng,\n,,,Người,Ngày",
            "number name countries people days",
            2,
        ),
        (
            "TT,Tên đoàn,Nước,Kinh phí,\n,,,Nguồn,Số tiền (triệu đồng)",
            "number name countries funding amount",
            2,
        ),
        (
            "TT,Tên đoàn,Nước,Số người,Kinh phí\n,,,(người),(triệu đồng)",
            "number name countries people amount",
            2,
        ),
    ];
    for (head, expected, height) in cases {
        assert_eq!(fields(head), expected, "{head}");
        let (_, found) = read(&format!("{head}\n1,Đoàn công tác A,Lào,5,5,5,5,5"));
        assert_eq!(
            letters(&found),
            format!("{}D", "H".repeat(height)),
            "{head}"
        );
        assert_eq!(found.sections[0].head_lines, [1, height as u32]);
    }
    let (_, found) =
        read("TT,Tên đoàn,Nước,Nguồn kinh phí,,\n,,,NSTW,NS tỉnh,Doanh nghiệp\n1,Đoàn A,Lào,x,,");
    let last: Vec<_> = found.sections[0].columns[3..]
        .iter()
        .filter_map(|c| c.field)
        .collect();
    let part = Field::FundingPart;
    assert_eq!(
        last,
        [
            part(FundingClass::StateBudget, FundingLevel::Central),
            part(FundingClass::StateBudget, FundingLevel::Provincial),
            part(FundingClass::Enterprise, FundingLevel::Unsaid),
        ]
    );
    assert_eq!(
        found.sections[0].columns[4].heading,
        "Nguồn kinh phí | NS tỉnh"
    );
}

#[test]
fn number_rows_are_no_delegations() {
    let rows = [
        "1,2,3,4,5,6,7,8,9",
        "(1),(2),(3),(4),(5),(6),(7),(8),(9)",
        ",1,2,3,4,5,6,7,8",
        "1,2,3,4,5,6,7,8,",
        "<i>1</i>,<i>2</i>,<i>3</i>,<i>4</i>,<i>5</i>,<i>6</i>,<i>7</i>,<i>8</i>,",
        "Cột 1,Cột 2,Cột 3,Cột 4,Cột 5,Cột 6,Cột 7,Cột 8,Cột 9",
        "A,B,1,2,3,4,5,6,7",
        "A,B,C,D,E,F,G,H,I",
        "[1],[2],[3],[4],[5],[6],[7],[8],[9]",
        "1,2,3,4,5,6,(7)=(5)x(6),8,9",
        "0,1,2,3,4,5,6,7,8",
        "1.,2.,3.,4.,5.,6.,7.,8.,9.",
    ];
    for row in rows {
        let (_, found) = read(&format!("{HEAD}\n{row}\n{ROW}"));
        assert_eq!(letters(&found), "H#D", "{row}");
    }
}

#[test]
fn a_head_repeated_on_a_new_page_opens_no_section() {
    let (_, found) = read(&format!(
        "I. ĐOÀN RA\n{HEAD}\n1,2,3,4,5,6,7,8,9\n{ROW}\n{HEAD}\n1,2,3,4,5,6,7,8,9\n{ROW}"
    ));
    assert_eq!(letters(&found), "SH#DH#D");
    assert_eq!(found.sections.len(), 1);
    let (_, found) = read(&format!(
        "I. ĐOÀN RA\n{HEAD}\n{ROW}\nI. ĐOÀN RA (tiếp theo)\n{HEAD}\n{ROW}"
    ));
    assert_eq!(
        (letters(&found).as_str(), found.sections.len()),
        ("SHDSHD", 1)
    );
}

#[test]
fn other_tables_are_no_sections() {
    let cases = [
        (
            "STT,Họ và tên,Chức vụ,Đơn vị\n1,Nguyễn Văn A,Giám đốc,Sở Y tế",
            "pp",
        ),
        (
            "STT,Nội dung chi,Số tiền,Ghi chú\n1,Vé máy bay,20,\n2,Khách sạn,30,",
            "ppp",
        ),
        ("Mã,Giá,Ngày bán\n5,7,8\n6,7,8", "pp"),
    ];
    for (text, _) in cases {
        let (_, found) = read(text);
        assert!(found.sections.is_empty(), "{text}: {found:?}");
    }
    let staff = "STT,Họ và tên,Chức vụ,Đơn vị\n1,Nguyễn Văn A,Giám đốc,Sở Y tế";
    let (_, found) = read(&format!(
        "I. ĐOÀN RA\n{HEAD}\n{ROW}\n\nDANH SÁCH THÀNH VIÊN\n{staff}"
    ));
    assert_eq!(letters(&found), "SHD.Tpp");
    assert_eq!(found.sections.len(), 1);
}

#[test]
fn rows_without_any_head_are_refused() {
    let (_, found) = read(&format!("I. ĐOÀN RA\n{ROW}\n{ROW}"));
    assert_eq!(found.notes, [SegmentNote::NoHead { line: 2 }]);
    assert_eq!(letters(&found), "S??");
    let (_, found) = read("Xin chào,\nkhông bảng");
    assert_eq!(found.notes, [SegmentNote::NoTable]);
}

#[test]
fn units_stand_in_the_heading_or_a_caption() {
    let (_, found) = read(&format!("I. ĐOÀN RA\nĐVT: triệu đồng\n{HEAD}\n{ROW}"));
    assert_eq!(
        found.sections[0].columns[7].unit,
        Some(MoneyUnit::MillionDong)
    );
    assert_eq!(letters(&found), "STHD");
    let (_, found) = read(&format!(
        "I. ĐOÀN RA\n,,,,,,,Đơn vị tính: 1.000 đồng\n{HEAD}\n{ROW}"
    ));
    assert_eq!(
        found.sections[0].columns[7].unit,
        Some(MoneyUnit::ThousandDong)
    );
}

#[test]
fn notes_say_what_is_odd_about_a_table() {
    let head = "TT,Tên đoàn,Quốc gia,Nước,Số người,Số hộ chiếu,Thời gian,Kinh phí";
    let (_, found) = read(&format!(
        "I. ĐOÀN RA\n{head}\n1,Đoàn công tác A,Lào,,5,,Quý I,NSNN,thừa\n3,Đoàn công tác B,Lào,,5,,Quý I,NSNN"
    ));
    let column = |column, heading: &str| (0, 2, column, heading.to_owned());
    let (section, line, at, heading) = column(3, "Nước");
    assert!(found.notes.contains(&SegmentNote::DoubledColumn {
        section,
        line,
        column: at,
        heading
    }));
    let (section, line, at, heading) = column(5, "Số hộ chiếu");
    assert!(found.notes.contains(&SegmentNote::UnknownColumn {
        section,
        line,
        column: at,
        heading
    }));
    let ragged = SegmentNote::RaggedRow {
        joined: Vec::new(),
        section: 0,
        line: 3,
        cells: 9,
        expected: 8,
    };
    assert!(found.notes.contains(&ragged));
    let broken = SegmentNote::NumberingBroken {
        section: 0,
        line: 4,
        expected: 2,
        found: 3,
    };
    assert!(found.notes.contains(&broken));
    let missing = SegmentNote::MissingColumn {
        section: 0,
        line: 2,
        field: Field::Days,
    };
    assert!(found.notes.contains(&missing));
    let matched: Vec<_> = found.sections[0]
        .columns
        .iter()
        .map(|c| c.matched)
        .collect();
    assert_eq!(matched[0], Match::Exact);
    assert_eq!(matched[5], Match::None);
}

#[test]
fn columns_without_a_telling_heading_are_known_by_what_they_hold() {
    let rows =
        "1,Đoàn A,CHDCND Lào,08 người,Quý I/2021,NSNN\n2,Đoàn B,Thái Lan,05 người,Tháng 9,Tự túc";
    let cases = [
        (
            ",Tên đoàn,Đi đâu,Bao nhiêu,Thời gian,Ai chi",
            "number name countries people period funding",
        ),
        (
            "TT,Tên đoàn,Đi đâu,Thành phần,Thời gian,Kinh phí (đồng)",
            "number name countries people period funding",
        ),
    ];
    for (head, expected) in cases {
        let (_, found) = read(&format!("I. ĐOÀN RA\n{head}\n{rows}"));
        let columns = &found.sections[0].columns;
        let codes: Vec<_> = columns
            .iter()
            .map(|c| c.field.map_or("?", |f| f.code()))
            .collect();
        assert_eq!(codes.join(" "), expected, "{head}");
        assert_eq!(columns[2].matched, Match::Words);
    }
}

#[test]
fn ticked_columns_say_quarter_and_direction() {
    let text = "TT,Tên đoàn,Nước,Số người,Thời gian,,,,Loại đoàn,\n,,,,Quý I,Quý II,Quý III,Quý IV,Ra,Vào\n\
                1,Đoàn công tác A,Lào,5,,x,,,x,\n2,Đoàn công tác B,Lào,5,,x,x,,,x";
    let (document, found) = read(text);
    let section = &found.sections[0];
    assert_eq!(letters(&found), "HHDD");
    assert_eq!(values(&document, section, Field::Period)[0], "Quý II");
    assert_eq!(values(&document, section, Field::Period)[1], "Quý II");
    let ticked = section.rows[1].inherited.iter();
    let ticked: Vec<_> = ticked.map(|own| document.get(own.text)).collect();
    assert_eq!(ticked, ["Quý II", "Quý III"]);
    let ways: Vec<_> = section.rows.iter().map(|row| row.direction).collect();
    assert_eq!(ways, [Some(Direction::Outbound), Some(Direction::Inbound)]);
    let (_, found) =
        read("TT,Nội dung,Nước,Số người,Đoàn ra,Đoàn vào\n1,Hội đàm,Lào,5,,x\n2,Hội thảo,Lào,5,x,");
    let ways: Vec<_> = found.sections[0]
        .rows
        .iter()
        .map(|row| row.direction)
        .collect();
    assert_eq!(ways, [Some(Direction::Inbound), Some(Direction::Outbound)]);
    assert_eq!(
        found
            .notes
            .iter()
            .filter(|n| matches!(n, SegmentNote::DirectionUnclear { .. }))
            .count(),
        0
    );
}
