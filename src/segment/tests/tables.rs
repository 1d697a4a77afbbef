//! Heads of tables, the rows under them, and what they take from the rows above.

use super::*;
use crate::model::document::Merge;
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
fn fillers_are_no_rows_and_real_rows_are_never_lost() {
    let cases = [
        ("3,Không xác định,,,,,,,", 'f'),
        ("3,,,,,,,,", 'f'),
        ("3,-,-,-,-,-,-,-,-", 'f'),
        ("3,//,//,//,//,//,//,//,", 'f'),
        ("3,x,x,x,0,0,x,x,", 'f'),
        ("3,…,…,…,…,…,…,…,…", 'f'),
        ("3,Chưa xác định,,,,,,,Chờ đối tác trả lời", 'f'),
        ("3,Đoàn công tác Sở B,Giám đốc,,05,04,Quý II,NSNN,", 'D'),
        ("3,,,Thái Lan,5,4,Quý II,,", 'D'),
        (",Đoàn công tác Sở B,,Thái Lan,5,4,,,", 'D'),
        ("3,Chưa xác định,,Thái Lan,5,,,,", 'D'),
        ("3,Đoàn B,,,,,,,", 'D'),
        ("3,Không quân Lào,,Lào,5,,,,", 'D'),
        ("3,Cộng đồng người Việt,,Lào,5,,,,", 'D'),
        (",Tổng cục Du lịch,,Lào,5,4,,,", 'D'),
        ("3,Thống kê viên,Giám đốc,Lào,5,4,,,", 'D'),
        ("3,Tham quan,Cục trưởng,Lào,5,4,,,", 'D'),
        ("3,Ng,,Lào,5,4,Quý I,,", 'D'),
        ("3,-nt-,-nt-,-nt-,-nt-,-nt-,-nt-,-nt-,", 'D'),
    ];
    for (row, class) in cases {
        let (_, found) = read(&format!(
            "{HEAD}\n{ROW}\n2,Đoàn Sở C,,Lào,3,2,Quý I,,\n{row}"
        ));
        assert_eq!(letters(&found), format!("HDD{class}"), "{row}");
    }
}

#[test]
fn ditto_marks_take_the_text_above() {
    for mark in [
        "-nt-",
        "nt",
        "\"\"\"\"",
        "''",
        "//",
        "-//-",
        "như trên",
        "Như trên",
        "idem",
        "″",
        "n.t",
        "- nt -",
        "-\"\"-",
    ] {
        let quoted = if mark.contains('"') {
            format!("\"{mark}\"")
        } else {
            mark.to_owned()
        };
        let quoted = quoted.replace("\"\"\"\"\"\"", "\"\"\"\"");
        let text = format!(
            "{HEAD}\n{ROW}\n2,Đoàn Sở B,{quoted},{quoted},5,4,Quý I,{quoted},\n3,Đoàn Sở C,,{quoted},5,4,Quý I,,"
        );
        let (document, found) = read(&text);
        let section = &found.sections[0];
        assert_eq!(
            values(&document, section, Field::Country),
            ["CHDCND Lào"; 3],
            "{mark}"
        );
        assert_eq!(
            value(&document, section, &section.rows[1], Field::Funding),
            "NSNN"
        );
        assert_eq!(
            reason(&section.rows[2], Field::Country),
            Some(InheritReason::Ditto)
        );
        assert!(
            section.rows[2].inherited.iter().all(|i| i.from_row == 1),
            "{mark}"
        );
    }
    for plain in ["-", "...", "NSNN", "nt2", "N", "Nhật Bản", "Thái Lan", "0"] {
        let (_, found) = read(&format!(
            "{HEAD}\n{ROW}\n2,Đoàn Sở B,,{plain},5,4,Quý I,Tự túc,"
        ));
        assert_eq!(found.sections[0].rows[1].inherited, [], "{plain}");
    }
}

