//! What holds for every value and every text.

use super::*;
use crate::model::finding::Lang;
use proptest::prelude::*;

fn words() -> &'static Vocabulary {
    static WORDS: std::sync::LazyLock<Vocabulary> = std::sync::LazyLock::new(Vocabulary::built_in);
    &WORDS
}

fn any_code() -> impl Strategy<Value = CountryCode> {
    let codes: Vec<CountryCode> = words().countries.codes().collect();
    proptest::sample::select(codes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn lists_of_names_read_back_to_their_countries(
        codes in proptest::collection::vec(any_code(), 1..4),
        separator in proptest::sample::select(vec!["; ", " + ", "\n", " ; "]),
        english in any::<bool>(),
    ) {
        let lang = if english { Lang::En } else { Lang::Vi };
        let names: Vec<_> = codes.iter().map(|c| words().countries.name(*c, lang)).collect();
        let mut distinct: Vec<CountryCode> = Vec::new();
        for code in codes {
            if !distinct.contains(&code) {
                distinct.push(code);
            }
        }
        let found = countries(&names.join(separator), words());
        prop_assert_eq!(found.codes.as_slice(), distinct.as_slice(), "{}", names.join(separator));
    }

    #[test]
    fn counts_read_back(n in 1_u32..10_000, form in 0..5) {
        let text = match form {
            0 => format!("{n:02}"),
            1 => format!("{n} người"),
            2 => format!("khoảng {n}"),
            3 => format!("{n},0"),
            _ => format!("{n} (có danh sách kèm theo)"),
        };
        prop_assert_eq!(people(&text).value, Some(n), "{}", text);
    }

    #[test]
    fn days_read_back(halves in 1_u32..400) {
        let shown = Days::display(halves);
        for text in [shown.clone(), shown.replace('.', ","), format!("{shown} ngày")] {
            prop_assert_eq!(days(&text).halves, Some(halves), "{}", text);
        }
    }

    #[test]
    fn amounts_read_back(vnd in 1_i64..900_000_000) {
        let mut grouped = vnd.to_string();
        let mut at = grouped.len();
        while at > 3 {
            at -= 3;
            grouped.insert(at, '.');
        }
        for text in [format!("{grouped} đ"), format!("{vnd} đồng"), format!("{grouped} VNĐ")] {
            prop_assert_eq!(money(&text, None).vnd, Some(vnd), "{}", text);
        }
        prop_assert_eq!(money(&grouped, Some(MoneyUnit::Dong)).vnd, Some(vnd));
    }

    #[test]
    fn sources_with_their_amounts_read_back(
        picked in proptest::collection::vec((0..SOURCES.len(), 1_i64..900), 1..4),
        form in 0..3,
    ) {
        let mut shares: Vec<(usize, i64)> = Vec::new();
        for (source, million) in picked {
            if !shares.iter().any(|(known, _)| *known == source) {
                shares.push((source, million));
            }
        }
        let share = |(source, million): &(usize, i64)| match form {
            0 => format!("{}: {million} triệu đồng", SOURCES[*source].0),
            1 => format!("{million}tr ({})", SOURCES[*source].0),
            _ => format!("{} {million}.000.000 đ", SOURCES[*source].0),
        };
        let text = shares.iter().map(share).collect::<Vec<_>>().join("; ");
        let found = funding(&text, words());
        let read: Vec<_> = found.parts.iter().map(|p| (p.class, p.level, p.amount_vnd)).collect();
        let written: Vec<_> = shares
            .iter()
            .map(|(source, million)| (SOURCES[*source].1, SOURCES[*source].2, Some(million * 1_000_000)))
            .collect();
        prop_assert_eq!(read, written, "{}", text);
    }

    #[test]
    fn days_of_the_calendar_read_back(day in 1_i8..=28, month in 1_i8..=12, long in 0_i8..5) {
        let date = jiff::civil::date(2021, month, day);
        let last = date.checked_add(jiff::Span::new().days(long)).expect("within the calendar");
        let text = format!("{day}/{month}/2021 - {}/{}/{}", last.day(), last.month(), last.year());
        let found = period(&text, 2021);
        prop_assert_eq!((found.first, found.last), (Some(date), Some(last)), "{}", text);
        let quarter = Quarter::from_number((month as u32 - 1) / 3 + 1);
        prop_assert_eq!(found.quarter, quarter);
        for text in [
            format!("{day:02}/{month:02}/2021"),
            format!("2021-{month:02}-{day:02}"),
            format!("ngày {day} tháng {month} năm 2021"),
            format!("{day}.{month}.2021"),
        ] {
            prop_assert_eq!(period(&text, 2021).first, Some(date), "{}", text);
        }
    }

    #[test]
    fn quarters_and_months_read_back(number in 1_u32..=4, month in 1_u32..=12, year in 2015_i32..2040) {
        let roman = ["I", "II", "III", "IV"][number as usize - 1];
        for text in [
            format!("Quý {roman}/{year}"),
            format!("Q{number}/{year}"),
            format!("quý {number} năm {year}"),
            format!("{roman}/{year}"),
        ] {
            let found = period(&text, year);
            prop_assert_eq!(found.quarter, Quarter::from_number(number), "{}", text);
            prop_assert_eq!(period(&text, year + 1).quarter, Some(Quarter::OutsideYear));
            prop_assert_eq!(period(&text, year + 1).stated, Quarter::from_number(number));
        }
        for text in [format!("Tháng {month}/{year}"), format!("T{month}/{year}"), format!("{month:02}/{year}")] {
            let quarter = Quarter::from_number((month - 1) / 3 + 1);
            prop_assert_eq!(period(&text, year).quarter, quarter, "{}", text);
        }
    }

    #[test]
    fn random_letters_never_name_a_country(text in "[a-yđă]{7,12}( [a-yôư]{5,9}){0,3}") {
        let found = countries(&text, words());
        prop_assert!(found.codes.is_empty(), "{} {:?}", text, found);
    }

    #[test]
    fn prose_of_a_report_never_names_a_country(
        picked in proptest::collection::vec(proptest::sample::select(PROSE.to_vec()), 3..9),
        separator in proptest::sample::select(vec![" ", ", "]),
    ) {
        let text = format!("{} trong kế hoạch", picked.join(separator));
        let found = countries(&text, words());
        // Lao Bảo and Anh Sơn are known as places in Việt Nam.
        let abroad = found.codes.iter().any(|code| code.as_str() != "VN");
        prop_assert!(!abroad, "{} {:?}", text, found);
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,40}", other in "[0-9/.,;:() xXđĐ%$½-]{0,24}") {
        for text in [text.as_str(), other.as_str()] {
            countries(text, words());
            people(text);
            days(text);
            period(text, 2021);
            funding(text, words());
            money(text, None);
            money(text, Some(MoneyUnit::MillionDong));
            status(text);
        }
    }
}

