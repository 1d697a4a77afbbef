//! Rows under a head: which are data, and what they take from the rows above.

use super::*;
use crate::model::document::Merge;
use crate::model::section::SegmentNote;

const HEAD: &str = "TT,Tên đoàn,Trưởng đoàn,Nước đi,Số người,Số ngày,Thời gian,Kinh phí,Ghi chú";
const ROW: &str = "1,Đoàn công tác Sở A,Giám đốc,CHDCND Lào,08,05,Quý III/2021,NSNN,";

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
    let mut rows: Vec<_> = found
        .sections
        .iter()
        .flat_map(|section| &section.rows)
        .collect();
    rows.sort_by_key(|row| row.line);
    let said: Vec<_> = rows.iter().map(|row| (row.direction, row.kind)).collect();
    use crate::model::section::Kind::{Plan, Realised};
    let tables: Vec<_> = found
        .sections
        .iter()
        .map(|s| (s.kind, s.year, s.rows.len()))
        .collect();
    assert_eq!(tables, [(Plan, 2021, 2), (Realised, 2020, 1)]);
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
fn a_rank_in_a_row_is_no_signature() {
    let head = "Tên đoàn,Trưởng đoàn,Nước đi,Thời gian";
    let (_, found) = read(&format!(
        "I. ĐOÀN RA\n{head}\nĐoàn A,Giám đốc Sở,Lào,Quý I\nGiám đốc Sở đi họp,Giám đốc,Lào,Quý II\nNgười lập,,,GIÁM ĐỐC\nTrần B,,,Lê C"
    ));
    assert_eq!(letters(&found), "SHDDFF");
}

#[test]
fn a_workbook_without_a_sheet_has_no_table_and_only_our_own_guide_is_excused() {
    let mut document = Document::from_rows::<&str>(&[]);
    document.sheets.clear();
    let lacks = |document: &Document| {
        let notes = segment(document, &HINTS).notes;
        notes.contains(&SegmentNote::NoTable)
    };
    assert!(lacks(&document));
    document.returned = Some(Box::default());
    assert!(!lacks(&document));
}
