//! Patterns of rows over a whole table: persons, blocks, continuations, records, forms, templates.

use super::read_named;
use crate::model::section::{
    DataRow, Direction, Field, Kind, LineClass, SegmentNote, Segmentation,
};

const H: &str = "TT,Tên đoàn,Nước đi,Nội dung,Số người,Số ngày,Thời gian,Kinh phí";
const TITLE: &str = "KẾ HOẠCH ĐOÀN RA NĂM 2021";
const ONE: &str = "1,Đoàn công tác Sở,Lào,Hội đàm,3,5,Quý II/2021,NSNN";
const TWO: &str = "2,Đoàn dự hội thảo,Nhật Bản,Hội thảo,2,4,Quý III/2021,Tự túc";

/// For each row its kind, year, line and the persons that it was told to have.
fn rows(found: &Segmentation) -> Vec<(Kind, i32, u32, Option<u32>)> {
    let sections = found.sections.iter();
    let mut rows: Vec<_> = sections
        .flat_map(|section| {
            section.rows.iter().map(|row| {
                let persons = row.joined.as_ref().and_then(|joined| joined.persons);
                (section.kind, section.year, row.line, persons)
            })
        })
        .collect();
    rows.sort_by_key(|(kind, _, line, _)| (*line, *kind == Kind::Plan));
    rows
}

fn lines(text: &str) -> Vec<u32> {
    let (_, found) = read_named(text, "bieu.csv");
    rows(&found)
        .into_iter()
        .map(|(_, _, line, _)| line)
        .collect()
}

#[test]
fn lists_of_persons_are_one_row_a_delegation() {
    let alike = "ĐOÀN RA NĂM 2021\nTT,Họ và tên,Chức vụ,Nước đến,Nội dung,Số ngày,Thời gian,Nguồn kinh phí\n\
        1,Nguyễn Văn An,Giám đốc,Lào,Hội đàm,5,Quý II/2021,NSNN\n2,Trần Thị Bình,Trưởng phòng,Lào,Hội đàm,5,Quý II/2021,NSNN\n\
        3,Lê Văn Cường,Chuyên viên,,,,,\n4,Phạm Thu Dung,Phó Giám đốc,Thái Lan,Hội thảo,4,Quý III/2021,Tự túc";
    let dotted = format!(
        "{TITLE}\n{H}\n{ONE}\n1.1,Nguyễn Văn An,,,,,,\n1.2,Trần Thị Bình,,,,,,\n\
         2,Đoàn dự hội thảo,Nhật Bản,Hội thảo,,4,Quý III/2021,Tự túc\n2.1,Phạm Thu Dung,,,,,,\n2.2,Hồ Sỹ Em,,,,,,"
    );
    let grouped = "ĐOÀN RA NĂM 2021\nTT,Họ và tên,Chức vụ,Nước đến,Số ngày,Thời gian,Nguồn kinh phí\nI,Đoàn khảo sát,,,,,\n\
        1,Nguyễn Văn An,Giám đốc,Lào,5,Quý II/2021,NSNN\n2,Trần Thị Bình,Trưởng phòng,Lào,5,Quý II/2021,NSNN\nII,Đoàn dự hội thảo,,,,,\n\
        1,Phạm Thu Dung,Phó Giám đốc,Thái Lan,4,Quý III/2021,Tự túc";
    let cases = [
        (alike, vec![(3, Some(3)), (6, Some(1))]),
        (dotted.as_str(), vec![(3, Some(2)), (6, Some(2))]),
        (grouped, vec![(4, Some(2)), (7, Some(1))]),
    ];
    for (text, expected) in cases {
        let (_, found) = read_named(text, "bieu.csv");
        let said: Vec<_> = rows(&found).into_iter().map(|row| (row.2, row.3)).collect();
        assert_eq!(said, expected, "{text}");
        let told = |note: &SegmentNote| matches!(note, SegmentNote::PersonsJoined { .. });
        assert!(found.notes.iter().any(told), "{text}");
    }
}