#[test]
fn blanks_are_taken_from_above_only_where_the_section_shows_merging() {
    let plain = format!("{HEAD}\n{ROW}\n2,Đoàn Sở B,,Lào,5,4,,,");
    let (_, found) = read(&plain);
    assert_eq!(found.sections[0].rows[1].inherited, []);
    let (document, found) = read(&format!(
        "{plain}\n3,Đoàn Sở C,-nt-,Lào,5,4,,,\n4,Đoàn D,,Lào,,4,,,"
    ));
    let section = &found.sections[0];
    assert_eq!(
        values(&document, section, Field::Period)[1..3],
        ["Quý III/2021"; 2]
    );
    assert_eq!(
        reason(&section.rows[1], Field::Funding),
        Some(InheritReason::Merged)
    );
    assert_eq!(
        section.rows[3].inherited,
        [],
        "a row without people of its own takes nothing"
    );
}

#[test]
fn merged_cells_of_a_workbook_hold_for_their_rows() {
    let text = format!("{HEAD}\n{ROW}\n2,,,,5,4,,,\n3,Đoàn Sở C,,Thái Lan,,,,,");
    let mut document = document(&text, ',');
    let merge = |first_col, last_col| Merge {
        first_row: 1,
        last_row: 2,
        first_col,
        last_col,
    };
    document.sheets[0].merges = vec![merge(1, 4), merge(6, 7)];
    let found = segment(&document, &HINTS);
    check(&document, &found);
    let section = &found.sections[0];
    let row = &section.rows[1];
    let fields: Vec<_> = row.inherited.iter().map(|i| i.field).collect();
    assert_eq!(
        fields,
        [
            Field::Name,
            Field::Head,
            Field::Country,
            Field::Period,
            Field::Funding
        ]
    );
    assert!(
        row.inherited
            .iter()
            .all(|i| i.reason == InheritReason::Merged)
    );
    assert_eq!(section.rows[2].inherited, []);
}

#[test]
fn group_rows_hold_for_the_rows_below() {
    let head = "TT,Nội dung,Số người,Số ngày,Thời gian,Kinh phí";
    let text = format!(
        "I. ĐOÀN RA\n{head}\na,Nước CHDCND Lào,,,,\n1,Đoàn A thăm Savannakhet,5,4,Quý I,NSNN\n\
         b) Vương quốc Thái Lan,,,,,\n2,Đoàn B thăm Mukdahan,5,4,Quý I,NSNN\n\
         * Đoàn do tỉnh tổ chức,,,,,\n3,Đoàn C thăm Mukdahan,5,4,Quý I,NSNN"
    );
    let (document, found) = read(&text);
    assert_eq!(letters(&found), "SHGDGDGD");
    let section = &found.sections[0];
    let expected = [
        "Nước CHDCND Lào",
        "Vương quốc Thái Lan",
        "Vương quốc Thái Lan",
    ];
    assert_eq!(values(&document, section, Field::Country), expected);
    let text = format!("{HEAD}\nI,Sở Y tế,,,,,,,\n{ROW}\nII,Sở Tư pháp,,,,,,,\n{ROW}");
    let (document, found) = read(&text);
    let section = &found.sections[0];
    assert_eq!(letters(&found), "HGDGD");
    assert_eq!(
        values(&document, section, Field::Department),
        ["Sở Y tế", "Sở Tư pháp"]
    );
    assert_eq!(
        values(&document, section, Field::Country),
        ["CHDCND Lào"; 2]
    );
}

#[test]
fn totals_cover_the_rows_above_them() {
    let text = format!(
        "I. ĐOÀN RA\n{HEAD}\n{ROW}\n{ROW}\n,Cộng đoàn ra: 02 đoàn,,,16,10,,,\nII. ĐOÀN VÀO\n{HEAD}\n{ROW}\n\
         ,Cộng,,,8,,,,\nTổng cộng,,,,24,,,,"
    );
    let (document, found) = read(&text);
    assert_eq!(letters(&found), "SHDD+SHD++");
    let shape = |at: usize| -> Vec<_> {
        let totals = found.sections[at].totals.iter();
        totals
            .map(|t| {
                (
                    t.field,
                    document.get(t.text),
                    t.from,
                    t.to,
                    t.sections_before,
                )
            })
            .collect()
    };
    assert_eq!(
        shape(0),
        [
            (Field::Name, "02", 0, 2, 0),
            (Field::People, "16", 0, 2, 0),
            (Field::Days, "10", 0, 2, 0)
        ]
    );
    assert_eq!(
        shape(1),
        [
            (Field::People, "8", 0, 1, 0),
            (Field::People, "24", 0, 1, 1)
        ]
    );
    for words in [
        "Cộng (I+II)",
        "TỔNG CỘNG (A+B)",
        "Tổng số (I + II)",
        "Tổng cộng đoàn ra và đoàn vào",
    ] {
        let (_, found) = read(&format!(
            "I. ĐOÀN RA\n{HEAD}\n{ROW}\nII. ĐOÀN VÀO\n{ROW}\n,{words},,,16,,,,"
        ));
        assert_eq!(found.sections[1].totals[0].sections_before, 1, "{words}");
    }
}

