//! What the cells of a column need to know of it: units, the order of day and month, shares of a pair.

use super::dates;
use super::relations::month_first;
use super::sample::Sample;
use super::weigh::Weighed;
use crate::model::section::{CellFacts, CellKind, Column, Field};
use crate::model::value::MoneyUnit;
use crate::vocabulary::fold::fold;
use crate::vocabulary::structure::find_words;

/// Units of time, as they stand in a heading and after a number; longer ones first.
const TIMES: [(&str, &str); 7] = [
    ("nua ngay", "buổi"),
    ("buoi", "buổi"),
    ("tuan", "tuần"),
    ("weeks", "tuần"),
    ("gio", "giờ"),
    ("hours", "giờ"),
    ("dem", "đêm"),
];

/// Currencies other than đồng and US dollar.
const CURRENCIES: [(&str, &str); 12] = [
    ("eur", "EUR"),
    ("euro", "EUR"),
    ("kip", "kíp"),
    ("lak", "kíp"),
    ("bat", "baht"),
    ("baht", "baht"),
    ("thb", "baht"),
    ("nhan dan te", "NDT"),
    ("ndt", "NDT"),
    ("yen", "yên"),
    ("won", "won"),
    ("gbp", "GBP"),
];

/// Words after which an amount is one of many.
const RATES: [&str; 12] = [
    "nguoi",
    "dau nguoi",
    "1 nguoi",
    "moi nguoi",
    "khach",
    "doan",
    "moi doan",
    "suat",
    "ngay",
    "person",
    "thanh vien",
    "can bo",
];

/// The facts for the cells of a column that holds a field.
pub fn facts(weighed: &Weighed, field: Field, sample: &Sample<'_>, column: usize) -> CellFacts {
    let text = &weighed.heading.text;
    let folded = fold(text);
    let mut facts = CellFacts::default();
    match field {
        Field::Days => facts.unit_words = time_unit(&folded),
        Field::Amount | Field::SecondAmount | Field::FundingPart(..) | Field::Funding => {
            facts.unit_words = money_unit(text, &folded, weighed.heading.unit);
        }
        Field::People => {
            facts.per_delegation = [
                "nguoi doan",
                "moi doan",
                "nguoi 1 doan",
                "mot doan",
                "per delegation",
            ]
            .iter()
            .any(|words| find_words(&folded, words).is_some())
                && text.contains(['/', 'ỗ', 'ộ', 'p']);
            facts.total_before_part =
                weighed.profile.share(CellKind::Pair) >= 0.5 && text.contains(['/', '(']);
        }
        Field::Period | Field::PeriodFrom | Field::PeriodTo => {
            let dates: Vec<_> = sample.texts(column).filter_map(dates::date).collect();
            facts.month_first = month_first(dates.iter());
        }
        _ => {}
    }
    facts
}

fn time_unit(folded: &str) -> Option<&'static str> {
    let half = folded.contains("nua ngay");
    if !half && find_words(folded, "ngay").is_some() {
        return None;
    }
    let mut units = TIMES.iter();
    let found = units.find(|(words, _)| find_words(folded, words).is_some());
    found.map(|(_, unit)| *unit)
}

/// A currency in brackets, other than đồng and US dollar: "Chi phí (kíp)".
pub fn currency(heading: &str) -> Option<&'static str> {
    let (_, inner) = heading.split_once(['(', '['])?;
    let inner = fold(inner);
    let mut known = CURRENCIES.iter();
    let found = known.find(|(words, _)| find_words(&inner, words).is_some());
    found.map(|(_, unit)| *unit)
}

/// "triệu đồng/người", "EUR": units that make no amount, in words that say so beside each number.
fn money_unit(text: &str, folded: &str, unit: Option<MoneyUnit>) -> Option<&'static str> {
    if unit.is_none() {
        return currency(text);
    }
    let after = text.rsplit_once('/').map(|(_, after)| fold(after));
    let per_head = after.is_some_and(|after| {
        RATES.iter().any(|rate| {
            after
                .strip_prefix(rate)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    });
    let each = ["moi nguoi", "binh quan", "dinh muc", "per person"];
    let rate = per_head || each.iter().any(|words| find_words(folded, words).is_some());
    if !rate {
        return None;
    }
    Some(match unit? {
        MoneyUnit::Dong => "đồng/người",
        MoneyUnit::ThousandDong => "nghìn đồng/người",
        MoneyUnit::Usd => "USD/người",
        _ => "triệu đồng/người",
    })
}

/// The first and last days of a table are written one way: what one column denies holds for both.
pub fn share_month_first(columns: &mut [Column], sample: &Sample<'_>) {
    let day = |column: &Column| matches!(column.field, Some(Field::PeriodFrom | Field::PeriodTo));
    let dated: Vec<usize> = columns
        .iter()
        .filter(|column| day(column))
        .map(|column| column.index)
        .collect();
    let texts = dated
        .iter()
        .flat_map(|column| sample.rows.iter().map(|row| sample.text(*row, *column)));
    let dates: Vec<_> = texts.filter_map(dates::date).collect();
    let told = month_first(dates.iter());
    for column in columns.iter_mut().filter(|column| day(column)) {
        column.facts.month_first = told;
    }
}