#[test]
fn blocks_side_by_side_are_rows_of_their_own() {
    let text = "ĐOÀN RA\nTT,Tên đoàn,Nước đi,Thực hiện năm 2020,,,Kế hoạch năm 2021,,\n,,,Số người,Số ngày,Thời gian,Số người,Số ngày,Thời gian\n\
        1,Đoàn giao lưu biên giới,Lào,5,3,Quý I/2020,6,4,Quý II/2021\n2,Đoàn học tập đô thị,Nhật Bản,,,,8,7,Quý III/2021\n3,Đoàn xúc tiến,Thái Lan,4,2,Quý IV/2020,,,";
    let (_, found) = read_named(text, "bieu.csv");
    let said: Vec<_> = rows(&found)
        .into_iter()
        .map(|row| (row.0, row.1, row.2))
        .collect();
    let (plan, done) = ((Kind::Plan, 2021), (Kind::Realised, 2020));
    let expected = [(done, 4), (plan, 4), (plan, 5), (done, 6)];
    assert_eq!(
        said,
        expected.map(|((kind, year), line)| (kind, year, line))
    );

    let split = "KẾT QUẢ ĐOÀN RA NĂM 2020\nTT,Tên đoàn,Nước đi,Số người,,Số ngày,Thời gian\n,,,Kế hoạch,Thực hiện,,\n\
        1,Đoàn giao lưu biên giới,Lào,5,3,2,Quý I/2020";
    let (_, found) = read_named(split, "bieu.csv");
    let said: Vec<_> = rows(&found)
        .into_iter()
        .map(|row| (row.0, row.1, row.2))
        .collect();
    assert_eq!(said, [(Kind::Realised, 2020, 4)]);
    let people = found.sections[0]
        .column(Field::People)
        .map(|column| column.index);
    assert_eq!(people, Some(4));
}

#[test]
fn a_line_goes_on_with_the_row_above_or_is_told() {
    let (_, found) = read_named(
        &format!("{TITLE}\n{H}\n{ONE}\n,,Thái Lan,,,,,\n{TWO}"),
        "bieu.csv",
    );
    let joined: Vec<usize> = found.sections[0]
        .rows
        .iter()
        .map(|row| {
            row.joined
                .as_ref()
                .map_or(0, |joined| joined.countries.len())
        })
        .collect();
    assert_eq!(joined, [1, 0]);
    let (_, found) = read_named(
        &format!("{TITLE}\n{H}\n{ONE}\n,,,,5,6,Quý IV/2021,\n{TWO}"),
        "bieu.csv",
    );
    assert_eq!(rows(&found).len(), 2);
    let told = |note: &SegmentNote| matches!(note, SegmentNote::LineLeft { line: 4, .. });
    assert!(found.notes.iter().any(told), "{:?}", found.notes);
}

#[test]
fn ordinary_lines_below_a_table_are_not_asked_about() {
    let below = "Ghi chú: Số liệu dự kiến, có thể thay đổi.\nNơi nhận:\n- Như trên;\nQuảng Trị ngày 10 tháng 11 năm 2020\nGIÁM ĐỐC\nNguyễn Văn A\nTrang 2";
    let (_, found) = read_named(&format!("{TITLE}\n{H}\n{ONE}\n{TWO}\n{below}"), "bieu.csv");
    let told = |note: &SegmentNote| matches!(note, SegmentNote::LineLeft { .. });
    assert!(!found.notes.iter().any(told), "{:?}", found.notes);
}

#[test]
fn records_are_cut_by_the_shape_of_their_table() {
    let cases = [
        format!("{TITLE}\n{H}\n{ONE}\n{}", TWO.replace(',', ";")),
        format!("{TITLE}\n{H}\n{ONE}\n{}", TWO.replace(',', "|")),
        format!("{TITLE}\n{H}\n{ONE}\n\"{TWO}\""),
        format!("\"{TITLE},,,,,,,\"\n\"{H}\"\n\"{ONE}\"\n\"{TWO}\""),
        "KẾ HOẠCH ĐOÀN RA NĂM 2021\nTT  Tên đoàn            Nước đi    Số người  Số ngày  Thời gian\n\
         1   Đoàn công tác Sở    Lào        3         5        Quý II\n2   Đoàn dự hội thảo    Nhật Bản   2         4        Quý III"
            .to_owned(),
    ];
    for text in cases {
        assert_eq!(lines(&text), [3, 4], "{text}");
    }
}

#[test]
fn forms_of_labels_and_values_are_rows() {
    let beside = "PHIẾU ĐĂNG KÝ ĐOÀN RA NĂM 2021\nTên đoàn,Đoàn giao lưu biên giới\nNước đến,Lào\nSố người,6\nSố ngày,4\nThời gian,Quý II/2021";
    let colons = "ĐĂNG KÝ ĐOÀN RA NĂM 2021\n1. Tên đoàn: Đoàn giao lưu\n2. Nước đến: Lào\n3. Số người: 6\n4. Thời gian: Quý II/2021\n\n\
        1. Tên đoàn: Đoàn học tập\n2. Nước đến: Nhật Bản\n3. Số người: 8\n4. Thời gian: Quý III/2021";
    assert_eq!(lines(beside).len(), 1);
    assert_eq!(lines(colons).len(), 2);
    let guide = "Tên đoàn,Ghi đúng tên đoàn\nNước đi,Ghi tên nước\nSố người,Chỉ ghi số\nThời gian,Quý hoặc tháng";
    assert!(lines(guide).is_empty());
}

