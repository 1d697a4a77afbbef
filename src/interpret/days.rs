//! How long, from a cell such as "06", "3 ngày 2 đêm", "01 tuần", "½ ngày", "15-20/9".

use super::counts::{self, Count, Item, Joint, Kind, Label};
use super::numbers::Decimal;
use super::time;
use super::undetermined::is_undetermined;
use super::{half_width, head};
use crate::model::value::{Days, NumberForm, Period};
use crate::vocabulary::fold::fold;
use crate::vocabulary::tokens::tokens;

/// Ten years, in half days: more is no journey.
const MOST_HALVES: u32 = 2 * 3660;

/// Reads a cell of days.
pub fn days(text: &str) -> Days {
    let text = &*half_width(head(text));
    if text.is_empty() {
        return Days::default();
    }
    if let Some(plain) = plain(text) {
        return plain;
    }
    if text.starts_with('#') {
        return Days {
            form: NumberForm::Overflow,
            ..Days::default()
        };
    }
    let dates = from_date_range(text);
    if let Some(stated) = dates.and_then(|_| beside_a_period(text)) {
        // "10 ngày (từ 15-24/9)": the count that is written stays.
        return Days {
            from_dates: dates.and_then(|days| days.from_dates),
            ..stated
        };
    }
    if let Some(days) = dates {
        return days;
    }
    if let Some((low, high)) = counts::excel_damage(text) {
        return range(low * 2, high * 2, NumberForm::ExcelDamage);
    }
    if let Some(halves) = fixed(text) {
        return range(halves, halves, NumberForm::Exact);
    }
    if fold(text) == "nua thang" {
        return range(30, 30, NumberForm::Converted);
    }
    if is_undetermined(text) {
        return Days {
            form: NumberForm::Undetermined,
            ..Days::default()
        };
    }
    let unreadable = Days {
        form: NumberForm::Unreadable,
        ..Days::default()
    };
    let written = halves_written_out(text);
    let sides: Option<Vec<Days>> = counts::read(&tokens(&written), Kind::Days)
        .iter()
        .map(assemble)
        .collect();
    match sides.as_deref() {
        Some([days]) => *days,
        Some([first, second]) if first.halves == second.halves => Days {
            form: NumberForm::Exact,
            ..*second
        },
        _ => unreadable,
    }
}

/// "06": most cells are no more than that.
fn plain(text: &str) -> Option<Days> {
    let digits = text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit());
    let days: u32 = text.parse().ok().filter(|days| digits && *days > 0)?;
    Some(range(days * 2, days * 2, NumberForm::Exact))
}

/// The number of days from the first to the last, both counted; `None` unless they are in order.
pub fn between(period: &Period) -> Option<u32> {
    let (first, last) = (period.first?, period.last?);
    let days = first.until(last).ok()?.get_days();
    u32::try_from(days)
        .ok()
        .map(|days| days + 1)
        .filter(|days| *days <= MOST_HALVES / 2)
}

/// Days from first and last day, for a row that states none.
pub fn from_dates(days: u32) -> Days {
    Days {
        from_dates: Some(days),
        ..range(days * 2, days * 2, NumberForm::FromDates)
    }
}

/// "15-20/9" in the column of days. The year does not matter to the count but for leap years.
fn from_date_range(text: &str) -> Option<Days> {
    let iso = text.bytes().filter(|b| *b == b'-').count() >= 4;
    if !text.contains('/') && !text.contains('.') && !iso {
        return None;
    }
    let period = time::period(text, 2021);
    between(&period).map(from_dates)
}

fn range(low: u32, high: u32, form: NumberForm) -> Days {
    let low_halves = (low != high).then_some(low);
    Days {
        halves: Some(high),
        low_halves,
        form,
        from_dates: None,
    }
}

/// Wordings without a figure.
fn fixed(text: &str) -> Option<u32> {
    Some(match fold(text).as_str() {
        "nua ngay" | "1 2 ngay" | "01 2 ngay" | "mot buoi" | "buoi sang" | "buoi chieu" => 1,
        "trong ngay" | "ca ngay" | "di ve trong ngay" | "1 ngay di ve trong ngay" => 2,
        _ if text == "½" || text == "½ ngày" => 1,
        _ => return None,
    })
}

