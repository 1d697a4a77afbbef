//! Cells put together from the words, figures and connectives of the grammars: the value is right by
//! construction, or a finding stands.

use super::cells::{Shown, shown_days, shown_funding, shown_money, shown_people, shown_period};
use super::*;
use proptest::prelude::*;

/// What a person reads in a cell that was put together.
#[derive(Debug, Clone)]
enum Meaning {
    Value(String),
    /// Two readings, or none: a finding has to stand.
    Ask,
}

fn holds(found: &Shown, meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Value(value) => found.asked || found.value == *value,
        Meaning::Ask => found.asked,
    }
}

/// Words behind a value that leave it as it is, or take it back.
fn with_tail(text: String, meaning: Meaning, tail: usize) -> (String, Meaning) {
    const KEPT: [&str; 5] = [
        "",
        " (QĐ 15/QĐ-UBND)",
        " theo Công văn số 12/UBND ngày 05/3/2021",
        " (dự kiến)",
        " (có danh sách kèm theo)",
    ];
    const TAKEN_BACK: [&str; 4] = ["?", " (chưa chắc, không 77)", " ± 3", ", thay bằng 55"];
    match KEPT.get(tail) {
        Some(kept) => (text + kept, meaning),
        None => (
            text + TAKEN_BACK[(tail - KEPT.len()) % TAKEN_BACK.len()],
            Meaning::Ask,
        ),
    }
}

fn joined_money(a: u32, b: u32, n: u32, form: usize) -> (String, Meaning) {
    let million = |n: u32| Meaning::Value((u64::from(n) * 1_000_000).to_string());
    let (more, less) = (a.max(b) + 1, a.min(b));
    match form {
        0 => (format!("{a} triệu + {b} triệu"), million(a + b)),
        1 => (format!("{a} + {b} triệu"), million(a + b)),
        2 => (format!("vé {a} triệu, ăn ở {b} triệu"), million(a + b)),
        3 => (format!("{more} triệu (đã cấp {less} triệu)"), million(more)),
        4 => (
            format!("{more} triệu, trong đó NSNN {less} triệu"),
            million(more),
        ),
        5 => (format!("{a} triệu x {n} người"), million(a * n)),
        6 => (
            format!("{n} người × {a} triệu = {} triệu", a * n),
            million(a * n),
        ),
        7 => (
            format!("{a} triệu + {b} triệu = {} triệu", a + b),
            million(a + b),
        ),
        8 => (
            format!("NSNN: {a} triệu\nXHH: {b} triệu\nCộng: {} triệu", a + b),
            million(a + b),
        ),
        9 => (
            format!("{a} triệu + {b} triệu = {} triệu", a + b + 1),
            Meaning::Ask,
        ),
        10 => (format!("{a} - {more} triệu"), Meaning::Ask),
        11 => (format!("từ {less} triệu đến {more} triệu"), Meaning::Ask),
        12 => (format!("{a} triệu/người"), Meaning::Ask),
        13 => (format!("{a} triệu mỗi người"), Meaning::Ask),
        14 => (
            format!("kế hoạch {more} triệu, thực hiện {less} triệu"),
            Meaning::Ask,
        ),
        15 => (format!("{more} triệu, giảm còn {less} triệu"), Meaning::Ask),
        16 => (format!("{a} triệu hoặc {more} triệu"), Meaning::Ask),
        _ => (
            format!("{more} triệu (năm 2020: {less} triệu)"),
            Meaning::Ask,
        ),
    }
}

fn joined_people(a: u32, b: u32, n: u32, form: usize) -> (String, Meaning) {
    let value = |n: u32| Meaning::Value(n.to_string());
    let (more, less) = (a.max(b) + 1, a.min(b));
    match form {
        0 => (format!("{a} + {b}"), value(a + b)),
        1 => (format!("{a} lãnh đạo, {b} chuyên viên"), value(a + b)),
        2 => (format!("Đợt 1: {a} người; đợt 2: {b} người"), value(a + b)),
        3 => (format!("{n} đoàn, mỗi đoàn {a} người"), value(n * a)),
        4 => (format!("{less} nữ/{more} người"), value(more)),
        5 => (format!("{more} người, trong đó {less} nữ"), value(more)),
        6 => (format!("{more} người (chưa kể {less} lái xe)"), value(more)),
        7 => (format!("{a} + {b} = {}", a + b), value(a + b)),
        8 => (format!("{a} người/đợt x {n} đợt"), value(a * n)),
        9 => (format!("{a} + {b} = {}", a + b + 1), Meaning::Ask),
        10 => (format!("{a}/{more}"), Meaning::Ask),
        11 => (format!("{a}; {more}"), Meaning::Ask),
        12 => (format!("kế hoạch {more}, thực hiện {less}"), Meaning::Ask),
        13 => (format!("{more} người, giảm còn {less} người"), Meaning::Ask),
        _ => (
            format!("{less} người trong đoàn {more} người"),
            Meaning::Ask,
        ),
    }
}