#[test]
fn examples_summaries_and_sums_are_no_rows() {
    let cases = [
        format!("{TITLE}\n{H}\nVD,Đoàn công tác A,Lào,Hội đàm,9,5,Quý II/2021,NSNN\n{ONE}\n{TWO}"),
        format!(
            "{TITLE}\n{H}\n,Ghi đúng tên đoàn,Ghi tên nước,Nêu tóm tắt,Chỉ ghi số,Chỉ ghi số,Quý hoặc tháng,\n{ONE}\n{TWO}"
        ),
        format!("{TITLE}\n{H}\n,Tổng cộng,,,5,9,,\n{ONE}\n{TWO}"),
        format!("{TITLE}\n{H}\n\n{ONE}\n{TWO}\n,,,,5,9,,"),
        format!(
            "{TITLE}\n{H}\n\n{ONE}\n{TWO}\nTổng hợp theo nước\nTT,Nước,Số đoàn,Số người\n1,Lào,1,3\n2,Nhật Bản,1,2"
        ),
    ];
    for text in cases {
        assert_eq!(lines(&text), [4, 5], "{text}");
    }
}

#[test]
fn a_name_of_the_police_is_no_total() {
    let text = "ĐÓN ĐOÀN VÀO NĂM 2021\nTên đoàn,Từ nước,Số người,Thời gian\nCông an tỉnh Salavan,Lào,8,Quý I/2021\nCông đoàn Mukdahan,Thái Lan,6,Quý II/2021\nCộng,,14,";
    assert_eq!(lines(text), [3, 4]);
}

#[test]
fn the_nearest_place_says_kind_year_and_direction() {
    use Direction::{Inbound, Outbound};
    use Kind::{Plan, Realised};
    let cases = [
        (
            "CỬ CÁN BỘ ĐI BỒI DƯỠNG Ở NƯỚC NGOÀI NĂM 2021",
            Outbound,
            Plan,
            false,
        ),
        (
            "CÁC ĐOÀN ĐẾN LÀM VIỆC VỚI TỈNH NĂM 2021",
            Inbound,
            Plan,
            false,
        ),
        ("KHÁCH QUỐC TẾ ĐÃ TIẾP", Inbound, Realised, true),
        ("DANH SÁCH ĐOÀN RA NĂM 2020", Outbound, Realised, false),
        (
            "DANH SÁCH ĐOÀN RA\nTHỰC HIỆN 6 THÁNG ĐẦU NĂM 2020",
            Outbound,
            Realised,
            true,
        ),
        (
            "KẾT QUẢ NĂM 2020 VÀ KẾ HOẠCH NĂM 2021 ĐOÀN RA\nNĂM 2020",
            Outbound,
            Realised,
            true,
        ),
        ("ĐÓN TIẾP CÁC ĐOÀN NĂM 2021", Inbound, Plan, false),
    ];
    for (title, direction, kind, stated) in cases {
        let text = format!(
            "{title}\nTT,Tên đoàn,Nước,Số người,Số ngày,Thời gian\n1,Đoàn chuyên gia y tế,Nhật Bản,3,5,Quý II"
        );
        let (_, found) = read_named(&text, "bieu.csv");
        let section = &found.sections[0];
        let said = (section.direction, section.kind, section.kind_stated);
        assert_eq!(said, (Some(direction), kind, stated), "{title}");
        assert_eq!(
            section.year,
            if kind == Plan { 2021 } else { 2020 },
            "{title}"
        );
    }
}

#[test]
fn a_group_row_says_what_became_of_its_delegations() {
    let text = format!(
        "KẾT QUẢ ĐOÀN RA NĂM 2020\n{H}\n{ONE}\nCác đoàn không thực hiện do dịch,,,,,,,\n{TWO}"
    );
    let (_, found) = read_named(&text, "bieu.csv");
    let has = |at: usize| {
        let row = &found.sections[0].rows[at];
        row.inherited.iter().any(|text| text.field == Field::Status)
    };
    assert_eq!((has(0), has(1)), (false, true));
    assert_eq!(found.classes[0][3], LineClass::Group);
}

/// Direction, kind and year of the only section, or of each.
fn said(text: &str) -> Vec<(Option<Direction>, Kind, i32)> {
    let (_, found) = read_named(text, "bieu.csv");
    let sections = found.sections.iter();
    sections
        .map(|section| (section.direction, section.kind, section.year))
        .collect()
}