/// "1 ngày rưỡi" is 1,5 ngày; "5N4Đ" is 5 ngày 4 đêm; "1 ½ ngày" is 1,5 ngày.
fn halves_written_out(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    match words.as_slice() {
        [number, unit @ ("ngay" | "tuan"), "ruoi"]
            if number.bytes().all(|b| b.is_ascii_digit()) =>
        {
            format!("{number},5 {unit}")
        }
        _ => {
            let compact = folded.replace(' ', "");
            match days_and_nights(&compact) {
                Some(days) => format!("{days} ngày"),
                None => text.replace(" ½", ",5").replace('½', ",5"),
            }
        }
    }
}

/// "5n4d" is five days and four nights, and so is "5d4n": the letters do not say which are which.
fn days_and_nights(compact: &str) -> Option<u32> {
    let first = compact.strip_suffix('d').and_then(|t| t.split_once('n'));
    let second = || compact.strip_suffix('n').and_then(|t| t.split_once('d'));
    let (a, b) = first.or_else(second)?;
    let count = |text: &str| text.parse::<u32>().ok().filter(|n| *n <= 366);
    let (a, b) = (count(a)?, count(b)?);
    Some(if first.is_some() { a } else { a.max(b) })
}

fn assemble(count: &Count) -> Option<Days> {
    let items: Vec<&Item> = count
        .items
        .iter()
        .filter(|item| item.unit != "doan")
        .collect();
    let mut low = 0_u32;
    let mut high = 0_u32;
    let mut converted = false;
    let mut units = 0;
    for item in &items {
        if item.unit == "dem" {
            continue;
        }
        let (halves, by_convention) = halves_of(item, &items)?;
        let (item_low, item_high) = (scaled(item.low, halves)?, scaled(item.high, halves)?);
        converted |= by_convention;
        if item.joint == Joint::Dash && units == 1 && high < item_high {
            // "10 ngày - 2 tuần".
            high = item_high;
            continue;
        }
        low = low.checked_add(item_low)?;
        high = high.checked_add(item_high)?;
        units += 1;
    }
    let parts = count
        .parts
        .iter()
        .filter(|part| matches!(part.unit.as_str(), "ngay" | ""));
    if parts
        .map(|part| scaled(part.high, 2))
        .any(|part| part.is_none_or(|part| part > high))
    {
        return None;
    }
    let (low, high) = (
        low.checked_mul(count.factor)?,
        high.checked_mul(count.factor)?,
    );
    if units == 0 || high > MOST_HALVES {
        return None;
    }
    if high == 0 {
        return Some(Days {
            form: NumberForm::Undetermined,
            ..Days::default()
        });
    }
    let form = match () {
        () if count.doubtful => NumberForm::Doubtful,
        () if converted => NumberForm::Converted,
        () if count.factor > 1 => NumberForm::Product,
        () if low != high => NumberForm::Range,
        () if count.approximate => NumberForm::Approximate,
        () if units > 1 => NumberForm::Sum,
        () => NumberForm::Exact,
    };
    Some(range(low, high, form))
}

/// Half days in a unit, and whether that is a convention.
fn halves_of(item: &Item, items: &[&Item]) -> Option<(i64, bool)> {
    // A bare number beside one with a unit is something else ("3 ngày 2").
    let alone = || items.len() == 1 || items.iter().skip(1).all(|item| item.joint == Joint::Plus);
    let labelled = || items.iter().all(|item| item.label != Label::None);
    Some(match item.unit.as_str() {
        "ngay" | "ng" | "n" | "hom" | "day" | "days" => (2, false),
        "" if alone() || labelled() => (2, false),
        "buoi" => (1, false),
        "tuan" => (14, false),
        "thang" => (60, true),
        "nam" | "year" => (730, true),
        _ => return None,
    })
}

fn scaled(number: Decimal, factor: i64) -> Option<u32> {
    u32::try_from(number.times(factor)?).ok()
}

/// "Tháng 9/2021 (05 ngày)": days said in the column of the period.
pub fn beside_a_period(text: &str) -> Option<Days> {
    let all = tokens(text);
    let at = all.windows(2).position(|pair| {
        pair[0].is_number() && pair[1].is_word("ngay") && pair[1].is_marked("ngày")
    })?;
    // "15 ngày 20/9" is a slip for a date.
    let date_follows = all.get(at + 2).is_some_and(|t| t.is_number());
    let is_part = at > 0 && ['/', '-', '.', ','].iter().any(|s| all[at - 1].is_sign(*s));
    let count = all[at]
        .value()
        .filter(|n| (1..=365).contains(n) && !date_follows && !is_part)?;
    Some(range(count as u32 * 2, count as u32 * 2, NumberForm::Exact))
}