fn joined_days(a: u32, b: u32, n: u32, form: usize) -> (String, Meaning) {
    let value = |n: u32| Meaning::Value(n.to_string());
    let (more, less) = (a.max(b) + 1, a.min(b));
    match form {
        0 => (format!("{a} ngày + {b} ngày đi về"), value(a + b)),
        1 => (format!("Lào {a} ngày; Thái Lan {b} ngày"), value(a + b)),
        2 => (format!("{n} đợt, mỗi đợt {a} ngày"), value(n * a)),
        3 => (
            format!("{more} ngày (không kể {less} ngày đi về)"),
            value(more),
        ),
        4 => (format!("{a} ngày/đợt x {n} đợt"), value(a * n)),
        5 => (format!("{a} + {b} = {} ngày", a + b), value(a + b)),
        6 => (format!("{a} ngày x {b} người"), value(a)),
        7 => (format!("{a}; {more}"), Meaning::Ask),
        8 => (
            format!("{less} ngày ({more} ngày kể cả đi về)"),
            Meaning::Ask,
        ),
        9 => (format!("{more} ngày trừ {less} ngày"), Meaning::Ask),
        _ => (format!("{a} ngày/quý"), Meaning::Ask),
    }
}

fn joined_quarters(a: usize, b: usize, form: usize) -> (String, Meaning) {
    const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
    let (first, second) = (ROMAN[a], ROMAN[b]);
    let class = |quarter: usize| Meaning::Value(format!("Q{}", quarter + 1));
    let both = if a == b {
        class(a)
    } else {
        Meaning::Value("multi".to_owned())
    };
    match form {
        0 => (format!("Quý {first} và quý {second}"), both),
        1 => (format!("Quý {first}, lùi sang quý {second}"), class(b)),
        2 => (format!("Chuyển từ quý {first} sang quý {second}"), class(b)),
        3 => (format!("Quý {first} (hoãn đến quý {second})"), class(b)),
        4 => (format!("Quý {first}, 05 ngày"), class(a)),
        5 => (format!("Đợt 1: quý {first}; đợt 2: quý {second}"), both),
        6 => (format!("trừ quý {first}"), Meaning::Ask),
        7 => (format!("không phải quý {first}"), Meaning::Ask),
        8 => (
            format!("Kế hoạch quý {first}, thực hiện quý {second}"),
            Meaning::Ask,
        ),
        9 => (format!("Quý {first} năm sau"), Meaning::Ask),
        10 => (format!("Quý {first} hay quý {second}"), both),
        11 => (format!("Ban đầu quý {first}, nay quý {second}"), class(b)),
        12 => (format!("Quý {first} xin lùi quý {second}"), class(b)),
        13 => (format!("Quý {first}, dự phòng quý {second}"), Meaning::Ask),
        14 => (format!("Quý {first} (có thể quý {second})"), Meaning::Ask),
        15 => (
            format!("Quý {first}, nếu không kịp thì quý {second}"),
            Meaning::Ask,
        ),
        16 => (
            format!("Quý {first}, không có {} phiên dịch", b + 1),
            Meaning::Ask,
        ),
        17 => (format!("Quý {first}, {} nước", b + 1), class(a)),
        18 => (format!("03 ngày trong quý {first}"), class(a)),
        _ => (format!("Quý {first} (thay vì quý {second})"), Meaning::Ask),
    }
}

fn joined_months(a: u32, b: u32, form: usize) -> (String, Meaning) {
    let class = |first: u32, last: u32| {
        let same = (first - 1) / 3 == (last - 1) / 3;
        let class = if same {
            format!("Q{}", (first - 1) / 3 + 1)
        } else {
            "multi".to_owned()
        };
        Meaning::Value(class)
    };
    let (first, last) = (a.min(b), a.max(b));
    match form {
        0 => (
            format!("từ tháng {first} đến tháng {last}"),
            class(first, last),
        ),
        1 => (format!("T{first}-T{last}/2021"), class(first, last)),
        2 => (
            format!("Đi tháng {first}, về tháng {last}"),
            class(first, last),
        ),
        3 => (format!("tháng {a} hoặc tháng {b}"), class(a, b)),
        4 => (format!("Tháng {a}, dời sang tháng {b}"), class(b, b)),
        5 => (
            format!("Điều chỉnh từ tháng {a} sang tháng {b}"),
            class(b, b),
        ),
        6 => (
            format!("{} tháng, từ tháng {first}", last - first + 1),
            class(first, last),
        ),
        7 => (format!("05 ngày trong tháng {a}"), class(a, a)),
        8 => (format!("không sớm hơn tháng {a}"), Meaning::Ask),
        9 => (
            format!("Tháng {a} (đề nghị chuyển tháng {b})"),
            Meaning::Ask,
        ),
        10 => (format!("ngoài tháng {a}"), Meaning::Ask),
        _ => (format!("Tháng {a}: {b}%"), Meaning::Ask),
    }
}