#[test]
fn figures_in_a_section_row_or_a_total_above_the_rows_are_no_delegation() {
    let (_, found) = read(&format!(
        "{HEAD}\nI,ĐOÀN RA,,,8,5,,,\n{ROW}\nII,ĐOÀN VÀO,,,8,5,,,\n{ROW}"
    ));
    assert_eq!(letters(&found), "HSDSD");
    let (_, found) = read(&format!("I. ĐOÀN RA\n{HEAD}\n,Tổng số,,,8,5,,,\n{ROW}"));
    assert_eq!(letters(&found), "SH+D");
    let total = &found.sections[0].totals[0];
    assert_eq!((total.from, total.to), (0, 1));
}

#[test]
fn a_column_may_say_direction_and_kind_row_by_row() {
    let text = "TT,Loại đoàn,Tên đoàn,Quốc gia,Số người,Kế hoạch/Thực hiện\n\
                1,Ra,Đoàn công tác A,Lào,5,KH\n2,Đoàn vào,Đoàn công tác B,Lào,5,Đã thực hiện\n3,-nt-,Đoàn công tác C,Lào,5,";
    let (_, found) = read(text);
    let said: Vec<_> = found.sections[0]
        .rows
        .iter()
        .map(|row| (row.direction, row.kind))
        .collect();
    use crate::model::section::Kind::{Plan, Realised};
    let (out, inbound) = (Some(Direction::Outbound), Some(Direction::Inbound));
    assert_eq!(
        said,
        [
            (out, Some(Plan)),
            (inbound, Some(Realised)),
            (inbound, None)
        ]
    );
    assert!(
        !found
            .notes
            .iter()
            .any(|n| matches!(n, SegmentNote::DirectionUnclear { .. }))
    );
}

#[test]
fn what_stands_below_a_table_is_a_footer() {
    let below = [
        "Người lập biểu,,,,,,,GIÁM ĐỐC",
        ",,,,,Quảng Trị\\, ngày   tháng 11 năm 2020",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT\\, VP.",
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nNguyễn Văn A",
        "Ghi chú: Kinh phí đã gồm vé máy bay",
        "NGƯỜI LẬP,,KẾ TOÁN,,,THỦ TRƯỞNG ĐƠN VỊ\n(Ký\\, ghi rõ họ tên),,(Ký),,,(Ký\\, đóng dấu)\n\n\nTrần Thị B,,,,,Lê C",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        "Trang 1",
    ];
    for text in below {
        let (_, found) = read(&format!(
            "I. ĐOÀN RA\n{HEAD}\n{ROW}\n{}",
            text.replace("\\,", " ")
        ));
        let tail: String = letters(&found)
            .chars()
            .skip(3)
            .filter(|c| *c != '.')
            .collect();
        assert!(tail.chars().all(|c| c == 'F'), "{text}: {tail}");
        assert_eq!(found.sections[0].rows.len(), 1, "{text}");
    }
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
fn a_rank_in_a_row_is_no_signature() {
    let head = "Tên đoàn,Trưởng đoàn,Nước đi,Thời gian";
    let (_, found) = read(&format!(
        "I. ĐOÀN RA\n{head}\nĐoàn A,Giám đốc Sở,Lào,Quý I\nGiám đốc Sở đi họp,Giám đốc,Lào,Quý II\nNgười lập,,,GIÁM ĐỐC\nTrần B,,,Lê C"
    ));
    assert_eq!(letters(&found), "SHDDFF");
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
        assert_eq!(columns[2].matched, Match::Content);
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
    assert!(values(&document, section, Field::Period)[1].starts_with("Quý II"));
    assert!(values(&document, section, Field::Period)[1].ends_with("Quý III"));
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
