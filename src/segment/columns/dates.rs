//! Cells that are dates: which day comes first, and whether the month does.

use crate::model::section::CellKind;

/// A written date: its first, second and third number, as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    pub first: u32,
    pub second: u32,
    pub year: Option<u32>,
}

impl Written {
    /// A number that grows with the date.
    fn rank(self, month_first: bool) -> u32 {
        let (day, month) = if month_first {
            (self.second, self.first)
        } else {
            (self.first, self.second)
        };
        self.year.unwrap_or(0) * 10_000 + month * 100 + day
    }

    /// Whether this day does not lie after another one; years count only where both have one.
    pub fn is_before_or_on(self, other: Written, month_first: bool) -> bool {
        let bare = |date: Written| Written { year: None, ..date };
        if self.year.is_some() && other.year.is_some() {
            return self.rank(month_first) <= other.rank(month_first);
        }
        bare(self).rank(month_first) <= bare(other).rank(month_first)
    }

    /// Days from this date to another one, both counted, where they lie near.
    pub fn days_to(self, other: Written, month_first: bool) -> Option<u32> {
        let day = |date: Written| {
            let (day, month) = if month_first {
                (date.second, date.first)
            } else {
                (date.first, date.second)
            };
            let year = i16::try_from(date.year.unwrap_or(2001)).ok()?;
            jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
        };
        let days = day(self)?.until(day(other)?).ok()?.get_days();
        u32::try_from(days).ok().map(|days| days + 1)
    }
}

/// Numbers of a text of digits and date signs; `None` where it holds anything else.
fn numbers(text: &str) -> Option<Vec<u32>> {
    let signs = |c: char| matches!(c, '/' | '.' | '-' | ' ');
    text.split(signs)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let digits = part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| part.parse().ok()).flatten()
        })
        .collect()
}

/// The date that a whole cell is: "15/9/2024", "2024-09-15", "15.9.24".
pub fn date(text: &str) -> Option<Written> {
    let text = text.split([' ', 'T']).next().unwrap_or(text);
    if text.len() < 6 || text.len() > 10 || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let numbers = numbers(text)?;
    let [a, b, c] = numbers.as_slice() else {
        return None;
    };
    let days = |n: u32| (1..=31).contains(&n);
    if (1990..=2060).contains(a) && (1..=12).contains(b) && days(*c) {
        return Some(Written {
            first: *c,
            second: *b,
            year: Some(*a),
        });
    }
    let year = match c {
        1990..=2060 => *c,
        10..=60 if text.ends_with(|c: char| c.is_ascii_digit()) => 2000 + *c,
        _ => return None,
    };
    let fits = days(*a) && days(*b) && (*a <= 12 || *b <= 12) && !text.contains(',');
    fits.then_some(Written {
        first: *a,
        second: *b,
        year: Some(year),
    })
}

/// "15/9" without a year.
pub fn day_and_month(text: &str) -> Option<Written> {
    let (first, second) = text.split_once('/')?;
    let number = |part: &str| part.trim().parse::<u32>().ok();
    let (first, second) = (number(first)?, number(second)?);
    let fits =
        (1..=31).contains(&first) && (1..=31).contains(&second) && (first <= 12 || second <= 12);
    fits.then_some(Written {
        first,
        second,
        year: None,
    })
}

/// The kind of a cell that is a date or a span of dates.
pub fn kind(text: &str) -> Option<CellKind> {
    if date(text).is_some() {
        let rest = text.split_once([' ', 'T']).map_or("", |(_, rest)| rest);
        let clock = rest.contains(':') && rest.bytes().any(|b| b.is_ascii_digit());
        // Whole days are saved with midnight.
        let midnight = rest.bytes().all(|b| b"0: .".contains(&b));
        return match (clock, midnight) {
            (false, _) if rest.is_empty() => Some(CellKind::Date),
            (true, true) => Some(CellKind::Date),
            (true, false) => Some(CellKind::TimeStamp),
            (false, _) => span(text).then_some(CellKind::DateSpan),
        };
    }
    span(text).then_some(CellKind::DateSpan)
}

/// "10-15/4/2024", "12/3 - 16/3/2024", "từ ngày 3/4 đến 6/4".
fn span(text: &str) -> bool {
    let slashes = text.bytes().filter(|b| matches!(b, b'/' | b'.')).count();
    let lower = text.to_lowercase();
    let dashed = text.contains(['-', '–', '→']) || lower.contains("đến") || lower.contains(" den ");
    let figures = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .all(|part| part.len() <= 4);
    let words = lower
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .all(|word| {
            matches!(
                word,
                "từ" | "tu" | "ngày" | "ngay" | "đến" | "den" | "to" | "from" | "năm"
            )
        });
    dashed && slashes >= 1 && figures && words && text.len() <= 60
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_ordered_by_year_month_and_day() {
        let before = |a: &str, b: &str, month_first| {
            let read = |text| date(text).or_else(|| day_and_month(text)).expect("a date");
            read(a).is_before_or_on(read(b), month_first)
        };
        assert!(before("12/4/2024", "14/4/2024", false));
        assert!(before("30/4/2024", "2/5/2024", false));
        assert!(!before("3/1/2025", "30/12/2024", false));
        assert!(before("3/15/2024", "3/18/2024", true));
        assert!(before("12/4", "14/4/2024", false));
        let days = date("30/4/2024").and_then(|a| a.days_to(date("2/5/2024")?, false));
        assert_eq!(days, Some(3));
    }
}