const PAYERS: [(&str, &str); 6] = [
    ("NSNN", "state_budget"),
    ("tự túc", "self_funded"),
    ("phía bạn", "partner"),
    ("doanh nghiệp", "enterprise"),
    ("xã hội hóa", "donations"),
    ("dự án", "aid"),
];

fn joined_sources(a: usize, b: usize, form: usize) -> (String, Meaning) {
    let ((first, class), (second, other)) = (PAYERS[a], PAYERS[b]);
    let only = |class: &str| Meaning::Value(class.to_owned());
    let both = only(if a == b { class } else { "mixed" });
    match form {
        0 => (format!("{first}, {second}"), both),
        1 => (format!("{first} và {second}"), both),
        2 => (format!("60% {first}, 40% {second}"), both),
        3 if a != b => (format!("0% {first}, 100% {second}"), only(other)),
        4 if a != b => (format!("{first}, không có {second}"), only(class)),
        5 => (format!("{first} (3 người)"), only(class)),
        6 => (format!("không phải {first}"), Meaning::Ask),
        7 if a != b => (format!("chuyển từ {first} sang {second}"), Meaning::Ask),
        8 if a != b => (format!("60% {first}, 30% {second}"), Meaning::Ask),
        9 => (format!("{first} nếu được duyệt"), Meaning::Ask),
        10 => (format!("{first}?"), Meaning::Ask),
        _ => (first.to_owned(), only(class)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn amounts_are_right_by_construction_or_asked_about(a in 2_u32..900, b in 2_u32..900, n in 2_u32..30, form in 0_usize..18, tail in 0_usize..9) {
        let (text, meaning) = joined_money(a, b, n, form);
        let (text, meaning) = with_tail(text, meaning, tail);
        let found = shown_money(&text);
        prop_assert!(holds(&found, &meaning), "{:?}: {:?}, {:?}", text, found, meaning);
    }

    #[test]
    fn people_are_right_by_construction_or_asked_about(a in 2_u32..60, b in 2_u32..60, n in 2_u32..6, form in 0_usize..15, tail in 0_usize..9) {
        let (text, meaning) = joined_people(a, b, n, form);
        let (text, meaning) = with_tail(text, meaning, tail);
        let found = shown_people(&text);
        prop_assert!(holds(&found, &meaning), "{:?}: {:?}, {:?}", text, found, meaning);
    }

    #[test]
    fn days_are_right_by_construction_or_asked_about(a in 2_u32..20, b in 2_u32..20, n in 2_u32..6, form in 0_usize..11, tail in 0_usize..9) {
        let (text, meaning) = joined_days(a, b, n, form);
        let (text, meaning) = with_tail(text, meaning, tail);
        let found = shown_days(&text);
        prop_assert!(holds(&found, &meaning), "{:?}: {:?}, {:?}", text, found, meaning);
    }

    #[test]
    fn quarters_are_right_by_construction_or_asked_about(a in 0_usize..4, b in 0_usize..4, form in 0_usize..20, doubt in any::<bool>()) {
        let (text, meaning) = joined_quarters(a, b, form);
        let (text, meaning) = if doubt { (text + "?", Meaning::Ask) } else { (text, meaning) };
        let found = shown_period(&text);
        prop_assert!(holds(&found, &meaning), "{:?}: {:?}, {:?}", text, found, meaning);
    }

    #[test]
    fn months_are_right_by_construction_or_asked_about(a in 1_u32..=12, b in 1_u32..=12, form in 0_usize..12, doubt in any::<bool>()) {
        let (text, meaning) = joined_months(a, b, form);
        let (text, meaning) = if doubt { (text + "?", Meaning::Ask) } else { (text, meaning) };
        let found = shown_period(&text);
        prop_assert!(holds(&found, &meaning), "{:?}: {:?}, {:?}", text, found, meaning);
    }

    #[test]
    fn sources_are_right_by_construction_or_asked_about(a in 0_usize..6, b in 0_usize..6, form in 0_usize..11) {
        static WORDS: std::sync::LazyLock<Vocabulary> = std::sync::LazyLock::new(Vocabulary::built_in);
        let (text, meaning) = joined_sources(a, b, form);
        let found = shown_funding(&text, &WORDS);
        prop_assert!(holds(&found, &meaning), "{:?}: {:?}, {:?}", text, found, meaning);
    }
}
