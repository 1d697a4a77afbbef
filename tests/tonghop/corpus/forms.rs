//! Every form by name: one function each, from known rows to a page and what it should be read as.

use super::form::{Choice, HEAD, Page, Part, head, usual_cells};
use tonghop::model::section::{Direction, Kind};
use tonghop::model::value::FundingClass;

use Direction::{Inbound, Outbound};

pub type Form = fn(&Choice) -> Page;

pub const ALL: [(&str, Form); 25] = [
    ("own heads", own_heads),
    ("second without head", second_without_head),
    ("section in two cells", section_in_two_cells),
    ("head before section", head_before_section),
    ("direction column", direction_column),
    ("ticks and dates under a double head", double_head),
    ("country in group rows", group_rows),
    ("merged cells left blank", merged_blank),
    ("ditto marks", ditto),
    ("number rows", number_rows),
    ("totals", totals),
    ("signatures", signatures),
    ("prose around", prose),
    ("outbound nil", outbound_nil),
    ("both nil", both_nil),
    ("title only", title_only),
    ("file name only", file_name_only),
    ("results and plan", results_and_plan),
    ("results by file name", results_by_file_name),
    ("direction by column head", direction_by_head),
    ("head repeated on a new page", repeated_head),
    ("other order, other words", other_order),
    ("line breaks in the head", breaks_in_head),
    ("filler rows", filler_rows),
    ("guests first", guests_first),
];

const TITLE: &str = "PHỤ LỤC: DỰ KIẾN ĐOÀN RA, ĐOÀN VÀO NĂM 2021";

const OUT_HEADS: [&str; 8] = [
    "I. ĐOÀN RA",
    "A. ĐOÀN RA",
    "1. Đoàn ra",
    "I/ ĐOÀN RA",
    "ĐÒAN RA",
    "Phụ lục 1. Đoàn ra",
    "DANH SÁCH ĐOÀN RA NĂM 2021",
    "ĐOÀN ĐI CÔNG TÁC NƯỚC NGOÀI",
];
const IN_HEADS: [&str; 8] = [
    "II. ĐOÀN VÀO",
    "B. ĐOÀN VÀO",
    "2. Đoàn vào",
    "II/ ĐOÀN VÀO",
    "ĐOÀN VÀO:",
    "Phụ lục 2. Đoàn vào",
    "DANH SÁCH ĐOÀN VÀO NĂM 2021",
    "ĐOÀN KHÁCH QUỐC TẾ",
];

fn section(page: &mut Page, choice: &Choice, direction: Direction) {
    let heads = if direction == Outbound {
        OUT_HEADS
    } else {
        IN_HEADS
    };
    page.line(&[heads[choice.turn / 3 % heads.len()]]);
}

fn own_heads(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.letterhead(TITLE);
    section(&mut page, choice, Outbound);
    page.head(Outbound);
    page.line(&(1..=11).map(|n| format!("({n})")).collect::<Vec<_>>());
    page.data(&choice.out());
    page.line(&[""]);
    section(&mut page, choice, Inbound);
    page.head(Inbound);
    page.data(&choice.back());
    page
}

fn second_without_head(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.letterhead(TITLE);
    section(&mut page, choice, Outbound);
    let mut common = HEAD;
    common[3] = "Quốc gia";
    page.line(&common);
    page.data(&choice.out());
    section(&mut page, choice, Inbound);
    page.data(&choice.back());
    page
}

fn section_in_two_cells(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.line(&[TITLE]);
    let numbers = [["I", "II"], ["A", "B"], ["1", "2"]][choice.turn % 3];
    page.line(&[numbers[0], "ĐOÀN RA"]);
    page.head(Outbound);
    page.data(&choice.out());
    page.line(&[numbers[1], "ĐOÀN VÀO"]);
    page.head(Inbound);
    page.data(&choice.back());
    page
}