const SOURCES: [(&str, FundingClass, FundingLevel); 9] = [
    ("NSTW", FundingClass::StateBudget, FundingLevel::Central),
    (
        "NS tỉnh",
        FundingClass::StateBudget,
        FundingLevel::Provincial,
    ),
    (
        "ngân sách huyện",
        FundingClass::StateBudget,
        FundingLevel::District,
    ),
    (
        "Kinh phí đơn vị",
        FundingClass::OwnFunds,
        FundingLevel::Unsaid,
    ),
    ("Tự túc", FundingClass::SelfFunded, FundingLevel::Unsaid),
    ("Phía bạn", FundingClass::Partner, FundingLevel::Unsaid),
    ("Dự án", FundingClass::Aid, FundingLevel::Unsaid),
    (
        "Doanh nghiệp",
        FundingClass::Enterprise,
        FundingLevel::Unsaid,
    ),
    ("Xã hội hóa", FundingClass::Donations, FundingLevel::Unsaid),
];

/// Words of real reports, among them all that hold a country's letters.
const PROSE: [&str; 24] = [
    "đoàn",
    "công tác",
    "Sở Tư pháp",
    "cải cách",
    "pháp luật",
    "học tập",
    "Nhật ký",
    "ý kiến",
    "Anh Sơn",
    "viện hàn lâm",
    "áo dài",
    "kinh nghiệm",
    "hợp tác",
    "Lao Bảo",
    "Mỹ Thủy",
    "nghĩa",
    "đức",
    "anh",
    "nga",
    "bỉ",
    "thực hiện",
    "biên giới",
    "lao động",
    "tổ chức hội nghị",
];
