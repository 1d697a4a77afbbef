//! Which unit of money a heading or caption names.

use crate::model::value::MoneyUnit;
use crate::vocabulary::fold::fold;
use crate::vocabulary::structure::find_words;

/// Words of units, longer ones before those that they hold.
const UNITS: [(&str, MoneyUnit); 28] = [
    ("tram trieu", MoneyUnit::HundredMillionDong),
    ("trieu dong", MoneyUnit::MillionDong),
    ("trieu vnd", MoneyUnit::MillionDong),
    ("million vnd", MoneyUnit::MillionDong),
    ("nghin vnd", MoneyUnit::ThousandDong),
    ("ngan vnd", MoneyUnit::ThousandDong),
    ("ty vnd", MoneyUnit::BillionDong),
    ("trieu d", MoneyUnit::MillionDong),
    ("tr dong", MoneyUnit::MillionDong),
    ("tr d", MoneyUnit::MillionDong),
    ("trd", MoneyUnit::MillionDong),
    ("trieu", MoneyUnit::MillionDong),
    ("nghin dong", MoneyUnit::ThousandDong),
    ("ngan dong", MoneyUnit::ThousandDong),
    ("nghin d", MoneyUnit::ThousandDong),
    ("ngan d", MoneyUnit::ThousandDong),
    ("1 000 dong", MoneyUnit::ThousandDong),
    ("1000 dong", MoneyUnit::ThousandDong),
    ("1 000d", MoneyUnit::ThousandDong),
    ("1000d", MoneyUnit::ThousandDong),
    ("1 000 d", MoneyUnit::ThousandDong),
    ("ty dong", MoneyUnit::BillionDong),
    ("ti dong", MoneyUnit::BillionDong),
    ("usd", MoneyUnit::Usd),
    ("do la", MoneyUnit::Usd),
    ("dong", MoneyUnit::Dong),
    ("vnd", MoneyUnit::Dong),
    ("d", MoneyUnit::Dong),
];

/// The unit of money in a heading or caption: "Kinh phí (triệu đồng)", "ĐVT: 1.000 đ".
pub fn unit(text: &str) -> Option<MoneyUnit> {
    let bracket = text.split_once(['(', '[']).map(|(_, inner)| inner);
    let colon = text.rsplit_once(':').map(|(_, after)| after);
    let piece = bracket.or(colon).unwrap_or(text);
    let folded = fold(piece);
    if !folded.split(' ').any(begins_one) {
        return None;
    }
    // "triệu kíp" is no million of đồng, and nobody knows a unit of "10 triệu đồng".
    let comrades = find_words(&folded, "dong chi").is_some();
    if comrades || is_of_other_money(&folded) || is_multiplied(&folded) {
        return None;
    }
    let alone = bracket.is_some() || colon.is_some();
    UNITS
        .iter()
        .filter(|(words, _)| words.len() > 1 || alone)
        .find(|(words, _)| find_words(&folded, words).is_some())
        .map(|(_, unit)| *unit)
}

/// Currencies other than đồng and US dollar.
const OTHER_MONEY: [&str; 13] = [
    "kip", "lak", "baht", "bath", "thb", "eur", "euro", "yen", "jpy", "won", "krw", "ndt", "gbp",
];

fn is_of_other_money(folded: &str) -> bool {
    let words = || folded.split(' ');
    words().any(|word| OTHER_MONEY.contains(&word))
        && !words().any(|word| matches!(word, "dong" | "vnd"))
}

/// A number above one right before the word of a unit. "1.000 đồng" is written as two numbers.
fn is_multiplied(folded: &str) -> bool {
    let words: Vec<&str> = folded.split(' ').collect();
    words.windows(2).any(|pair| {
        let multiple = pair[0].parse::<u32>().is_ok_and(|number| number > 1);
        multiple && matches!(pair[1], "trieu" | "tr" | "ty" | "ti" | "nghin" | "ngan")
    })
}

/// The first word of a unit: few headings hold one, and all of them are asked.
fn begins_one(word: &str) -> bool {
    matches!(
        word,
        "tram"
            | "trieu"
            | "million"
            | "nghin"
            | "ngan"
            | "ty"
            | "ti"
            | "tr"
            | "trd"
            | "1"
            | "1000"
            | "1000d"
            | "usd"
            | "do"
            | "dong"
            | "vnd"
            | "d"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_known_by_its_first_word() {
        for (unit, _) in UNITS {
            assert!(begins_one(unit.split(' ').next().unwrap()), "{unit}");
        }
    }

    #[test]
    fn units_are_read_from_headings_and_captions() {
        let cases = [
            ("Kinh phí (triệu đồng)", Some(MoneyUnit::MillionDong)),
            ("ĐVT: triệu đồng", Some(MoneyUnit::MillionDong)),
            ("Đơn vị tính: 1.000 đồng", Some(MoneyUnit::ThousandDong)),
            ("Kinh phí (Tr.đ)", Some(MoneyUnit::MillionDong)),
            (
                "Kinh phí (trăm triệu đồng)",
                Some(MoneyUnit::HundredMillionDong),
            ),
            ("Kinh phí (đồng)", Some(MoneyUnit::Dong)),
            ("Kinh phí (nghìn VND)", Some(MoneyUnit::ThousandDong)),
            ("Amount (million VND)", Some(MoneyUnit::MillionDong)),
            ("Kinh phí (USD)", Some(MoneyUnit::Usd)),
            ("Kinh phí (triệu kíp)", None),
            ("Quy đổi VNĐ từ kíp (đồng)", Some(MoneyUnit::Dong)),
            ("Kinh phí (10 triệu đồng)", None),
            ("Kinh phí", None),
            ("Kinh phí (dự kiến)", None),
        ];
        for (text, expected) in cases {
            assert_eq!(unit(text), expected, "{text}");
        }
    }
}