fn head_before_section(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.letterhead(TITLE);
    let mut common = HEAD;
    common[3] = ["Nước", "Quốc gia/vùng lãnh thổ", "Quốc gia"][choice.turn % 3];
    page.line(&common);
    page.line(&["I", "ĐOÀN RA"]);
    page.data(&choice.out());
    page.line(&["II", "ĐOÀN VÀO"]);
    page.data(&choice.back());
    page
}

fn direction_column(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.line(&[TITLE]);
    let mut common = HEAD.to_vec();
    common[3] = "Quốc gia";
    common.insert(1, ["Loại đoàn", "Đoàn ra/vào", "Loại"][choice.turn % 3]);
    page.line(&common);
    let words = [["Ra", "Vào"], ["Đoàn ra", "Đoàn vào"], ["RA", "VÀO"]][choice.turn / 2 % 3];
    let mut number = 0;
    for at in 0..choice.outbound.len().max(choice.inbound.len()) {
        for (part, word) in [(choice.out(), words[0]), (choice.back(), words[1])] {
            if let Some(fact) = part.facts.get(at) {
                number += 1;
                let mut cells = usual_cells(number, fact, part.year()).to_vec();
                cells.insert(1, word.to_string());
                page.line(&cells);
                page.want(&part, fact);
            }
        }
    }
    page
}

fn double_head(choice: &Choice) -> Page {
    let sources = [
        ("NSNN", FundingClass::StateBudget),
        ("Tự túc", FundingClass::SelfFunded),
        ("Phía bạn", FundingClass::Partner),
        ("Doanh nghiệp", FundingClass::Enterprise),
    ];
    let mut page = Page::new();
    page.line(&["Biểu tổng hợp đoàn ra và đoàn vào - Kế hoạch năm 2021"]);
    page.line(&[
        "STT",
        "Tên đoàn",
        "Trưởng đoàn",
        "Quốc gia",
        "Nội dung",
        "Thời gian",
        "",
        "Số người",
        "Nguồn kinh phí",
        "",
        "",
        "",
        "Ghi chú",
    ]);
    let mut below = vec![""; 13];
    below[5] = "Từ ngày";
    below[6] = "Đến ngày";
    for (at, (source, _)) in sources.iter().enumerate() {
        below[8 + at] = source;
    }
    page.line(&below);
    for (part, title) in [
        (choice.out(), ["I", "ĐOÀN RA"]),
        (choice.back(), ["II", "ĐOÀN VÀO"]),
    ] {
        page.line(&title);
        let dated = part.facts.iter().filter(|fact| !fact.dates.0.is_empty());
        for (at, fact) in dated.enumerate() {
            let day = |day: &str| format!("{day}/{}", part.year());
            let mut cells: Vec<String> = vec![String::new(); 13];
            for (column, text) in [
                (1, fact.name),
                (2, fact.head),
                (3, fact.country),
                (4, fact.content),
            ] {
                cells[column] = text.to_string();
            }
            cells[0] = (at + 1).to_string();
            cells[5] = day(fact.dates.0);
            cells[6] = day(fact.dates.1);
            cells[7] = fact.people.to_string();
            let source = (choice.turn + at) % sources.len();
            cells[8 + source] = ["x", "X"][choice.turn / 4 % 2].to_string();
            cells[12] = fact.notes.to_string();
            page.line(&cells);
            page.want(&part, fact);
            page.wants.last_mut().expect("one").funding = sources[source].1;
        }
    }
    page
}

fn group_rows(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.line(&["UBND THÀNH PHỐ ĐÔNG HÀ"]);
    page.line(&["KẾ HOẠCH ĐỐI NGOẠI NĂM 2021"]);
    let mut without = HEAD.to_vec();
    without.remove(3);
    page.line(&without);
    let mut number = 0;
    for (part, title) in [
        (choice.out(), ["I", "ĐOÀN RA"]),
        (choice.back(), ["II", "ĐOÀN VÀO"]),
    ] {
        page.line(&title);
        for (letter, fact) in ["a", "b", "c", "d", "e"].iter().zip(part.facts) {
            let word = if fact.codes.len() > 1 {
                ""
            } else {
                ["", "Nước "][choice.turn % 2]
            };
            page.line(&[letter.to_string(), format!("{word}{}", fact.country)]);
            number += 1;
            let mut cells = usual_cells(number, fact, part.year()).to_vec();
            cells.remove(3);
            page.line(&cells);
            page.want(&part, fact);
        }
    }
    page
}

