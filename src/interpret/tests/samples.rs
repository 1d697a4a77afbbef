//! The rows of the six samples, field by field, from their own texts.

use super::*;

/// A section of one table: columns by field, rows as written.
pub struct Table {
    pub direction: Direction,
    pub columns: Vec<(Field, &'static str, Option<MoneyUnit>)>,
    pub rows: Vec<Vec<&'static str>>,
    pub inherited: Vec<(usize, Field, &'static str, InheritReason)>,
}

pub fn interpret(table: &Table) -> Vec<Delegation> {
    let (document, segmentation) = document(table);
    let vocabulary = Vocabulary::built_in();
    let (rows, _) = Interpreter::new(&vocabulary).delegations(&document, &segmentation);
    rows
}

pub fn document(table: &Table) -> (Document, Segmentation) {
    let mut document = Document::from_rows(&table.rows);
    let columns = table
        .columns
        .iter()
        .enumerate()
        .map(|(index, (field, heading, unit))| Column {
            index,
            heading: (*heading).to_owned(),
            field: Some(*field),
            matched: Match::Exact,
            unit: *unit,
            ..Column::default()
        });
    let columns = columns.collect();
    let rows = (0..table.rows.len()).map(|row| {
        let mine = table.inherited.iter().filter(|(at, ..)| *at == row);
        let inherited = mine.map(|(_, field, text, reason)| Inherited {
            field: *field,
            text: document.push_text(text),
            from_row: 0,
            reason: *reason,
        });
        DataRow {
            row: row as u32,
            line: row as u32 + 1,
            inherited: inherited.collect(),
            direction: None,
            kind: None,
            ragged: false,
            joined: None,
        }
    });
    let rows = rows.collect();
    let section = Section {
        sheet: 0,
        direction: Some(table.direction),
        kind: Kind::Plan,
        kind_stated: true,
        stated_year: Some(2021),
        year: 2021,
        line: 1,
        head_lines: vec![],
        columns,
        head_inherited: false,
        rows,
        nil: None,
        totals: vec![],
        title: String::new(),
    };
    let segmentation = Segmentation {
        sections: vec![section],
        ..Segmentation::default()
    };
    (document, segmentation)
}

/// What a row must come to, in the codes of the outputs.
fn shown(row: &Delegation) -> String {
    let codes: Vec<&str> = row
        .countries
        .codes
        .iter()
        .map(CountryCode::as_str)
        .collect();
    let number = |n: Option<u32>| n.map_or("-".to_owned(), |n| n.to_string());
    format!(
        "{} {}x{} {} {} {} {}",
        if codes.is_empty() {
            "-".to_owned()
        } else {
            codes.join(";")
        },
        row.count,
        number(row.people().value),
        row.days().halves.map_or("-".to_owned(), Days::display),
        row.period.class().code(),
        std::iter::once(row.funding.class.code())
            .chain(row.funding.part_codes())
            .collect::<Vec<_>>()
            .join("+"),
        row.money()
            .vnd
            .map_or("-".to_owned(), |vnd| vnd.to_string()),
    )
}

pub fn check(table: &Table, expected: &[&str]) {
    let found: Vec<String> = interpret(table).iter().map(shown).collect();
    assert_eq!(found, expected);
}

const STANDARD: [(Field, &str, Option<MoneyUnit>); 11] = [
    (Field::Number, "TT", None),
    (Field::Name, "Tên đoàn", None),
    (Field::Head, "Trưởng đoàn", None),
    (Field::Country, "Nước đi", None),
    (Field::Partner, "Đối tác làm việc", None),
    (Field::Content, "Nội dung hoạt động", None),
    (Field::People, "Số người", None),
    (Field::Days, "Số ngày", None),
    (Field::Period, "Thời gian thực hiện", None),
    (Field::Funding, "Kinh phí", None),
    (Field::Notes, "Ghi chú", None),
];

pub fn standard(direction: Direction, rows: Vec<Vec<&'static str>>) -> Table {
    let mut columns = STANDARD.to_vec();
    if direction == Direction::Inbound {
        columns.remove(4);
    }
    Table {
        direction,
        columns,
        rows,
        inherited: vec![],
    }
}

#[test]
#[rustfmt::skip]
fn sample_00_the_report_of_science_and_technology() {
    let out = standard(
        Direction::Outbound,
        vec![vec!["1", "Đoàn cán bộ Sở Khoa học và Công nghệ Quảng Trị", "Lãnh đạo Sở", "CHDCND Lào", "Sở KH&CN tỉnh Sanavan và Savannakhet", "Hỗ trợ kiểm định", "08", "06", "Quý III/2021", "NSNN", ""], vec!["2", "Đoàn cán bộ Sở Khoa học và Công nghệ Quảng Trị", "Lãnh đạo Sở", "Đài Loan", "Đài Loan", "Học tập về công nghệ sinh học", "08", "05", "Quý II/2021", "NSNN", ""]],
    );
    check(
        &out,
        &["LA 1x8 6 Q3 state_budget -", "TW 1x8 5 Q2 state_budget -"],
    );
    let into = standard(
        Direction::Inbound,
        vec![vec!["1", "Đoàn cán bộ Sở KH&CN tỉnh Sanavan và Savannakhet", "Lãnh đạo Sở", "CHDCND Lào", "Tham dự Hội thảo", "15", "03", "Quý II/2020", "NSNN"], vec!["2", "Đoàn cán bộ Sở KH&CN tỉnh Sanavan và Savannakhet", "Lãnh đạo Sở", "CHDCND Lào", "Tập huấn", "16", "12", "Quý III/2020", "NSNN"]],
    );
    check(
        &into,
        &[
            "LA 1x15 3 outside_year state_budget -",
            "LA 1x16 12 outside_year state_budget -",
        ],
    );
    let rows = interpret(&into);
    assert_eq!(rows[0].period.stated, Some(Quarter::Q2));
    assert_eq!(rows[0].period.year, Some(2020));
}

#[test]
#[rustfmt::skip]
fn sample_01_health() {
    let out = standard(
        Direction::Outbound,
        vec![vec!["1", "Đoàn công tác Sở Y tế", "Giám đốc Sở", "CHDCND Lào", "Sở Y tế tỉnh Savannakhet", "Trao đổi về kiểm dịch", "08", "05", "Quý III/2021", "NSNN: 120.000.000 đ", ""], vec!["2", "Đoàn cán bộ Bệnh viện", "Phó Giám đốc", "Nhật Bản", "Bệnh viện tỉnh bạn", "Học tập", "03 người", "01 tuần", "Tháng 9/2021", "Phía bạn đài thọ toàn bộ", "Theo thư mời"], vec!["3", "Đoàn cán bộ TT KSBT", "Lãnh đạo", "Thái Lan, Lào", "Sở Y tế tỉnh Mukdahan", "Hội nghị", "06", "4", "Quý II-III/2021", "Quỹ Toàn cầu (viện trợ)", "Luân phiên hằng năm"]],
    );
    check(
        &out,
        &[
            "LA 1x8 5 Q3 state_budget 120000000",
            "JP 1x3 7 Q3 partner -",
            "TH;LA 1x6 4 multi aid -",
        ],
    );
    let into = standard(
        Direction::Inbound,
        vec![vec!["1", "Đoàn Sở Y tế tỉnh Salavan", "Lãnh đạo Sở", "CHDCND Lào", "Tham quan", "10", "03", "Quý IV/2021", "Ngân sách tỉnh 45 triệu đồng", ""], vec!["2", "Đoàn bác sĩ tình nguyện", "Trưởng đoàn", "Hoa Kỳ", "Phẫu thuật nụ cười", "02 đoàn/16 người", "5 ngày 4 đêm", "Tháng 3 và tháng 10/2021", "Tự túc", "PCPNN"]],
    );
    check(
        &into,
        &[
            "LA 1x10 3 Q4 state_budget+provincial 45000000",
            "US 2x16 5 multi self_funded -",
        ],
    );
}

#[test]
#[rustfmt::skip]
fn sample_02_agriculture() {
    let mut out = standard(
        Direction::Outbound,
        vec![vec!["1", "Đoàn cán bộ Chi cục Kiểm lâm", "Lãnh đạo Chi cục", "CHDCND Lào", "Sở Nông Lâm nghiệp", "Hội đàm", "06", "03", "Quý II/2021", "NSNN", ""], vec!["2", "-nt-", "-nt-", "-nt-", "Sở Nông Lâm nghiệp tỉnh Savannakhet", "-nt-", "06", "03", "Quý IV/2021", "-nt-", ""], vec!["3", "Đoàn tham quan", "Giám đốc Sở", "Úc", "Hiệp hội bang Queensland", "Học tập", "05", "08", "Tháng 8", "Doanh nghiệp tài trợ", "Nếu hết dịch"], vec!["4", "Đoàn Trung tâm Khuyến nông", "Lãnh đạo", "Hàn Quốc", "RDA", "Tập huấn", "02", "10", "Quý 3", "Dự án KOPIA", ""]],
    );
    out.inherited = vec![
        (1, Field::Country, "CHDCND Lào", InheritReason::Ditto),
        (1, Field::Funding, "NSNN", InheritReason::Ditto),
    ];
    check(
        &out,
        &[
            "LA 1x6 3 Q2 state_budget -",
            "LA 1x6 3 Q4 state_budget -",
            "AU 1x5 8 Q3 enterprise -",
            "KR 1x2 10 Q3 aid -",
        ],
    );
    let into = standard(
        Direction::Inbound,
        vec![vec!["1", "Chuyên gia Dự án FMCR", "Trưởng nhóm", "Đức", "Giám sát", "04", "07", "Quý I, Quý III", "Ngân hàng Thế giới", ""], vec!["2", "Đoàn Sở Nông Lâm nghiệp", "Lãnh đạo Sở", "CHDCND Lào", "Tập huấn thú y", "12", "05", "Quý III/2021", "NSNN", ""]],
    );
    check(
        &into,
        &["DE 1x4 7 multi aid -", "LA 1x12 5 Q3 state_budget -"],
    );
}

#[test]
#[rustfmt::skip]
fn sample_06_planning_with_ticks_and_dates() {
    let part = |class| Field::FundingPart(class, FundingLevel::Unsaid);
    let columns = vec![
        (Field::Number, "STT", None),
        (Field::Name, "Tên đoàn", None),
        (Field::Head, "Trưởng đoàn", None),
        (Field::Country, "Quốc gia", None),
        (Field::Content, "Nội dung", None),
        (Field::PeriodFrom, "Thời gian | Từ ngày", None),
        (Field::PeriodTo, "Thời gian | Đến ngày", None),
        (Field::People, "Số người", None),
        (part(FundingClass::StateBudget), "NSNN", None),
        (part(FundingClass::SelfFunded), "Tự túc", None),
        (part(FundingClass::Aid), "Tài trợ", None),
        (part(FundingClass::Donations), "Khác", None),
        (Field::Notes, "Ghi chú", None),
    ];
    let rows = vec![
        vec!["1", "Đoàn xúc tiến vốn ODA", "Giám đốc Sở", "Hàn Quốc", "Làm việc với Quỹ EDCF", "08/03/2021", "14/03/2021", "5", "x", "", "", "", ""],
        vec!["2", "Đoàn Dự án BIIG1", "Phó Giám đốc Sở", "Phi-líp-pin", "Làm việc với ADB", "28/06/2021", "02/07/2021", "4", "", "", "x", "", "ADB"],
        vec!["3", "Đoàn giao lưu", "Chủ tịch", "Trung Quốc", "Khảo sát tại Quảng Tây", "10/10/2021", "16/10/2021", "11", "", "x", "", "x", "Doanh nghiệp cùng chi"],
        vec!["4", "Đoàn thẩm định", "Trưởng đoàn", "Ngân hàng Phát triển Châu Á (ADB)", "Thẩm định", "05/04/2021", "09/04/2021", "6", "", "", "x", "", ""],
        vec!["5", "Đoàn Văn phòng JICA", "Phó Trưởng Đại diện", "Nhật Bản", "Khảo sát", "20/9/2021", "22/9/2021", "3", "", "", "x", "", ""],
    ];
    let table = Table {
        direction: Direction::Outbound,
        columns,
        rows,
        inherited: vec![],
    };
    check(
        &table,
        &[
            "KR 1x5 7 Q1 state_budget -",
            "PH 1x4 5 Q2 aid -",
            "CN 1x11 7 Q4 mixed+self_funded+enterprise -",
            "- 1x6 5 Q2 aid -",
            "JP 1x3 3 Q3 aid -",
        ],
    );
    let found = interpret(&table);
    assert!(found[1].period.crosses_quarter && !found[0].period.crosses_quarter);
    assert_eq!(
        found[3].countries.groups.as_slice(),
        ["Ngân hàng Phát triển Châu Á (ADB)"]
    );
    assert_eq!(found[0].days().form, NumberForm::FromDates);
    assert_eq!(found[0].funding.form, FundingForm::Ticks);
}

#[test]
#[rustfmt::skip]
fn sample_12_a_city_with_group_rows_and_merged_cells() {
    let columns = vec![
        (Field::Number, "TT", None),
        (Field::Content, "Nội dung", None),
        (Field::Head, "Đơn vị chủ trì", None),
        (Field::People, "Thành phần (người)", None),
        (Field::Period, "Thời gian", None),
        (Field::Days, "Số ngày", None),
        (
            Field::Amount,
            "Kinh phí (triệu đồng)",
            Some(MoneyUnit::MillionDong),
        ),
        (Field::Funding, "Nguồn", None),
    ];
    let rows = vec![
        vec!["1", "Đoàn lãnh đạo thành phố", "Văn phòng", "12", "Quý I", "3", "60", "NSTP"],
        vec!["2", "Đoàn Thành đoàn", "Thành đoàn", "15", "", "2", "20", ""],
        vec!["3", "Đoàn tham dự Hội nghị", "Phòng Kinh tế", "6", "Quý II", "4", "75,5", "NSTP"],
        vec!["2", "Tổ chức phi chính phủ", "Phòng TN-MT", "4", "Quý II", "5", "0", "Nhà tài trợ"],
    ];
    let group = InheritReason::Group;
    let inherited = vec![
        (0, Field::Country, "Nước CHDCND Lào", group),
        (1, Field::Country, "a. Nước CHDCND Lào", group),
        (1, Field::Period, "Quý I", InheritReason::Merged),
        (1, Field::Funding, "NSTP", InheritReason::Merged),
        (2, Field::Country, "Vương quốc Thái Lan", group),
        (3, Field::Country, "c. Đại Hàn Dân Quốc", group),
    ];
    let table = Table {
        direction: Direction::Outbound,
        columns,
        rows,
        inherited,
    };
    check(
        &table,
        &[
            "LA 1x12 3 Q1 state_budget+district 60000000",
            "LA 1x15 2 Q1 state_budget+district 20000000",
            "TH 1x6 4 Q2 state_budget+district 75500000",
            "KR 1x4 5 Q2 aid 0",
        ],
    );
    assert_eq!(
        names(&table),
        [
            "Đoàn lãnh đạo thành phố",
            "Đoàn Thành đoàn",
            "Đoàn tham dự Hội nghị",
            "Tổ chức phi chính phủ"
        ]
    );
}

fn names(table: &Table) -> Vec<String> {
    let (document, segmentation) = document(table);
    let vocabulary = Vocabulary::built_in();
    let (_, texts) = Interpreter::new(&vocabulary).delegations(&document, &segmentation);
    texts
        .iter()
        .map(|texts| document.trimmed(texts.name).to_owned())
        .collect()
}

#[test]
fn without_a_column_for_names_the_content_names_the_delegation() {
    let table = |columns: &[(Field, &'static str)], rows: Vec<Vec<&'static str>>| Table {
        direction: Direction::Outbound,
        columns: columns.iter().map(|(f, h)| (*f, *h, None)).collect(),
        rows,
        inherited: vec![],
    };
    let host = [
        (Field::Content, "Nội dung"),
        (Field::Name, "Đơn vị chủ trì"),
    ];
    let rows = vec![vec!["Đoàn đi Lào", "Sở A"], vec!["", "Sở B"]];
    assert_eq!(names(&table(&host, rows)), ["Đoàn đi Lào", "Sở B"]);
    let rows = vec![vec!["Học tập", "Sở A"], vec!["Hội thảo", "Sở B"]];
    assert_eq!(names(&table(&host, rows)), ["Sở A", "Sở B"]);
    let own = [(Field::Content, "Nội dung"), (Field::Name, "Tên đoàn")];
    let rows = vec![vec!["Đoàn đi Lào", "Đoàn Sở A"]];
    assert_eq!(names(&table(&own, rows)), ["Đoàn Sở A"]);
    let none = [(Field::Content, "Nội dung"), (Field::Country, "Nước đi")];
    let rows = vec![vec!["Học tập", "Lào"]];
    assert_eq!(names(&table(&none, rows)), ["Học tập"]);
}