#[test]
fn a_line_over_a_table_says_direction_kind_and_year_in_any_words() {
    const TABLE: &str = "TT,Nội dung,Nước,Số người,Số ngày,Thời gian\n1,Hội đàm,Lào,3,5,Quý II\n2,Họp,Lào,4,2,Quý I";
    let (out, came) = (Some(Direction::Outbound), Some(Direction::Inbound));
    let (plan, done) = (Kind::Plan, Kind::Realised);
    let cases = [
        ("Sang bạn", (out, plan, 2021)),
        ("Cử cán bộ đi các nước năm 2020", (out, done, 2020)),
        ("Nhân viên đi quốc tế 2020", (out, done, 2020)),
        ("Đoàn của ta đi", (out, plan, 2021)),
        ("Bạn sang năm 2020", (came, done, 2020)),
        ("Đón bạn bè quốc tế", (came, plan, 2021)),
        ("Các đoàn Lào sang thăm", (came, plan, 2021)),
        (
            "Số liệu khách đến (từ 01/01/2020 đến 15/12/2020)",
            (came, done, 2020),
        ),
        (
            "Sở Truyền thông - Kế hoạch đi nước ngoài 2021",
            (out, plan, 2021),
        ),
    ];
    for (line, expected) in cases {
        assert_eq!(said(&format!("{line}\n{TABLE}")), [expected], "{line}");
    }
}

#[test]
fn what_was_approved_beside_what_was_done_is_no_row_of_its_own() {
    let text = "KẾT QUẢ ĐOÀN RA NĂM 2020\nTT,Tên đoàn,Nước đi,Được duyệt,,Thực tế,\n,,,Số người,Số ngày,Số người,Số ngày\n\
        1,Đoàn giao lưu,Lào,5,3,4,2\n2,Đoàn học tập,Nhật Bản,6,4,,";
    let (document, found) = read_named(text, "bieu.csv");
    let [section] = found.sections.as_slice() else {
        panic!("{:?}", found.sections)
    };
    let people = section.column(Field::People).map(|column| column.index);
    let cells: Vec<&str> = section
        .rows
        .iter()
        .map(|row| document.trimmed(document.cell(0, row.row as usize, people.unwrap_or(0))))
        .collect();
    assert_eq!((section.kind, cells), (Kind::Realised, vec!["4", ""]));
}

#[test]
fn groups_state_sums_titles_say_quarters_and_lines_go_on() {
    let inherited = |text: &str| -> Vec<String> {
        let (document, found) = read_named(text, "bieu.csv");
        let rows = found.sections.iter().flat_map(|section| &section.rows);
        let of_row = |row: &DataRow| {
            let texts = row.inherited.iter().map(|own| document.trimmed(own.text));
            texts.collect::<Vec<_>>().join("+")
        };
        rows.map(of_row).collect()
    };
    const HEAD: &str = "TT,Tên đoàn,Nước đi,Số người,Số ngày,Kinh phí";
    let cases = [
        (
            format!("ĐOÀN RA NĂM 2021\n{HEAD}\nI,Trong quý I,,7,,\n1,Hội đàm,Lào,3,5,NSNN\n2,Họp,Lào,4,2,NSNN\nII,Quý II,,3,,\n1,Hội chợ,Lào,3,3,NSNN"),
            vec!["Trong quý I", "Trong quý I", "Quý II"],
        ),
        (format!("ĐOÀN RA - QUÝ III NĂM 2021\n{HEAD}\n1,Hội đàm,Lào,3,5,NSNN"), vec!["QUÝ III NĂM 2021"]),
        (
            format!("ĐOÀN VÀO NĂM 2021\n{HEAD}\nCác nước khác,,,,,\n1,Đoàn làm phim (Pháp),,3,5,NSNN\n2,Đoàn báo chí,,4,2,NSNN"),
            vec!["Pháp", "Các nước khác"],
        ),
        (
            format!("ĐOÀN RA NĂM 2021\n{HEAD}\n1,Hội đàm,Lào,3,5,Hội viên tự\n,biên giới,,,,đóng góp\n2,Họp,Lào,4,2,NSNN"),
            vec!["", ""],
        ),
        (
            "ĐOÀN RA NĂM 2021\nTT,Tên đoàn,Nước đi,Số người,Quý I,Quý II,Quý III,Quý IV\n1,Hội đàm,Lào,3,x,,x,".to_owned(),
            vec!["Quý I+Quý III"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(inherited(&text), expected, "{text}");
    }
}