fn merged_blank(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.line(&["KẾ HOẠCH ĐỐI NGOẠI NĂM 2021"]);
    let mut without = HEAD.to_vec();
    without.remove(3);
    page.line(&without);
    let part = choice.out();
    page.line(&["I", "ĐOÀN RA"]);
    for (at, fact) in part.facts.iter().enumerate() {
        page.line(&[["a", "b", "c", "d", "e"][at], fact.country]);
        for copy in 0..2 {
            let mut cells = usual_cells(2 * at + copy + 1, fact, part.year()).to_vec();
            cells.remove(3);
            if copy == 1 {
                // Period and source stand merged with the row above.
                cells[7].clear();
                cells[8].clear();
            }
            page.line(&cells);
            page.want(&part, fact);
        }
    }
    page
}

fn ditto(choice: &Choice) -> Page {
    let mark = ["-nt-", "nt", "Như trên", "//"][choice.turn / 3 % 4];
    let mut page = Page::new();
    page.letterhead(TITLE);
    for part in [choice.out(), choice.back()] {
        section(&mut page, choice, part.direction);
        page.head(part.direction);
        for (at, fact) in part.facts.iter().enumerate() {
            page.line(&usual_cells(2 * at + 1, fact, part.year()));
            page.want(&part, fact);
            let mut cells = usual_cells(2 * at + 2, fact, part.year());
            for column in [2, 3, 5, 9] {
                cells[column] = mark.to_string();
            }
            page.line(&cells);
            page.want(&part, fact);
        }
    }
    page
}

fn number_rows(choice: &Choice) -> Page {
    let number = |n: usize| match choice.turn / 2 % 5 {
        0 => n.to_string(),
        1 => format!("({n})"),
        2 => format!("<i>{n}</i>"),
        3 => format!("Cột {n}"),
        _ => ["A", "B", "1", "2", "3", "4", "5", "6", "7", "8", "9"][n - 1].to_string(),
    };
    let mut page = Page::new();
    page.letterhead(TITLE);
    for part in [choice.out(), choice.back()] {
        section(&mut page, choice, part.direction);
        page.head(part.direction);
        page.line(&(1..=11).map(number).collect::<Vec<_>>());
        page.data(&part);
    }
    page
}

fn totals(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.letterhead(TITLE);
    for part in [choice.out(), choice.back()] {
        section(&mut page, choice, part.direction);
        page.head(part.direction);
        page.data(&part);
        let people: u32 = part.facts.iter().map(|fact| fact.people_read.1).sum();
        let words = ["Tổng cộng", "Cộng", "TỔNG CỘNG", "Tổng số"][choice.turn % 4];
        page.line(&["", words, "", "", "", "", &people.to_string()]);
    }
    page
}

fn signatures(choice: &Choice) -> Page {
    let mut page = own_heads(choice);
    page.line(&[""]);
    page.line(&[
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "Quảng Trị, ngày 12 tháng 11 năm 2020",
    ]);
    page.line(&["Người lập biểu", "", "", "", "", "", "", "", "KT. GIÁM ĐỐC"]);
    page.line(&[
        "(Ký, ghi rõ họ tên)",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "PHÓ GIÁM ĐỐC",
    ]);
    page.line(&[""]);
    page.line(&["Nơi nhận:"]);
    page.line(&["- Như trên;"]);
    page.line(&["- Lưu: VT, VP."]);
    page
}

fn prose(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.line(&["BÁO CÁO"]);
    page.line(&["Kết quả công tác đối ngoại năm 2020 và phương hướng năm 2021"]);
    page.line(&[
        "Thực hiện Công văn số 936/SNgV-VP ngày 29/10/2020 của Sở Ngoại vụ, Sở báo cáo như sau:",
    ]);
    page.line(&["1. Công tác đoàn ra, đoàn vào năm 2020"]);
    page.line(&[
        "Do ảnh hưởng của dịch bệnh, đơn vị đã cử cán bộ tham gia họp trực tuyến với các đối tác.",
    ]);
    page.line(&["2. Phương hướng năm 2021"]);
    page.line(&["Trong năm 2021, Sở dự kiến tổ chức các đoàn theo biểu dưới đây."]);
    page.line(&["ĐOÀN RA NĂM 2021"]);
    page.head(Outbound);
    page.data(&choice.out());
    page.line(&["ĐOÀN VÀO NĂM 2021"]);
    page.head(Inbound);
    page.data(&choice.back());
    page.line(&["Trên đây là báo cáo của đơn vị, kính đề nghị Sở Ngoại vụ tổng hợp./."]);
    page
}

fn outbound_nil(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.line(&[TITLE]);
    match choice.turn % 3 {
        0 => page.line(&["I. ĐOÀN RA: Không có"]),
        1 => {
            page.line(&["I. ĐOÀN RA"]);
            page.head(Outbound);
            page.line(&["", "Không có"]);
        }
        _ => {
            page.line(&["I. ĐOÀN RA"]);
            page.head(Outbound);
            page.line(&[
                "1",
                "Không phát sinh",
                "-",
                "-",
                "-",
                "-",
                "0",
                "0",
                "-",
                "-",
            ]);
        }
    }
    page.nil.push(Outbound);
    page.line(&["II. ĐOÀN VÀO"]);
    page.head(Inbound);
    page.data(&choice.back());
    page
}

fn both_nil(_: &Choice) -> Page {
    let mut page = Page::new();
    page.line(&["BAN DÂN TỘC TỈNH QUẢNG TRỊ"]);
    page.line(&["BIỂU TỔNG HỢP DỰ KIẾN ĐOÀN RA, ĐOÀN VÀO NĂM 2021"]);
    for (direction, title) in [(Outbound, "I. ĐOÀN RA"), (Inbound, "II. ĐOÀN VÀO")] {
        page.line(&[title]);
        page.head(direction);
        page.line(&["", "Không có"]);
        page.nil.push(direction);
    }
    page.line(&["Ghi chú: Năm 2021 đơn vị không có kế hoạch tổ chức đoàn ra, đoàn vào."]);
    page
}

fn title_only(choice: &Choice) -> Page {
    let mut page = Page::new();
    let (part, title) = match choice.turn % 4 {
        0 => (choice.out(), "DANH SÁCH ĐOÀN RA NĂM 2021"),
        1 => (choice.back(), "BẢNG TỔNG HỢP ĐOÀN VÀO NĂM 2021"),
        2 => (choice.out(), "Biểu số 01: Đoàn ra năm 2021"),
        _ => (choice.back(), "DỰ KIẾN ĐÓN ĐOÀN KHÁCH QUỐC TẾ NĂM 2021"),
    };
    page.letterhead(title);
    let mut common = HEAD;
    common[3] = "Quốc gia";
    page.line(&common);
    page.data(&part);
    page
}

fn file_name_only(choice: &Choice) -> Page {
    let mut page = Page::new();
    let (part, name) = match choice.turn % 2 {
        0 => (choice.out(), "Doan ra 2021.csv"),
        _ => (choice.back(), "DoanVao2021.csv"),
    };
    page.file_name = name;
    let mut common = HEAD;
    common[3] = "Nước";
    page.line(&common);
    page.data(&part);
    page
}

fn results_and_plan(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.line(&["BÁO CÁO TỔNG HỢP"]);
    for (title, kind) in [
        ("A. KẾT QUẢ THỰC HIỆN NĂM 2020", Kind::Realised),
        ("B. KẾ HOẠCH NĂM 2021", Kind::Plan),
    ] {
        page.line(&[title]);
        for (part, title) in [
            (choice.out(), "I. Đoàn ra"),
            (choice.back(), "II. Đoàn vào"),
        ] {
            page.line(&[title]);
            page.head(part.direction);
            page.data(&Part { kind, ..part });
        }
    }
    page
}

fn results_by_file_name(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.file_name = "Ket qua thuc hien 2020.csv";
    for part in [choice.out(), choice.back()] {
        section_plain(&mut page, part.direction);
        page.head(part.direction);
        page.data(&Part {
            kind: Kind::Realised,
            ..part
        });
    }
    page
}

fn section_plain(page: &mut Page, direction: Direction) {
    let title = if direction == Outbound {
        "I. ĐOÀN RA"
    } else {
        "II. ĐOÀN VÀO"
    };
    page.line(&[title]);
}

fn direction_by_head(choice: &Choice) -> Page {
    let mut page = Page::new();
    for part in [choice.out(), choice.back()] {
        page.head(part.direction);
        page.data(&part);
        page.line(&[""]);
    }
    page
}

fn repeated_head(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.letterhead(TITLE);
    let part = choice.out();
    section_plain(&mut page, Outbound);
    for (at, fact) in part.facts.iter().enumerate() {
        if at % 2 == 0 {
            page.head(Outbound);
            page.line(&(1..=11).map(|n| n.to_string()).collect::<Vec<_>>());
        }
        page.line(&usual_cells(at + 1, fact, part.year()));
        page.want(&part, fact);
    }
    page
}

fn other_order(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.letterhead(TITLE);
    // The usual columns in another order, in other words, with a column of the office's own.
    let order = [0, 3, 1, 8, 7, 6, 9, 2, 5, 10];
    let words = [
        "TT",
        "Quốc gia",
        "Đoàn công tác",
        "Thời điểm",
        "Thời lượng",
        "SL người",
        "Nguồn KP",
        "Người dẫn đầu",
        "Mục đích",
        "Ghi chú",
        "Mã hồ sơ",
    ];
    for part in [choice.out(), choice.back()] {
        section_plain(&mut page, part.direction);
        page.line(&words);
        for (at, fact) in part.facts.iter().enumerate() {
            let cells = usual_cells(at + 1, fact, part.year());
            let mut moved: Vec<String> = order.iter().map(|&from| cells[from].clone()).collect();
            moved.push(format!("HS{:03}", 17 * (at + 1)));
            page.line(&moved);
            page.want(&part, fact);
        }
    }
    page
}

fn breaks_in_head(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.letterhead(TITLE);
    for part in [choice.out(), choice.back()] {
        section_plain(&mut page, part.direction);
        page.line(&head(part.direction).map(|cell| cell.replacen(' ', "\n", 1)));
        page.data(&part);
    }
    page
}

fn filler_rows(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.letterhead(TITLE);
    for part in [choice.out(), choice.back()] {
        section_plain(&mut page, part.direction);
        page.head(part.direction);
        page.data(&part);
        for number in 1..3 {
            page.line(&[(part.facts.len() + number).to_string()]);
        }
    }
    page
}

fn guests_first(choice: &Choice) -> Page {
    let mut page = Page::new();
    page.line(&[TITLE]);
    for (part, title) in [
        (choice.back(), "I. ĐOÀN VÀO"),
        (choice.out(), "II. ĐOÀN RA"),
    ] {
        page.line(&[title]);
        let mut head = head(part.direction);
        head[8] = ["Thời gian", "Dự kiến thời gian", "Quý"][choice.turn % 3];
        page.line(&head);
        for (at, fact) in part.facts.iter().enumerate() {
            page.line(&usual_cells(at + 1, fact, part.year()));
            page.want(&part, fact);
        }
    }
    page
}
